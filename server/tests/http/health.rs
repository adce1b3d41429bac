//! Whether the process lives, and whether it can serve.

use axum::http::StatusCode;

use crate::portal::TestPortal;

#[tokio::test]
async fn health_tells_the_process_from_the_database() {
    let portal = TestPortal::start().await;
    assert_eq!(portal.get("/health/live").await.status, StatusCode::OK);
    assert_eq!(portal.get("/health/ready").await.status, StatusCode::OK);
}

#[tokio::test]
async fn without_its_database_the_portal_says_so_on_a_calm_page_and_lives() {
    let portal = TestPortal::start().await;
    portal.lose_the_database().await;
    assert_eq!(portal.get("/health/live").await.status, StatusCode::OK);
    assert_eq!(portal.get("/health/ready").await.status, StatusCode::SERVICE_UNAVAILABLE);
    for (address, language) in
        [("/es/networks/diaspora", "es"), ("/en/events?view=month", "en"), ("/es/blog.atom", "es")]
    {
        let answer = portal.get(address).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{address}");
        assert!(
            answer.body.contains("<h1") && answer.body.contains(&format!("<html lang=\"{language}\"")),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_fault_is_not_kept_beyond_its_end() {
    let portal = TestPortal::start().await;
    let kept = portal.get("/en").await;
    portal.lose_the_database().await;
    assert_eq!(portal.get("/en").await.body, kept.body, "within the second, what is known is still served");
    portal.pass(1);
    assert_eq!(portal.get("/en").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
