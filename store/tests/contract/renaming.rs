//! Renaming, and where old addresses lead.

use domain::entry::{Kind, Visibility};
use domain::listing::Listing;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};
use domain::{Error, Language};
use store::Db;

use crate::drafts::{Tell, event, network, post, slug};
use crate::place::{Place, later, now, slugs};

async fn rename(place: &Place, from: &str, to: &str) -> Result<(), Error> {
    place.rename(Kind::Post, &slug(from), &slug(to), "ana", later(1)).await
}

pub(crate) async fn a_renamed_entry_leads_from_its_old_address(place: &Place) {
    place.with([post("old")]).await;
    let before = place.read(Kind::Post, "old").await.unwrap().summary;
    rename(place, "old", "new").await.unwrap();
    assert_eq!(place.read(Kind::Post, "old").await, Err(Error::Moved(slug("new"))));
    let after = place.read(Kind::Post, "new").await.unwrap().summary;
    assert_eq!((after.id, &after.uid), (before.id, &before.uid));
    assert_eq!(rename(place, "old", "newer").await, Err(Error::Moved(slug("new"))), "writers are led there too");
    assert_eq!(rename(place, "unknown", "newer").await, Err(Error::NotFound));
}

pub(crate) async fn a_chain_of_renamings_leads_to_the_entry_itself(place: &Place) {
    place.with([post("a")]).await;
    for (from, to) in [("a", "b"), ("b", "c"), ("c", "d")] {
        rename(place, from, to).await.unwrap();
    }
    for old in ["a", "b", "c"] {
        assert_eq!(place.read(Kind::Post, old).await, Err(Error::Moved(slug("d"))));
    }
    for any in ["a", "b", "c", "d"] {
        let entry = place.current_entry(Kind::Post, &slug(any), Language::En, later(2)).await.unwrap();
        assert_eq!(entry.summary.slug, slug("d"), "who asks for the entry itself gets it by any of them");
    }
    let unknown = place.current_entry(Kind::Post, &slug("e"), Language::En, later(2)).await;
    assert_eq!(unknown, Err(Error::NotFound));
}

pub(crate) async fn an_entry_can_return_to_a_former_address(place: &Place) {
    place.with([post("a")]).await;
    rename(place, "a", "b").await.unwrap();
    rename(place, "b", "a").await.unwrap();
    assert!(place.read(Kind::Post, "a").await.is_ok());
    assert_eq!(place.read(Kind::Post, "b").await, Err(Error::Moved(slug("a"))));
    rename(place, "a", "b").await.unwrap();
    assert_eq!(place.read(Kind::Post, "a").await, Err(Error::Moved(slug("b"))));
}

pub(crate) async fn a_rename_to_a_taken_address_changes_nothing(place: &Place) {
    place.with([post("mine"), post("theirs"), post("their-former"), post("deleted")]).await;
    rename(place, "their-former", "their-present").await.unwrap();
    place.delete(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    for taken in ["theirs", "their-former", "their-present", "deleted"] {
        assert_eq!(rename(place, "mine", taken).await, Err(Error::Taken(Kind::Post, slug(taken))));
    }
    rename(place, "mine", "mine").await.unwrap();
    assert!(place.read(Kind::Post, "mine").await.is_ok());
    assert_eq!(place.history(Kind::Post, &slug("mine")).await.unwrap().len(), 1);
}

pub(crate) async fn a_renamed_event_raises_its_sequence_and_keeps_its_uid(place: &Place) {
    place.with([event("old", "2026-12-01", "2026-12-01")]).await;
    place.rename(Kind::Event, &slug("old"), &slug("new"), "ana", later(1)).await.unwrap();
    let summary = place.read(Kind::Event, "new").await.unwrap().summary;
    assert_eq!(summary.time.unwrap().sequence, 1);
    assert_eq!(summary.uid, "event-old@caribbean-migration-consultations");
}

pub(crate) async fn an_old_address_of_a_deleted_entry_is_gone(place: &Place) {
    place.with([post("old")]).await;
    rename(place, "old", "new").await.unwrap();
    place.delete(Kind::Post, &slug("new"), "ana", later(2)).await.unwrap();
    assert_eq!(place.read(Kind::Post, "old").await, Err(Error::Gone));
    place.restore(Kind::Post, &slug("new"), "ana", later(3)).await.unwrap();
    assert_eq!(place.read(Kind::Post, "old").await, Err(Error::Moved(slug("new"))));
}

pub(crate) async fn an_old_address_tells_nothing_of_what_is_hidden(place: &Place) {
    place.with([EntryDraft { visibility: Visibility::Members, ..post("old") }]).await;
    rename(place, "old", "new").await.unwrap();
    assert_eq!(place.read(Kind::Post, "old").await, Err(Error::NotFound));
}

pub(crate) async fn a_renamed_network_is_named_by_its_new_slug(place: &Place) {
    place.with([network("old"), post("post").of(&["old"])]).await;
    place.rename(Kind::Network, &slug("old"), &slug("new"), "ana", later(1)).await.unwrap();
    let of_new = Listing::newest(Kind::Post, Language::En, 10).of_network(slug("new"));
    let listed = place.list(&of_new, now()).await.unwrap();
    assert_eq!(slugs(&listed), ["post"]);
    assert_eq!(listed.items[0].networks, [slug("new")]);
}

pub(crate) async fn of_many_who_want_one_address_one_gets_it(place: &Place) {
    let other = place.another_node().await;
    for round in 0..5 {
        let [left, right, wanted] = ["left", "right", "wanted"].map(|name| slug(&format!("{name}-{round}")));
        place.with([post(left.as_str()), post(right.as_str())]).await;
        let (draft, taken) = (post(wanted.as_str()), Error::Taken(Kind::Post, wanted.clone()));
        let (one, two, three) = tokio::join!(
            place.rename(Kind::Post, &left, &wanted, "ana", later(1)),
            other.rename(Kind::Post, &right, &wanted, "ben", later(1)),
            other.create(&draft, "eva", "a start", later(1)),
        );
        let mut outcomes = [one, two, three.map(drop)].to_vec();
        outcomes.retain(|outcome| *outcome != Err(taken.clone()));
        assert_eq!(outcomes, [Ok(())]);
    }
}

pub(crate) async fn of_many_renamings_at_once_one_wins(place: &Place) {
    let other = place.another_node().await;
    for round in 0..10 {
        let old = slug(&format!("old-{round}"));
        place.with([post(old.as_str())]).await;
        let mut renamings = tokio::task::JoinSet::new();
        for (n, db) in [Db::clone(place), other.clone(), Db::clone(place), other.clone()].into_iter().enumerate() {
            let (old, new) = (old.clone(), slug(&format!("new-{round}-{n}")));
            renamings.spawn(async move {
                let outcome = db.rename(Kind::Post, &old, &new, "ana", later(1)).await;
                (new, outcome)
            });
        }
        let outcomes = renamings.join_all().await;
        let (winner, _) = outcomes.iter().find(|(_, outcome)| outcome.is_ok()).unwrap();
        let moved = Err(Error::Moved(winner.clone()));
        assert!(outcomes.iter().all(|(new, outcome)| new == winner || *outcome == moved), "{outcomes:?}");
        assert_eq!(place.read(Kind::Post, old.as_str()).await, Err(Error::Moved(winner.clone())));
    }
}
