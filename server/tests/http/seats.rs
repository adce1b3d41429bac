//! Registering for events: 14.3.7, 14.3.8.

use axum::http::StatusCode;
use domain::account::Role;
use domain::registration::State;

use crate::accounts::{get_as, person, post, signed_in};
use crate::portal::TestPortal;

/// A demo event with two seats.
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";

async fn state(portal: &TestPortal, account: i64) -> Option<State> {
    let seats = portal.portal.registrations.seats(&EVENT.parse().unwrap(), Some(account)).await.unwrap();
    seats.own.map(|own| own.state)
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_sign_in_and_back() {
    let portal = TestPortal::start().await;
    let page = portal.get(&format!("/en/events/{EVENT}")).await.body;
    assert!(
        page.contains("Register for this event") && page.contains(&format!("/en/login?next=%2Fen%2Fevents%2F{EVENT}"))
    );
    let sent = post(&portal, &format!("/en/events/{EVENT}/registration"), "", &[("task", "register")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_member_registers_once_waits_when_full_and_is_offered_what_becomes_free() {
    let portal = TestPortal::start().await;
    let (event, address) = (format!("/en/events/{EVENT}"), format!("/en/events/{EVENT}/registration"));
    let mut people = Vec::new();
    for name in ["ana", "ben", "cam"] {
        let email = format!("{name}@example.org");
        let id = person(&portal, &email, Role::Member).await;
        people.push((id, signed_in(&portal, &email).await));
    }
    for (_, cookie) in &people {
        for _ in 0..2 {
            let sent = post(&portal, &address, cookie, &[("task", "register")]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
        }
    }
    assert!(get_as(&portal, &event, &people[0].1).await.body.contains("You are registered."));
    assert!(get_as(&portal, &event, &people[2].1).await.body.contains("You are number 1 on the waiting list."));
    assert!(portal.get(&event).await.body.contains("Join the waiting list"));
    assert!(get_as(&portal, "/en/dashboard", &people[2].1).await.body.contains("number 1 on the waiting list"));
    post(&portal, &address, &people[0].1, &[("task", "cancel")]).await;
    assert!(get_as(&portal, &event, &people[2].1).await.body.contains("A seat is kept for you until"));
    post(&portal, &address, &people[2].1, &[("task", "accept")]).await;
    let ends = [state(&portal, people[0].0).await, state(&portal, people[2].0).await];
    assert_eq!(ends, [Some(State::Cancelled), Some(State::Registered)]);
}

#[tokio::test]
async fn who_is_not_approved_and_what_is_over_get_no_seat() {
    let portal = TestPortal::start().await;
    let past = "/en/events/preparatory-meeting-migration-and-international-protection/registration";
    person(&portal, "ana@example.org", Role::Member).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let called_off = "/en/events/seminar-on-migrant-smuggling-by-sea/registration";
    assert_eq!(post(&portal, called_off, &cookie, &[("task", "register")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&portal, past, &cookie, &[("task", "register")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        post(&portal, "/en/events/nowhere/registration", &cookie, &[("task", "register")]).await.status,
        StatusCode::NOT_FOUND
    );
    let nonsense = post(&portal, &format!("/en/events/{EVENT}/registration"), &cookie, &[("task", "fly")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}
