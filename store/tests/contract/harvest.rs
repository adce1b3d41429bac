//! What harvesters gather. 14.6.5

use domain::Language;
use domain::entry::{Details, Kind, PublicationForm, Visibility};
use domain::harvest::{Gathered, Harvest, Set};
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};
use jiff::{SignedDuration, Timestamp};

use crate::drafts::{Tell, draft, network, slug};
use crate::place::{Place, later, now};

fn publication(name: &str) -> EntryDraft {
    draft(Kind::Publication, name)
}

fn law(name: &str) -> EntryDraft {
    let mut law = publication(name);
    if let Details::Publication { form, .. } = &mut law.details {
        *form = PublicationForm::Law;
    }
    law
}

async fn gather(place: &Place, harvest: Harvest, at: Timestamp) -> Vec<Gathered> {
    place.harvest(&Harvest { limit: 100, ..harvest }, at).await.unwrap()
}

fn names(gathered: &[Gathered]) -> Vec<&str> {
    gathered.iter().map(|its| its.slug.as_str()).collect()
}

pub(crate) async fn publications_are_gathered_by_set_and_by_the_time_of_their_last_change(place: &Place) {
    place.with([network("diaspora"), publication("a").of(&["diaspora"]), law("b"), draft(Kind::Post, "c")]).await;
    place.create(&publication("d"), "ana", "later", later(5)).await.unwrap();
    let all = gather(place, Harvest::default(), later(9)).await;
    assert_eq!(names(&all), ["a", "b", "d"]);
    assert_eq!(all[0].sets, [Set::Network(slug("diaspora")), Set::Form(PublicationForm::Report)]);
    assert!(all.iter().all(|its| its.is_shown && its.source == Language::En));
    let of = async |set| gather(place, Harvest { set: Set::of_spec(set), ..Harvest::default() }, later(9)).await;
    assert_eq!(names(&of("network:diaspora").await), ["a"]);
    assert_eq!(names(&of("type:law").await), ["b"]);
    let since = gather(place, Harvest { since: Some(later(5)), ..Harvest::default() }, later(9)).await;
    assert_eq!(names(&since), ["d"]);
    let before = gather(place, Harvest { before: Some(later(5)), ..Harvest::default() }, later(9)).await;
    assert_eq!(names(&before), ["a", "b"]);
    let alone = gather(place, Harvest { uid: Some(all[1].uid.clone()), ..Harvest::default() }, later(9)).await;
    assert_eq!(names(&alone), ["b"]);
    let first = place.harvest(&Harvest { limit: 2, ..Harvest::default() }, later(9)).await.unwrap();
    let after = Some((first[1].changed, first[1].id));
    assert_eq!(names(&gather(place, Harvest { after, ..Harvest::default() }, later(9)).await), ["d"]);
}

pub(crate) async fn what_readers_saw_once_is_told_as_withdrawn_and_what_they_never_saw_is_not_told(place: &Place) {
    let for_members = EntryDraft { visibility: Visibility::Members, ..publication("inner") };
    place.with([publication("deleted"), publication("archived"), for_members]).await;
    place.delete(Kind::Publication, &slug("deleted"), "ana", later(3)).await.unwrap();
    place.sql("update edition set state = 'archived' where title = 'archived'").await;
    let all = gather(place, Harvest::default(), later(4)).await;
    assert_eq!(names(&all), ["archived", "deleted"]);
    assert!(all.iter().all(|its| !its.is_shown));
    assert_eq!(all[1].changed, later(3), "a harvester who comes again hears of it");
    place.restore(Kind::Publication, &slug("deleted"), "ana", later(6)).await.unwrap();
    let again = gather(place, Harvest { since: Some(later(6)), ..Harvest::default() }, later(7)).await;
    assert!(again.len() == 1 && again[0].is_shown);
}

pub(crate) async fn what_is_shown_for_a_while_changes_when_it_appears_and_when_it_ends(place: &Place) {
    place.with([publication("for-a-while")]).await;
    place.sql("update edition set unpublish_at = publish_at + 600000000").await;
    let at = async |minutes| gather(place, Harvest::default(), later(minutes)).await.pop();
    assert!(at(-1).await.is_none(), "before it appears nobody hears of it");
    assert_eq!(at(9).await.map(|its| (its.is_shown, its.changed)), Some((true, now())));
    let ended = now() + SignedDuration::from_mins(10);
    assert_eq!(at(11).await.map(|its| (its.is_shown, its.changed)), Some((false, ended)));
}

pub(crate) async fn a_work_changes_with_the_networks_and_the_countries_that_its_record_names(place: &Place) {
    let of_country = EntryDraft { countries: vec![slug("haiti")], ..publication("b") };
    let country = draft(Kind::Country, "haiti");
    place.with([network("diaspora"), country, publication("a").of(&["diaspora"]), of_country, publication("c")]).await;
    place.rename(Kind::Network, &slug("diaspora"), &slug("abroad"), "ana", later(3)).await.unwrap();
    let since = async |at| gather(place, Harvest { since: Some(at), ..Harvest::default() }, later(9)).await;
    let told = since(later(3)).await;
    assert_eq!((names(&told), told[0].changed), (vec!["a"], later(3)));
    assert_eq!(told[0].sets[0], Set::Network(slug("abroad")));
    place.delete(Kind::Network, &slug("abroad"), "ana", later(5)).await.unwrap();
    let told = since(later(5)).await;
    assert!(names(&told) == ["a"] && told[0].is_shown && told[0].sets.len() == 1, "{told:?}");
    place.rename(Kind::Country, &slug("haiti"), &slug("ayiti"), "ana", later(7)).await.unwrap();
    assert_eq!(names(&since(later(7)).await), ["b"]);
    assert_eq!(names(&gather(place, Harvest::default(), later(9)).await), ["c", "a", "b"]);
}
