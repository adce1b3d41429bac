//! What is kept for readers, and when it is made anew.

use axum::http::{Request, StatusCode, header};
use domain::entry::Kind;

use crate::portal::TestPortal;

#[tokio::test]
async fn a_page_is_the_same_until_something_is_written_and_new_right_after() {
    let portal = TestPortal::start().await;
    let address = "/en/networks/diaspora";
    let before = portal.get(address).await;
    assert_eq!(portal.get(address).await.body, before.body);
    let (old, new) = ("diaspora".parse().unwrap(), "diaspora-and-return".parse().unwrap());
    portal.portal.desk.rename(Kind::Network, &old, &new, "staff", portal.portal.clock.now()).await.unwrap();
    assert_eq!(portal.get(address).await.status, StatusCode::PERMANENT_REDIRECT);
    assert!(portal.get("/en").await.body.contains("/en/networks/diaspora-and-return"));
}

#[tokio::test]
async fn an_event_becomes_past_though_nothing_is_written() {
    let portal = TestPortal::start().await;
    let address = "/en/events?view=list&when=next";
    let before = portal.get(address).await.body;
    portal.pass(400 * 24 * 3600);
    let after = portal.get(address).await.body;
    assert!(before.matches("class=\"item\"").count() > after.matches("class=\"item\"").count());
}

#[tokio::test]
async fn a_page_that_its_reader_has_is_not_sent_again_and_keeps_its_policy() {
    let portal = TestPortal::start().await;
    let first = portal.get("/es/events?view=month").await;
    let tag = first.header(header::ETAG).to_owned();
    let again = portal.send(Request::get("/es/events?view=month").header(header::IF_NONE_MATCH, &tag)).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.header(header::CONTENT_SECURITY_POLICY), first.header(header::CONTENT_SECURITY_POLICY));
    let other = portal.send(Request::get("/es/events?view=month").header(header::IF_NONE_MATCH, "\"other\"")).await;
    assert_eq!((other.status, other.body), (StatusCode::OK, first.body));
}

#[tokio::test]
async fn a_page_made_anew_is_the_same_as_long_as_nothing_changed() {
    let portal = TestPortal::start().await;
    for address in ["/en", "/es/networks/diaspora", "/en/events?view=month", "/en/search?q=migrant"] {
        let first = portal.get(address).await.header(header::ETAG).to_owned();
        portal.pass(2);
        assert_eq!(portal.get(address).await.header(header::ETAG), first, "{address}");
    }
}

#[tokio::test]
async fn several_lines_of_accepted_encodings_are_one_wish() {
    let portal = TestPortal::start().await;
    let both = Request::get("/en").header(header::ACCEPT_ENCODING, "identity").header(header::ACCEPT_ENCODING, "br");
    assert_eq!(portal.send(both).await.header(header::CONTENT_ENCODING), "br");
    let plain = Request::get("/en").header(header::ACCEPT_ENCODING, "identity");
    assert_eq!(portal.send(plain).await.header(header::CONTENT_ENCODING), "");
    let refused = Request::get("/en").header(header::ACCEPT_ENCODING, "br;q=0, gzip;q=0.5");
    assert_eq!(portal.send(refused).await.header(header::CONTENT_ENCODING), "gzip");
}

#[tokio::test]
async fn a_head_is_what_a_get_would_bring_without_its_body() {
    let portal = TestPortal::start().await;
    let whole = portal.get("/en/networks/diaspora").await;
    let head = portal.send(Request::head("/en/networks/diaspora")).await;
    assert_eq!(
        (head.status, head.header(header::ETAG), head.body.len()),
        (StatusCode::OK, whole.header(header::ETAG), 0)
    );
}

#[tokio::test]
async fn a_file_that_is_not_there_is_not_kept_for_a_year() {
    let portal = TestPortal::start().await;
    let missing = portal.get("/pkg/portal.0123.wasm").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(!missing.header(header::CACHE_CONTROL).contains("immutable"));
}

#[tokio::test]
async fn a_subscribed_calendar_outlives_the_renaming_of_its_network() {
    let portal = TestPortal::start().await;
    let before = portal.get("/en/events.ics?network=diaspora").await.body.matches("BEGIN:VEVENT").count();
    let (old, new) = ("diaspora".parse().unwrap(), "diaspora-and-return".parse().unwrap());
    portal.portal.desk.rename(Kind::Network, &old, &new, "staff", portal.portal.clock.now()).await.unwrap();
    let after = portal.get("/en/events.ics?network=diaspora").await.body.matches("BEGIN:VEVENT").count();
    assert!(before > 0);
    assert_eq!(before, after);
    assert_eq!(portal.get("/en/blog.atom?network=diaspora").await.status, StatusCode::OK);
}

/// 14.1.7, 14.10.6, 14.10.7
#[tokio::test]
async fn programs_and_frames_find_a_network_by_its_old_address() {
    let portal = TestPortal::start().await;
    let answers = async |network: &str| {
        let entries = portal.get(&format!("/api/v1/entries?network={network}&per_page=100")).await;
        assert_eq!(entries.status, StatusCode::OK, "{}", entries.body);
        let entries: serde_json::Value = serde_json::from_str(&entries.body).unwrap();
        let uids: Vec<String> =
            entries["items"].as_array().unwrap().iter().map(|item| item["uid"].to_string()).collect();
        let frame = portal.get(&format!("/en/embed/calendar?network={network}&date=2026-12-01")).await;
        assert_eq!(frame.status, StatusCode::OK, "{}", frame.body);
        let links: Vec<String> = frame
            .body
            .split("href=\"/en/events/")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect();
        (uids, links)
    };
    let before = answers("diaspora").await;
    assert!(!before.0.is_empty() && !before.1.is_empty(), "{before:?}");
    let (old, new) = ("diaspora".parse().unwrap(), "diaspora-and-return".parse().unwrap());
    portal.portal.desk.rename(Kind::Network, &old, &new, "staff", portal.portal.clock.now()).await.unwrap();
    assert_eq!(answers("diaspora").await, before);
    assert_eq!(answers("diaspora-and-return").await, before);
}

#[tokio::test]
async fn readers_who_ask_differently_do_not_get_each_others_answers() {
    let portal = TestPortal::start().await;
    let full = portal.get("/en").await;
    let light = portal.send(Request::get("/en").header("save-data", "on")).await;
    let packed = portal.send(Request::get("/en").header(header::ACCEPT_ENCODING, "gzip")).await;
    assert!(full.body.contains("<script") && !light.body.contains("<script"));
    assert_eq!((full.header(header::CONTENT_ENCODING), packed.header(header::CONTENT_ENCODING)), ("", "gzip"));
    let unknown = |accepted| Request::get("/nowhere").header(header::ACCEPT_LANGUAGE, accepted);
    assert!(portal.send(unknown("es")).await.body.contains("<html lang=\"es\""));
    assert!(portal.send(unknown("en")).await.body.contains("<html lang=\"en\""));
}

#[tokio::test]
async fn the_choice_of_a_language_is_remembered_for_its_reader_alone() {
    let portal = TestPortal::start().await;
    let switched = Request::get("/es").header(header::REFERER, "http://localhost/en").header(header::HOST, "localhost");
    assert!(portal.send(switched).await.header(header::SET_COOKIE).starts_with("language=es"));
    assert_eq!(portal.get("/es").await.header(header::SET_COOKIE), "");
}
