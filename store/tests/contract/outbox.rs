//! Effects that wait.

use std::collections::HashSet;

use domain::outbox::{CLAIM_SECONDS, Effect, OutboxCounts};
use domain::ports::Outbox;
use jiff::Timestamp;

use crate::drafts::post;
use crate::place::{Place, later, now};

async fn effects(place: &Place, count: usize) {
    place.with((0..count).map(|n| post(&format!("post-{n}")))).await;
}

async fn claim(place: &Place, worker: &str, limit: u32, at: Timestamp) -> Vec<Effect> {
    place.claim(worker, limit, at).await.unwrap()
}

pub(crate) async fn two_workers_never_claim_the_same_effect(place: &Place) {
    effects(place, 60).await;
    let mut workers = tokio::task::JoinSet::new();
    for n in 0..6 {
        let db = place.another_node().await;
        workers.spawn(async move {
            let mut claimed = Vec::new();
            loop {
                let batch = db.claim(&format!("worker-{n}"), 3, now()).await.unwrap();
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
    place.complete(id, "one", later(7)).await.unwrap();
    place.fail(id, "one", "too late", later(7)).await.unwrap();
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 1, done: 0 });
    assert!(claim(place, "three", 10, later(8)).await.is_empty(), "the second worker holds it still");
    place.complete(id, "two", later(9)).await.unwrap();
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 0, done: 1 });
}

pub(crate) async fn what_is_done_is_counted_and_never_claimed_again(place: &Place) {
    effects(place, 3).await;
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 3, done: 0 });
    let claimed = claim(place, "worker", 1, now()).await;
    place.complete(claimed[0].id, "worker", now()).await.unwrap();
    place.fail(claimed[0].id, "worker", "after all", now()).await.unwrap();
    assert_eq!(place.counts().await.unwrap(), OutboxCounts { waiting: 2, done: 1 });
    let rest = claim(place, "worker", 10, later(60)).await;
    assert_eq!(rest.len(), 2);
    assert!(rest.iter().all(|effect| effect.id != claimed[0].id));
}
