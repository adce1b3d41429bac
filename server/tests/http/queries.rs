//! Searches in both languages, what each finds first, and why. 14.5.1 to 14.5.4.

use axum::http::StatusCode;

use crate::portal::TestPortal;

/// Language, words, the address of the first hit behind the language, and what its reason says; none where it has the words
/// themselves.
const QUERIES: &[(&str, &str, &str, &str)] = &[
    // The ten networks by their names, and by other names.
    ("en", "migration data", "networks/migration-data", ""),
    ("es", "datos sobre migración", "networks/migration-data", ""),
    ("en", "border management", "networks/border-management", ""),
    ("es", "gestion de fronteras", "networks/border-management", ""),
    ("es", "control fronterizo", "networks/border-management", "otro nombre de «control fronterizo»"),
    ("en", "diaspora", "networks/diaspora", ""),
    ("es", "diáspora", "networks/diaspora", ""),
    ("es", "diasporas", "networks/diaspora", ""),
    ("en", "disaster preparedness", "networks/emergency-preparedness", "another name for “disaster preparedness”"),
    ("es", "preparación ante desastres", "networks/emergency-preparedness", "otro nombre de"),
    ("en", "refugee", "networks/refugee-protection", ""),
    ("es", "refugiados", "networks/refugee-protection", ""),
    ("en", "labor migration", "networks/labour-migration", "“Labour migration”, another name for “labor migration”"),
    ("es", "trabajadores migrantes", "networks/labour-migration", "«Migración laboral», otro nombre"),
    (
        "en",
        "migracion laboral",
        "networks/labour-migration",
        "“Labour migration”, another name for “migracion laboral”",
    ),
    ("es", "labour migration", "networks/labour-migration", "«Migración laboral», otro nombre"),
    ("en", "climate mobility", "networks/environmental-migration", "“Environmental migration”, another name"),
    ("es", "movilidad climática", "networks/environmental-migration", "«Migración ambiental», otro nombre"),
    ("en", "migration and health", "networks/migration-and-health", ""),
    ("es", "salud pública", "networks/migration-and-health", ""),
    // False friends.
    ("en", "human trafficking", "networks/human-trafficking", ""),
    ("en", "trata", "networks/human-trafficking", "“Human trafficking”, another name for “trata”"),
    ("es", "trata de personas", "networks/human-trafficking", ""),
    ("es", "trafficking", "networks/human-trafficking", "otro nombre de «trafficking»"),
    ("en", "smuggling", "networks/migrant-smuggling", ""),
    ("en", "people smuggling", "networks/migrant-smuggling", ""),
    ("en", "trafico", "networks/migrant-smuggling", "“Migrant smuggling”, another name for “trafico”"),
    ("es", "trafico", "networks/migrant-smuggling", ""),
    ("es", "tráfico ilícito de migrantes", "networks/migrant-smuggling", ""),
    // Participants, with and without accents.
    ("en", "Haiti", "countries/haiti", ""),
    ("es", "haiti", "countries/haiti", ""),
    ("es", "republica dominicana", "countries/dominican-republic", ""),
    ("en", "dominican republic", "countries/dominican-republic", ""),
    ("en", "trinidad", "countries/trinidad-and-tobago", ""),
    ("es", "bahamas", "countries/bahamas", ""),
    ("en", "st martin", "countries/st-martin", ""),
    ("en", "curacao", "countries/curacao", ""),
    ("en", "Curaçao", "countries/curacao", ""),
    ("es", "curazao", "countries/curacao", ""),
    ("es", "barbados", "countries/barbados", ""),
    // About.
    ("en", "objectives", "about/objectives", ""),
    ("es", "objetivos", "about/objectives", ""),
    ("en", "how it works", "about/how-it-works", ""),
    ("es", "cómo funciona", "about/how-it-works", ""),
    ("es", "formar parte", "about/join", ""),
    ("es", "estructura", "about/structure", ""),
    ("en", "privacy", "about/privacy", ""),
    ("en", "rcp", "about/other-processes", "“regional consultative process”, another name for “rcp”"),
    ("es", "otros procesos", "about/other-processes", ""),
    // Works, by a word of their title, an acronym, a number.
    ("en", "law 137-03", "repository/ley-137-03-trafico-ilicito-de-migrantes-y-trata-de-personas", ""),
    ("es", "ley 137-03", "repository/ley-137-03-trafico-ilicito-de-migrantes-y-trata-de-personas", ""),
    ("en", "model legislation", "repository/caribbean-counter-trafficking-model-legislation", ""),
    ("en", "asylum system", "repository/checklist-for-a-comprehensive-asylum-system", ""),
    ("es", "sistema de asilo", "repository/checklist-for-a-comprehensive-asylum-system", ""),
    ("en", "nurses", "repository/nurse-labor-and-education-markets-caricom", ""),
    ("es", "enfermeras", "blog/shortages-of-health-workers", ""),
    ("en", "unodc", "repository/global-study-on-smuggling-of-migrants", ""),
    ("en", "invisible immigrants", "repository/invisible-immigrants-trinidad-and-tobago", ""),
    // Events, posts, news, courses.
    ("en", "free movement data", "events/workshop-on-free-movement-data", ""),
    ("en", "caricom migration policy", "events/workshop-on-a-caricom-regional-migration-policy", ""),
    ("en", "\"human mobility and climate\"", "events/launch-of-the-human-mobility-and-climate-project", ""),
    ("en", "remittances", "data/remittances-received", ""),
    ("es", "remesas", "data/remittances-received", ""),
    ("en", "domestic workers", "data/informal-domestic-work", ""),
    ("es", "trabajadoras del hogar", "data/informal-domestic-work", ""),
    ("en", "returnees", "news/training-on-reception-and-reintegration-of-returnees", ""),
    ("es", "personas retornadas", "news/training-on-reception-and-reintegration-of-returnees", ""),
    ("es", "venezolanos", "data/venezuelans-hosted", "Hallado en otra forma: «venezolanas»"),
    ("en", "diaspora mapping", "e-campus/diaspora-mapping-toolkit", ""),
    ("es", "mapeo de la diáspora", "e-campus/diaspora-mapping-toolkit", ""),
    // One typing error.
    ("en", "disapora", "networks/diaspora", "“Diaspora”, written almost like “disapora”"),
    ("es", "diaspra", "networks/diaspora", "«Diáspora», que se escribe casi como «diaspra»"),
    ("es", "refugidos", "networks/refugee-protection", "«Refugiados», que se escribe casi como «refugidos»"),
    ("en", "jamaca", "countries/jamaica", "“Jamaica”, written almost like “jamaca”"),
];

/// The address of the first hit and what is said of it; the text between two tags, with the tags taken out.
fn first_hit(body: &str) -> Option<(&str, String)> {
    let hit = body.split("<li class=\"item\">").nth(1)?.split("</li>").next()?;
    let address = hit.split("<a href=\"").nth(1)?.split('"').next()?;
    let why = hit.split("class=\"hit-why\">").nth(1).map_or("", |text| text.split("</p>").next().unwrap_or_default());
    Some((address, why.replace("<!>", "")))
}

#[tokio::test]
async fn each_search_finds_first_what_is_meant_and_says_why() {
    assert!(QUERIES.len() >= 60);
    let portal = TestPortal::start().await;
    let mut wrong = Vec::new();
    for (language, words, expected, reason) in QUERIES {
        let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let answer = portal.get(&format!("/{language}/search?q={query}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{words}");
        let (address, why) = first_hit(&answer.body).unwrap_or_default();
        let reason_holds = if reason.is_empty() { !why.contains("almost") } else { why.contains(reason) };
        if address != format!("/{language}/{expected}") || !reason_holds {
            wrong.push(format!("{language} “{words}”: {address}, {why}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

// 14.5.3
#[tokio::test]
async fn a_passage_in_the_other_language_says_which_and_marks_the_words() {
    let portal = TestPortal::start().await;
    let body = portal.get("/en/search?q=nueve+claves").await.body;
    let hit = body.split("<li class=\"item\">").nth(1).unwrap();
    assert!(hit.contains("lang=\"es\"") && hit.contains("In Spanish"), "{hit}");
    let body = portal.get("/es/search?q=detained").await.body;
    let hit = body.split("<li class=\"item\">").nth(1).unwrap();
    assert!(hit.contains("<p lang=\"en\" class=\"item-summary\">") && hit.contains("<mark>detained<"), "{hit}");
    assert!(hit.contains("Hallado en el texto en inglés"), "{hit}");
}

// 14.5.1
#[tokio::test]
async fn each_facet_is_a_link_that_leaves_as_many_as_it_says() {
    let portal = TestPortal::start().await;
    let body = portal.get("/en/search?q=migration").await.body;
    let mut followed = 0;
    for link in body
        .split("<nav aria-label=\"Narrow down\">")
        .nth(1)
        .unwrap()
        .split("</nav>")
        .next()
        .unwrap()
        .split("<a ")
        .skip(1)
    {
        let href = link.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let count = link.split("facet-count\">").nth(1).unwrap().split('<').next().unwrap();
        let answer = portal.get(&href).await;
        let said = if count == "1" { "1 result for".to_owned() } else { format!("{count} results for") };
        assert!(answer.body.contains(&said), "{href}: {count}");
        assert!(answer.body.contains("class=\"chosen\"") && answer.body.contains("Remove"), "{href}");
        followed += 1;
    }
    assert!(followed > 20, "{followed}");
}

// 14.5.4
#[tokio::test]
async fn who_finds_nothing_is_told_and_shown_ways_on() {
    let portal = TestPortal::start().await;
    let body = portal.get("/en/search?q=zzzz+migration").await.body;
    assert!(body.contains("role=\"status\"") && body.contains("No results for “zzzz migration”"));
    assert!(
        body.contains("Pages with at least one of the words")
            && body.contains("any=1")
            && body.contains("Ask the secretariat")
    );
    let body = portal.get("/es/search?q=migracion&kind=course&year=1999").await.body;
    assert!(body.contains("Buscar en todo, sin acotar"));
    for (address, field) in
        [("kind=banana", "kind"), ("network=none", "network"), ("year=x", "year"), ("language=fr", "language")]
    {
        let answer = portal.get(&format!("/en/search?q=migration&{address}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
    }
}
