//! Seats: never one too many, nobody lost, the list in its order, everything told once.

use std::collections::HashMap;

use domain::account::{Member, Role, Standing};
use domain::audit::{AuditFilter, AuditSpan, Deed, What};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Outcome, Typed};
use domain::outbox::Work;
use domain::ports::{Accounts, Desk, Inbox, Manuscripts, Outbox, Registrations, Secretariat};
use domain::registration::{Decision, Mode, SeatRules, State};
use domain::{Error, Problem, Rule, Slug};

use crate::drafts::{event, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

fn open(capacity: u32) -> SeatRules {
    SeatRules { mode: Mode::Open, capacity: Some(capacity) }
}

async fn meeting(place: &Place, rules: SeatRules) -> Slug {
    let draft = domain::pack::EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-01", "2026-12-02") };
    let desk: &dyn Desk = &**place;
    desk.create(&draft, "ana", "a test", now()).await.unwrap();
    slug("meeting")
}

async fn state(place: &Place, member: &Member) -> State {
    place.seats(&slug("meeting"), Some(member.account().id)).await.unwrap().own.unwrap().state
}

/// What each account was told, in its order.
async fn told(place: &Place) -> HashMap<i64, Vec<String>> {
    let mut told: HashMap<i64, Vec<String>> = HashMap::new();
    loop {
        let effects = place.claim("a test", Work::Letters, 500, later(100_000)).await.unwrap();
        if effects.is_empty() {
            return told;
        }
        for effect in effects.into_iter().filter(|effect| effect.topic == "mail.registration") {
            let payload: serde_json::Value = serde_json::from_str(&effect.payload).unwrap();
            let said = payload["state"].as_str().unwrap().to_owned();
            told.entry(payload["account"].as_i64().unwrap()).or_default().push(said);
        }
    }
}

pub(crate) async fn who_asks_twice_has_one_registration(place: &Place) {
    let event = meeting(place, open(5)).await;
    let ana = person(place, "ana", Role::Member).await;
    let first = place.register(&ana, &event, &[], now()).await.unwrap();
    let again = place.register(&ana, &event, &[], later(1)).await.unwrap();
    assert_eq!((first.state, first.id), (State::Registered, again.id));
    assert_eq!(place.seats(&event, None).await.unwrap().taken, 1);
    assert_eq!(told(place).await[&ana.account().id], ["registered"]);
}

pub(crate) async fn an_event_without_rules_takes_no_registrations(place: &Place) {
    place.with([crate::drafts::event("closed", "2026-12-01", "2026-12-01")]).await;
    let ana = person(place, "ana", Role::Member).await;
    assert_eq!(place.register(&ana, &slug("closed"), &[], now()).await, Err(Error::Forbidden));
    assert_eq!(place.register(&ana, &slug("nowhere"), &[], now()).await, Err(Error::NotFound));
}

pub(crate) async fn the_last_seat_goes_to_one_of_two_who_come_at_once(place: &Place) {
    let event = meeting(place, open(1)).await;
    let (ana, ben) = (person(place, "ana", Role::Member).await, person(place, "ben", Role::Member).await);
    let other = place.another_node().await;
    let (one, two) = tokio::join!(place.register(&ana, &event, &[], now()), other.register(&ben, &event, &[], now()));
    let mut states = [one.unwrap().state.code(), two.unwrap().state.code()];
    states.sort_unstable();
    assert_eq!(states, ["registered", "waiting"]);
}

pub(crate) async fn a_full_event_has_a_list_with_places_and_offers_in_order(place: &Place) {
    let event = meeting(place, open(1)).await;
    let names = ["ana", "ben", "cam", "dan"];
    let mut people = Vec::new();
    for (minute, name) in (0..).zip(names) {
        let member = person(place, name, Role::Member).await;
        place.register(&member, &event, &[], later(minute)).await.unwrap();
        people.push(member);
    }
    let place_of =
        async |member: &Member| place.seats(&event, Some(member.account().id)).await.unwrap().own.unwrap().position;
    assert_eq!((place_of(&people[1]).await, place_of(&people[3]).await), (Some(1), Some(3)));
    // Who leaves the list moves up who stands behind.
    place.cancel(&people[2], &event, later(10)).await.unwrap();
    assert_eq!(place_of(&people[3]).await, Some(2));
    // A freed seat is offered to the first, for two days, and to nobody else meanwhile.
    place.cancel(&people[0], &event, later(11)).await.unwrap();
    assert_eq!((state(place, &people[1]).await, state(place, &people[3]).await), (State::Offered, State::Waiting));
    let late = person(place, "eve", Role::Member).await;
    assert_eq!(place.register(&late, &event, &[], later(12)).await.unwrap().state, State::Waiting);
    assert_eq!(place.accept(&people[3], &event, later(12)).await, Err(Error::Gone));
    assert_eq!(place.accept(&people[1], &event, later(13)).await.unwrap().state, State::Registered);
    assert_eq!(place.accept(&people[1], &event, later(14)).await.unwrap().state, State::Registered);
    let told = told(place).await;
    assert_eq!(told[&people[1].account().id], ["waiting", "offered", "registered"]);
    assert_eq!(told[&people[0].account().id], ["registered", "cancelled"]);
}

pub(crate) async fn an_offer_that_nobody_takes_goes_to_the_next(place: &Place) {
    let event = meeting(place, open(1)).await;
    let mut people = Vec::new();
    for (minute, name) in (0..).zip(["ana", "ben", "cam"]) {
        let member = person(place, name, Role::Member).await;
        place.register(&member, &event, &[], later(minute)).await.unwrap();
        people.push(member);
    }
    place.cancel(&people[0], &event, later(10)).await.unwrap();
    assert_eq!(place.lapse(later(10 + 48 * 60 - 1)).await, Ok(0));
    assert_eq!(place.lapse(later(10 + 48 * 60)).await, Ok(1));
    assert_eq!((state(place, &people[1]).await, state(place, &people[2]).await), (State::Lapsed, State::Offered));
    assert_eq!(place.accept(&people[1], &event, later(3000)).await, Err(Error::Gone));
    assert_eq!(place.lapse(later(10 + 48 * 60)).await, Ok(0));
    assert_eq!(told(place).await[&people[1].account().id], ["waiting", "offered", "lapsed"]);
}

/// Noon of 24 November is so many minutes before the meeting begins, at midnight of 1 December in Jamaica.
const BEGINS: i64 = 6 * 24 * 60 + 17 * 60;

/// A meeting with one seat, which the first of these people has; the others wait.
async fn full_meeting(place: &Place, names: &[&str]) -> (Slug, Vec<Member>) {
    let event = meeting(place, open(1)).await;
    let mut people = Vec::new();
    for (minute, name) in (0..).zip(names) {
        let member = person(place, name, Role::Member).await;
        place.register(&member, &event, &[], later(minute)).await.unwrap();
        people.push(member);
    }
    (event, people)
}

/// Staff set the state of the meeting.
async fn set_state(place: &Place, code: &str, minute: i64) {
    let boss = staff(place, &format!("boss-{minute}"), Role::Editor).await;
    let opened = place.manuscript(&boss, Kind::Event, &slug("meeting")).await.unwrap();
    let typed = vec![Typed::new("state", code, &fingerprint(Fields::of(&opened).get("state")))];
    let edit = Edit { typed, ..Edit::default() };
    let saved = place.save(&boss, Kind::Event, &slug("meeting"), &edit, later(minute)).await.unwrap();
    assert_eq!(saved, Outcome::Saved(slug("meeting")));
}

pub(crate) async fn an_offer_ends_with_the_start_of_the_event_and_goes_to_nobody_then(place: &Place) {
    let (event, people) = full_meeting(place, &["ana", "ben", "cam"]).await;
    // On the eve, a seat is kept for as long as there is a meeting ahead.
    place.cancel(&people[0], &event, later(BEGINS - 60)).await.unwrap();
    let own = place.seats(&event, Some(people[1].account().id)).await.unwrap().own.unwrap();
    assert_eq!((own.state, own.offer_ends), (State::Offered, Some(later(BEGINS))));
    assert_eq!(place.accept(&people[1], &event, later(BEGINS)).await, Err(Error::Gone));
    assert_eq!(place.lapse(later(BEGINS - 1)).await, Ok(0));
    assert_eq!(place.lapse(later(BEGINS)).await, Ok(1));
    assert_eq!(place.lapse(later(BEGINS + 3 * 24 * 60)).await, Ok(0), "nobody is offered it after that");
    assert_eq!((state(place, &people[1]).await, state(place, &people[2]).await), (State::Lapsed, State::Waiting));
    let told = told(place).await;
    assert_eq!(told[&people[1].account().id], ["waiting", "offered"], "what ends with the start ends without a word");
    assert_eq!(told[&people[2].account().id], ["waiting"]);
}

pub(crate) async fn what_becomes_free_after_the_start_is_offered_to_nobody(place: &Place) {
    let (event, people) = full_meeting(place, &["ana", "ben"]).await;
    let staff = staff(place, "staff", Role::Editor).await;
    let seat = place.participants(&staff, &event).await.unwrap()[0].registration;
    let no_show = Decision::Remove("Did not come.".to_owned());
    place.settle(&staff, seat, &no_show, later(BEGINS)).await.unwrap();
    place.set_rules(&staff, &event, open(5), None, later(BEGINS + 1)).await.unwrap();
    assert_eq!((state(place, &people[0]).await, state(place, &people[1]).await), (State::Cancelled, State::Waiting));
    assert_eq!(told(place).await[&people[1].account().id], ["waiting"]);
}

pub(crate) async fn an_event_that_is_put_off_offers_nothing_until_it_takes_place_after_all(place: &Place) {
    let (event, people) = full_meeting(place, &["ana", "ben", "cam"]).await;
    place.cancel(&people[0], &event, later(5)).await.unwrap();
    set_state(place, "postponed", 6).await;
    assert_eq!(place.accept(&people[1], &event, later(7)).await, Err(Error::Gone));
    assert_eq!(place.lapse(later(7)).await, Ok(1));
    assert_eq!(place.lapse(later(7)).await, Ok(0));
    let own = place.seats(&event, Some(people[1].account().id)).await.unwrap().own.unwrap();
    assert_eq!((own.state, own.position), (State::Waiting, Some(1)), "who was offered the seat stands first again");
    set_state(place, "scheduled", 8).await;
    let own = place.seats(&event, Some(people[1].account().id)).await.unwrap().own.unwrap();
    assert_eq!((own.state, own.offer_ends), (State::Offered, Some(later(8 + 48 * 60))));
    assert_eq!(state(place, &people[2]).await, State::Waiting);
    assert_eq!(told(place).await[&people[1].account().id], ["waiting", "offered", "offered"]);
}

pub(crate) async fn an_offer_of_an_event_in_the_bin_holds_up_no_other(place: &Place) {
    let (event, people) = full_meeting(place, &["ana", "ben"]).await;
    place.cancel(&people[0], &event, later(5)).await.unwrap();
    place.delete(Kind::Event, &event, "ana", later(6)).await.unwrap();
    assert_eq!(place.lapse(later(49 * 60)).await, Ok(0));
    place.restore(Kind::Event, &event, "ana", later(49 * 60)).await.unwrap();
    assert_eq!(place.lapse(later(49 * 60)).await, Ok(1));
    assert_eq!(state(place, &people[1]).await, State::Lapsed);
}

pub(crate) async fn a_closed_account_gives_up_what_is_ahead_and_the_next_is_offered_it(place: &Place) {
    let (event, people) = full_meeting(place, &["ana", "ben", "cam"]).await;
    let admin = staff(place, "admin", Role::Admin).await;
    place.with([crate::drafts::event("last-year", "2025-12-01", "2025-12-01")]).await;
    place.set_rules(&admin, &slug("last-year"), open(5), None, now()).await.unwrap();
    place.register(&people[0], &slug("last-year"), &[], now()).await.unwrap();
    // Who waits and is not approved any more is not offered a seat either.
    place.decide(&admin, people[1].account().id, &Standing::Disabled, later(5)).await.unwrap();
    place.decide(&admin, people[0].account().id, &Standing::Disabled, later(6)).await.unwrap();
    let mut states = Vec::new();
    for member in &people {
        states.push(state(place, member).await);
    }
    assert_eq!(states, [State::Cancelled, State::Cancelled, State::Offered]);
    let past = place.seats(&slug("last-year"), Some(people[0].account().id)).await.unwrap().own.unwrap();
    assert_eq!((event.as_str(), past.state), ("meeting", State::Registered), "who was there was there");
    assert_eq!(place.seats(&event, None).await.unwrap().waiting, 0);
}

pub(crate) async fn who_closes_her_account_leaves_her_name_to_past_events_alone(place: &Place) {
    let (event, people) = full_meeting(place, &["ana", "ben"]).await;
    let staff = staff(place, "staff", Role::Admin).await;
    place.with([crate::drafts::event("last-year", "2025-12-01", "2025-12-01")]).await;
    place.set_rules(&staff, &slug("last-year"), open(5), None, now()).await.unwrap();
    let ana = people[0].account();
    place.register(&people[0], &slug("last-year"), &[], now()).await.unwrap();
    place.close_account(ana.id, later(5)).await.unwrap();
    assert_eq!(state(place, &people[1]).await, State::Offered);
    assert_eq!(place.account(ana.id).await, Err(Error::NotFound));
    assert_eq!(place.credentials(&ana.profile.email).await, Ok(None), "the address is free");
    let names = |participants: Vec<domain::registration::Participant>| {
        participants.into_iter().map(|each| each.account.profile.name).collect::<Vec<_>>()
    };
    assert_eq!(names(place.participants(&staff, &event).await.unwrap()), ["ben"]);
    let past = place.participants(&staff, &slug("last-year")).await.unwrap();
    let kept = past[0].account.clone();
    assert_eq!((kept.profile.name.as_str(), kept.standing), ("ana", Standing::Disabled));
    assert!(kept.profile.email.as_str().ends_with("@closed.invalid"), "{}", kept.profile.email);
    // Nothing stays of who was nowhere.
    place.close_account(people[1].account().id, later(6)).await.unwrap();
    let people = place.people(&staff, None).await.unwrap();
    assert_eq!(people.into_iter().map(|person| person.profile.name).collect::<Vec<_>>(), ["staff", "ana"]);
}

pub(crate) async fn more_seats_are_offered_to_who_waits(place: &Place) {
    let event = meeting(place, open(1)).await;
    let mut people = Vec::new();
    for (minute, name) in (0..).zip(["ana", "ben", "cam", "dan"]) {
        let member = person(place, name, Role::Member).await;
        place.register(&member, &event, &[], later(minute)).await.unwrap();
        people.push(member);
    }
    place.set_rules(&staff(place, "staff", Role::Editor).await, &event, open(3), None, later(5)).await.unwrap();
    let mut states = Vec::new();
    for member in &people {
        states.push(state(place, member).await);
    }
    assert_eq!(states, [State::Registered, State::Offered, State::Offered, State::Waiting]);
    let seats = place.seats(&event, None).await.unwrap();
    assert_eq!((seats.taken, seats.waiting), (3, 1));
}

pub(crate) async fn pending_and_waiting_are_two_things(place: &Place) {
    let event = meeting(place, SeatRules { mode: Mode::Approval, capacity: Some(1) }).await;
    let staff = staff(place, "staff", Role::Editor).await;
    let (ana, ben) = (person(place, "ana", Role::Member).await, person(place, "ben", Role::Member).await);
    let first = place.register(&ana, &event, &[], now()).await.unwrap();
    let second = place.register(&ben, &event, &[], later(1)).await.unwrap();
    assert_eq!((first.state, second.state, second.position), (State::Pending, State::Pending, None));
    place.settle(&staff, first.id, &Decision::Admit, later(2)).await.unwrap();
    let full = place.settle(&staff, second.id, &Decision::Admit, later(3)).await;
    assert_eq!(
        full,
        Err(Error::Invalid(vec![Problem::new("decision", "admit", Rule::FreeSeat)])),
        "it is said, not done"
    );
    assert_eq!(place.settle(&staff, second.id, &Decision::List, later(3)).await, Ok(State::Waiting));
    assert_eq!((state(place, &ana).await, state(place, &ben).await), (State::Registered, State::Waiting));
    assert_eq!(place.settle(&staff, second.id, &Decision::Refuse("No.".to_owned()), later(4)).await, Err(Error::Gone));
    let participants = place.participants(&staff, &event).await.unwrap();
    let seen: Vec<_> = participants.iter().map(|each| (each.account.profile.name.as_str(), each.state)).collect();
    assert_eq!(seen, [("ana", State::Registered), ("ben", State::Waiting)]);
}

pub(crate) async fn a_refusal_is_told_with_its_reason_until_one_asks_again(place: &Place) {
    let event = meeting(place, SeatRules { mode: Mode::Approval, capacity: None }).await;
    let staff = staff(place, "staff", Role::Editor).await;
    let ana = person(place, "ana", Role::Member).await;
    let asked = place.register(&ana, &event, &[], now()).await.unwrap();
    assert_eq!(place.event_of(&staff, asked.id).await, Ok(event.clone()));
    assert_eq!(place.event_of(&staff, asked.id + 1).await, Err(Error::NotFound));
    assert_eq!(place.pending(&staff, later(1)).await, Ok(vec![(event.clone(), 1)]));
    let after_it = "2026-12-09T00:00:00Z".parse().unwrap();
    assert_eq!(place.pending(&staff, after_it).await, Ok(Vec::new()), "what is over waits for nobody");
    let refusal = Decision::Refuse("The room is for delegations.".to_owned());
    place.settle(&staff, asked.id, &refusal, later(1)).await.unwrap();
    assert_eq!(place.pending(&staff, later(1)).await, Ok(Vec::new()));
    let own = place.seats(&event, Some(ana.account().id)).await.unwrap().own.unwrap();
    assert_eq!((own.state, own.reason.as_str()), (State::Refused, refusal.reason()));
    assert_eq!(place.of_account(ana.account().id).await.unwrap()[0].reason, refusal.reason());
    assert_eq!(place.participants(&staff, &event).await.unwrap()[0].reason, refusal.reason());
    let log = place.audit(&staff, &AuditFilter::default(), AuditSpan::ALL).await.unwrap().lines;
    let after = "refused: The room is for delegations.".to_owned();
    assert!(log.iter().any(|line| matches!(&line.what, What::Done { after: its, .. } if *its == after)), "{log:?}");
    let letters = place.claim("a test", Work::Letters, 500, later(2)).await.unwrap();
    let told = letters.iter().filter(|effect| effect.payload.contains("refused")).count();
    assert_eq!(told, 1);
    let again = place.register(&ana, &event, &[], later(3)).await.unwrap();
    assert_eq!((again.state, again.reason.as_str()), (State::Pending, ""));
}

pub(crate) async fn staff_register_a_member_by_the_rules_and_are_told_what_cannot_be(place: &Place) {
    let event = meeting(place, open(1)).await;
    let staff = staff(place, "staff", Role::Editor).await;
    let (ana, ben) = (person(place, "ana", Role::Member).await, person(place, "ben", Role::Member).await);
    let address = |member: &Member| member.account().profile.email.clone();
    let first = place.enrol(&staff, &event, &address(&ana), now()).await.unwrap();
    let second = place.enrol(&staff, &event, &address(&ben), later(1)).await.unwrap();
    assert_eq!((first.state, second.state), (State::Registered, State::Waiting));
    let wrong = |email: &str, rule| Err(Error::Invalid(vec![Problem::new("email", email, rule)]));
    let again = place.enrol(&staff, &event, &address(&ana), later(2)).await;
    assert_eq!(again, wrong("ana@example.org", Rule::NotRegistered));
    let nobody = "nobody@example.org".parse().unwrap();
    assert_eq!(place.enrol(&staff, &event, &nobody, later(2)).await, wrong("nobody@example.org", Rule::Member));
    place.with([crate::drafts::event("closed", "2026-12-01", "2026-12-01")]).await;
    assert_eq!(place.enrol(&staff, &slug("closed"), &address(&ana), later(2)).await, Err(Error::Forbidden));
    let told = told(place).await;
    let letters = [&told[&ana.account().id][..], &told[&ben.account().id][..]];
    assert_eq!(letters, [["registered"], ["waiting"]]);
    assert_eq!(place.notices(ana.account().id, 10, later(3)).await.unwrap().len(), 1);
}

pub(crate) async fn who_is_removed_reads_why_and_the_next_is_offered_the_seat(place: &Place) {
    let event = meeting(place, open(1)).await;
    let staff = staff(place, "staff", Role::Editor).await;
    let (ana, ben) = (person(place, "ana", Role::Member).await, person(place, "ben", Role::Member).await);
    let first = place.enrol(&staff, &event, &ana.account().profile.email, now()).await.unwrap();
    place.register(&ben, &event, &[], later(1)).await.unwrap();
    let removal = Decision::Remove("Another delegate comes.".to_owned());
    place.settle(&staff, first.id, &removal, later(2)).await.unwrap();
    assert_eq!((state(place, &ana).await, state(place, &ben).await), (State::Cancelled, State::Offered));
    let own = place.seats(&event, Some(ana.account().id)).await.unwrap().own.unwrap();
    assert_eq!(own.reason, removal.reason());
    assert_eq!(place.settle(&staff, first.id, &removal, later(3)).await, Err(Error::Gone));
    assert_eq!(told(place).await[&ana.account().id], ["registered", "cancelled"]);
    let log = place.audit(&staff, &AuditFilter::default(), AuditSpan::ALL).await.unwrap().lines;
    let log: Vec<_> = log
        .into_iter()
        .filter_map(|line| match line.what {
            What::Done { deed: Deed::Registration, subject, before, after } => Some((subject, before, after)),
            _ => None,
        })
        .collect();
    let subject = "meeting: ana@example.org";
    let line = |before: &str, after: &str| (subject.to_owned(), before.to_owned(), after.to_owned());
    let removed = line("registered", "cancelled: Another delegate comes.");
    assert_eq!(log, [removed, line("", "registered")]);
}

pub(crate) async fn two_hundred_who_ask_for_twenty_seats_while_some_cancel(place: &Place) {
    let event = meeting(place, open(20)).await;
    let other = place.another_node().await;
    let mut people = Vec::new();
    for number in 0..200 {
        people.push(person(place, &format!("p{number}"), Role::Member).await);
    }
    let mut tasks = tokio::task::JoinSet::new();
    for (number, member) in people.iter().cloned().enumerate() {
        let (db, event) = (if number % 2 == 0 { (**place).clone() } else { other.clone() }, event.clone());
        tasks.spawn(async move {
            // A double click of each, and every fifth changes their mind at once.
            let (one, two) =
                tokio::join!(db.register(&member, &event, &[], now()), db.register(&member, &event, &[], now()));
            assert_eq!(one.unwrap().id, two.unwrap().id);
            if number % 5 == 0 {
                db.cancel(&member, &event, later(1)).await.unwrap();
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    let seats = place.seats(&event, None).await.unwrap();
    assert_eq!(seats.taken, 20, "every seat is taken or offered, and none twice");
    let mut counted: HashMap<State, u32> = HashMap::new();
    for member in &people {
        *counted.entry(state(place, member).await).or_default() += 1;
    }
    let of = |state| counted.get(&state).copied().unwrap_or(0);
    assert_eq!(of(State::Registered) + of(State::Offered), 20);
    assert_eq!(of(State::Cancelled), 40);
    assert_eq!(of(State::Waiting), 140, "nobody is lost");
    // Everybody was told every change once: never the same state twice in a row, and the last one is where they stand.
    let told = told(place).await;
    assert_eq!(told.len(), 200);
    for member in &people {
        let letters = &told[&member.account().id];
        assert!(letters.windows(2).all(|pair| pair[0] != pair[1]), "{letters:?}");
        assert_eq!(letters.last().unwrap(), state(place, member).await.code());
    }
}
