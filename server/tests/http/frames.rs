//! Frames for other sites: what may stand in one, and what may not.

use axum::http::{HeaderName, StatusCode, header};

use crate::portal::TestPortal;

/// 14.10.7
#[tokio::test]
async fn a_frame_has_no_script_no_cookie_its_own_language_and_theme() {
    let portal = TestPortal::start().await;
    for (address, language, theme, words) in [
        ("/en/embed/calendar?theme=dark", "en", "theme-dark", "November 2026"),
        ("/es/embed/calendar?date=2026-12-01", "es", "theme-auto", "Diciembre de 2026"),
        ("/es/embed/events?theme=light", "es", "theme-light", "Próximos eventos"),
        ("/en/embed/events?network=diaspora", "en", "theme-auto", "Next events"),
    ] {
        let frame = portal.get(address).await;
        assert_eq!(frame.status, StatusCode::OK, "{address}");
        assert!(frame.body.starts_with("<!DOCTYPE html><html "), "{}", &frame.body[..80]);
        for part in [&format!("lang=\"{language}\""), theme, words, "<base target=\"_top\"", "content=\"noindex\""] {
            assert!(frame.body.contains(part), "{address} lacks {part}");
        }
        assert!(!frame.body.contains("<script") && frame.header(header::SET_COOKIE).is_empty());
        assert_eq!(frame.body.matches("<h1").count(), 1);
        assert!(!frame.header(header::ETAG).is_empty());
    }
    let calendar = portal.get("/en/embed/calendar?network=diaspora&theme=dark").await.body;
    assert!(calendar.contains("<table") && calendar.contains("target=\"_self\""));
    assert!(calendar.contains("/en/embed/calendar?network=diaspora&amp;date=2026-12-01&amp;theme=dark"), "{calendar}");
}

/// 14.10.7
#[tokio::test]
async fn a_frame_without_events_says_so_to_a_reader_who_has_no_filters() {
    let portal = TestPortal::start().await;
    for (address, says) in [
        ("/en/embed/calendar?date=1990-01-01", "There are no events in this month."),
        ("/es/embed/calendar?date=1990-01-01", "No hay eventos en este mes."),
        ("/es/embed/calendar?date=1990-01-01&network=diaspora", "No hay eventos de esta selección en este mes."),
        ("/en/embed/events?country=anguilla", "No events of this selection are planned at present."),
    ] {
        let frame = portal.get(address).await.body;
        assert!(frame.contains(says), "{address}: {frame}");
        assert!(!frame.contains("fewer filters") && !frame.contains("menos filtros"), "{address}");
    }
}

/// 14.10.7, 14.11.8
#[tokio::test]
async fn other_sites_may_frame_these_pages_and_no_others() {
    let portal = TestPortal::start().await;
    for address in ["/en/embed/calendar", "/es/embed/events"] {
        let frame = portal.get(address).await;
        assert!(frame.header(header::CONTENT_SECURITY_POLICY).contains("frame-ancestors *"));
        assert!(frame.header(header::CONTENT_SECURITY_POLICY).contains("default-src 'none'"));
        assert_eq!(frame.header(header::X_FRAME_OPTIONS), "");
        assert_eq!(frame.header(HeaderName::from_static("x-robots-tag")), "noindex");
    }
    for address in ["/en", "/en/events", "/en/embed", "/en/embed/nothing", "/fr/embed/calendar", "/api/v1/events"] {
        let page = portal.get(address).await;
        assert!(page.header(header::CONTENT_SECURITY_POLICY).contains("frame-ancestors 'none'"), "{address}");
        assert_eq!(page.header(header::X_FRAME_OPTIONS), "DENY", "{address}");
    }
}

/// 14.10.7
#[tokio::test]
async fn a_frame_that_is_asked_for_wrongly_says_so_and_the_calendar_offers_the_right_one() {
    let portal = TestPortal::start().await;
    let wrong = portal.get("/es/embed/calendar?theme=pink&network=nowhere&date=2026-02-30").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for typed in ["pink", "nowhere", "2026-02-30"] {
        assert!(wrong.body.contains(typed), "{typed} is not named");
    }
    let offered = portal.get("/es/events?view=month&network=diaspora").await.body;
    let address = "https://portal.example.org/es/embed/calendar?network=diaspora";
    assert!(offered.contains(&format!("src=\"{address}\"")) || offered.contains(&format!("src=&quot;{address}&quot;")));
}
