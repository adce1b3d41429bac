//! Addresses that have moved or ended.

use axum::http::{StatusCode, header};
use domain::entry::Kind;

use crate::portal::TestPortal;

/// 14.1.7
#[tokio::test]
async fn a_renamed_entry_answers_308_and_a_deleted_one_410_in_the_readers_language() {
    let portal = TestPortal::start().await;
    let slug = |text: &str| text.parse().unwrap();
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.rename(Kind::Network, &slug("diaspora"), &slug("diaspora-and-return"), "staff", now).await.unwrap();
    let moved = portal.get("/es/networks/diaspora?view=parallel").await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.header(header::LOCATION), "/es/networks/diaspora-and-return?view=parallel");
    desk.delete(Kind::Post, &slug("covid-19-a-crisis-of-health-and-mobility"), "staff", now).await.unwrap();
    let gone = portal.get("/es/blog/covid-19-a-crisis-of-health-and-mobility").await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.body.contains("Esto se retiró el 24 de noviembre de 2026") && gone.body.contains("name=\"q\""));
}
