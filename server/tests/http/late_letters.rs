//! Letters that are written late, or sent again, say what is true then, or are not written. 14.3.12.

use domain::Language::En;
use domain::account::{Member, Role};

use crate::accounts::person_in;
use crate::letters::{Letter, Mailbox};
use crate::portal::TestPortal;

/// A demo event with two seats, from 15 December.
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

async fn registers(portal: &TestPortal, name: &str) -> Member {
    let id = person_in(portal, &format!("{name}@example.org"), Role::Member, En).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    let (registrations, now) = (&portal.portal.registrations, portal.portal.clock.now());
    registrations.register(&member, &EVENT.parse().unwrap(), &[], now).await.unwrap();
    member
}

async fn cancels(portal: &TestPortal, member: &Member) {
    let now = portal.portal.clock.now();
    portal.portal.registrations.cancel(member, &EVENT.parse().unwrap(), now).await.unwrap();
}

/// What the letters to somebody are about.
async fn subjects(portal: &TestPortal, name: &str) -> Vec<String> {
    let letters = Mailbox::new().fetch(portal).await;
    let to = format!("<{name}@example.org>");
    letters.iter().filter(|letter| letter.header("To").contains(&to)).map(Letter::subject).collect()
}

#[tokio::test]
async fn an_offer_that_has_ended_is_not_told_of_as_one() {
    let portal = TestPortal::start().await;
    let ana = registers(&portal, "ana").await;
    for name in ["ben", "cam"] {
        registers(&portal, name).await;
    }
    subjects(&portal, "cam").await;
    cancels(&portal, &ana).await;
    // No letter leaves for two days; by then the offer has ended.
    portal.pass(2 * DAY);
    portal.portal.registrations.lapse(portal.portal.clock.now()).await.unwrap();
    let told = subjects(&portal, "cam").await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("Your offer of a seat has ended"), "{told:?}");
}

#[tokio::test]
async fn who_has_given_up_a_seat_is_told_that_alone_and_reminded_of_nothing() {
    let portal = TestPortal::start().await;
    let ana = registers(&portal, "ana").await;
    let ben = registers(&portal, "ben").await;
    cancels(&portal, &ana).await;
    let told = subjects(&portal, "ana").await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("Registration cancelled"), "{told:?}");
    // A reminder is due; before its letter is written, the seat is given up.
    portal.pass(20 * DAY + 2 * HOUR);
    assert_eq!(portal.portal.inbox.remind(portal.portal.clock.now()).await, Ok(1));
    cancels(&portal, &ben).await;
    let told = subjects(&portal, "ben").await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("Registration cancelled"), "{told:?}");
}

#[tokio::test]
async fn a_reminder_is_not_written_when_the_event_has_begun() {
    let portal = TestPortal::start().await;
    registers(&portal, "ana").await;
    subjects(&portal, "ana").await;
    portal.pass(20 * DAY + 2 * HOUR);
    assert_eq!(portal.portal.inbox.remind(portal.portal.clock.now()).await, Ok(1));
    portal.pass(DAY);
    assert_eq!(subjects(&portal, "ana").await, Vec::<String>::new());
}
