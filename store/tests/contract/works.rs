//! Publications that are withdrawn, and those that name each other. 14.6.7

use domain::entry::{Details, Kind, Visibility};
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};
use domain::{Error, Language};

use crate::drafts::{Tell, draft, post, slug};
use crate::place::{Place, later};

fn publication(name: &str) -> EntryDraft {
    draft(Kind::Publication, name)
}

fn naming(name: &str, newer_than: Option<&str>, edition: Option<&str>) -> EntryDraft {
    let mut publication = publication(name);
    if let Details::Publication { replaces, edition_of, .. } = &mut publication.details {
        *replaces = newer_than.map(slug);
        *edition_of = edition.map(slug);
    }
    publication
}

pub(crate) async fn what_readers_saw_leaves_what_it_was_and_when_it_was_withdrawn(place: &Place) {
    let for_members = EntryDraft { visibility: Visibility::Members, ..publication("inner") };
    let mut study = publication("study").titled(Language::Es, "Estudio");
    study.countries = ["island", "hidden"].map(slug).to_vec();
    let hidden = EntryDraft { visibility: Visibility::Members, ..draft(Kind::Country, "hidden") };
    place.with([draft(Kind::Country, "island"), hidden, study, post("archived"), for_members]).await;
    let at = async |kind, name: &str| place.tombstone(kind, &slug(name), Language::Es, later(9)).await.unwrap();
    assert_eq!(at(Kind::Publication, "study").await, None, "readers see it");
    place.delete(Kind::Publication, &slug("study"), "ana", later(3)).await.unwrap();
    place.delete(Kind::Publication, &slug("inner"), "ana", later(3)).await.unwrap();
    place.sql("update edition set state = 'archived' where title = 'archived'").await;
    let study = at(Kind::Publication, "study").await.unwrap();
    assert_eq!((study.summary.edition.title.as_str(), study.summary.language), ("Estudio", Language::Es));
    assert_eq!(study.withdrawn, later(3));
    assert_eq!(study.summary.countries, [slug("island")], "a law is cited as one of its state, which readers see");
    assert_eq!(at(Kind::Post, "archived").await.unwrap().summary.edition.title, "archived");
    assert_eq!(at(Kind::Publication, "inner").await, None, "readers never saw it");
    place.restore(Kind::Publication, &slug("study"), "ana", later(4)).await.unwrap();
    assert_eq!(at(Kind::Publication, "study").await, None);
}

pub(crate) async fn a_newer_version_and_an_older_one_lead_to_each_other_whatever_they_are_called(place: &Place) {
    place.with([publication("first"), naming("second", Some("first"), None)]).await;
    place.rename(Kind::Publication, &slug("first"), &slug("first-edition"), "ana", later(1)).await.unwrap();
    let linked = async |name: &str| {
        let of = place.read(Kind::Publication, name).await.unwrap().summary;
        place.linked_works(&of, Language::En, later(2)).await.unwrap()
    };
    let first = linked("first-edition").await;
    assert_eq!(first.replaced_by.iter().map(|work| work.slug.as_str()).collect::<Vec<_>>(), ["second"]);
    assert_eq!(linked("second").await.replaces.unwrap().slug, slug("first-edition"));
    assert!(first.replaces.is_none() && first.editions.is_empty());
    let unknown = place.create(&naming("third", Some("nothing"), None), "ana", "a test", later(2)).await;
    assert!(matches!(unknown, Err(Error::Invalid(problems)) if problems[0].field == "details.replaces"));
    let itself = place.create(&naming("fourth", Some("fourth"), None), "ana", "a test", later(2)).await;
    assert!(matches!(itself, Err(Error::Invalid(_))), "no work replaces itself");
}

pub(crate) async fn editions_of_one_work_all_lead_to_each_other(place: &Place) {
    place
        .with([publication("english"), naming("dutch", None, Some("english")), naming("french", None, Some("english"))])
        .await;
    for (name, others) in
        [("english", ["dutch", "french"]), ("dutch", ["english", "french"]), ("french", ["english", "dutch"])]
    {
        let of = place.read(Kind::Publication, name).await.unwrap().summary;
        let linked = place.linked_works(&of, Language::En, later(1)).await.unwrap();
        assert_eq!(linked.editions.iter().map(|work| work.slug.as_str()).collect::<Vec<_>>(), others, "{name}");
    }
}
