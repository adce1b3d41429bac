//! The outbox of the desk: where letters stand, and sending one again.

use axum::http::{StatusCode, header};
use domain::account::Role;
use domain::audit::{AuditFilter, AuditSpan};
use domain::outbox::{LetterFilter, Work};

use crate::accounts::{get_as, person, person_in, post, signed_in};
use crate::letters::Mailbox;
use crate::portal::TestPortal;

/// A portal with an admin who is signed in, and a letter to Ana that was given up.
async fn with_a_failure() -> (TestPortal, String, i64) {
    let portal = TestPortal::start().await;
    person(&portal, "boss@example.org", Role::Admin).await;
    person_in(&portal, "ana@example.org", Role::Member, domain::Language::En).await;
    let boss = signed_in(&portal, "boss@example.org").await;
    let (outbox, now) = (&portal.portal.outbox, portal.portal.clock.now());
    // What the content calls for is done first.
    for effect in outbox.claim("test", Work::Letters, 1000, now).await.unwrap() {
        outbox.complete(effect.id, "test", None, now).await.unwrap();
    }
    portal.portal.accounts.ask_reset(&"ana@example.org".parse().unwrap(), now).await.unwrap();
    let letter = outbox.claim("test", Work::Letters, 1, now).await.unwrap().remove(0).id;
    outbox.give_up(letter, "test", "550 no <such> mailbox", now).await.unwrap();
    (portal, boss, letter)
}

#[tokio::test]
async fn staff_see_a_letter_that_failed_with_its_reason_and_the_desk_counts_it() {
    let (portal, boss, _) = with_a_failure().await;
    let page = get_as(&portal, "/en/staff/outbox", &boss).await;
    assert_eq!(page.status, StatusCode::OK);
    for part in [
        "Link to set a new password",
        "ana@example.org",
        "Failed",
        "tried once; given up 24 November 2026, 07:00 (Jamaica)",
        "550 no &lt;such&gt; mailbox",
        "Send again: Link to set a new password, ana@example.org",
    ] {
        assert!(page.body.contains(part), "it lacks {part}");
    }
    let desk = get_as(&portal, "/es/staff", &boss).await.body;
    assert!(desk.contains("Correos que no se pudieron enviar") && desk.contains("/es/staff/outbox?state=failed"));
}

#[tokio::test]
async fn a_letter_is_found_by_state_and_recipient_and_an_empty_list_says_what_to_do() {
    let (portal, boss, _) = with_a_failure().await;
    let shown = async |query: &str| get_as(&portal, &format!("/en/staff/outbox?{query}"), &boss).await.body;
    assert!(shown("state=failed&to=ANA").await.contains("1 letter"));
    for query in ["state=sent", "to=nobody", "state=failed&to=boss"] {
        assert!(shown(query).await.contains("No letter matches."), "{query}");
    }
    // What cannot be understood is no filter, and no fault.
    assert!(shown("state=%3Cb%3E&page=-1").await.contains("ana@example.org"));
    assert!(shown("page=99").await.contains("No letter"));
    let fresh = TestPortal::start().await;
    person(&fresh, "boss@example.org", Role::Admin).await;
    let boss = signed_in(&fresh, "boss@example.org").await;
    assert!(get_as(&fresh, "/es/staff/outbox", &boss).await.body.contains("Todavía no hubo ningún correo"));
}

#[tokio::test]
async fn a_letter_that_is_sent_again_goes_out_once_with_a_new_key() {
    let (portal, boss, letter) = with_a_failure().await;
    let again = async || {
        let answer = post(&portal, "/en/staff/outbox?state=failed", &boss, &[("letter", &letter.to_string())]).await;
        answer.header(header::LOCATION).to_owned()
    };
    assert_eq!(again().await, "/en/staff/outbox?state=failed&done=1");
    assert_eq!(again().await, "/en/staff/outbox?state=failed&done=before");
    let letters = Mailbox::new().fetch(&portal).await;
    assert_eq!(letters.len(), 1);
    let key = letters[0].text.split("key=").nth(1).unwrap().split('&').next().unwrap();
    let reset = post(&portal, "/en/password", "", &[("key", key), ("password", "a new and long one")]).await;
    assert_eq!(reset.header(header::LOCATION), "/en/login?done=1");
    let page = get_as(&portal, "/en/staff/outbox?done=1", &boss).await.body;
    for part in ["It goes out again now", "Sent again since", ">Sent<"] {
        assert!(page.contains(part), "it lacks {part}");
    }
    let admin = portal.portal.accounts.credentials(&"boss@example.org".parse().unwrap()).await.unwrap().unwrap().0;
    let staff = domain::account::Staff::of(&admin, Role::Admin).unwrap();
    let log = portal.portal.secretariat.audit(&staff, &AuditFilter::default(), AuditSpan::ALL).await.unwrap().lines;
    assert_eq!(log.len(), 1);
    // The log says it in words, and only to who may know of such letters.
    let page = get_as(&portal, "/en/staff/audit", &boss).await.body;
    assert!(page.contains("Link to set a new password → ana@example.org") && !page.contains("mail.reset"), "{page}");
    person(&portal, "editor@example.org", Role::Editor).await;
    let editor = signed_in(&portal, "editor@example.org").await;
    for address in ["/en/staff/audit", "/en/staff/audit.csv", "/en/staff/audit?subject=ana"] {
        assert!(!get_as(&portal, address, &editor).await.body.contains("ana@example.org"), "{address}");
        assert!(get_as(&portal, address, &boss).await.body.contains("ana@example.org"), "{address}");
    }
    let unknown = post(&portal, "/en/staff/outbox", &boss, &[("letter", "no number")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_editor_sees_letters_about_events_and_none_about_accounts() {
    let (portal, _, letter) = with_a_failure().await;
    let id = person(&portal, "editor@example.org", Role::Editor).await;
    let editor = signed_in(&portal, "editor@example.org").await;
    assert!(!get_as(&portal, "/en/staff/outbox", &editor).await.body.contains("ana@example.org"));
    let refused = post(&portal, "/en/staff/outbox", &editor, &[("letter", &letter.to_string())]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let account = portal.portal.accounts.account(id).await.unwrap();
    let staff = domain::account::Staff::of(&account, Role::Editor).unwrap();
    assert_eq!(portal.portal.outbox.letters(&staff, &LetterFilter::default()).await.unwrap().total, 0);
}
