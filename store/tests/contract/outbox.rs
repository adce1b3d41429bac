//! Effects that wait.

use std::collections::BTreeSet;

use domain::outbox::{CLAIM_SECONDS, OutboxCounts};
use domain::pack::Pack;
use domain::ports::{Desk, Outbox};
use store::Db;

use crate::support::{Outcome, after, now, on_both, page, store};

on_both! {
    an_empty_outbox_gives_nothing,
    a_claim_takes_no_more_than_its_limit_and_the_oldest_first,
    an_effect_is_not_given_before_it_is_due,
    two_workers_never_claim_the_same_effect,
    an_effect_that_failed_waits_longer_each_time,
    a_claim_runs_out,
    completing_needs_the_claim,
    failing_needs_the_claim,
    what_is_done_is_never_claimed_again,
}

async fn claim_one(db: &Db, worker: &str, seconds: i64) -> Result<Option<domain::outbox::Effect>, domain::Error> {
    Ok(db.claim(worker, 1, after(seconds)).await?.pop())
}

async fn an_empty_outbox_gives_nothing(db: &Db) -> Outcome {
    assert_eq!(db.claim("worker", 10, now()).await?, []);
    assert_eq!(db.counts().await?, OutboxCounts::default());
    Ok(())
}

async fn a_claim_takes_no_more_than_its_limit_and_the_oldest_first(db: &Db) -> Outcome {
    for (address, second) in [("late", 9), ("early", 1), ("middle", 5)] {
        db.create(&page(address), "editor", "", after(second)).await?;
    }
    let ids: Vec<i64> = db.claim("probe", 10, after(10)).await?.iter().map(|effect| effect.id).collect();
    let later = 10 + CLAIM_SECONDS;
    assert_eq!(db.claim("worker", 0, after(later)).await?, []);
    let two: Vec<i64> = db.claim("worker", 2, after(later)).await?.iter().map(|effect| effect.id).collect();
    assert_eq!(two, [ids[1], ids[2]]);
    assert_eq!(claim_one(db, "worker", later).await?.map(|effect| effect.id), Some(ids[0]));
    Ok(())
}

async fn an_effect_is_not_given_before_it_is_due(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    assert_eq!(claim_one(db, "worker", -1).await?, None);
    assert!(claim_one(db, "worker", 0).await?.is_some());
    Ok(())
}

async fn two_workers_never_claim_the_same_effect(db: &Db) -> Outcome {
    let entries = (0..120).map(|number| page(&format!("page-{number}"))).collect();
    db.load(&Pack { entries, ..Pack::default() }, now()).await?;
    let mut claimed = BTreeSet::new();
    loop {
        let (a, b, c, d) = tokio::join!(
            db.claim("a", 7, now()),
            db.claim("b", 7, now()),
            db.claim("c", 7, now()),
            db.claim("d", 7, now())
        );
        let round = [a?, b?, c?, d?];
        assert!(round.iter().all(|effects| effects.len() <= 7));
        if round.iter().all(Vec::is_empty) {
            break;
        }
        for effect in round.iter().flatten() {
            assert!(claimed.insert(effect.id), "effect {} was given twice", effect.id);
        }
    }
    assert_eq!(claimed.len(), 120);
    Ok(())
}

async fn an_effect_that_failed_waits_longer_each_time(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    let mut second = 0;
    for (attempts, wait) in (0..).zip([60, 120, 240, 480]) {
        let effect = claim_one(db, "worker", second).await?.expect("the effect is due");
        assert_eq!(effect.attempts, attempts);
        db.fail(effect.id, "worker", "no answer", after(second)).await?;
        assert_eq!(claim_one(db, "worker", second + wait - 1).await?, None);
        second += wait;
    }
    assert_eq!(db.counts().await?, OutboxCounts { waiting: 1, done: 0 });
    Ok(())
}

async fn a_claim_runs_out(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    let effect = claim_one(db, "slow", 0).await?;
    assert!(effect.is_some());
    assert_eq!(claim_one(db, "other", CLAIM_SECONDS - 1).await?, None);
    assert_eq!(claim_one(db, "other", CLAIM_SECONDS).await?, effect);
    assert_eq!(claim_one(db, "slow", CLAIM_SECONDS).await?, None);
    Ok(())
}

async fn completing_needs_the_claim(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    let effect = claim_one(db, "slow", 0).await?.expect("the effect is due");
    db.complete(effect.id, "stranger", now()).await?;
    assert_eq!(db.counts().await?, OutboxCounts { waiting: 1, done: 0 });
    assert!(claim_one(db, "quick", CLAIM_SECONDS).await?.is_some());
    db.complete(effect.id, "slow", after(CLAIM_SECONDS)).await?;
    assert_eq!(db.counts().await?, OutboxCounts { waiting: 1, done: 0 });
    db.complete(effect.id, "quick", after(CLAIM_SECONDS)).await?;
    assert_eq!(db.counts().await?, OutboxCounts { waiting: 0, done: 1 });
    Ok(())
}

async fn failing_needs_the_claim(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    let effect = claim_one(db, "worker", 0).await?.expect("the effect is due");
    db.fail(effect.id, "stranger", "no answer", now()).await?;
    assert_eq!(claim_one(db, "other", CLAIM_SECONDS - 1).await?, None);
    assert_eq!(claim_one(db, "other", CLAIM_SECONDS).await?.map(|effect| effect.attempts), Some(0));
    Ok(())
}

async fn what_is_done_is_never_claimed_again(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    let effect = claim_one(db, "worker", 0).await?.expect("the effect is due");
    db.complete(effect.id, "worker", now()).await?;
    db.fail(effect.id, "worker", "too late", now()).await?;
    assert_eq!(claim_one(db, "worker", 1_000_000).await?, None);
    assert_eq!(db.counts().await?, OutboxCounts { waiting: 0, done: 1 });
    Ok(())
}
