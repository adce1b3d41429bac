//! Sets of figures: the page, its table and its files say the same; what disagrees is said.

use axum::http::{Request, StatusCode, header};
use domain::entry::Kind;
use serde_json::Value;

use crate::portal::{Answer, TestPortal};

/// The cells of a page's table, row by row: the anchor, the country, the value as machines read it, the rest as text.
fn table(page: &str) -> Vec<(String, String, String)> {
    let body = page.split("class=\"data-table\"").nth(1).unwrap().split("<tbody").nth(1).unwrap();
    let text = |html: &str| html.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect::<String>();
    let rows = body.split("</tbody>").next().unwrap().split("<tr").skip(1);
    rows.map(|row| {
        let key = row.split("id=\"number-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let head = row.split("<th").nth(1).unwrap().split("</th>").next().unwrap();
        let value = row.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        (key, text(&format!("<th{head}")), value)
    })
    .collect()
}

fn csv_rows(answer: &Answer) -> Vec<Vec<String>> {
    let text = answer.body.strip_prefix('\u{feff}').unwrap();
    let cells = |line: &str| line[1..line.len() - 1].split("\",\"").map(str::to_owned).collect();
    text.lines().map(cells).collect()
}

/// 14.6.9: table, CSV and JSON are equal, also where they are narrowed.
#[tokio::test]
async fn the_table_of_a_page_and_its_files_have_the_same_rows() {
    let portal = TestPortal::start().await;
    for (path, rows) in [
        ("en/data/remittances-received", 13),
        ("es/data/venezuelans-hosted", 9),
        ("es/data/venezuelans-hosted?country=trinidad-and-tobago&year=2020", 2),
        ("en/data/migrants-from-within-the-region", 4),
    ] {
        let (stem, query) = path.split_once('?').unwrap_or((path, ""));
        let page = portal.get(&format!("/{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let table = table(&page.body);
        assert_eq!(table.len(), rows, "{path}");
        let csv = portal.get(&format!("/{stem}.csv?{query}")).await;
        assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
        let lines = csv_rows(&csv);
        assert_eq!(lines[0][..6], ["key", "indicator", "country", "iso", "year", "low"]);
        let json = portal.get(&format!("/{stem}.json?{query}")).await;
        let json: Value = serde_json::from_str(&json.body).unwrap();
        let objects = json["rows"].as_array().unwrap();
        assert_eq!((lines.len() - 1, objects.len()), (rows, rows), "{path}");
        for ((cells, object), (key, head, value)) in lines[1..].iter().zip(objects).zip(&table) {
            assert_eq!((&cells[0], &cells[5]), (key, value), "{path}");
            assert!(cells[2] == *head || cells[1] == *head, "{cells:?} {head}");
            for (name, cell) in lines[0].iter().zip(cells) {
                assert_eq!(object[name].as_str().unwrap(), cell, "{path} {name}");
            }
            assert!(
                !cells[8].is_empty() && !cells[7].is_empty() && !cells[4].is_empty(),
                "source, unit, year: {cells:?}"
            );
        }
    }
}

/// 14.6.9
#[tokio::test]
async fn two_sources_that_disagree_are_both_shown_and_it_is_said() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/data/venezuelans-hosted").await.body;
    assert!(
        page.contains(
            "Sources disagree: Trinidad and Tobago, 2020: 24,169 (R4V, November 2020); 24,000 (R4V, December 2020)"
        ) || page.contains("2020: 24,000 (R4V, December 2020); 24,169 (R4V, November 2020)"),
        "it is not said"
    );
    let agreed = portal.get("/en/data/remittances-received").await.body;
    assert!(!agreed.contains("Sources disagree"));
}

#[tokio::test]
async fn a_chart_has_a_name_a_description_and_a_map_where_shares_are_compared() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/data/foreign-born-share-of-the-population").await.body;
    assert!(page.contains("<title id=\"bars-title\">Foreign-born share of the population"));
    assert!(page.contains("14 bars, from Antigua and Barbuda (33%) down to"));
    assert_eq!(page.matches("class=\"place place-participating").count(), 14);
    assert!(page.contains(" Montserrat, 32%\""));
    // Amounts make no map: it would show who is large.
    assert!(!portal.get("/en/data/remittances-received").await.body.contains("map-values"));
    let lines = portal.get("/es/data/venezuelans-hosted").await.body;
    assert_eq!(lines.matches("class=\"multiple\"").count(), 5);
    assert!(lines.contains("Trinidad y Tobago, por año"));
}

#[tokio::test]
async fn what_a_set_says_nothing_of_is_named_and_its_file_is_refused() {
    let portal = TestPortal::start().await;
    let page = portal.get("/es/data/remittances-received?country=cuba").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("value=\"cuba\" selected"), "what was typed stays");
    assert_eq!(table(&page.body).len(), 13);
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
    let page = portal.send(Request::get("/en/data/remittances-received").header("save-data", "on")).await.body;
    for part in ["\"@type\":\"Dataset\"", "\"temporalCoverage\":\"2020\"", "/en/data/remittances-received.csv\""] {
        assert!(page.contains(part) || portal.get("/en/data/remittances-received").await.body.contains(part), "{part}");
    }
    let country = portal.get("/en/countries/haiti").await.body;
    assert!(country.contains("href=\"/en/data/remittances-received\""));
}
