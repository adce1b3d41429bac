//! Searches in both languages, what each finds first, and why. 14.5.1 to 14.5.4.

use axum::http::StatusCode;

use crate::portal::TestPortal;

/// Language, words, the address of the first hit behind the language, and what its reason says; none where it has the words
/// themselves.
const QUERIES: &[(&str, &str, &str, &str)] = &[
    // Numbers, however their thousands are separated.
    ("en", "28500", "countries/trinidad-and-tobago", ""),
    ("es", "28.500 personas", "data/venezuelans-hosted", ""),
    // A word that goes on is no typing error, though another one is a letter away.
    ("en", "fron migration", "networks/environmental-migration", "Found in the Spanish text"),
    ("es", "labo migracion", "networks/labour-migration", ""),
    // The ten networks by their names, and by other names.
    ("en", "migration data", "networks/migration-data", ""),
    ("es", "datos sobre migración", "networks/migration-data", ""),
    ("en", "border management", "networks/border-management", ""),
    ("es", "gestion de fronteras", "networks/border-management", ""),
    (
        "es",
        "control fronterizo",
        "networks/border-management",
        "«Gestión de fronteras», otro nombre de «control fronterizo»",
    ),
    ("es", "ONG", "news/civil-society-webinars-on-environmental-migration", "«sociedad civil», otro nombre de «ONG»"),
    ("en", "diaspora", "networks/diaspora", ""),
    ("es", "diáspora", "networks/diaspora", ""),
    ("es", "diasporas", "networks/diaspora", ""),
    (
        "en",
        "disaster preparedness",
        "networks/emergency-preparedness",
        "“Emergency preparedness”, another name for “disaster preparedness”",
    ),
    (
        "es",
        "preparación ante desastres",
        "networks/emergency-preparedness",
        "«emergencias», otro nombre de «preparación ante desastres»",
    ),
    ("en", "refugee", "networks/refugee-protection", ""),
    ("es", "refugiados", "networks/refugee-protection", ""),
    ("en", "labor migration", "networks/labour-migration", "“Labour migration”, another name for “labor migration”"),
    (
        "es",
        "trabajadores migrantes",
        "networks/labour-migration",
        "«Migración laboral», otro nombre de «trabajadores migrantes»",
    ),
    (
        "en",
        "migracion laboral",
        "networks/labour-migration",
        "“Labour migration”, another name for “migracion laboral”",
    ),
    ("es", "labour migration", "networks/labour-migration", "«Migración laboral», otro nombre de «labour migration»"),
    (
        "en",
        "climate mobility",
        "networks/environmental-migration",
        "“Environmental migration”, another name for “climate mobility”",
    ),
    (
        "es",
        "movilidad climática",
        "networks/environmental-migration",
        "«Migración ambiental», otro nombre de «movilidad climática»",
    ),
    ("en", "migration and health", "networks/migration-and-health", ""),
    ("es", "salud pública", "networks/migration-and-health", "Hallado en otra forma: «publicó»"),
    // False friends.
    ("en", "human trafficking", "networks/human-trafficking", ""),
    ("en", "trata", "networks/human-trafficking", "“Human trafficking”, another name for “trata”"),
    ("es", "trata de personas", "networks/human-trafficking", ""),
    ("es", "trafficking", "networks/human-trafficking", "«Trata de personas», otro nombre de «trafficking»"),
    ("en", "smuggling", "networks/migrant-smuggling", ""),
    ("en", "people smuggling", "networks/migrant-smuggling", "Found in another form: “people smuggled”"),
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
    ("es", "curacao", "countries/curacao", "«Curazao», otro nombre de «curacao»"),
    ("es", "Curaçao", "countries/curacao", "«Curazao», otro nombre de «Curaçao»"),
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
    // Pictures and films.
    ("en", "searching beam", "media/the-searching-beam", ""),
    ("es", "haz de luz", "media/the-searching-beam", ""),
    ("es", "imágenes de las diez redes", "media/pictures-of-the-ten-networks", ""),
    ("en", "documentary port-de-paix", "media/dangers-of-crossing-by-sea-from-haiti", ""),
    // Several typed, one meant.
    ("en", "toolkits", "e-campus/diaspora-mapping-toolkit", "Found in another form: “toolkit”"),
    // One typing error.
    ("en", "disapora", "networks/diaspora", "“Diaspora”, written almost like “disapora”"),
    ("es", "diaspra", "networks/diaspora", "«Diáspora», que se escribe casi como «diaspra»"),
    ("es", "refugidos", "networks/refugee-protection", "«Refugiados», que se escribe casi como «refugidos»"),
    // One more, and another one.
    ("en", "diasspora", "networks/diaspora", "“Diaspora”, written almost like “diasspora”"),
    ("es", "haitu", "countries/haiti", "«Haití», que se escribe casi como «haitu»"),
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
        if address != format!("/{language}/{expected}") || why != *reason {
            wrong.push(format!("{language} “{words}”: {address} {why:?}"));
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

/// The addresses of all hits on a page, in their order.
fn hits(body: &str) -> Vec<&str> {
    let hits = body.split("<li class=\"item\">").skip(1);
    hits.filter_map(|hit| hit.split("<a href=\"").nth(1)?.split('"').next()).collect()
}

// 14.5.2
#[tokio::test]
async fn accents_make_no_difference() {
    let portal = TestPortal::start().await;
    for (language, plain, accented) in [
        ("en", "migracion", "migraci%C3%B3n"),
        ("es", "migracion", "migraci%C3%B3n"),
        ("en", "curacao", "Cura%C3%A7ao"),
        ("es", "trafico+ilicito", "tr%C3%A1fico+il%C3%ADcito"),
    ] {
        let search = async |words: &str| portal.get(&format!("/{language}/search?q={words}")).await.body;
        let (one, other) = (search(plain).await, search(accented).await);
        assert!(!hits(&one).is_empty(), "{plain}");
        assert_eq!(hits(&one), hits(&other), "{language} {plain}");
    }
}

/// The choices that a page offers: where each leads, and how many entries it leaves.
fn choices(body: &str) -> Vec<(String, usize)> {
    let facets = body.split("class=\"fold facets\"").nth(1).unwrap();
    let links = facets.split("</nav>").next().unwrap().split("<a ").skip(1);
    let choice = |link: &str| {
        let href = link.split("href=\"").nth(1)?.split('"').next()?.replace("&amp;", "&");
        let count = link.split("facet-count\">").nth(1)?.split('<').next()?.parse().ok()?;
        Some((href, count))
    };
    links.filter_map(choice).collect()
}

// 14.5.1
#[tokio::test]
async fn results_are_narrowed_by_kind_network_country_year_and_language_and_by_several_at_once() {
    let portal = TestPortal::start().await;
    for (language, words) in [("en", "migration"), ("es", "migracion")] {
        let whole = portal.get(&format!("/{language}/search?q={words}")).await.body;
        let offered = choices(&whole);
        for parameter in ["kind", "network", "country", "year", "language"] {
            let start = format!("/{language}/search?q={words}&{parameter}=");
            assert!(offered.iter().any(|(href, _)| href.starts_with(&start)), "{start} is not in {offered:?}");
        }
        let narrowed = portal.get(&format!("/{language}/search?q={words}&kind=publication")).await.body;
        let start = format!("/{language}/search?q={words}&kind=publication&network=");
        let (both, left) = choices(&narrowed).into_iter().find(|(href, _)| href.starts_with(&start)).unwrap();
        let page = portal.get(&both).await.body;
        assert_eq!(hits(&page).len(), left, "{both}");
        assert!(hits(&page).iter().all(|href| href.contains("/repository/")));
    }
}

// 14.5.1
#[tokio::test]
async fn the_pages_of_a_search_keep_what_it_is_narrowed_to() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let first = portal.get(&format!("/{language}/search?q=caribe&language=es")).await.body;
        let next = format!("/{language}/search?q=caribe&language=es&page=2");
        assert!(first.contains(&format!("href=\"{}\"", next.replace('&', "&amp;"))), "{first}");
        let second = portal.get(&next).await.body;
        assert!(second.contains("class=\"chosen\"") && !hits(&second).is_empty());
        assert!(hits(&second).iter().all(|hit| !hits(&first).contains(hit)), "each hit is on one page");
    }
}

// 14.5.1
#[tokio::test]
async fn each_facet_is_a_link_that_leaves_as_many_as_it_says() {
    let portal = TestPortal::start().await;
    for (language, words, [narrow, one, many, remove]) in [
        ("en", "migration", ["Narrow down", "1 result for", "results for", "Remove"]),
        ("es", "migracion", ["Acotar", "1 resultado para", "resultados para", "Quitar"]),
    ] {
        let body = portal.get(&format!("/{language}/search?q={words}")).await.body;
        let facets = body.split(&format!("<nav aria-label=\"{narrow}\">")).nth(1).unwrap();
        let mut followed = 0;
        for link in facets.split("</nav>").next().unwrap().split("<a ").skip(1) {
            let href = link.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
            let count = link.split("facet-count\">").nth(1).unwrap().split('<').next().unwrap();
            let answer = portal.get(&href).await;
            let said = if count == "1" { one.to_owned() } else { format!("{count} {many}") };
            assert!(answer.body.contains(&said), "{href}: {count}");
            assert!(answer.body.contains("class=\"chosen\"") && answer.body.contains(remove), "{href}");
            followed += 1;
        }
        assert!(followed > 20, "{language}: {followed}");
    }
}

// 14.5.4
#[tokio::test]
async fn who_finds_nothing_is_told_and_shown_ways_on() {
    let portal = TestPortal::start().await;
    // Each word stands somewhere, and never beside the other.
    let body = portal.get("/en/search?q=beam+toolkit").await.body;
    assert!(body.contains("role=\"status\"") && body.contains("No results for “beam toolkit”"));
    assert!(
        body.contains("Pages with at least one of the words")
            && body.contains("any=1")
            && body.contains("Ask the secretariat")
    );
    let body = portal.get("/es/search?q=migracion&kind=course&year=1999").await.body;
    assert!(body.contains("Buscar en todo, sin acotar"));
}

// 14.5.4
#[tokio::test]
async fn who_finds_nothing_hears_so_from_the_title_and_is_offered_what_may_be_meant_and_whom_to_ask() {
    let portal = TestPortal::start().await;
    for (language, title, offer, href, contact) in [
        (
            "en",
            "No results: “zzzz disapora”",
            "Search for “diaspora” instead",
            "/en/search?q=diaspora",
            "Ask the secretariat",
        ),
        (
            "es",
            "Sin resultados: «zzzz disapora»",
            "Buscar en su lugar «diáspora»",
            "/es/search?q=di%C3%A1spora",
            "Preguntar a la Secretaría",
        ),
    ] {
        let body = portal.get(&format!("/{language}/search?q=zzzz+disapora")).await.body;
        let of = |tag: &str| body.split(&format!("<{tag}")).nth(1).unwrap().split("</").next().unwrap().to_owned();
        assert!(of("title").contains(title) && of("h1").contains(title), "{} {}", of("title"), of("h1"));
        let ways_on = body.split("class=\"ways-on\"").nth(1).unwrap().split("</ul>").next().unwrap();
        assert!(ways_on.contains(offer) && ways_on.contains(contact), "{ways_on}");
        assert!(ways_on.contains(&format!("href=\"{href}\"")), "{ways_on}");
        assert!(!hits(&portal.get(href).await.body).is_empty());
    }
}

// 14.5.4, 14.10.3
#[tokio::test]
async fn what_an_address_asks_for_and_is_not_understood_is_named_and_leads_only_to_fields_that_are_there() {
    let portal = TestPortal::start().await;
    let long = "q".repeat(201);
    let search = format!("/search?q={long}&kind=banana&network=none&country=none&year=x&language=fr");
    let repository = "/repository?kind=banana&type=poem&network=none&country=none&year=x&language=fr".to_owned();
    let events = "/events?view=x&date=2026-02-30&network=none&country=none&mode=x&when=x".to_owned();
    // A work may be in any language.
    for (path, count) in [(search, 6), (repository, 5), (events, 6)] {
        for language in ["en", "es"] {
            let answer = portal.get(&format!("/{language}{path}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            let problems = answer.body.split("class=\"problems\"").nth(1).unwrap().split("</ul>").next().unwrap();
            assert_eq!(problems.matches("<li").count(), count, "{problems}");
            for link in problems.split("href=\"#").skip(1) {
                let id = link.split('"').next().unwrap();
                assert!(answer.body.contains(&format!(" id=\"{id}\"")), "{path}: nothing is called {id}");
                // And the field, where it is one to type in or to choose from, leads to the sentence.
                let is_described = answer.body.contains(&format!("aria-describedby=\"problem-{id}\""));
                assert!(is_described || !answer.body.contains(&format!(" name=\"{id}\"")), "{path}: {id}");
            }
        }
    }
    let named = async |address: &str| {
        let body = portal.get(address).await.body;
        body.split("class=\"problems\"").nth(1).unwrap().split("</ul>").next().unwrap().to_owned()
    };
    for (address, name) in [
        ("/en/search?kind=banana", "Kind"),
        ("/es/search?kind=banana", "Clase"),
        ("/en/search?language=fr", "Language of the page"),
        ("/es/repository?type=poem", "Tipo"),
    ] {
        let problems = named(address).await;
        assert!(problems.contains(name) && !problems.contains("href=\"#"), "{problems}");
    }
    assert!(named("/es/repository?country=none").await.contains("href=\"#country\""));
}
