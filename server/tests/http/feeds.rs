//! What machines read.

use axum::http::{Request, StatusCode, header};

use crate::portal::TestPortal;

/// 14.10.5
#[tokio::test]
async fn feeds_answer_304_to_a_reader_who_has_them() {
    let portal = TestPortal::start().await;
    for feed in [
        "/en/opensearch.xml",
        "/en/media.atom",
        "/es/e-campus.atom",
        "/en/data.atom",
        "/en/events.ics",
        "/es/blog.atom",
        "/en/events.atom",
        "/sitemap.xml",
        "/es/events.ics?network=diaspora",
        "/en/blog.json",
        "/es/news.csv?country=guyana",
        "/en/events.json?when=all",
        "/es/events.csv",
        "/en/repository.json?type=law",
        "/es/repository.csv",
        "/en/data.json",
        "/es/data/remittances-received.csv",
        "/en/data/remittances-received.json",
        "/en/repository/migration-governance-in-the-caribbean.bib",
        "/es/repository/migration-governance-in-the-caribbean.ris",
        "/es/repository/migration-governance-in-the-caribbean.csl.json",
    ] {
        let first = portal.get(feed).await;
        assert_eq!(first.status, StatusCode::OK, "{feed}");
        let tag = first.header(header::ETAG).to_owned();
        let again = portal.send(Request::get(feed).header(header::IF_NONE_MATCH, &tag)).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{feed}");
        assert!(again.body.is_empty());
    }
}

/// 14.4.4
#[tokio::test]
async fn the_site_map_names_twins_only_where_both_are_published() {
    let portal = TestPortal::start().await;
    let map = portal.get("/sitemap.xml").await.body;
    assert!(map.contains("<loc>https://portal.example.org/es/networks/diaspora</loc>"));
    assert!(map.contains("hreflang=\"x-default\" href=\"https://portal.example.org/en/networks/diaspora\""));
    let one = map.split("/en/blog/migration-governance-as-adaptation</loc>").nth(1).unwrap();
    assert!(!one.split("</url>").next().unwrap().contains("xhtml:link"));
    assert!(!map.contains("/es/blog/migration-governance-as-adaptation"));
}

/// 14.4.4, 14.10.5
#[tokio::test]
async fn the_site_map_says_when_each_text_was_last_changed_and_is_a_new_one_only_then() {
    let portal = TestPortal::start().await;
    let changed = |map: &str, path: &str| {
        let url = map.split(&format!("<loc>https://portal.example.org{path}</loc>")).nth(1).unwrap().to_owned();
        let url = url.split("</url>").next().unwrap().to_owned();
        url.strip_prefix("<lastmod>").map(|rest| rest.split('<').next().unwrap().to_owned())
    };
    let before = portal.get("/sitemap.xml").await;
    portal.pass(3600);
    let (library, desk, now) = (&portal.portal.library, &portal.portal.desk, portal.portal.clock.now());
    let later = portal.get("/sitemap.xml").await;
    assert_eq!(later.header(header::ETAG), before.header(header::ETAG), "time alone changes nothing");
    let post = crate::lists::post(1, "New", "");
    desk.create(&post, "ana", "a test", now).await.unwrap();
    let map = portal.get("/sitemap.xml").await;
    assert_ne!(map.header(header::ETAG), before.header(header::ETAG));
    let network = "diaspora".parse().unwrap();
    for language in domain::Language::ALL {
        let entry = library.entry(domain::entry::Kind::Network, &network, language, now).await.unwrap();
        let said = entry.summary.updated.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        assert_eq!(changed(&map.body, &format!("/{language}/networks/diaspora")), Some(said));
        let new = changed(&map.body, &format!("/{language}/blog/a-post-1"));
        assert_eq!(new.as_deref(), Some("2026-11-24T13:00:00Z"));
        assert_eq!(changed(&map.body, &format!("/{language}/blog")), None, "a list changes with what it lists");
    }
}

/// 14.10.4
#[tokio::test]
async fn each_page_leads_to_the_description_of_how_the_portal_is_searched_in_its_language() {
    let portal = TestPortal::start().await;
    for (language, words) in [("en", "Search the portal"), ("es", "Buscar en el portal")] {
        let page = portal.get(&format!("/{language}/networks")).await.body;
        assert!(page.contains(&format!("href=\"/{language}/opensearch.xml\"")));
        let description = portal.get(&format!("/{language}/opensearch.xml")).await;
        assert_eq!(description.header(header::CONTENT_TYPE), "application/opensearchdescription+xml; charset=utf-8");
        let template = format!("https://portal.example.org/{language}/search?q={{searchTerms}}");
        assert!(description.body.contains(&template) && description.body.contains(words), "{}", description.body);
    }
    assert_eq!(portal.get("/fr/opensearch.xml").await.status, StatusCode::NOT_FOUND);
}
