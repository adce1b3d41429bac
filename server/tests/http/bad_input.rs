//! What makes no sense: a clear page, never a 500 or a blank one.

use axum::http::{Request, StatusCode, header};

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
async fn who_comes_with_a_method_that_a_page_does_not_know_is_told_of_those_that_it_does() {
    let portal = TestPortal::start().await;
    for (address, method, allowed) in [
        ("/en", "POST", ["GET", "HEAD"].as_slice()),
        ("/es/networks/diaspora", "DELETE", &["GET", "HEAD"]),
        ("/en/data/venezuelans-hosted", "POST", &["GET", "HEAD"]),
        ("/en/data/venezuelans-hosted.csv", "PUT", &["GET", "HEAD"]),
        ("/es/events.csv", "POST", &["GET", "HEAD"]),
        ("/en/nothing", "POST", &["GET", "HEAD"]),
        ("/es/login", "PUT", &["GET", "HEAD", "POST"]),
        ("/en/dashboard/profile", "PATCH", &["GET", "HEAD", "POST"]),
        ("/en/staff/media", "PUT", &["GET", "HEAD", "POST"]),
        ("/oai", "PUT", &["GET", "HEAD", "POST"]),
    ] {
        let answer = portal.send(Request::builder().method(method).uri(address)).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
        let mut said: Vec<&str> = answer.header(header::ALLOW).split(',').map(str::trim).collect();
        said.sort_unstable();
        assert_eq!(said, allowed, "{method} {address}");
        assert_eq!(answer.body.contains("<h1"), address != "/oai", "{method} {address}");
    }
    assert_eq!(portal.get("/en/login").await.status, StatusCode::OK);
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
    assert!(nothing.status == StatusCode::OK && nothing.body.contains("No page has all of these words"));
}

#[tokio::test]
async fn what_was_typed_and_not_understood_is_named_and_kept() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/events?date=2026-02-30&country=atlantis").await.body;
    assert!(page.contains("2026-02-30") && page.contains("value=\"atlantis\""));
    assert!(page.contains("href=\"#date\"") && page.contains("href=\"#country\""));
}

#[tokio::test]
async fn characters_that_nobody_types_are_left_out_of_what_is_kept_and_break_nothing() {
    use crate::accounts::{get_as, person, post, signed_in};
    let portal = TestPortal::start().await;
    person(&portal, "eve@example.org", domain::account::Role::Editor).await;
    let eve = signed_in(&portal, "eve@example.org").await;
    let typed = [
        ("banner.en", "The of\u{0}fice\u{7} is closed."),
        ("banner.es", "Cerrado\u{1b}."),
        ("starts", "2026-11-24T06:00"),
        ("ends", "2026-11-25T10:00"),
        ("task", "set"),
    ];
    assert_eq!(post(&portal, "/en/staff/banner", &eve, &typed).await.status, StatusCode::SEE_OTHER);
    let stored = portal.portal.secretariat.banner().await.unwrap().unwrap();
    assert_eq!(stored.texts.get(domain::Language::En).unwrap(), "The office is closed.");
    let event = "workshop-on-investigating-migrant-smuggling";
    let refused = [("email", "nob\u{0}ody@example.org")];
    let again = post(&portal, &format!("/en/staff/events/{event}/members"), &eve, &refused).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("value=\"nobody@example.org\""));
    let login = post(&portal, "/en/login", "", &[("email", "e\u{0}ve@example.org"), ("password", "wrong")]).await;
    assert!(login.status == StatusCode::UNPROCESSABLE_ENTITY && login.body.contains("value=\"eve@example.org\""));
    let asked = "/fn/page?ask[Own][path]=staff/content&ask[Own][query]=q%3Dha%2500iti&language=en";
    assert_eq!(get_as(&portal, asked, &eve).await.status, StatusCode::OK);
}
