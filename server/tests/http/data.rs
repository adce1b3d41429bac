//! Sets of figures: the page, its table and its files say the same; what disagrees is said.

use std::collections::BTreeMap;

use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Edition, Kind, Words};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::pack::EntryDraft;
use serde_json::Value;

use crate::portal::{Answer, TestPortal};

/// A set of figures, one of each sort: shares and dollars, a range, a note, two years, an indicator without a country.
fn mixed() -> EntryDraft {
    let figure = |key: &str, low: &str, unit: Unit, year: &str, country: &str, labels: [&str; 2]| {
        let words = |label: &str, source: Option<&str>| FigureWords {
            label: label.to_owned(),
            note: None,
            source: source.map(str::to_owned),
        };
        let [en, es] = [words(labels[0], None), words(labels[1], Some("Una «encuesta», 2021; <b>"))];
        Figure {
            key: key.parse().unwrap(),
            low: low.to_owned(),
            high: None,
            unit,
            year: year.to_owned(),
            source: "A \"survey\", 2021; <b>".to_owned(),
            url: Some("https://example.org/survey?a=1&b=2".to_owned()),
            country: country.parse().ok(),
            words: Texts::from_iter([(Language::En, en), (Language::Es, es)]),
        }
    };
    let share = ["Share of households", "Proporción de hogares"];
    let mut range = Figure {
        high: Some("14.5".to_owned()),
        ..figure("range", "12.50", Unit::Percent, "2014-2015", "haiti", share)
    };
    for (language, note) in [(Language::En, "=Towns only, \"urban\""), (Language::Es, "Solo ciudades, «urbanas»")] {
        let words = FigureWords { note: Some(note.to_owned()), ..range.words.get(language).unwrap().clone() };
        range.words.set(language, words);
    }
    let titled = |title: &str| Edition {
        title: title.to_owned(),
        summary: String::new(),
        picture_alt: String::new(),
        words: Words::default(),
    };
    EntryDraft {
        slug: "mixed".parse().unwrap(),
        figures: vec![
            range,
            figure("jamaica", "9", Unit::Percent, "2019", "jamaica", share),
            figure("money", "2500000", Unit::Usd, "2019", "haiti", ["Money sent", "Dinero enviado"]),
            figure("people", "-3", Unit::Count, "2019", "", ["Change", "Variación"]),
        ],
        blocks: [Block {
            id: 0,
            kind: BlockKind::Paragraph,
            texts: Texts::from_iter(Language::ALL.map(|language| {
                let markdown = "[9](figure:jamaica), [21](figure:remittances-as-a-share-of-gdp/haiti-2020)".to_owned();
                (language, BlockText { markdown, made_from: None })
            })),
        }]
        .into(),
        editions: Texts::from_iter([(Language::En, titled("Mixed")), (Language::Es, titled("Mezcla"))]),
        ..EntryDraft::blank(Kind::Dataset, Language::En)
    }
}

async fn with_mixed() -> TestPortal {
    let portal = TestPortal::start().await;
    portal.portal.desk.create(&mixed(), "ana", "a test", portal.portal.clock.now()).await.unwrap();
    portal
}

/// What a piece of a page says, without its elements.
fn text(html: &str) -> String {
    let text: String = html.split('<').enumerate().fold(String::new(), |text, (place, part)| {
        text + if place == 0 { part } else { part.split_once('>').map_or("", |(_, said)| said) }
    });
    ["&lt;<", "&gt;>", "&quot;\"", "&#x27;'", "&amp;&"].iter().fold(text, |text, pair| {
        let (escaped, sign) = pair.split_at(pair.len() - 1);
        text.replace(escaped, sign)
    })
}

/// A row of the table of a page.
struct Shown {
    key: String,
    /// Country and label, as far as the row says them.
    head: String,
    /// As machines read it: `low`, or `low/high`.
    value: String,
    /// Year, value with its unit, source and note, as people read them.
    cells: Vec<String>,
    /// Where the source can be read; empty where nowhere.
    url: String,
}

fn table(page: &str) -> Vec<Shown> {
    let body = page.split("class=\"data-table\"").nth(1).unwrap().split("<tbody").nth(1).unwrap();
    let rows = body.split("</tbody>").next().unwrap().split("<tr").skip(1);
    let after = |html: &str, mark: &str| html.split(mark).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    rows.map(|row| {
        let cells: Vec<&str> = row.split("<td").skip(1).map(|cell| cell.split("</td>").next().unwrap()).collect();
        let head = row.split("<th").nth(1).unwrap().split("</th>").next().unwrap();
        Shown {
            key: after(row, "id=\"number-").unwrap(),
            head: text(&format!("<th{head}")),
            value: after(row, "value=\"").unwrap(),
            url: after(cells[2], "href=\"").unwrap_or_default().replace("&amp;", "&"),
            cells: cells.into_iter().map(|cell| text(&format!("<td{cell}")).trim().to_owned()).collect(),
        }
    })
    .collect()
}

/// The rows of a file, read by a parser of somebody else's: cells by the names of their columns.
fn csv_rows(answer: &Answer) -> Vec<BTreeMap<String, String>> {
    let text = answer.body.strip_prefix('\u{feff}').unwrap();
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// 14.6.9: table, CSV and JSON are equal in every cell, also where they are narrowed.
#[tokio::test]
async fn the_table_of_a_page_and_its_files_have_the_same_rows() {
    let portal = with_mixed().await;
    for (set, rows) in [
        ("remittances-received", 13),
        ("venezuelans-hosted", 9),
        ("venezuelans-hosted?country=trinidad-and-tobago&year=2020", 2),
        ("migrants-from-within-the-region", 4),
        ("mixed", 4),
        ("mixed?country=haiti", 2),
        ("mixed?year=2014-2015", 1),
    ] {
        for language in Language::ALL {
            let path = format!("{language}/data/{set}");
            let (stem, query) = path.split_once('?').unwrap_or((&path, ""));
            let page = portal.get(&format!("/{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let table = table(&page.body);
            let csv = portal.get(&format!("/{stem}.csv?{query}")).await;
            assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
            let lines = csv_rows(&csv);
            let json = portal.get(&format!("/{stem}.json?{query}")).await;
            let json: Value = serde_json::from_str(&json.body).unwrap();
            let objects = json["rows"].as_array().unwrap();
            assert_eq!((table.len(), lines.len(), objects.len()), (rows, rows, rows), "{path}");
            for ((shown, line), object) in table.iter().zip(&lines).zip(objects) {
                assert_eq!(line.len(), 11, "{path}");
                // A file for spreadsheets guards what they would take for a formula.
                let of = |name: &str| line[name].strip_prefix('\'').unwrap_or(&line[name]);
                assert_eq!(object.as_object().unwrap().len(), 11, "{path}");
                for name in line.keys() {
                    match &object[name] {
                        Value::Null => assert_eq!(of(name), "", "{path} {name}"),
                        Value::Number(number) => {
                            assert!(["low", "high"].contains(&name.as_str()), "{path} {name}");
                            assert_eq!(number.as_f64(), of(name).parse().ok(), "{path} {name}");
                        }
                        said => assert_eq!(said.as_str().unwrap(), of(name), "{path} {name}"),
                    }
                }
                let value =
                    if of("high").is_empty() { of("low").to_owned() } else { of("low").to_owned() + "/" + of("high") };
                assert_eq!((shown.key.as_str(), &shown.value), (of("key"), &value), "{path}");
                assert_eq!(shown.url, of("url"), "{path}");
                let [year, value, source, note] = shown.cells.as_slice() else { panic!("{:?}", shown.cells) };
                assert_eq!([year, source, note], [&of("year").replace('-', "–"), of("source"), of("note")], "{path}");
                let unit = if value.contains('%') {
                    "percent"
                } else if value.contains("USD") {
                    "usd"
                } else {
                    "count"
                };
                assert_eq!(unit, of("unit"), "{path}: the value bears its unit: {value}");
                let head = if of("country").is_empty() { of("indicator") } else { of("country") };
                assert!(shown.head.starts_with(head), "{path}: {} {head}", shown.head);
                assert!([year, source].iter().all(|said| !said.is_empty()), "{path}");
            }
        }
    }
    let page = portal.get("/es/data/mixed").await.body;
    let range = table(&page).into_iter().find(|row| row.key == "range").unwrap();
    assert_eq!([&range.cells[1], &range.cells[2]], ["12.50 a 14.5\u{a0}%", "Una «encuesta», 2021; <b>"]);
}

/// 14.6.9
#[tokio::test]
async fn a_file_for_programs_says_numbers_as_numbers_which_set_it_is_and_when_it_was_changed() {
    let portal = with_mixed().await;
    for language in Language::ALL {
        let answer = portal.get(&format!("/{language}/data/mixed.json")).await;
        let set: Value = serde_json::from_str(&answer.body).unwrap();
        let row = |key: &str| set["rows"].as_array().unwrap().iter().find(|row| row["key"] == key).unwrap();
        assert!(answer.body.contains("\"low\": 2500000,"), "{}", answer.body);
        assert_eq!((&row("people")["low"], &row("people")["high"]), (&(-3).into(), &Value::Null));
        assert_eq!((&row("people")["country"], &row("people")["note"]), (&Value::Null, &Value::Null));
        let range = row("range");
        assert_eq!((&range["low"], &range["high"], &range["year"]), (&12.5.into(), &14.5.into(), &"2014-2015".into()));
        let listed = portal.get(&format!("/api/v1/entries?kind=dataset&language={language}&per_page=100")).await.body;
        let listed: Value = serde_json::from_str(&listed).unwrap();
        let item = listed["items"].as_array().unwrap().iter().find(|item| item["slug"] == "mixed").unwrap();
        assert_eq!((&set["uid"], &set["updated"]), (&item["uid"], &item["updated"]));
        assert_eq!(set["updated"], "2026-11-24T12:00:00Z");
    }
}

/// 14.6.9
#[tokio::test]
async fn each_unit_has_a_chart_of_its_own_and_bars_of_several_years_bear_their_year() {
    let portal = with_mixed().await;
    for (language, units, bars) in [
        ("en", ["Unit: US dollars", "Unit: percent"], ["Haiti, 2014–2015", "Jamaica, 2019"]),
        ("es", ["Unidad: dólares de los EE. UU.", "Unidad: porcentaje"], ["Haití, 2014–2015", "Jamaica, 2019"]),
    ] {
        let page = portal.get(&format!("/{language}/data/mixed")).await.body;
        let charts: Vec<&str> = page.split("class=\"chart-unit\"").skip(1).collect();
        // A change below nought is told by the table alone.
        assert_eq!(charts.len(), 2, "{language}");
        for (chart, unit) in charts.iter().zip(units) {
            assert!(text(&format!("<{chart}")).trim_start().starts_with(unit), "{language} {unit}");
        }
        for bar in bars {
            assert!(charts[1].contains(bar), "{language} {bar}");
        }
        assert!(charts[0].contains("Hait") && !charts[0].contains(", 2019"), "one year need not be said");
        let ids: Vec<&str> =
            page.split("<span id=\"bars-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(ids, ["1-title", "1-told", "2-title", "2-told"], "each drawing has its own name");
    }
    let one_year = portal.get("/en/data/remittances-received").await.body;
    assert!(one_year.contains("Unit: US dollars") && !one_year.contains("Haiti, 2020"));
    assert!(!portal.get("/en/data/mixed?year=2019").await.body.contains("No figure is left"));
}

/// 14.6.9
#[tokio::test]
async fn a_figure_of_another_set_that_the_text_names_stands_below_the_own_table() {
    let portal = with_mixed().await;
    for (language, heading) in [("en", "Figures on this page"), ("es", "Cifras de esta página")] {
        let page = portal.get(&format!("/{language}/data/mixed")).await.body;
        let list = page.split(heading).nth(1).unwrap().split("</section>").next().unwrap();
        assert_eq!(list.matches("class=\"figure\"").count(), 1, "its own stand in the table: {list}");
        assert!(list.contains("21.44"), "{list}");
        for card in ["card-jamaica", "card-remittances-as-a-share-of-gdp--haiti-2020"] {
            assert!(page.contains(&format!("id=\"{card}\"")), "{language} {card}");
        }
    }
}

/// 14.1.7, 14.6.9
#[tokio::test]
async fn a_link_that_was_shared_goes_on_when_the_country_is_renamed() {
    let portal = TestPortal::start().await;
    let now = portal.portal.clock.now();
    let [old, new] = ["haiti", "republic-of-haiti"].map(|slug| slug.parse().unwrap());
    portal.portal.desk.rename(Kind::Country, &old, &new, "eve", now).await.unwrap();
    let page = portal.get("/es/data/remittances-received?country=haiti").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(table(&page.body).len(), 1);
    assert!(page.body.contains("value=\"republic-of-haiti\" selected"), "the form says what is chosen");
    assert!(page.body.contains("/es/data/remittances-received.csv?country=republic-of-haiti"));
    for extension in ["csv", "json"] {
        let file = portal.get(&format!("/en/data/remittances-received.{extension}?country=haiti")).await;
        assert_eq!((file.status, file.body.matches("haiti-2020").count()), (StatusCode::OK, 1), "{extension}");
    }
}

/// 14.6.9
#[tokio::test]
async fn two_sources_that_disagree_are_both_shown_and_it_is_said() {
    let portal = TestPortal::start().await;
    let of = async |path: &str| text(&portal.get(path).await.body);
    let page = of("/en/data/venezuelans-hosted").await;
    assert!(page.contains("Figures differ: Trinidad and Tobago, 2020: "), "it is not said");
    assert!(["24,169 (R4V, November 2020)", "24,000 (R4V, December 2020)"].iter().all(|part| page.contains(part)));
    let page = of("/es/data/migrants-from-within-the-region").await;
    assert!(page.contains("Las cifras difieren: "), "{page}");
    let agreed = portal.get("/en/data/remittances-received").await.body;
    assert!(!agreed.contains("Figures differ"));
}

/// 14.6.9: what is downloaded, compared or told to machines in Spanish names its source in Spanish.
#[tokio::test]
async fn a_source_is_named_in_the_language_of_the_reader() {
    let portal = TestPortal::start().await;
    for (language, source, another) in [
        ("en", "World Bank, quoted by CARICOM, 2021", "Banco Mundial"),
        ("es", "Banco Mundial, citado por la CARICOM, 2021", "World Bank"),
    ] {
        let page = portal.get(&format!("/{language}/data/remittances-received")).await.body;
        assert!(table(&page).iter().all(|row| row.cells[2] == source), "{language}");
        let citation = format!("\"citation\":[\"{source}\"]");
        assert!(page.contains(&citation), "{language}: what machines read lacks {citation}");
        for extension in ["csv", "json"] {
            let file = portal.get(&format!("/{language}/data/remittances-received.{extension}")).await.body;
            assert_eq!(file.matches(source).count(), 13, "{language} {extension}");
            assert!(!file.contains(another), "{language} {extension}");
        }
    }
    let told = portal.get("/es/data/venezuelans-hosted").await.body;
    assert!(told.contains("(R4V, noviembre de 2020)") && told.contains("(R4V, diciembre de 2020)"), "who disagrees");
    assert!(!told.contains("R4V, November") && !told.contains("R4V, December"), "nor in a chart");
}

#[tokio::test]
async fn a_chart_has_a_name_a_description_and_a_map_where_shares_are_compared() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/data/foreign-born-share-of-the-population").await.body;
    let name = page.split("id=\"bars-1-title\"").nth(1).unwrap().split("</span>").next().unwrap();
    assert!(name.contains(">Foreign-born share of the population. Unit: percent"), "{name}");
    assert!(page.contains("14 bars, from Antigua and Barbuda (33%) down to"));
    assert_eq!(page.matches("class=\"place place-participating").count(), 14);
    assert!(page.contains(" Montserrat, 32%\""));
    // Shades are told from the least to the most, and so is what is not known.
    let legend = page.split("class=\"map-legend\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let legend = text(&format!("<ul{}", legend.replace("</li>", " ")));
    let told: Vec<&str> = legend.split_whitespace().collect();
    assert_eq!(told.join(" "), "up to 10% up to 20% up to 30% up to 40% No figure");
    // Amounts make no map: it would show who is large.
    assert!(!portal.get("/en/data/remittances-received").await.body.contains("map-values"));
    let lines = portal.get("/es/data/venezuelans-hosted").await.body;
    assert_eq!(lines.matches("class=\"multiple\"").count(), 5);
    assert!(lines.contains("Trinidad y Tobago, por año"));
}

/// 14.6.9
#[tokio::test]
async fn shares_are_drawn_against_a_hundred_and_every_axis_says_where_it_ends() {
    let portal = TestPortal::start().await;
    for (path, longest, end) in [
        ("/en/data/foreign-born-share-of-the-population", "33.00%", "100%"),
        ("/es/data/foreign-born-share-of-the-population", "33.00%", "100\u{a0}%"),
        ("/en/data/remittances-received", "77.50%", "USD\u{a0}4,000\u{a0}million"),
    ] {
        let page = portal.get(path).await.body;
        let mut rects = page.split("<rect").skip(1).filter_map(|rest| rest.split('>').next());
        let bar = rects.find(|rect| rect.contains("chart-bar")).unwrap();
        assert!(bar.contains(&format!("width=\"{longest}\"")), "{path}: {bar}");
        let ends = page.split("class=\"chart-axis-ends\"").nth(1).unwrap().split("</p>").next().unwrap();
        assert_eq!(text(&format!("<p{ends}")).trim().trim_start_matches('0').trim(), end, "{path}");
    }
}

#[tokio::test]
async fn a_set_says_where_it_has_no_figure_and_what_is_no_country_or_year_is_named() {
    let portal = TestPortal::start().await;
    let page = portal.get("/es/data/remittances-received?country=cuba").await;
    assert_eq!((page.status, table(&page.body).len()), (StatusCode::OK, 0));
    assert!(page.body.contains("No queda ninguna cifra") && page.body.contains("value=\"cuba\" selected"));
    let file = portal.get("/es/data/remittances-received.csv?country=cuba").await;
    assert_eq!((file.status, file.body.lines().count()), (StatusCode::OK, 1));
    let page = portal.get("/es/data/remittances-received?country=narnia&year=now").await;
    assert_eq!((page.status, table(&page.body).len()), (StatusCode::UNPROCESSABLE_ENTITY, 13));
    for typed in ["narnia", "now"] {
        assert!(page.body.contains(&format!("value=\"{typed}\" selected")), "what was typed stays: {typed}");
    }
    assert!(page.body.contains("href=\"/es/data/remittances-received.csv\""), "its files are what it shows");
    assert_eq!(portal.get("/es/data/remittances-received.csv?year=1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(portal.get("/es/data/nothing.json").await.status, StatusCode::NOT_FOUND);
    let slug = |text: &str| text.parse().unwrap();
    let now = portal.portal.clock.now();
    portal
        .portal
        .desk
        .rename(Kind::Dataset, &slug("remittances-received"), &slug("remittances"), "ana", now)
        .await
        .unwrap();
    let moved = portal.get("/en/data/remittances-received.csv").await;
    assert_eq!(
        (moved.status, moved.header(header::LOCATION)),
        (StatusCode::PERMANENT_REDIRECT, "/en/data/remittances.csv")
    );
}

#[tokio::test]
async fn data_are_listed_by_country_and_described_for_machines() {
    let portal = TestPortal::start().await;
    let list = portal.get("/en/data?country=cayman-islands").await.body;
    assert!(list.contains("Remittances as a share of GDP") && !list.contains("Venezuelans hosted"));
    // A set bears the years of its figures, not that in which it was put here.
    let of_2020 = portal.get("/es/data?year=2020").await.body;
    assert!(of_2020.contains("/es/data/remittances-received\"") && !of_2020.contains("class=\"empty\""));
    assert!(!portal.get("/es/data?year=2026").await.body.contains("/es/data/remittances-received\""));
    let page = portal.send(Request::get("/en/data/remittances-received").header("save-data", "on")).await.body;
    for part in ["\"@type\":\"Dataset\"", "\"temporalCoverage\":\"2020\"", "/en/data/remittances-received.csv\""] {
        assert!(page.contains(part) || portal.get("/en/data/remittances-received").await.body.contains(part), "{part}");
    }
    let country = portal.get("/en/countries/haiti").await.body;
    assert!(country.contains("href=\"/en/data/remittances-received\""));
}
