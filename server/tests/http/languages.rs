//! Which language an answer is in.

use axum::http::{Request, StatusCode, header};

use crate::portal::TestPortal;

/// 14.4.1
#[tokio::test]
async fn the_first_address_leads_to_the_language_of_the_cookie_then_of_the_browser() {
    let portal = TestPortal::start().await;
    let cases = [
        ("", "", "/en"),
        ("", "es-DO,es;q=0.9,en;q=0.5", "/es"),
        ("language=en", "es", "/en"),
        ("language=xx", "fr", "/en"),
    ];
    for (cookie, accepted, home) in cases {
        let answer = portal
            .send(Request::get("/").header(header::COOKIE, cookie).header(header::ACCEPT_LANGUAGE, accepted))
            .await;
        assert_eq!(answer.status, StatusCode::FOUND);
        assert_eq!(answer.header(header::LOCATION), home, "{cookie} {accepted}");
        assert!(answer.header(header::VARY).contains("Accept-Language"));
    }
}
