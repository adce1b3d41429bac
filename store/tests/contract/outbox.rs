//! Effects that wait.

use std::collections::HashSet;

use domain::Error;
use domain::account::{Role, Staff};
use domain::audit::{AuditFilter, AuditSpan, Deed, What};
use domain::entry::Kind;
use domain::file::{Access, Files};
use domain::outbox::{
    CLAIM_SECONDS, Effect, LetterFilter, LetterKind, LetterLine, LetterState, Letters, MOST_ATTEMPTS, OutboxCounts,
    Work,
};
use domain::pack::EntryDraft;
use domain::ports::{Accounts, Outbox, Registrations, Secretariat};
use domain::registration::{Mode, SeatRules};
use jiff::Timestamp;

use crate::drafts::{event, post, slug};
use crate::files::{document, eva};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

async fn effects(place: &Place, count: usize) {
    place.with((0..count).map(|n| post(&format!("post-{n}")))).await;
}

async fn claim(place: &Place, worker: &str, limit: u32, at: Timestamp) -> Vec<Effect> {
    place.claim(worker, Work::Letters, limit, at).await.unwrap()
}

pub(crate) async fn two_workers_never_claim_the_same_effect(place: &Place) {
    effects(place, 60).await;
    let mut workers = tokio::task::JoinSet::new();
    for n in 0..6 {
        let db = place.another_node().await;
        workers.spawn(async move {
            let mut claimed = Vec::new();
            loop {
                let batch = db.claim(&format!("worker-{n}"), Work::Letters, 3, now()).await.unwrap();
                if batch.is_empty() {
                    return claimed;
                }
                claimed.extend(batch.into_iter().map(|effect| effect.id));
            }
        });
    }
    let claimed: Vec<i64> = workers.join_all().await.into_iter().flatten().collect();
    let distinct: HashSet<i64> = claimed.iter().copied().collect();
    assert_eq!((claimed.len(), distinct.len()), (60, 60));
}

pub(crate) async fn the_oldest_effects_are_claimed_first_and_no_more_than_asked_for(place: &Place) {
    effects(place, 5).await;
    let first = claim(place, "worker", 2, now()).await;
    let second = claim(place, "worker", 10, now()).await;
    let ids: Vec<i64> = first.iter().chain(&second).map(|effect| effect.id).collect();
    assert_eq!((first.len(), second.len()), (2, 3));
    assert!(ids.is_sorted());
    assert!(first.iter().all(|effect| effect.attempts == 0 && effect.topic == "entry.created"));
    assert!(claim(place, "worker", 0, later(60)).await.is_empty());
}

pub(crate) async fn documents_that_wait_to_be_read_and_letters_do_not_stand_behind_each_other(place: &Place) {
    let eva = eva(place).await;
    place.store(&eva, document("a", 10, Access::Everybody), now()).await.unwrap();
    effects(place, 1).await;
    let topics = async |work: Work| {
        let claimed = place.claim("worker", work, 10, now()).await.unwrap();
        claimed.into_iter().map(|effect| effect.topic).collect::<Vec<_>>()
    };
    assert_eq!(topics(Work::Letters).await, ["entry.created"]);
    assert_eq!(topics(Work::Documents).await, ["file.stored"]);
    assert_eq!(topics(Work::Documents).await, [""; 0], "it is held");
}

pub(crate) async fn an_effect_that_failed_waits_longer_each_time(place: &Place) {
    effects(place, 1).await;
    let mut at = now();
    for (attempts, minutes) in [(0, 1), (1, 2), (2, 4), (3, 8)] {
        let claimed = claim(place, "worker", 10, at).await;
        assert_eq!(claimed.iter().map(|effect| effect.attempts).collect::<Vec<_>>(), [attempts]);
        place.fail(claimed[0].id, "worker", "no answer", at).await.unwrap();
        let due = at + jiff::SignedDuration::from_mins(minutes);
        let just_before = due - jiff::SignedDuration::from_micros(1);
        assert!(claim(place, "worker", 10, just_before).await.is_empty(), "after {attempts} attempts");
        at = due;
    }
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 1, done: 0 });
}

pub(crate) async fn an_effect_is_not_claimed_before_it_is_due(place: &Place) {
    effects(place, 1).await;
    assert!(claim(place, "worker", 10, later(-1)).await.is_empty());
    assert_eq!(claim(place, "worker", 10, now()).await.len(), 1);
}

pub(crate) async fn a_claim_ends_by_itself(place: &Place) {
    effects(place, 1).await;
    let held = claim(place, "one", 10, now()).await;
    let end = now() + jiff::SignedDuration::from_secs(CLAIM_SECONDS);
    assert!(claim(place, "two", 10, end - jiff::SignedDuration::from_micros(1)).await.is_empty());
    let taken_over = claim(place, "two", 10, end).await;
    assert_eq!(taken_over[0].id, held[0].id);
    assert_eq!(taken_over[0].attempts, 1, "a worker that never came back has tried");
}

pub(crate) async fn a_worker_that_lost_its_claim_changes_nothing(place: &Place) {
    effects(place, 1).await;
    let id = claim(place, "one", 10, now()).await[0].id;
    claim(place, "two", 10, later(6)).await;
    place.complete(id, "one", None, later(7)).await.unwrap();
    place.fail(id, "one", "too late", later(7)).await.unwrap();
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 1, done: 0 });
    assert!(claim(place, "three", 10, later(8)).await.is_empty(), "the second worker holds it still");
    place.complete(id, "two", None, later(9)).await.unwrap();
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 0, done: 1 });
}

pub(crate) async fn what_is_done_is_counted_and_never_claimed_again(place: &Place) {
    effects(place, 3).await;
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 3, done: 0 });
    let claimed = claim(place, "worker", 1, now()).await;
    place.complete(claimed[0].id, "worker", None, now()).await.unwrap();
    place.fail(claimed[0].id, "worker", "after all", now()).await.unwrap();
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 2, done: 1 });
    let rest = claim(place, "worker", 10, later(60)).await;
    assert_eq!(rest.len(), 2);
    assert!(rest.iter().all(|effect| effect.id != claimed[0].id));
}

/// Lets every letter that is due fail or go; what was called for comes first.
async fn settle(place: &Place, at: Timestamp, outcome: impl Fn(&Effect) -> Option<&'static str>) {
    for effect in claim(place, "post", 100, at).await {
        match outcome(&effect) {
            Some(cause) => place.give_up(effect.id, "post", cause, at).await.unwrap(),
            None => place.complete(effect.id, "post", Some("ana@example.org"), at).await.unwrap(),
        }
    }
}

async fn letters(place: &Place, staff: &Staff, filter: LetterFilter) -> Letters {
    place.letters(staff, &LetterFilter { limit: 10, ..filter }).await.unwrap()
}

async fn all(place: &Place, staff: &Staff) -> Vec<LetterLine> {
    letters(place, staff, LetterFilter::default()).await.lines
}

pub(crate) async fn a_letter_that_fails_is_given_up_and_anything_else_is_not(place: &Place) {
    effects(place, 1).await;
    let ana = person(place, "ana", Role::Member).await;
    place.ask_reset(&ana.account().profile.email, now()).await.unwrap();
    let mut at = now();
    for attempt in 1..=MOST_ATTEMPTS {
        let claimed = claim(place, "worker", 10, at).await;
        assert_eq!(claimed.len(), 2, "attempt {attempt}");
        for effect in claimed {
            place.fail(effect.id, "worker", "no answer", at).await.unwrap();
        }
        at += jiff::SignedDuration::from_hours(24);
    }
    let left = claim(place, "worker", 10, at).await;
    assert_eq!(left.iter().map(|effect| effect.topic.as_str()).collect::<Vec<_>>(), ["entry.created"]);
    let boss = staff(place, "boss", Role::Admin).await;
    assert_eq!(place.failures(&boss).await, Ok(1));
    let line = all(place, &boss).await.remove(0);
    assert_eq!((line.state, line.attempts, line.cause.as_str()), (LetterState::Failed, MOST_ATTEMPTS, "no answer"));
}

pub(crate) async fn letters_are_shown_with_their_state_to_who_may_know_of_them(place: &Place) {
    let rules = SeatRules { mode: Mode::Open, capacity: None };
    place.with([EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-14", "2026-12-14") }]).await;
    let ana = person(place, "ana", Role::Member).await;
    place.ask_reset(&ana.account().profile.email, now()).await.unwrap();
    let reset = claim(place, "post", 100, now()).await.into_iter().find(|effect| effect.topic == "mail.reset").unwrap();
    place.fail(reset.id, "post", "no answer", later(1)).await.unwrap();
    place.register(&ana, &slug("meeting"), &[], later(2)).await.unwrap();
    let (boss, editor) = (staff(place, "boss", Role::Admin).await, staff(place, "editor", Role::Editor).await);
    let contributor = staff(place, "contributor", Role::Contributor).await;
    let seen = all(place, &boss).await;
    assert_eq!(seen.len(), 2);
    assert_eq!((seen[0].kind, seen[0].state, seen[0].at), (LetterKind::Registration, LetterState::Waiting, later(2)));
    assert_eq!((seen[0].name.as_str(), seen[0].address.as_str()), ("ana", "ana@example.org"));
    assert_eq!(seen[0].entry, Some((Kind::Event, slug("meeting"))));
    assert_eq!((seen[1].kind, seen[1].state, seen[1].at), (LetterKind::Reset, LetterState::Retrying, later(2)));
    assert_eq!((seen[1].attempts, seen[1].cause.as_str(), seen[1].created), (1, "no answer", now()));
    // Who decides on people may know who asked for a password; who decides on seats, who has one.
    let of_editor = all(place, &editor).await;
    assert_eq!(of_editor.iter().map(|line| line.kind).collect::<Vec<_>>(), [LetterKind::Registration]);
    assert_eq!(all(place, &contributor).await, []);
    let id = seen[0].id;
    claim(place, "post", 100, later(3)).await;
    place.complete(id, "post", None, later(3)).await.unwrap();
    assert_eq!(all(place, &editor).await[0].state, LetterState::Needless);
}

pub(crate) async fn letters_are_found_by_state_and_by_whom_they_are_for(place: &Place) {
    let boss = staff(place, "boss", Role::Admin).await;
    for name in ["ana", "ben", "eva"] {
        let email = person(place, name, Role::Member).await.account().profile.email.clone();
        place.ask_reset(&email, now()).await.unwrap();
    }
    let first = claim(place, "post", 1, now()).await.remove(0);
    place.give_up(first.id, "post", "no mailbox", later(1)).await.unwrap();
    let found = async |state: Option<LetterState>, to: &str| {
        let filter = LetterFilter { state, to: to.to_owned(), ..LetterFilter::default() };
        letters(place, &boss, filter).await.lines.into_iter().map(|line| line.name).collect::<Vec<_>>()
    };
    assert_eq!(found(Some(LetterState::Failed), "").await, ["ana"]);
    assert_eq!(found(Some(LetterState::Waiting), "").await, ["eva", "ben"]);
    assert_eq!(found(None, "BEN Example").await, ["ben"]);
    assert_eq!(found(Some(LetterState::Failed), "ben").await, [""; 0]);
    assert_eq!(found(None, "nobody").await, [""; 0]);
    let second = LetterFilter { offset: 1, limit: 1, ..LetterFilter::default() };
    let second = place.letters(&boss, &second).await.unwrap();
    assert_eq!((second.total, second.lines[0].name.as_str()), (3, "ben"));
}

pub(crate) async fn a_letter_is_sent_again_once_and_the_log_tells_it(place: &Place) {
    let (boss, editor) = (staff(place, "boss", Role::Admin).await, staff(place, "editor", Role::Editor).await);
    let ana = person(place, "ana", Role::Member).await;
    place.ask_reset(&ana.account().profile.email, now()).await.unwrap();
    let id = all(place, &boss).await[0].id;
    assert_eq!(place.resend(&boss, id, now()).await, Ok(false), "it waits still");
    settle(place, now(), |_| Some("no mailbox")).await;
    assert_eq!(place.resend(&editor, id, later(1)).await, Err(Error::Forbidden));
    assert_eq!(place.resend(&boss, 999, later(1)).await, Err(Error::NotFound));
    let mut clicks = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let (db, boss) = (place.another_node().await, boss.clone());
        clicks.spawn(async move { db.resend(&boss, id, later(2)).await.unwrap() });
    }
    let again = clicks.join_all().await;
    assert_eq!(again.iter().filter(|again| **again).count(), 1, "{again:?}");
    assert_eq!(place.failures(&boss).await, Ok(0));
    settle(place, later(3), |_| None).await;
    let lines = all(place, &boss).await;
    let states: Vec<_> = lines.iter().map(|line| (line.state, line.is_resent)).collect();
    assert_eq!(states, [(LetterState::Sent, false), (LetterState::Failed, true)]);
    // What was sent may be sent again as well, and then stands in the log twice.
    assert_eq!(place.resend(&boss, lines[0].id, later(4)).await, Ok(true));
    let log = place
        .audit(&boss, &AuditFilter { subject: "ana".to_owned(), ..AuditFilter::default() }, AuditSpan::ALL)
        .await
        .unwrap()
        .lines;
    let told = |before: &str| What::Done {
        deed: Deed::Letter,
        subject: "mail.reset → ana@example.org".to_owned(),
        before: before.to_owned(),
        after: "waiting".to_owned(),
    };
    assert_eq!(log.into_iter().map(|line| line.what).collect::<Vec<_>>(), [told("sent"), told("failed: no mailbox")]);
}
