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
