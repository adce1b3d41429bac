//! What makes no sense: a clear page, never a 500 or a blank one.

use axum::http::{Request, StatusCode};

use crate::portal::TestPortal;

#[tokio::test]
async fn nothing_that_can_be_typed_makes_a_500_or_a_blank_page() {
    let portal = TestPortal::start().await;
    let long = "x".repeat(7_000);
    let too_long = "x".repeat(9_000);
    let table: Vec<(String, u16)> = vec![
        ("/fr".into(), 404),
        ("/en/nothing".into(), 404),
        ("/es/networks/nothing".into(), 404),
        ("/en/networks/Nothing%20Here".into(), 404),
        ("/en/events/nothing.ics".into(), 404),
        ("/en/blog/a/b/c".into(), 404),
        ("/en/write/nobody".into(), 404),
        ("/en/events?view=nonsense".into(), 422),
        ("/en/events?date=2026-02-30".into(), 422),
        ("/es/events?date=99999".into(), 422),
        ("/en/events?date=".into(), 200),
        ("/en/events?date=0000-00-00&view=year".into(), 422),
        ("/en/events?view=list&page=0".into(), 422),
        ("/en/events?view=list&page=99999".into(), 200),
        ("/en/events?network=nowhere&country=%F0%9F%92%A5&mode=telepathy&when=never".into(), 422),
        ("/en/repository?year=abc".into(), 422),
        ("/en/networks/diaspora?view=sideways".into(), 422),
        (format!("/en/search?q={}", "m".repeat(500)), 422),
        (format!("/en/search?q={long}"), 422),
        (format!("/en/search?q={too_long}"), 414),
        ("/en/search?q=%25_%27%22%3Cscript%3E".into(), 200),
        ("/en/networks/%zz".into(), 400),
        ("/en/networks/%ff".into(), 400),
        ("/en/search?q=%".into(), 400),
        ("/en/networks/%00".into(), 400),
        ("/es/events.ics?mode=telepathy".into(), 422),
        ("/en/blog.atom?year=abc".into(), 422),
        ("/en/events.atom?mode=telepathy".into(), 422),
        ("/en/events.ics?network=nowhere".into(), 422),
        ("/xx/write/office".into(), 404),
    ];
    for (address, status) in table {
        let answer = portal.get(&address).await;
        let shown: String = address.chars().take(60).collect();
        assert_eq!(answer.status.as_u16(), status, "{shown}");
        assert!(answer.body.contains("<h1"), "{shown} has no page");
        let language = if address.starts_with("/es") { "es" } else { "en" };
        assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{shown} is not in {language}");
    }
    let large_header = Request::get("/en").header("x-large", "y".repeat(10_000));
    assert_eq!(portal.send(large_header).await.status, StatusCode::OK);
    let posted = portal.send(Request::post("/es/networks")).await;
    assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(posted.body.contains("<html lang=\"es\""));
}

#[tokio::test]
async fn past_its_end_a_list_shows_its_last_page_and_does_not_say_that_it_is_empty() {
    let portal = TestPortal::start().await;
    for address in [
        "/en/search?q=a",
        "/es/events?view=list&when=all",
        "/en/events?view=list&when=past",
        "/en/repository?",
        "/es/countries?",
    ] {
        let page = portal.get(&format!("{address}&page=77")).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.body.contains("class=\"item-title\""), "{address} has no row");
        assert!(!page.body.contains("class=\"empty\""), "{address} contradicts itself");
        if let Some(pager) = page.body.split("class=\"pager\"").nth(1) {
            let pager = pager.split("</nav>").next().unwrap();
            let numbers: Vec<&str> =
                pager.split(|c: char| !c.is_ascii_digit()).filter(|text| !text.is_empty()).collect();
            assert_eq!(numbers[numbers.len() - 1], numbers[numbers.len() - 2], "{pager}");
        }
    }
    let nothing = portal.get("/en/search?q=zzzzzz&page=77").await;
    assert!(nothing.status == StatusCode::OK && nothing.body.contains("Nothing was found"));
}

#[tokio::test]
async fn what_was_typed_and_not_understood_is_named_and_kept() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/events?date=2026-02-30&country=atlantis").await.body;
    assert!(page.contains("2026-02-30") && page.contains("value=\"atlantis\""));
    assert!(page.contains("href=\"#date\"") && page.contains("href=\"#country\""));
}
