//! Every list: what its filters leave, how its pages follow each other, and the same list as data.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{StatusCode, header};
use domain::Language;
use domain::entry::{Edition, Kind, Words};
use domain::language::Texts;
use domain::pack::EntryDraft;
use serde_json::Value;

use crate::portal::{Answer, TestPortal};

/// Every list, and what its files are called in English and in Spanish.
const LISTS: [(&str, [&str; 2]); 10] = [
    ("blog", ["blog", "blog"]),
    ("news", ["news", "noticias"]),
    ("media", ["media", "multimedia"]),
    ("e-campus", ["e-campus", "campus-virtual"]),
    ("countries", ["countries", "paises"]),
    ("networks", ["thematic-networks", "redes-tematicas"]),
    ("data", ["migration-data-and-analysis", "datos-y-analisis-sobre-migracion"]),
    ("repository", ["repository", "repositorio"]),
    ("events", ["events", "eventos"]),
    ("search", ["search-results", "resultados-de-la-busqueda"]),
];

fn rows(answer: &Answer) -> Vec<BTreeMap<String, String>> {
    let text = answer.body.strip_prefix('\u{feff}').unwrap();
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The entries of a list as data.
async fn items(portal: &TestPortal, address: &str) -> Vec<Value> {
    let answer = portal.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    let list: Value = serde_json::from_str(&answer.body).unwrap();
    let items = list["items"].as_array().unwrap().clone();
    assert_eq!(list["total"], items.len(), "{address}");
    items
}

/// The address of an entry of a list, as pages link it.
fn path(item: &Value) -> &str {
    let url = item["url"].as_str().or_else(|| item["links"]["html"].as_str()).unwrap();
    url.strip_prefix("https://portal.example.org").unwrap()
}

/// How many entries a page says that it has.
fn said(page: &str) -> usize {
    let count = page.split("class=\"count\"").nth(1).unwrap().split_once('>').unwrap().1;
    let digits = count.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>();
    digits.parse().unwrap_or(0)
}

/// Where the titles of the rows lead, in their order.
fn titles(page: &str) -> Vec<&str> {
    let main = page.split("<main").nth(1).unwrap();
    let titles = main.split("class=\"item-title\"").skip(1);
    titles.filter_map(|title| title.split("href=\"").nth(1)?.split('"').next()).collect()
}

/// 14.6.4
#[tokio::test]
async fn each_list_is_a_file_of_as_many_rows_as_its_page_counts_in_both_languages() {
    let portal = TestPortal::start().await;
    for (list, names) in LISTS {
        for (language, name) in ["en", "es"].into_iter().zip(names) {
            // The calendar counts what its list shows, and nobody has searched for anything yet.
            let query = match list {
                "events" => "?view=list&when=all",
                "search" => "?q=migrant&country=haiti",
                _ => "",
            };
            let address = format!("/{language}/{list}");
            let page = portal.get(&format!("{address}{query}")).await.body;
            for extension in ["json", "csv"] {
                let link = format!("href=\"{address}.{extension}{}\"", query.replace('&', "&amp;"));
                assert!(page.contains(&link), "{address} lacks {link}");
            }
            let count = if list == "networks" { titles(&page).len() } else { said(&page) };
            let csv = portal.get(&format!("{address}.csv{query}")).await;
            assert_eq!(csv.status, StatusCode::OK, "{address}");
            assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
            assert_eq!(csv.header(header::CONTENT_DISPOSITION), format!("attachment; filename=\"{name}.csv\""));
            assert_eq!(csv.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
            let rows = rows(&csv);
            let items = items(&portal, &format!("{address}.json{query}")).await;
            assert!(count > 0, "{address}");
            assert_eq!((rows.len(), items.len()), (count, count), "{address}");
            let (title, link) = if language == "en" { ("Title", "Address") } else { ("Título", "Dirección") };
            for (row, item) in rows.iter().zip(&items) {
                assert_eq!(row[title], item["title"].as_str().unwrap(), "{address}");
                assert_eq!(row[link], format!("https://portal.example.org{}", path(item)), "{address}");
            }
        }
    }
}

/// 14.6.4
#[tokio::test]
async fn the_columns_of_a_file_say_what_its_kind_says_in_the_language_of_the_page() {
    let portal = TestPortal::start().await;
    for (address, column, text) in [
        ("/en/countries.csv", "Capital", "Kingston"),
        ("/es/countries.csv", "Idiomas oficiales", "neerlandés"),
        ("/es/e-campus.csv", "Costo", "Gratuito"),
        ("/en/news.csv", "Written from", "Willemstad"),
        ("/es/news.csv", "Países", "Curazao"),
        ("/en/blog.csv", "Author or role", "Regional specialist, migration and health"),
        ("/es/media.csv", "Tipo", "Galería"),
        ("/en/events.csv", "Taking part", "Online"),
        ("/en/events.csv", "Status", "Cancelled"),
        ("/es/events.csv", "Estado", "Se realiza"),
        ("/en/events.csv", "Precision", "Day and hour"),
        ("/es/events.csv", "Precisión", "Algún día de ese mes"),
        ("/en/repository.csv", "Thematic networks", "Human trafficking"),
        ("/es/repository.csv", "Redes temáticas", "Trata de personas"),
        ("/es/repository.csv", "Resumen", "Ley de la República Dominicana"),
        ("/en/repository.csv", "Languages", "English and Spanish"),
        ("/es/repository.csv", "Idiomas", "neerlandés"),
        ("/es/data.csv", "Redes temáticas", "Datos sobre migración"),
    ] {
        let rows = rows(&portal.get(address).await);
        let cells: Vec<&String> = rows.iter().map(|row| &row[column]).collect();
        let has = |cell: &&String| cell.to_lowercase().contains(&text.to_lowercase());
        assert!(cells.iter().any(has), "{address} {column}: {cells:?}");
    }
}

/// 14.6.4
#[tokio::test]
async fn a_file_is_narrowed_like_its_page_and_what_makes_no_sense_is_refused() {
    let portal = TestPortal::start().await;
    for (page, file) in [
        ("/en/blog?network=migration-and-health", "/en/blog.csv?network=migration-and-health"),
        ("/es/news?country=guyana&year=2020", "/es/news.csv?country=guyana&year=2020"),
        ("/en/events?view=list&when=past", "/en/events.csv?view=list&when=past"),
        ("/es/events?view=list&when=next&network=diaspora", "/es/events.csv?view=list&when=next&network=diaspora"),
        ("/en/events?view=month&date=2026-12-01", "/en/events.csv?view=month&date=2026-12-01"),
        ("/en/data?country=cayman-islands", "/en/data.csv?country=cayman-islands"),
        ("/en/repository?type=law", "/en/repository.csv?type=law"),
    ] {
        let shown = portal.get(page).await.body;
        assert!(shown.contains(&format!("href=\"{}\"", file.replace('&', "&amp;"))), "{page} lacks {file}");
        assert_eq!(rows(&portal.get(file).await).len(), said(&shown), "{page}");
    }
    // A file of the whole calendar, like a calendar file, knows past and next ones.
    let all = items(&portal, "/en/events.json?view=list&when=all").await.len();
    assert_eq!(items(&portal, "/en/events.json").await.len(), all);
    for (address, status) in [
        ("/en/blog.json?year=x", StatusCode::UNPROCESSABLE_ENTITY),
        ("/es/news.csv?network=nowhere", StatusCode::UNPROCESSABLE_ENTITY),
        ("/en/events.csv?mode=x", StatusCode::UNPROCESSABLE_ENTITY),
        ("/fr/blog.csv", StatusCode::NOT_FOUND),
        ("/en/about.json", StatusCode::NOT_FOUND),
        ("/en/nothing.csv", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(portal.get(address).await.status, status, "{address}");
    }
}

pub(crate) fn post(number: usize, title: &str, author: &str) -> EntryDraft {
    let edition = |_| Edition {
        title: title.to_owned(),
        summary: String::new(),
        picture_alt: String::new(),
        words: Words { author: author.to_owned(), ..Words::default() },
    };
    EntryDraft {
        slug: format!("a-post-{number}").parse().unwrap(),
        published: Some(
            jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(number).unwrap())),
        ),
        editions: Texts::from_iter(Language::ALL.map(|language| (language, edition(language)))),
        ..EntryDraft::blank(Kind::Post, Language::En)
    }
}

/// 14.6.4
#[tokio::test]
async fn no_cell_of_a_file_is_a_formula_for_spreadsheets() {
    let portal = TestPortal::start().await;
    let now = portal.portal.clock.now();
    let draft = post(1, "=HYPERLINK(\"https://evil.example\")", "@sum, +1");
    portal.portal.desk.create(&draft, "ana", "a test", now).await.unwrap();
    let file = portal.get("/en/blog.csv").await.body;
    assert!(file.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"") && file.contains("\"'@sum, +1\""), "{file}");
}

/// Two entries of a kind that differ in network, country and year.
async fn two_that_differ(portal: &TestPortal, kind: Kind) {
    for (name, network, country, year) in
        [("one", "labour-migration", "jamaica", 2021), ("another", "border-management", "guyana", 2022)]
    {
        let draft = EntryDraft {
            kind,
            slug: name.parse().unwrap(),
            published: Some(jiff::civil::date(year, 3, 1)),
            networks: vec![network.parse().unwrap()],
            countries: vec![country.parse().unwrap()],
            details: EntryDraft::blank(kind, Language::En).details,
            ..post(0, name, "")
        };
        portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
    }
}

/// 14.7.1: every filter of every list leaves just the entries that bear its value, in the order of the list.
#[tokio::test]
async fn each_filter_of_each_list_leaves_what_bears_its_value_and_nothing_else() {
    let portal = TestPortal::start().await;
    for kind in [Kind::Media, Kind::Course] {
        two_that_differ(&portal, kind).await;
    }
    let mut tried = BTreeSet::new();
    for list in ["blog", "news", "media", "e-campus", "data", "repository"] {
        for language in ["en", "es"] {
            let all = items(&portal, &format!("/{language}/{list}.json")).await;
            let values = |item: &Value, filter: &str| -> Vec<String> {
                let texts = |field: &str| {
                    item[field].as_array().unwrap().iter().map(|its| its.as_str().unwrap().to_owned()).collect()
                };
                match filter {
                    "network" => texts("networks"),
                    "country" => texts("countries"),
                    _ if list == "repository" => vec![item["year"].to_string()],
                    _ => item["published"].as_str().map(|day| day[..4].to_owned()).into_iter().collect(),
                }
            };
            for filter in ["network", "country", "year"] {
                let offered: BTreeSet<String> = all.iter().flat_map(|item| values(item, filter)).collect();
                for value in offered {
                    let expected: Vec<&str> =
                        all.iter().filter(|item| values(item, filter).contains(&value)).map(path).collect();
                    if expected.len() == all.len() {
                        continue;
                    }
                    let address = format!("/{language}/{list}?{filter}={value}");
                    let page = portal.get(&address).await.body;
                    assert_eq!(said(&page), expected.len(), "{address}");
                    let shown = titles(&page);
                    // The repository orders what it finds; other lists keep the order of the whole.
                    if list == "repository" {
                        let all: BTreeSet<&str> = expected.iter().copied().collect();
                        assert!(shown.iter().all(|its| all.contains(its)), "{address}");
                        assert_eq!(shown.len(), expected.len().min(20), "{address}");
                    } else {
                        assert_eq!(shown, expected[..expected.len().min(20)], "{address}");
                    }
                    tried.insert((list, language, filter));
                }
            }
        }
    }
    for list in ["blog", "news", "media", "e-campus", "repository"] {
        for language in ["en", "es"] {
            for filter in ["network", "country", "year"] {
                assert!(tried.contains(&(list, language, filter)), "{list} {language} {filter} was not tried");
            }
        }
    }
    assert!(tried.contains(&("data", "es", "country")), "{tried:?}");
}

/// 14.7.1
#[tokio::test]
async fn the_pages_of_a_list_follow_each_other_with_the_author_kept_and_hold_each_row_once() {
    let portal = TestPortal::start().await;
    let now = portal.portal.clock.now();
    let author = "A desk & its \"officer\"";
    for number in 0..45 {
        let draft = post(number, &format!("Post {number}"), if number % 9 == 8 { "Another" } else { author });
        portal.portal.desk.create(&draft, "ana", "a test", now).await.unwrap();
    }
    for language in ["en", "es"] {
        let mut address = format!("/{language}/blog?author=A+desk+%26+its+%22officer%22");
        let (mut pages, mut rows) = (0, Vec::new());
        loop {
            let page = portal.get(&address).await.body;
            assert_eq!(said(&page), 40, "{address}");
            pages += 1;
            rows.extend(titles(&page).into_iter().map(str::to_owned));
            let next = page.split("rel=\"next\" href=\"").nth(1).map(|rest| rest.split('"').next().unwrap());
            let Some(next) = next else { break };
            assert!(next.contains("author=A%20desk%20%26%20its%20%22officer%22"), "{next}");
            address = next.replace("&amp;", "&");
        }
        let each: BTreeSet<&String> = rows.iter().collect();
        assert_eq!((pages, rows.len(), each.len()), (2, 40, 40), "{language}");
        // The latest first.
        assert_eq!(rows[0], format!("/{language}/blog/a-post-43"));
    }
}
