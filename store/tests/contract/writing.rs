//! Creating, deleting and restoring, and what every write leaves behind.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::entry::Kind;
use domain::event::EventTime;
use domain::listing::Listing;
use domain::outbox::{OutboxCounts, Work};
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library, Outbox, Pulse};
use domain::{Error, Language};
use jiff::civil::time;
use store::Db;

use crate::drafts::{Tell, country, days, draft, event, network, post, slug};
use crate::place::{Place, later, now};

pub(crate) async fn a_taken_address_is_refused(place: &Place) {
    let taken = |name: &str| Err(Error::Taken(Kind::Post, slug(name)));
    place.with([post("there"), post("renamed"), post("deleted")]).await;
    place.rename(Kind::Post, &slug("renamed"), &slug("new-name"), "ana", now()).await.unwrap();
    place.delete(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    for name in ["there", "renamed", "new-name", "deleted"] {
        assert_eq!(place.create(&post(name), "ana", "again", now()).await, taken(name));
    }
}

pub(crate) async fn a_write_is_counted_when_it_took_effect_and_not_when_it_was_refused(place: &Place) {
    let before = place.writes();
    place.create(&post("one"), "ana", "first", now()).await.unwrap();
    let after = place.writes();
    assert!(after > before);
    place.create(&post("one"), "ana", "again", now()).await.unwrap_err();
    place.read(Kind::Post, "one").await.unwrap();
    assert_eq!(place.writes(), after);
}

pub(crate) async fn two_kinds_may_use_the_same_slug(place: &Place) {
    place.with([post("haiti"), country("haiti")]).await;
    assert_eq!(place.read(Kind::Post, "haiti").await.unwrap().summary.kind, Kind::Post);
    assert_eq!(place.read(Kind::Country, "haiti").await.unwrap().summary.kind, Kind::Country);
}

pub(crate) async fn two_writers_of_one_address_cannot_both_win(place: &Place) {
    let other = place.another_node().await;
    let draft = post("contested");
    let (one, two) =
        tokio::join!(place.create(&draft, "ana", "first", now()), other.create(&draft, "ben", "first", now()),);
    let refused = Err(Error::Taken(Kind::Post, slug("contested")));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert!(one == refused || two == refused, "{one:?} {two:?}");
    assert_eq!(place.history(Kind::Post, &slug("contested")).await.unwrap().len(), 1);
}

pub(crate) async fn a_deleted_entry_is_gone_until_it_is_restored(place: &Place) {
    place.with([post("here").saying(Language::En, "Still the same.")]).await;
    let before = place.read(Kind::Post, "here").await.unwrap();
    place.delete(Kind::Post, &slug("here"), "ana", later(1)).await.unwrap();
    assert_eq!(place.read(Kind::Post, "here").await, Err(Error::Gone));
    place.restore(Kind::Post, &slug("here"), "ana", later(2)).await.unwrap();
    assert_eq!(place.read(Kind::Post, "here").await.unwrap(), before);
}

pub(crate) async fn a_deleted_entry_leaves_lists_and_search(place: &Place) {
    place.with([event("meeting", "2026-12-01", "2026-12-01")]).await;
    place.delete(Kind::Event, &slug("meeting"), "ana", later(1)).await.unwrap();
    let events = domain::listing::EventListing::all(Language::En, 10);
    assert_eq!(place.events(&events, now()).await.unwrap().total, 0);
    assert_eq!(place.list(&Listing::newest(Kind::Event, Language::En, 10), now()).await.unwrap().total, 0);
    assert_eq!(place.find("meeting", Language::En, 10, now()).await.total, 0);
}

pub(crate) async fn deleting_twice_says_gone_and_restoring_twice_changes_nothing(place: &Place) {
    let name = slug("here");
    place.with([post("here")]).await;
    place.delete(Kind::Post, &name, "ana", later(1)).await.unwrap();
    assert_eq!(place.delete(Kind::Post, &name, "ana", later(2)).await, Err(Error::Gone));
    assert_eq!(place.rename(Kind::Post, &name, &slug("there"), "ana", later(2)).await, Err(Error::Gone));
    place.restore(Kind::Post, &name, "ana", later(3)).await.unwrap();
    place.restore(Kind::Post, &name, "ana", later(4)).await.unwrap();
    assert_eq!(place.history(Kind::Post, &name).await.unwrap().len(), 3);
    let unknown = slug("unknown");
    assert_eq!(place.delete(Kind::Post, &unknown, "ana", now()).await, Err(Error::NotFound));
    assert_eq!(place.restore(Kind::Post, &unknown, "ana", now()).await, Err(Error::NotFound));
}

pub(crate) async fn every_save_leaves_a_revision(place: &Place) {
    let name = slug("here");
    place.create(&post("there"), "ana", "a start", now()).await.unwrap();
    place.rename(Kind::Post, &slug("there"), &name, "ben", later(1)).await.unwrap();
    place.delete(Kind::Post, &name, "eva", later(2)).await.unwrap();
    place.restore(Kind::Post, &name, "ana", later(3)).await.unwrap();

    let history = place.history(Kind::Post, &name).await.unwrap();
    let actors: Vec<&str> = history.iter().map(|revision| revision.actor.as_str()).collect();
    assert_eq!(actors, ["ana", "eva", "ben", "ana"], "the latest first");
    let reasons: Vec<&str> = history.iter().map(|revision| revision.reason.as_str()).collect();
    assert_eq!(reasons, ["restored", "deleted", "renamed", "a start"]);
    let spans: Vec<_> = history.iter().map(|revision| (revision.valid_from, revision.valid_to)).collect();
    assert_eq!(
        spans,
        [(later(3), None), (later(2), Some(later(3))), (later(1), Some(later(2))), (now(), Some(later(1))),],
    );
    assert!(history.iter().map(|revision| revision.id).is_sorted_by(|later, earlier| later > earlier));
    let renamed = &history[2].changes;
    assert_eq!(renamed.len(), 1);
    assert_eq!(
        (renamed[0].field.as_str(), renamed[0].before.as_deref(), renamed[0].after.as_deref()),
        ("slug", Some("there"), Some("here")),
    );
}

pub(crate) async fn the_first_revision_holds_every_field(place: &Place) {
    place.with([network("diaspora"), network("data")]).await;
    let full = event("meeting", "2026-12-01", "2026-12-02")
        .of(&["diaspora", "data"])
        .titled(Language::En, "Meeting")
        .titled(Language::Es, "Reunión")
        .saying(Language::En, "A *text*.");
    place.create(&full, "ana", "a start", now()).await.unwrap();
    let block = place.read(Kind::Event, "meeting").await.unwrap().blocks[0].id;
    let history = place.history(Kind::Event, &slug("meeting")).await.unwrap();
    assert!(history[0].changes.iter().all(|change| change.before.is_none()));
    let fields: BTreeMap<&str, &str> =
        history[0].changes.iter().map(|change| (change.field.as_str(), change.after.as_deref().unwrap())).collect();
    let text = format!("block.{block}.en");
    for (field, value) in [
        ("slug", "meeting"),
        ("visibility", "public"),
        ("source", "en"),
        ("networks", "diaspora data"),
        ("en.title", "Meeting"),
        ("es.title", "Reunión"),
        ("en.summary", "About Meeting."),
        ("start", "2026-12-01"),
        ("end", "2026-12-02"),
        ("zone", "America/Jamaica"),
        ("mode", "in-person"),
        ("details.organizers", "IOM"),
        (text.as_str(), "A *text*."),
    ] {
        assert_eq!(fields.get(field), Some(&value), "{field}");
    }
    assert!(!fields.contains_key("picture"), "what is empty is not a field");
}

pub(crate) async fn every_save_leaves_an_effect(place: &Place) {
    let id = place.create(&post("there"), "ana", "a start", now()).await.unwrap();
    place.rename(Kind::Post, &slug("there"), &slug("here"), "ana", now()).await.unwrap();
    place.delete(Kind::Post, &slug("here"), "ana", now()).await.unwrap();
    place.restore(Kind::Post, &slug("here"), "ana", now()).await.unwrap();
    let effects = place.claim("worker", Work::Letters, 10, now()).await.unwrap();
    let topics: Vec<&str> = effects.iter().map(|effect| effect.topic.as_str()).collect();
    assert_eq!(topics, ["entry.created", "entry.renamed", "entry.deleted", "entry.restored"]);
    let renamed: serde_json::Value = serde_json::from_str(&effects[1].payload).unwrap();
    assert_eq!(renamed, serde_json::json!({ "entry": id, "kind": "post", "slug": "here", "from": "there" }));
}

pub(crate) async fn the_history_of_an_unknown_address_is_not_found(place: &Place) {
    assert_eq!(place.history(Kind::Post, &slug("unknown")).await, Err(Error::NotFound));
    place.with([post("there")]).await;
    place.rename(Kind::Post, &slug("there"), &slug("here"), "ana", now()).await.unwrap();
    assert_eq!(place.history(Kind::Post, &slug("there")).await, Err(Error::Moved(slug("here"))));
}

pub(crate) async fn a_time_that_cannot_be_is_refused(place: &Place) {
    let one_day = days("2026-12-02", "2026-12-02");
    let timed = |time| EntryDraft { time, ..draft(Kind::Event, "meeting") };
    for (draft, field) in [
        (timed(None), "start"),
        (timed(Some(EventTime { zone: "America/Atlantis".to_owned(), ..one_day.clone() })), "zone"),
        (timed(Some(days("2026-12-02", "2026-12-01"))), "end"),
        (timed(Some(EventTime { start_time: Some(time(9, 0, 0, 0)), ..one_day.clone() })), "precision"),
        (EntryDraft { time: Some(one_day.clone()), ..post("not-an-event") }, "kind"),
    ] {
        let refused = place.create(&draft, "ana", "a start", now()).await;
        let Err(Error::Invalid(problems)) = refused else { panic!("{field}: {refused:?}") };
        assert_eq!(problems[0].field, field);
    }
    assert_eq!(place.counts().await.unwrap(), OutboxCounts::default());
}

pub(crate) async fn a_network_named_twice_counts_once(place: &Place) {
    place.with([network("a"), network("b"), post("twice").of(&["b", "a", "b"])]).await;
    assert_eq!(place.read(Kind::Post, "twice").await.unwrap().summary.networks, [slug("b"), slug("a")]);
}

pub(crate) async fn a_request_that_is_dropped_leaves_nothing_half_done(place: &Place) {
    let drafts: Vec<EntryDraft> = (0..20).map(|n| post(&format!("post-{n}")).saying(Language::En, "A body.")).collect();
    let posts = Listing::newest(Kind::Post, Language::En, 100);
    for (wait, draft) in (0..).zip(&drafts) {
        let write = place.create(draft, "ana", "a start", now());
        let _ = tokio::time::timeout(Duration::from_micros(wait * 100), write).await;
        let read = place.list(&posts, now());
        let _ = tokio::time::timeout(Duration::from_micros(wait * 100), read).await;
    }
    // Whoever comes next finds a connection with no transaction left open, and whole entries only.
    place.create(&post("next"), "ana", "a start", now()).await.unwrap();
    for _ in 0..200 {
        let listed = place.list(&posts, now()).await.unwrap();
        for item in &listed.items {
            let entry = place.entry(Kind::Post, &item.slug, Language::En, now()).await.unwrap();
            assert_eq!(entry.blocks.len(), usize::from(item.slug != slug("next")));
        }
        if listed.total == 21 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("a write that was begun was not brought to its end");
}

pub(crate) async fn many_requests_at_once_are_all_answered(place: &Place) {
    let mut requests = tokio::task::JoinSet::new();
    for n in 0..60 {
        let db = Db::clone(place);
        requests.spawn(async move {
            db.create(&post(&format!("post-{n}")), "ana", "a start", now()).await.unwrap();
            db.beat().await.unwrap();
            db.list(&Listing::newest(Kind::Post, Language::En, 10), now()).await.unwrap().total
        });
    }
    let seen = requests.join_all().await;
    assert!(seen.iter().all(|total| (1..=60).contains(total)));
    assert_eq!(place.list(&Listing::newest(Kind::Post, Language::En, 10), now()).await.unwrap().total, 60);
}
