//! Loading packs.

use domain::entry::Kind;
use domain::language::Texts;
use domain::listing::Listing;
use domain::outbox::OutboxCounts;
use domain::pack::{EntryDraft, LoadReport, Pack};
use domain::ports::{Desk, Library, Outbox};
use domain::{Error, Language, Problem, Rule};
use store::Db;

use crate::drafts::{Tell, contact, country, identity, network, post, slug};
use crate::place::{Place, later, now};

fn entries(entries: impl IntoIterator<Item = EntryDraft>) -> Pack {
    Pack { entries: entries.into_iter().collect(), ..Pack::default() }
}

fn posts() -> Listing {
    Listing::newest(Kind::Post, Language::En, 1000)
}

fn report(counts: &[(Kind, usize, usize)]) -> LoadReport {
    LoadReport { counts: counts.to_vec() }
}

pub(crate) async fn loading_a_pack_twice_creates_nothing_new(place: &Place) {
    let pack = entries([network("diaspora"), post("a").of(&["diaspora"]), post("b")]);
    let first = place.load(&pack, now()).await.unwrap();
    assert_eq!(first, report(&[(Kind::Network, 1, 0), (Kind::Post, 2, 0)]));
    let before = place.counts().await.unwrap();
    let second = place.load(&pack, later(1)).await.unwrap();
    assert_eq!(second, report(&[(Kind::Network, 0, 1), (Kind::Post, 0, 2)]));
    assert_eq!(place.counts().await.unwrap(), before);
    assert_eq!(place.history(Kind::Post, &slug("a")).await.unwrap().len(), 1);
}

pub(crate) async fn loading_leaves_alone_what_staff_have_changed(place: &Place) {
    let pack = |name: &str, site: &str| Pack {
        identity: Texts::from_iter([(Language::En, identity(site))]),
        contacts: vec![contact("office", name)],
        entries: vec![post("renamed"), post("deleted"), post("kept")],
    };
    place.load(&pack("Rosa", "Before"), now()).await.unwrap();
    place.rename(Kind::Post, &slug("renamed"), &slug("better"), "ana", now()).await.unwrap();
    place.delete(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    let again = place.load(&pack("Somebody else", "After"), later(1)).await.unwrap();
    assert_eq!(again, report(&[(Kind::Post, 0, 3)]));
    assert_eq!(place.read(Kind::Post, "renamed").await, Err(Error::Moved(slug("better"))));
    assert_eq!(place.read(Kind::Post, "deleted").await, Err(Error::Gone));
    assert_eq!(place.identity(Language::En).await.unwrap().name, "Before");
    assert_eq!(place.contact("office").await.unwrap().name.as_deref(), Some("Rosa"));
}

pub(crate) async fn the_order_of_a_pack_does_not_matter(place: &Place) {
    let first = post("first").of(&["diaspora"]).from(&["haiti"]);
    place.load(&entries([first, network("diaspora"), country("haiti")]), now()).await.unwrap();
    let summary = place.read(Kind::Post, "first").await.unwrap().summary;
    assert_eq!((summary.networks, summary.countries), (vec![slug("diaspora")], vec![slug("haiti")]));
}

async fn leaves_nothing_behind(place: &Place, broken: EntryDraft, field: &str) {
    let pack = Pack {
        identity: Texts::from_iter([(Language::En, identity("The Consultations"))]),
        contacts: vec![contact("office", "Rosa")],
        entries: vec![post("sound"), network("diaspora"), country("haiti"), broken],
    };
    let problem = Problem::new(field, "atlantis", Rule::OneOfTheList);
    assert_eq!(place.load(&pack, now()).await, Err(Error::Invalid(vec![problem])));
    assert_eq!(place.read(Kind::Post, "sound").await, Err(Error::NotFound));
    assert_eq!(place.identity(Language::En).await, Err(Error::NotFound));
    assert_eq!(place.contact("office").await, Err(Error::NotFound));
    assert_eq!(place.counts().await.unwrap(), OutboxCounts::default());
}

pub(crate) async fn a_pack_that_names_an_unknown_network_leaves_nothing_behind(place: &Place) {
    leaves_nothing_behind(place, post("broken").of(&["diaspora", "atlantis"]), "networks").await;
}

pub(crate) async fn a_pack_that_names_an_unknown_country_leaves_nothing_behind(place: &Place) {
    leaves_nothing_behind(place, post("broken").from(&["atlantis"]), "countries").await;
}

pub(crate) async fn a_network_may_be_named_by_its_former_slug(place: &Place) {
    place.with([network("old")]).await;
    place.rename(Kind::Network, &slug("old"), &slug("new"), "ana", now()).await.unwrap();
    place.load(&entries([network("old"), post("post").of(&["old"])]), later(1)).await.unwrap();
    let entry = place.entry(Kind::Post, &slug("post"), Language::En, later(1)).await.unwrap();
    assert_eq!(entry.summary.networks, [slug("new")]);
}

pub(crate) async fn readers_never_see_half_of_a_load(place: &Place) {
    let body = |draft: EntryDraft| draft.saying(Language::En, "One.").saying(Language::En, "Two.").of(&["diaspora"]);
    let mut drafts: Vec<EntryDraft> = (0..150).map(|n| body(post(&format!("post-{n}")))).collect();
    drafts.push(network("diaspora"));
    // The first look opens the connection, so that the next ones fall into the load.
    assert_eq!(place.list(&posts(), now()).await.unwrap().total, 0);
    let writer = Db::clone(place);
    let load = tokio::spawn(async move { writer.load(&entries(drafts), now()).await });
    let mut all = false;
    while !all {
        let listed = place.list(&posts(), now()).await.unwrap();
        all = listed.total > 0;
        assert_eq!(listed.total, if all { 150 } else { 0 });
        assert_eq!(listed.items.len(), if all { 150 } else { 0 });
        assert!(listed.items.iter().all(|item| item.networks == [slug("diaspora")]));
        let entry = place.entry(Kind::Post, &slug("post-0"), Language::En, now()).await;
        match entry {
            Ok(entry) => assert_eq!(entry.blocks.len(), 2),
            Err(error) => assert!(!all && error == Error::NotFound),
        }
    }
    load.await.unwrap().unwrap();
}

pub(crate) async fn two_loads_at_once_create_everything_once(place: &Place) {
    let other = place.another_node().await;
    let pack = entries((0..20).map(|n| post(&format!("post-{n}"))));
    let (one, two) = tokio::join!(place.load(&pack, now()), other.load(&pack, now()));
    let created: usize = [one, two].into_iter().map(|report| report.unwrap().counts[0].1).sum();
    assert_eq!(created, 20);
    assert_eq!(place.list(&posts(), now()).await.unwrap().total, 20);
}
