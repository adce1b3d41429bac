//! The list of everything, for machines.

use domain::catalogue::{Catalogue, Catalogued};
use domain::entry::{Kind, Visibility};
use domain::listing::Listing;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};
use domain::{Error, Language};

use crate::drafts::{Tell, country, event, network, post, slug};
use crate::place::{Place, later, now, slugs};

fn everything() -> Catalogued {
    Catalogued::all(Language::En, 100)
}

pub(crate) async fn entries_of_every_kind_come_in_the_order_in_which_they_were_made(place: &Place) {
    place
        .with([network("diaspora"), post("a-post").on("2019-01-02"), event("a-meeting", "2026-12-01", "2026-12-02")])
        .await;
    let listed = place.everything(&everything(), now()).await.unwrap();
    assert_eq!(slugs(&listed), ["diaspora", "a-post", "a-meeting"]);
    assert_eq!(listed.total, 3);
    let second = Catalogued { offset: 1, limit: 1, ..everything() };
    let part = place.everything(&second, now()).await.unwrap();
    assert_eq!((part.total, slugs(&part)), (3, vec!["a-post"]));
}

pub(crate) async fn the_list_of_everything_is_narrowed_by_kind_network_country_year_and_language(place: &Place) {
    place
        .with([
            network("diaspora"),
            country("guyana"),
            post("old").on("2019-05-05").of(&["diaspora"]),
            post("new").on("2026-05-05").titled(Language::Es, "Nuevo"),
            event("meeting", "2019-12-31", "2020-01-02").from(&["guyana"]),
        ])
        .await;
    let narrowed = async |asked: Catalogued| {
        let listed = place.everything(&asked, now()).await.unwrap();
        listed.items.iter().map(|entry| entry.slug.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(narrowed(Catalogued { kind: Some(Kind::Post), ..everything() }).await, ["old", "new"]);
    assert_eq!(narrowed(Catalogued { network: Some(slug("diaspora")), ..everything() }).await, ["old"]);
    assert_eq!(narrowed(Catalogued { country: Some(slug("guyana")), ..everything() }).await, ["meeting"]);
    assert_eq!(narrowed(Catalogued { year: Some(2019), ..everything() }).await, ["old", "meeting"]);
    let spanish = Catalogued { language: Language::Es, only: true, ..everything() };
    assert_eq!(narrowed(spanish).await, ["new"]);
}

pub(crate) async fn the_list_of_everything_holds_nothing_that_readers_may_not_see(place: &Place) {
    let hidden = EntryDraft { visibility: Visibility::Members, ..post("for-members") };
    place.with([post("shown"), hidden, post("deleted")]).await;
    place.delete(Kind::Post, &slug("deleted"), "ana", later(1)).await.unwrap();
    assert_eq!(slugs(&place.everything(&everything(), later(2)).await.unwrap()), ["shown"]);
}

pub(crate) async fn an_identifier_leads_to_its_entry_whatever_its_address_is_now(place: &Place) {
    place.with([post("old")]).await;
    let uid = place.everything(&everything(), now()).await.unwrap().items[0].uid.clone();
    place.rename(Kind::Post, &slug("old"), &slug("new"), "ana", later(1)).await.unwrap();
    assert_eq!(place.place_of(&uid).await, Ok((Kind::Post, slug("new"))));
    place.delete(Kind::Post, &slug("new"), "ana", later(2)).await.unwrap();
    assert_eq!(place.place_of(&uid).await, Err(Error::Gone));
    assert_eq!(place.place_of("nothing").await, Err(Error::NotFound));
}

pub(crate) async fn a_list_is_narrowed_to_an_author_by_whatever_language_names_them(place: &Place) {
    let by = |name: &str, english: &str, spanish: &str| {
        let mut draft = post(name).titled(Language::Es, name);
        for (language, author) in [(Language::En, english), (Language::Es, spanish)] {
            let mut edition = draft.editions.get(language).cloned().unwrap();
            author.clone_into(&mut edition.words.author);
            draft.editions.set(language, edition);
        }
        draft
    };
    place.with([by("one", "A nurse", "Una enfermera"), by("two", "An officer", "Un funcionario"), post("three")]).await;
    for author in ["A nurse", "Una enfermera"] {
        let asked = Listing { author: Some(author.to_owned()), ..Listing::newest(Kind::Post, Language::Es, 10) };
        assert_eq!(slugs(&place.list(&asked, now()).await.unwrap()), ["one"], "{author}");
    }
    let authors = async |language| place.authors(Kind::Post, language, now()).await.unwrap();
    assert_eq!(authors(Language::En).await, ["A nurse", "An officer"]);
    assert_eq!(authors(Language::Es).await, ["Un funcionario", "Una enfermera"]);
    assert!(place.authors(Kind::News, Language::En, now()).await.unwrap().is_empty());
    let (nurse, later) = (slug("one"), later(1));
    place.delete(Kind::Post, &nurse, "ana", later).await.unwrap();
    assert_eq!(place.authors(Kind::Post, Language::En, later).await.unwrap(), ["An officer"]);
}
