//! Writing.

use domain::entry::{Identity, Kind};
use domain::event::Mode;
use domain::listing::Listing;
use domain::outbox::OutboxCounts;
use domain::pack::{EntryDraft, Pack};
use domain::ports::{Desk, Library, Outbox};
use domain::revision::Change;
use domain::{Error, Language, Problem, Rule};
use store::Db;

use crate::support::{
    Outcome, after, country, edition, event, network, now, on_both, page, paragraph, publication, slug, store,
};

on_both! {
    a_renamed_entry_leads_from_its_old_address,
    every_former_address_leads_to_the_present_one,
    renaming_back_works,
    renaming_to_a_taken_address_is_refused,
    renaming_keeps_the_uid_and_counts_in_the_sequence,
    a_deleted_entry_is_gone_until_it_is_restored,
    a_deleted_entry_is_gone_from_its_former_addresses_too,
    what_is_not_there_cannot_be_changed,
    creating_at_a_taken_former_or_deleted_address_is_refused,
    of_many_who_create_at_one_address_at_once_one_succeeds,
    of_many_who_rename_to_one_address_at_once_one_succeeds,
    of_many_who_rename_one_entry_at_once_one_succeeds,
    an_entry_that_names_an_unknown_network_is_refused,
    loading_a_pack_twice_creates_nothing_new,
    loading_a_pack_twice_at_once_creates_it_once,
    loading_leaves_alone_what_was_edited,
    a_pack_may_name_what_comes_later_in_it,
    a_pack_that_names_an_unknown_network_leaves_nothing_behind,
    every_save_leaves_a_revision,
    every_write_leaves_an_effect,
    what_is_refused_leaves_neither_revision_nor_effect,
}

async fn title_at(db: &Db, address: &str) -> Result<String, Error> {
    Ok(db.entry(Kind::Page, &slug(address), Language::En, now()).await?.summary.edition.title)
}

async fn rename(db: &Db, from: &str, to: &str) -> Outcome {
    db.rename(Kind::Page, &slug(from), &slug(to), "editor", now()).await
}

async fn a_renamed_entry_leads_from_its_old_address(db: &Db) -> Outcome {
    store(db, &[page("old")]).await?;
    rename(db, "old", "new").await?;
    assert_eq!(title_at(db, "old").await, Err(Error::Moved(slug("new"))));
    assert_eq!(title_at(db, "new").await?, "old");
    Ok(())
}

async fn every_former_address_leads_to_the_present_one(db: &Db) -> Outcome {
    store(db, &[page("first")]).await?;
    rename(db, "first", "second").await?;
    rename(db, "second", "third").await?;
    for former in ["first", "second"] {
        assert_eq!(title_at(db, former).await, Err(Error::Moved(slug("third"))));
    }
    Ok(())
}

async fn renaming_back_works(db: &Db) -> Outcome {
    store(db, &[page("old")]).await?;
    for _ in 0..2 {
        rename(db, "old", "new").await?;
        rename(db, "new", "old").await?;
        assert_eq!(title_at(db, "old").await?, "old");
        assert_eq!(title_at(db, "new").await, Err(Error::Moved(slug("old"))));
    }
    rename(db, "old", "old").await?;
    assert_eq!(title_at(db, "old").await?, "old");
    Ok(())
}

async fn renaming_to_a_taken_address_is_refused(db: &Db) -> Outcome {
    store(db, &[page("mine"), page("taken"), page("former"), page("deleted")]).await?;
    rename(db, "former", "present").await?;
    db.delete(Kind::Page, &slug("deleted"), "editor", now()).await?;
    for address in ["taken", "former", "present", "deleted"] {
        assert_eq!(rename(db, "mine", address).await, Err(Error::Taken(Kind::Page, slug(address))));
    }
    assert_eq!(title_at(db, "mine").await?, "mine");
    Ok(())
}

async fn renaming_keeps_the_uid_and_counts_in_the_sequence(db: &Db) -> Outcome {
    store(db, &[event("old", "2026-09-01", "2026-09-01", Mode::Online)]).await?;
    let before = db.entry(Kind::Event, &slug("old"), Language::En, now()).await?.summary;
    db.rename(Kind::Event, &slug("old"), &slug("new"), "editor", now()).await?;
    let after = db.entry(Kind::Event, &slug("new"), Language::En, now()).await?.summary;
    assert_eq!((before.id, before.uid), (after.id, after.uid));
    assert_eq!(after.time.map(|time| time.sequence), before.time.map(|time| time.sequence + 1));
    Ok(())
}

async fn a_deleted_entry_is_gone_until_it_is_restored(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    db.delete(Kind::Page, &slug("about"), "editor", now()).await?;
    assert_eq!(title_at(db, "about").await, Err(Error::Gone));
    assert_eq!(db.list(&Listing::newest(Kind::Page, Language::En, 10), now()).await?.total, 0);
    assert_eq!(db.search("about", Language::En, 10, now()).await?.total, 0);
    assert_eq!(db.delete(Kind::Page, &slug("about"), "editor", now()).await, Err(Error::Gone));
    assert_eq!(rename(db, "about", "other").await, Err(Error::Gone));
    db.restore(Kind::Page, &slug("about"), "editor", now()).await?;
    assert_eq!(title_at(db, "about").await?, "about");
    assert_eq!(db.search("about", Language::En, 10, now()).await?.total, 1);
    Ok(())
}

async fn a_deleted_entry_is_gone_from_its_former_addresses_too(db: &Db) -> Outcome {
    store(db, &[page("old")]).await?;
    rename(db, "old", "new").await?;
    db.delete(Kind::Page, &slug("new"), "editor", now()).await?;
    assert_eq!(title_at(db, "old").await, Err(Error::Gone));
    Ok(())
}

async fn what_is_not_there_cannot_be_changed(db: &Db) -> Outcome {
    assert_eq!(rename(db, "nowhere", "somewhere").await, Err(Error::NotFound));
    assert_eq!(db.delete(Kind::Page, &slug("nowhere"), "editor", now()).await, Err(Error::NotFound));
    assert_eq!(db.restore(Kind::Page, &slug("nowhere"), "editor", now()).await, Err(Error::NotFound));
    Ok(())
}

async fn creating_at_a_taken_former_or_deleted_address_is_refused(db: &Db) -> Outcome {
    store(db, &[page("taken"), page("former"), page("deleted")]).await?;
    rename(db, "former", "present").await?;
    db.delete(Kind::Page, &slug("deleted"), "editor", now()).await?;
    for address in ["taken", "former", "present", "deleted"] {
        let refused = db.create(&page(address), "editor", "", now()).await;
        assert_eq!(refused, Err(Error::Taken(Kind::Page, slug(address))));
    }
    Ok(())
}

async fn of_many_who_create_at_one_address_at_once_one_succeeds(db: &Db) -> Outcome {
    for address in ["first", "second", "third", "fourth", "fifth"] {
        let draft = page(address);
        let create = || db.create(&draft, "editor", "", now());
        let (a, b, c, d) = tokio::join!(create(), create(), create(), create());
        let (created, refused): (Vec<_>, Vec<_>) = [a, b, c, d].into_iter().partition(Result::is_ok);
        assert_eq!(created.len(), 1);
        for outcome in refused {
            assert_eq!(outcome, Err(Error::Taken(Kind::Page, slug(address))));
        }
    }
    Ok(())
}

async fn of_many_who_rename_to_one_address_at_once_one_succeeds(db: &Db) -> Outcome {
    for round in 0..5 {
        let [a, b, c, new] = ["a", "b", "c", "new"].map(|name| format!("{name}-{round}"));
        store(db, &[page(&a), page(&b), page(&c)]).await?;
        let (a, b, c) = tokio::join!(rename(db, &a, &new), rename(db, &b, &new), rename(db, &c, &new));
        let (renamed, refused): (Vec<_>, Vec<_>) = [a, b, c].into_iter().partition(Result::is_ok);
        assert_eq!(renamed.len(), 1);
        for outcome in refused {
            assert_eq!(outcome, Err(Error::Taken(Kind::Page, slug(&new))));
        }
    }
    Ok(())
}

async fn of_many_who_rename_one_entry_at_once_one_succeeds(db: &Db) -> Outcome {
    for round in 0..5 {
        let [old, a, b, c] = ["old", "a", "b", "c"].map(|name| format!("{name}-{round}"));
        store(db, &[page(&old)]).await?;
        let (a, b, c) = tokio::join!(rename(db, &old, &a), rename(db, &old, &b), rename(db, &old, &c));
        let (renamed, refused): (Vec<_>, Vec<_>) = [a, b, c].into_iter().partition(Result::is_ok);
        assert_eq!(renamed.len(), 1);
        for outcome in refused {
            assert_eq!(outcome, Err(Error::NotFound));
        }
    }
    Ok(())
}

async fn an_entry_that_names_an_unknown_network_is_refused(db: &Db) -> Outcome {
    let draft = EntryDraft { networks: vec![slug("unknown")], ..page("about") };
    let refused = db.create(&draft, "editor", "", now()).await;
    assert_eq!(refused, Err(Error::Invalid(vec![Problem::new("networks", "unknown", Rule::OneOfTheList)])));
    assert_eq!(title_at(db, "about").await, Err(Error::NotFound));
    Ok(())
}

fn identity(name: &str) -> Identity {
    let text = || name.to_owned();
    Identity {
        name: text(),
        short_name: text(),
        tagline: text(),
        about: text(),
        supporters: text(),
        address: text(),
        phone: text(),
        email: text(),
    }
}

fn pack() -> Pack {
    let report = EntryDraft {
        networks: vec![slug("borders")],
        countries: vec![slug("haiti")],
        ..publication("report", "2021-01-01")
    };
    Pack {
        identity: [(Language::En, identity("Portal")), (Language::Es, identity("Portal, en español"))]
            .into_iter()
            .collect(),
        contacts: Vec::new(),
        entries: vec![report, page("about"), network("borders"), country("haiti")],
    }
}

async fn loading_a_pack_twice_creates_nothing_new(db: &Db) -> Outcome {
    let first = db.load(&pack(), now()).await?.counts;
    let kinds = [Kind::Page, Kind::Network, Kind::Country, Kind::Publication];
    assert_eq!(first, kinds.map(|kind| (kind, 1, 0)));
    let counts = db.counts().await?;
    assert_eq!(db.load(&pack(), after(60)).await?.counts, kinds.map(|kind| (kind, 0, 1)));
    assert_eq!(db.counts().await?, counts);
    assert_eq!(db.history(Kind::Page, &slug("about")).await?.len(), 1);
    assert_eq!(db.identity(Language::Es).await?, identity("Portal, en español"));
    Ok(())
}

async fn loading_a_pack_twice_at_once_creates_it_once(db: &Db) -> Outcome {
    let pack = pack();
    let (first, second) = tokio::join!(db.load(&pack, now()), db.load(&pack, now()));
    let created = |counts: &[(Kind, usize, usize)]| counts.iter().map(|(_, new, _)| new).sum::<usize>();
    assert_eq!(created(&first?.counts) + created(&second?.counts), pack.entries.len());
    assert_eq!(db.counts().await?, OutboxCounts { waiting: 4, done: 0 });
    Ok(())
}

async fn loading_leaves_alone_what_was_edited(db: &Db) -> Outcome {
    db.load(&pack(), now()).await?;
    rename(db, "about", "about-us").await?;
    db.delete(Kind::Country, &slug("haiti"), "editor", now()).await?;
    let mut other = pack();
    other.entries[1].editions.set(Language::En, edition("Another title"));
    other.identity.set(Language::En, identity("Another name"));
    let report = db.load(&other, now()).await?;
    assert!(report.counts.iter().all(|(_, new, kept)| (*new, *kept) == (0, 1)));
    assert_eq!(title_at(db, "about-us").await?, "about");
    assert_eq!(title_at(db, "about").await, Err(Error::Moved(slug("about-us"))));
    let deleted = db.entry(Kind::Country, &slug("haiti"), Language::En, now()).await;
    assert_eq!(deleted, Err(Error::Gone));
    assert_eq!(db.identity(Language::En).await?, identity("Portal"));
    Ok(())
}

async fn a_pack_may_name_what_comes_later_in_it(db: &Db) -> Outcome {
    db.load(&pack(), now()).await?;
    let report = db.entry(Kind::Publication, &slug("report"), Language::En, now()).await?.summary;
    assert_eq!((report.networks, report.countries), (vec![slug("borders")], vec![slug("haiti")]));
    Ok(())
}

async fn a_pack_that_names_an_unknown_network_leaves_nothing_behind(db: &Db) -> Outcome {
    let mut broken = pack();
    broken.entries.push(EntryDraft { networks: vec![slug("unknown")], ..page("last") });
    let refused = db.load(&broken, now()).await;
    assert_eq!(refused, Err(Error::Invalid(vec![Problem::new("networks", "unknown", Rule::OneOfTheList)])));
    assert_eq!(title_at(db, "about").await, Err(Error::NotFound));
    assert_eq!(db.identity(Language::En).await, Err(Error::NotFound));
    assert_eq!(db.counts().await?, OutboxCounts::default());
    assert!(db.load(&pack(), now()).await.is_ok());
    Ok(())
}

async fn every_save_leaves_a_revision(db: &Db) -> Outcome {
    let draft = EntryDraft { blocks: vec![paragraph("A word.", None)], ..page("old") };
    db.create(&draft, "anna", "first draft", after(1)).await?;
    db.rename(Kind::Page, &slug("old"), &slug("new"), "ben", after(2)).await?;
    db.delete(Kind::Page, &slug("new"), "carla", after(3)).await?;
    let last = db.history(Kind::Page, &slug("new")).await?;
    assert_eq!(last.len(), 3);
    db.restore(Kind::Page, &slug("new"), "dora", after(4)).await?;
    let history = db.history(Kind::Page, &slug("new")).await?;
    let times: Vec<_> = history.iter().map(|save| (save.valid_from, save.valid_to)).collect();
    let until = |second| Some(after(second));
    assert_eq!(times, [(after(4), None), (after(3), until(4)), (after(2), until(3)), (after(1), until(2))]);
    assert_eq!(history.iter().map(|save| save.actor.as_str()).collect::<Vec<_>>(), ["dora", "carla", "ben", "anna"]);
    assert!(history.windows(2).all(|pair| pair[0].id > pair[1].id));
    let change = |field: &str, before: Option<&str>, after: &str| Change {
        field: field.to_owned(),
        before: before.map(str::to_owned),
        after: Some(after.to_owned()),
    };
    assert_eq!(history[2].changes, [change("slug", Some("old"), "new")]);
    assert_eq!(history[3].reason, "first draft");
    assert_eq!(
        history[3].changes[..3],
        [change("slug", None, "old"), change("en.title", None, "old"), change("en.summary", None, "old, in short."),]
    );
    assert_eq!(history[3].changes[3].after.as_deref(), Some("A word."));
    Ok(())
}

async fn every_write_leaves_an_effect(db: &Db) -> Outcome {
    let id = db.create(&page("old"), "editor", "", now()).await?;
    rename(db, "old", "new").await?;
    db.delete(Kind::Page, &slug("new"), "editor", now()).await?;
    db.restore(Kind::Page, &slug("new"), "editor", now()).await?;
    db.load(&Pack { entries: vec![page("loaded")], ..Pack::default() }, now()).await?;
    let effects = db.claim("worker", 10, now()).await?;
    let topics: Vec<&str> = effects.iter().map(|effect| effect.topic.as_str()).collect();
    assert_eq!(topics, ["entry.created", "entry.renamed", "entry.deleted", "entry.restored", "entry.created"]);
    for effect in &effects[..4] {
        let payload: serde_json::Value = serde_json::from_str(&effect.payload).expect("the payload is JSON");
        assert_eq!((payload["entry"].as_i64(), effect.attempts), (Some(id), 0));
    }
    Ok(())
}

async fn what_is_refused_leaves_neither_revision_nor_effect(db: &Db) -> Outcome {
    store(db, &[page("mine"), page("taken")]).await?;
    let before = (db.counts().await?, db.history(Kind::Page, &slug("mine")).await?);
    assert!(rename(db, "mine", "taken").await.is_err());
    assert!(db.create(&page("taken"), "editor", "", now()).await.is_err());
    rename(db, "mine", "mine").await?;
    db.restore(Kind::Page, &slug("mine"), "editor", now()).await?;
    assert_eq!((db.counts().await?, db.history(Kind::Page, &slug("mine")).await?), before);
    Ok(())
}
