//! Participants: the map and the list say the same, and the page of each leads to everything that names it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use domain::Language;
use domain::entry::{Details, Edition, Kind, Participation, Words};
use domain::language::Texts;
use domain::pack::EntryDraft;

use crate::portal::TestPortal;

/// The addresses that links with this beginning lead to, in their order.
fn links<'a>(page: &'a str, before: &str) -> Vec<&'a str> {
    page.split(before).skip(1).filter_map(|rest| rest.split("href=\"").nth(1)?.split('"').next()).collect()
}

/// 14.1.2
#[tokio::test]
async fn the_map_and_the_list_name_the_same_participants_with_the_same_numbers() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let page = portal.get(&format!("/{language}/countries")).await.body;
        let (map, list) = page.split_once("class=\"country-list\"").unwrap();
        let on_map = links(map.split_once("class=\"map-frame\"").unwrap().1, "<a ");
        assert_eq!(on_map.len(), 23, "{language}");
        assert_eq!(on_map, links(list, "class=\"item-title\""), "{language}");
        let numbers = |part: &str, before: &str| -> Vec<String> {
            let rest = part.split(before).skip(1);
            rest.filter_map(|rest| Some(rest.split_once('>')?.1.split('<').next()?.trim().to_owned())).collect()
        };
        let expected: Vec<String> = (1..=23).map(|number| number.to_string()).collect();
        assert_eq!(numbers(map, "class=\"place-number\""), expected);
        assert_eq!(numbers(list, "class=\"place-mark"), expected);
    }
    let page = portal.get("/en/countries").await.body;
    assert!(page.contains(" Haiti, participant\"") && page.contains("Founding participant (8)"));
}

#[tokio::test]
async fn the_list_comes_by_status_too_and_an_unknown_order_is_named() {
    let portal = TestPortal::start().await;
    let page = portal.get("/es/countries?by=status").await;
    assert_eq!(page.status, StatusCode::OK);
    let list = page.body.split("class=\"country-list\"").nth(1).unwrap();
    let rows = links(list, "class=\"item-title\"");
    assert_eq!((rows.len(), rows[0], rows[8]), (23, "/es/countries/aruba", "/es/countries/anguilla"));
    assert!(list.contains("Participantes fundadores"));
    assert_eq!(portal.get("/en/countries?by=size").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// 14.2.1
#[tokio::test]
async fn what_a_participant_is_named_in_is_counted_as_its_list_counts() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let page = portal.get(&format!("/{language}/countries/jamaica")).await.body;
        let mut lists = 0;
        for more in page.split("class=\"more\"").skip(1) {
            let address = more.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
            let count = more.split('(').nth(1).unwrap().split(')').next().unwrap().replace("<!>", "");
            let list = portal.get(&address).await.body;
            let said = list.split("class=\"count\"").nth(1).unwrap().split_once('>').unwrap().1;
            assert!(said.trim_start().starts_with(&format!("{count} ")), "{address}: {count}, {said:.40}");
            lists += 1;
        }
        assert!(lists >= 2, "{page}");
        assert!(page.contains("class=\"locator\"") && page.contains("Kingston") && page.contains("class=\"number\""));
    }
}

/// 14.1.1
#[tokio::test]
async fn what_is_about_a_participant_leads_to_it_and_is_led_to_from_there() {
    let portal = TestPortal::start().await;
    for (entry, countries) in [
        ("media/dangers-of-crossing-by-sea-from-haiti", ["bahamas", "haiti", "turks-and-caicos-islands"].as_slice()),
        ("news/assessment-of-migration-governance-in-curacao", &["curacao"]),
        ("blog/shortages-of-health-workers", &[]),
    ] {
        let page = portal.get(&format!("/es/{entry}")).await.body;
        let line = page.split("class=\"country-links\"").nth(1).unwrap_or_default().split("</p>").next().unwrap();
        let expected: Vec<String> = countries.iter().map(|slug| format!("/es/countries/{slug}")).collect();
        assert_eq!(links(line, "<a "), expected, "{entry}");
    }
    let haiti = portal.get("/es/countries/haiti").await.body;
    let media = haiti.split("id=\"related-media\"").nth(1).unwrap();
    assert!(media.contains("href=\"/es/media/dangers-of-crossing-by-sea-from-haiti\""));
    assert!(!portal.get("/es/countries/jamaica").await.body.contains("related-media"));
}

/// 14.6.9
#[tokio::test]
async fn a_figure_of_a_participant_bears_year_and_source_and_leads_to_where_it_stands() {
    let portal = TestPortal::start().await;
    let page = portal.get("/es/countries/haiti").await.body;
    let figures = page.split("class=\"country-figures\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(
        figures.contains("3,100 millones de USD") && figures.contains("Banco Mundial, citado por la CARICOM, 2021"),
        "{figures}"
    );
    assert!(figures.contains("href=\"/es/data/informal-domestic-work\""), "{figures}");
    // What two entries say alike, of one year and from one source, stands there once, with both.
    assert_eq!(figures.matches("21.44").count(), 1, "{figures}");
}

#[tokio::test]
async fn what_a_source_leaves_open_and_what_is_not_there_yet_is_said() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/countries/st-martin").await.body;
    assert_eq!(page.matches("Left open by the source").count(), 2, "{page}");
    for honest in ["No figure in the portal names", "No event of this participant", "No news names"] {
        assert!(page.contains(honest), "{honest}");
    }
}

/// An observer of which nothing is known but its name.
async fn observer(portal: &TestPortal) {
    let edition = |title: &str| Edition {
        title: title.to_owned(),
        summary: String::new(),
        picture_alt: String::new(),
        words: Words::default(),
    };
    let draft = EntryDraft {
        slug: "far-island".parse().unwrap(),
        details: Details::Country { iso: None, status: Participation::Observer, official_languages: Vec::new() },
        editions: Texts::from_iter([(Language::En, edition("Far Island")), (Language::Es, edition("Isla Lejana"))]),
        ..EntryDraft::blank(Kind::Country, Language::En)
    };
    portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
}

/// 14.2.1
#[tokio::test]
async fn an_observer_stands_under_a_heading_of_its_own_and_says_on_its_page_what_it_is() {
    let portal = TestPortal::start().await;
    observer(&portal).await;
    for (language, heading, means, name, status) in [
        (
            "en",
            "Observers",
            "They follow the meetings without being participants.",
            "Far Island",
            "<dt>Status</dt><dd>Observer</dd>",
        ),
        (
            "es",
            "Observadores",
            "Siguen las reuniones sin ser participantes.",
            "Isla Lejana",
            "<dt>Participación</dt><dd>Observador</dd>",
        ),
    ] {
        let list = portal.get(&format!("/{language}/countries?by=status")).await.body.replace("<!>", "");
        let list = list.split("class=\"country-list\"").nth(1).unwrap();
        let (_, group) =
            list.split_once(&format!("<h2>{heading}</h2>")).unwrap_or_else(|| panic!("{language}: {list}"));
        let group = group.split("</section>").next().unwrap();
        assert!(group.contains(means) && group.contains(name), "{language}: {group}");
        assert_eq!(links(group, "class=\"item-title\""), [format!("/{language}/countries/far-island")]);
        let by_name = portal.get(&format!("/{language}/countries")).await.body;
        assert!(by_name.contains(&format!("/{language}/countries/far-island\"")), "{language}");
        let page = portal.get(&format!("/{language}/countries/far-island")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.replace("<!>", "").contains(status), "{language}: {}", page.body);
    }
}

/// 14.2.2
#[tokio::test]
async fn a_participant_that_nothing_names_yet_says_so_of_each_list() {
    let portal = TestPortal::start().await;
    observer(&portal).await;
    for (language, sentences) in [
        (
            "en",
            [
                "No figure in the portal names this participant yet.",
                "No event of this participant is in the calendar yet.",
                "The repository has no publication on this participant yet.",
                "No news names this participant yet.",
                "Nobody has written about this participant yet.",
            ],
        ),
        (
            "es",
            [
                "Ninguna cifra del portal se refiere aún a este participante.",
                "El calendario aún no tiene eventos de este participante.",
                "El repositorio aún no tiene publicaciones sobre este participante.",
                "Ninguna noticia menciona aún a este participante.",
                "Nadie ha escrito aún sobre este participante.",
            ],
        ),
    ] {
        let page = portal.get(&format!("/{language}/countries/far-island")).await.body;
        let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        for sentence in sentences {
            assert!(main.contains(&format!("<p class=\"empty\">{sentence}<")), "{language}: {sentence}");
        }
        assert!(!main.contains("class=\"items\"") && !main.contains("class=\"more\""), "{language}: no list");
    }
}

/// 14.6.9
#[tokio::test]
async fn where_two_sources_disagree_on_a_participant_both_numbers_stand_there_each_with_its_source() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let page = portal.get(&format!("/{language}/countries/trinidad-and-tobago")).await.body.replace("<!>", "");
        let figures = page.split("class=\"country-figures\"").nth(1).unwrap().split("</section>").next().unwrap();
        let sources = if language == "en" {
            ["R4V, November 2020", "R4V, December 2020"]
        } else {
            ["R4V, noviembre de 2020", "R4V, diciembre de 2020"]
        };
        for (value, source) in ["24,169", "24,000"].into_iter().zip(sources) {
            let row = figures.split("<tr").find(|row| row.contains(&format!("<strong class=\"number\">{value}<")));
            let row = row.unwrap_or_else(|| panic!("{language} lacks {value}: {figures}"));
            for part in [source, "2020", &format!("/{language}/data/venezuelans-hosted\"")] {
                assert!(row.contains(part), "{language} {value} lacks {part}: {row}");
            }
        }
    }
}

/// 14.2.1: the page of each participant, in both languages.
#[tokio::test]
async fn each_participant_says_how_it_takes_part_its_facts_and_what_names_it() {
    let portal = TestPortal::start().await;
    for (language, heads, headings) in [
        (
            "en",
            ["Status", "Capital", "Official languages", "Focal institution"],
            ["Figures", "Related events", "Related publications", "Related news", "Related blogs"],
        ),
        (
            "es",
            ["Participación", "Capital", "Idiomas oficiales", "Institución focal"],
            [
                "Cifras",
                "Eventos relacionados",
                "Publicaciones relacionadas",
                "Noticias relacionadas",
                "Blogs relacionados",
            ],
        ),
    ] {
        let file = portal.get(&format!("/{language}/countries.csv")).await.body;
        let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 23);
        for row in rows {
            let address = row[if language == "en" { "Address" } else { "Dirección" }].as_str();
            let address = address.strip_prefix("https://portal.example.org").unwrap();
            let page = portal.get(address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            let body = page.body.replace("<!>", "");
            let aside = body.split("class=\"country-aside\"").nth(1).unwrap().split("</aside>").next().unwrap();
            for head in heads {
                let value = row[head].replace('&', "&amp;");
                let said = format!("<dt>{head}</dt><dd>{value}</dd>");
                assert!(value.is_empty() || aside.contains(&said), "{address} lacks {said}: {aside}");
            }
            assert!(!row[heads[0]].is_empty() && !row[heads[1]].is_empty(), "{row:?}");
            for heading in headings {
                assert!(body.contains(&format!(">{heading}</h2>")), "{address} lacks {heading}");
            }
        }
    }
}
