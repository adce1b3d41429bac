//! What stands in the HTML of a page, and what does not.

use axum::http::{Request, StatusCode, header};

use crate::portal::TestPortal;

/// 14.2.1, 14.1.2
#[tokio::test]
async fn a_page_without_scripts_holds_everything_in_its_html() {
    let portal = TestPortal::start().await;
    for (language, heading) in [("en", "Related events"), ("es", "Eventos relacionados")] {
        let page = portal.get(&format!("/{language}/networks/migrant-smuggling")).await.body;
        for part in [
            "lead-picture",
            "class=\"block\"",
            "figure-value",
            "related-posts",
            "related-publications",
            "specialist",
            heading,
        ] {
            assert!(page.contains(part), "{language} lacks {part}");
        }
        let month = portal.get(&format!("/{language}/events?view=month&date=2019-12-01")).await.body;
        assert!(month.contains("<table") && month.contains("<tbody>") && month.contains("segment"));
    }
}

#[tokio::test]
async fn a_browser_that_asks_for_an_icon_by_its_old_name_is_led_to_it() {
    let portal = TestPortal::start().await;
    let old = portal.get("/favicon.ico").await;
    assert_eq!((old.status, old.header(header::LOCATION)), (StatusCode::PERMANENT_REDIRECT, "/favicon.svg"));
}

#[tokio::test]
async fn pages_bear_a_strict_policy_and_light_mode_bears_no_script() {
    let portal = TestPortal::start().await;
    let full = portal.get("/en").await;
    let policy = full.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("default-src 'none'") && policy.contains("'sha256-") && !policy.contains("unsafe-inline"));
    let light = portal.send(Request::get("/en").header("save-data", "on")).await;
    assert!(!light.body.contains("<script") && !light.body.contains("modulepreload"));
    assert!(light.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'none'"));
    assert!(light.header(header::SET_COOKIE).is_empty());
}

#[tokio::test]
async fn a_title_from_the_content_cannot_break_out_of_the_head() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/search?q=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").await.body;
    assert!(!page.contains("<script>alert(1)"), "{page}");
    assert!(page.contains("&lt;/title&gt;"));
}

#[tokio::test]
async fn the_telephone_of_the_office_is_a_link_that_works_from_every_country() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        assert!(portal.get(&format!("/{language}")).await.body.contains("href=\"tel:+50622125300\""));
    }
}

/// 14.3.3
#[tokio::test]
async fn an_online_event_says_once_that_it_is_online() {
    let portal = TestPortal::start().await;
    for (language, word) in [("en", "Online"), ("es", "En línea")] {
        let page = portal.get(&format!("/{language}/events/case-clinic-on-prosecuting-migrant-smuggling")).await.body;
        let place = page.split("pictograms.svg#place").nth(1).unwrap().split("</dl>").next().unwrap();
        assert_eq!(place.matches(word).count(), 1, "{place}");
        let hall = portal.get(&format!("/{language}/events/workshop-on-investigating-migrant-smuggling")).await.body;
        let place = hall.split("pictograms.svg#place").nth(1).unwrap().split("</dl>").next().unwrap();
        assert!(place.contains("class=\"badge\""), "how one takes part elsewhere is still said: {place}");
    }
}

#[tokio::test]
async fn the_choice_of_past_and_coming_events_begins_with_words_that_fit_its_field() {
    let portal = TestPortal::start().await;
    for (language, words) in [("en", "As usual"), ("es", "Lo habitual")] {
        let page = portal.get(&format!("/{language}/events")).await.body;
        let when = page.split("id=\"when\"").nth(1).unwrap().split("</option>").next().unwrap();
        assert!(when.contains(words) && words.len() < 12, "{when}");
    }
}

/// 14.2.5
#[tokio::test]
async fn the_address_of_a_mail_is_never_in_a_page() {
    let portal = TestPortal::start().await;
    let answer = portal.get("/en/write/office").await;
    assert_eq!(answer.header(header::LOCATION), "mailto:cmc@iom.int");
    assert!(!portal.get("/en").await.body.contains("cmc@iom.int"));
}
