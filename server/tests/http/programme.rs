//! The programme of an event: staff write it in the editor, readers see it day by day. 14.3.10

use axum::http::StatusCode;
use domain::account::Role;

use crate::accounts::get_as;
use crate::desk::{leads, open, opened, send, staff};
use crate::portal::TestPortal;

const WORKSHOP: &str = "/en/staff/edit/events/workshop-on-investigating-migrant-smuggling";
const BRIEFING: &str = "/en/staff/edit/events/online-briefing-on-citing-migration-figures";

/// A page without what stands between texts for the browser's sake.
fn text(page: &str) -> String {
    page.replace("<!>", "").replace("<!---->", "")
}

#[tokio::test]
async fn readers_see_the_programme_day_by_day_in_their_language() {
    let portal = TestPortal::start().await;
    for (language, expected) in [
        (
            "en",
            [
                "Programme",
                "Tuesday 15 December 2026",
                "All hours are Port of Spain time.",
                "09:00 to 10:30",
                "following the money",
            ],
        ),
        (
            "es",
            [
                "Programa",
                "Martes 15 de diciembre de 2026",
                "Todas las horas se indican en hora de Puerto España.",
                "09:00 a 10:30",
                "seguimiento del dinero",
            ],
        ),
    ] {
        let page =
            text(&portal.get(&format!("/{language}/events/workshop-on-investigating-migrant-smuggling")).await.body);
        for words in expected {
            assert!(page.contains(words), "{language}: {words}");
        }
        assert!(page.contains("datetime=\"2026-12-15T09:00\"") && page.contains("datetime=\"2026-12-17T14:00\""));
    }
    let page = portal.get("/en/events/online-briefing-on-citing-migration-figures").await.body;
    assert!(
        page.contains("Marva Bennett, statistician") && !page.contains("programme-day"),
        "one day needs no heading"
    );
    assert!(portal.get("/en/search?q=marva+bennett").await.body.contains("how to cite a migration figure"));
    assert!(
        !portal.get("/en/events/case-clinic-on-prosecuting-migrant-smuggling").await.body.contains("id=\"programme\"")
    );
}

#[tokio::test]
async fn staff_add_sessions_and_readers_see_them_where_they_are_translated_or_not() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, WORKSHOP, &eve).await;
    let typed = [
        ("session.new1.day", "2"),
        ("session.new1.start", "08:00"),
        ("session.new1.end", "08:45"),
        ("session.new1.en.title", "Breakfast of the <chairs>"),
        ("session.new1.en.speakers", "The chair\r\nThe vice-chair"),
        ("session.new2.start", "18:00"),
        ("session.new2.en.title", "Reception"),
        ("session.new2.es.title", "Recepción"),
        ("task", "publish"),
    ];
    assert!(leads(&send(&portal, WORKSHOP, &eve, &form, &typed).await).ends_with("done=published"));
    let page = text(&portal.get("/en/events/workshop-on-investigating-migrant-smuggling").await.body);
    assert!(page.contains("Breakfast of the &lt;chairs&gt;") && page.contains("<li>The vice-chair</li>"), "{page}");
    let spanish = text(&portal.get("/es/events/workshop-on-investigating-migrant-smuggling").await.body);
    let place = |words: &str| spanish.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(
        place("Trabajo con un expediente") < place("Recepción")
            && place("Recepción") < place("Pruebas de transportistas")
    );
    let fallback = &spanish[place("Breakfast") - 40..];
    assert!(fallback.contains("lang=\"en\"") && fallback.contains("En inglés"), "{fallback}");
    // The form shows them as sessions of their own, and removes one whose titles are emptied.
    let page = get_as(&portal, WORKSHOP, &eve).await.body;
    let form = opened(&page);
    let key = form.key_of("Reception");
    let (english, spanish) = (format!("session.{key}.en.title"), format!("session.{key}.es.title"));
    let emptied = [(&*english, ""), (&*spanish, ""), ("task", "publish")];
    assert!(leads(&send(&portal, WORKSHOP, &eve, &form, &emptied).await).ends_with("done=published"));
    assert!(!portal.get("/en/events/workshop-on-investigating-migrant-smuggling").await.body.contains("Reception"));
    let history = text(&get_as(&portal, &format!("{WORKSHOP}/history"), &eve).await.body);
    assert!(
        history.contains("Programme: Title of the session (English)") && history.contains("<ins>Day 3</ins>"),
        "{history}"
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_session_is_named_and_what_was_typed_is_kept() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    for (page, named, typed) in [
        (
            WORKSHOP,
            "Programme: Begins at: “noon” was not understood",
            [("session.new1.start", "noon"), ("session.new1.en.title", "Lunch")],
        ),
        (
            WORKSHOP,
            "Programme: Title of the session (English) must not be empty.",
            [("session.new1.start", "12:00"), ("session.new1.es.speakers", "Ana")],
        ),
        (
            BRIEFING,
            "it must be one of the event’s days",
            [("session.new1.day", "3"), ("session.new1.en.title", "Late")],
        ),
        (
            BRIEFING,
            "it must be a whole number of minutes from 0 to 1,440",
            [("meeting.opens", "2000"), ("en.summary", "Kept.")],
        ),
        (
            BRIEFING,
            "it must be an address that begins with https://",
            [("meeting.link", "http://meet.example.org"), ("en.summary", "Kept.")],
        ),
    ] {
        let form = open(&portal, page, &eve).await;
        send(&portal, page, &eve, &form, &[("task", "discard")]).await;
        let form = open(&portal, page, &eve).await;
        let mut all = typed.to_vec();
        all.push(("task", "publish"));
        if page == BRIEFING && typed[0].0.starts_with("session") {
            all.push(("session.new1.start", "10:00"));
        }
        let again = send(&portal, page, &eve, &form, &all).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{named}");
        let body = text(&again.body);
        assert!(body.contains(named), "{named}: {}", &body[body.find("role=\"alert\"").unwrap_or(0)..][..900]);
        let kept = opened(&again.body);
        for (field, typed) in typed {
            assert!(field.ends_with("day") || kept.get(field) == typed, "{field}");
        }
    }
}

#[tokio::test]
async fn a_session_that_is_new_in_two_languages_is_published_whole_or_kept_whole() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let mut form = open(&portal, WORKSHOP, &eve).await;
    form.remove("publish");
    let typed = [
        ("session.new1.start", "18:00"),
        ("session.new1.en.title", "Reception"),
        ("session.new1.es.title", "Recepción"),
        ("publish", "en"),
        ("task", "publish"),
    ];
    assert!(leads(&send(&portal, WORKSHOP, &eve, &form, &typed).await).ends_with("done=published"));
    assert!(!portal.get("/en/events/workshop-on-investigating-migrant-smuggling").await.body.contains("Reception"));
    let form = open(&portal, WORKSHOP, &eve).await;
    let kept = ["session.new1.start", "session.new1.en.title", "session.new1.es.title"].map(|field| form.get(field));
    assert_eq!(kept, ["18:00", "Reception", "Recepción"]);
    assert!(leads(&send(&portal, WORKSHOP, &eve, &form, &[("task", "publish")]).await).ends_with("done=published"));
    for (language, says) in [("en", "Reception"), ("es", "Recepción")] {
        let page = portal.get(&format!("/{language}/events/workshop-on-investigating-migrant-smuggling")).await.body;
        assert!(page.contains(says));
    }
    // An empty form keeps nothing by the way.
    let form = open(&portal, WORKSHOP, &eve).await;
    assert!(leads(&send(&portal, WORKSHOP, &eve, &form, &[("task", "save")]).await).ends_with("done=saved"));
}

#[tokio::test]
async fn an_event_like_another_has_its_programme_and_not_its_link() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let like = "/en/staff/new/events?like=online-briefing-on-citing-migration-figures";
    let form = open(&portal, like, &eve).await;
    assert_eq!(form.get("session.new2.en.title"), "Source, year, unit: three things that every figure needs");
    assert_eq!((form.get("meeting.link"), form.get("session.new5.en.title")), ("", ""));
    let typed = [("start", "2027-01-13"), ("en.title", "Second briefing"), ("task", "publish")];
    let sent = send(&portal, "/en/staff/new/events", &eve, &form, &typed).await;
    assert_eq!(leads(&sent), "/en/staff/edit/events/second-briefing?done=published");
    let page = text(&portal.get("/en/events/second-briefing").await.body);
    assert!(page.contains("datetime=\"2027-01-13T10:10\"") && page.contains("Marva Bennett"), "{page}");
    let preview = get_as(&portal, "/en/staff/edit/events/second-briefing/preview?as=visitor", &eve).await.body;
    assert!(preview.contains("Marva Bennett"), "{preview}");
}
