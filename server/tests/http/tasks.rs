//! The tasks of the desk, and the queue of what is published and taken back by itself. 14.9.5.

use axum::http::StatusCode;
use domain::Language::En;
use domain::account::{Member, Role};
use domain::mark::Notices;
use domain::session::MailKey;
use domain::token::TokenHash;
use server::mail::{Job, Post};

use crate::accounts::{get_as, person, person_in, post, signed_in};
use crate::desk::{leads, open, send, staff};
use crate::portal::TestPortal;

const HOUR: i64 = 3600;
/// A demo event on whose registrations staff decide.
const TRAINING: &str = "training-on-fair-recruitment-for-labour-inspectors";

/// Two processes at once; how many letters they have sent.
async fn two_jobs(portal: &TestPortal) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let job = || {
        let post = Post::new("no-reply@portal.example.org", None, folder.path().to_owned()).unwrap();
        Job::new(portal.portal.clone(), post, "https://portal.example.org".to_owned())
    };
    let (one, two) = (job(), job());
    tokio::join!(one.work_off(), two.work_off());
    std::fs::read_dir(folder.path()).unwrap().count()
}

// 14.9.5: published and taken back at a time that was set; the zone is shown; told once, with two processes too; in a queue.
#[tokio::test]
async fn what_is_set_for_later_stands_in_the_queue_and_happens_once() {
    let portal = TestPortal::start().await;
    let reader = person_in(&portal, "ana@example.org", Role::Member, En).await;
    let member = Member::of(&portal.portal.accounts.account(reader).await.unwrap()).unwrap();
    portal.portal.marks.follow(&member, &"diaspora".parse().unwrap(), Some(Notices::All)).await.unwrap();
    let eve = staff(&portal, "eve", Role::Editor).await;
    let empty = get_as(&portal, "/en/staff", &eve).await.body;
    assert!(empty.contains("Nothing is set for later."), "{empty}");
    let form = open(&portal, "/en/staff/new/blog", &eve).await;
    // The clock of the tests says 07:00 in Jamaica.
    let typed = [
        ("en.title", "Ferries"),
        ("en.summary", "About ferries."),
        ("networks", "diaspora"),
        ("en.publish_at", "2026-11-24T09:00"),
        ("en.unpublish_at", "2026-11-24T11:30"),
        ("publish", "en"),
        ("task", "publish"),
    ];
    let sent = send(&portal, "/en/staff/new/blog", &eve, &form, &typed).await;
    assert!(leads(&sent).ends_with("done=published"));
    for (page, when, what) in [
        ("/en/staff", "24 November 2026, 09:00 (Jamaica)", "is published"),
        ("/en/staff", "24 November 2026, 11:30 (Jamaica)", "is no longer shown"),
        ("/es/staff", "24 de noviembre de 2026, 09:00 (Jamaica)", "se publica"),
    ] {
        let page = get_as(&portal, page, &eve).await.body;
        assert!(page.contains(when) && page.contains(what), "{when}: {page}");
    }
    let status = async || portal.get("/en/blog/ferries").await.status;
    assert_eq!((status().await, two_jobs(&portal).await), (StatusCode::NOT_FOUND, 0));
    portal.pass(2 * HOUR);
    assert_eq!((status().await, two_jobs(&portal).await), (StatusCode::OK, 1), "one letter, not two");
    assert_eq!(two_jobs(&portal).await, 0);
    let page = get_as(&portal, "/en/staff", &eve).await.body;
    assert!(!page.contains("09:00 (Jamaica)") && page.contains("11:30 (Jamaica)"), "what is done leaves the queue");
    portal.pass(3 * HOUR);
    assert_eq!((status().await, two_jobs(&portal).await), (StatusCode::GONE, 0));
    assert!(get_as(&portal, "/en/staff", &eve).await.body.contains("Nothing is set for later."));
}

#[tokio::test]
async fn tasks_name_what_waits_and_lead_to_it() {
    let portal = TestPortal::start().await;
    let con = staff(&portal, "con", Role::Contributor).await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let adm = staff(&portal, "adm", Role::Admin).await;
    for name in ["ana", "ben"] {
        let email = format!("{name}@example.org");
        person(&portal, &email, Role::Member).await;
        let cookie = signed_in(&portal, &email).await;
        post(&portal, &format!("/en/events/{TRAINING}/registration"), &cookie, &[("task", "register")]).await;
    }
    let form = open(&portal, "/en/staff/new/news", &con).await;
    let typed = [("en.title", "To look at"), ("en.summary", "About it."), ("task", "state.en.in-review")];
    send(&portal, "/en/staff/new/news", &con, &form, &typed).await;
    let form = open(&portal, "/en/staff/edit/networks/diaspora", &eve).await;
    let typed = [("en.summary", "Quite another summary."), ("task", "publish"), ("publish", "en")];
    send(&portal, "/en/staff/edit/networks/diaspora", &eve, &form, &typed).await;
    let page = get_as(&portal, "/en/staff", &eve).await.body;
    let text = page.replace("<!>", "");
    for part in [
        "Registrations for events wait for a decision <span class=\"badge\">2</span>",
        "Training on fair recruitment for labour inspectors: 2 people",
        &format!("/en/staff/events/{TRAINING}?state=pending"),
        "Items wait for review <span class=\"badge\">1</span>",
        "/en/staff/edit/news/to-look-at",
        "/en/staff/content?standing=in-review",
        "Spanish texts are behind their source",
        "/en/staff/content?standing=stale&amp;language=es",
        "/en/staff/content?standing=missing&amp;language=es",
        "more<span class=\"visually-hidden\">: Missing in Spanish",
    ] {
        assert!(text.contains(part), "it lacks {part}: {text}");
    }
    assert!(!text.contains("People wait for a decision"), "that is for admins");
    assert!(!get_as(&portal, "/en/staff", &con).await.body.contains("Registrations for events"), "that is for editors");
    let (accounts, now) = (&portal.portal.accounts, portal.portal.clock.now());
    // Somebody asks for an account, and confirms the address.
    let application = [
        ("name", "Nia"),
        ("email", "nia@example.org"),
        ("password", "a ferry to Port Royal"),
        ("institution", "Ministry"),
        ("function", "Officer"),
        ("language", "es"),
    ];
    post(&portal, "/en/register", "", &application).await;
    let asks = accounts.credentials(&"nia@example.org".parse().unwrap()).await.unwrap().unwrap().0.id;
    accounts.issue_key(asks, MailKey::Confirm, &TokenHash::of("letter"), now).await.unwrap();
    accounts.confirm(&TokenHash::of("letter"), now).await.unwrap();
    let page = get_as(&portal, "/en/staff", &adm).await.body;
    assert!(page.contains(&format!("/en/staff/people#person-{asks}")) && page.contains(">Nia<"), "{page}");
}
