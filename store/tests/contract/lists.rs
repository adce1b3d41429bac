//! Lists of entries.

use domain::Language;
use domain::entry::Kind;
use domain::listing::{Listing, Order};
use domain::ports::{Desk, Library};

use crate::drafts::{Tell, country, draft, network, post, slug};
use crate::place::{Place, now, slugs};

fn posts() -> Listing {
    Listing::newest(Kind::Post, Language::En, 100)
}

fn arranged() -> Listing {
    Listing { order: Order::Position, ..posts() }
}

pub(crate) async fn the_newest_come_first_and_those_without_a_day_last(place: &Place) {
    let old = post("old").on("2019-12-31");
    place.with([post("without-a-day"), old, post("new").on("2026-01-01"), post("also-new").on("2026-01-01")]).await;
    let listed = place.list(&posts(), now()).await.unwrap();
    assert_eq!(slugs(&listed), ["also-new", "new", "old", "without-a-day"]);
}

pub(crate) async fn arranged_entries_come_by_position_then_by_title(place: &Place) {
    place.with([post("c").at(2), post("b").at(10), post("a").at(10), post("d").at(-1)]).await;
    assert_eq!(slugs(&place.list(&arranged(), now()).await.unwrap()), ["d", "c", "a", "b"]);
}

pub(crate) async fn titles_are_ordered_without_accents_and_case(place: &Place) {
    let titled = |name, title| post(name).titled(Language::En, title);
    place
        .with([
            titled("six", "Øresund"),
            titled("five", "Zona"),
            titled("one", "Álamo"),
            titled("four", "ÑANDÚ 2"),
            titled("two", "de facto"),
            titled("three", "Deber"),
        ])
        .await;
    // Neither database goes by a language: the blank counts, and a letter that folding leaves as it is comes last.
    let expected = ["one", "two", "three", "four", "five", "six"];
    assert_eq!(slugs(&place.list(&arranged(), now()).await.unwrap()), expected);
}

pub(crate) async fn a_page_of_a_list_knows_the_whole_length(place: &Place) {
    place.with((1..=5).map(|n| post(&format!("post-{n}")))).await;
    let page = async |offset, limit| {
        let listed = place.list(&Listing { offset, limit, ..posts() }, now()).await.unwrap();
        (listed.total, listed.items.len())
    };
    assert_eq!(page(0, 2).await, (5, 2));
    assert_eq!(page(4, 2).await, (5, 1));
    assert_eq!(page(1000, 2).await, (5, 0));
    assert_eq!(page(0, 0).await, (5, 0));
    let second = place.list(&Listing { offset: 2, limit: 2, ..posts() }, now()).await.unwrap();
    assert_eq!(slugs(&second), ["post-3", "post-4"]);
}

/// 14.2.10
pub(crate) async fn an_entry_in_two_networks_appears_once(place: &Place) {
    place.with([network("diaspora"), network("data"), post("both").of(&["diaspora", "data"])]).await;
    let all = place.list(&posts(), now()).await.unwrap();
    assert_eq!((all.total, slugs(&all)), (1, vec!["both"]));
    let of_one = place.list(&posts().of_network(slug("data")), now()).await.unwrap();
    assert_eq!((of_one.total, slugs(&of_one)), (1, vec!["both"]));
    assert_eq!(of_one.items[0].networks, [slug("diaspora"), slug("data")], "the filter hides no other network");
}

pub(crate) async fn networks_come_in_the_order_of_their_weight(place: &Place) {
    place.with([network("a"), network("b"), network("c"), country("x"), country("y")]).await;
    place.with([post("heavy").of(&["c", "a", "b"]).from(&["y", "x"])]).await;
    let listed = place.list(&posts(), now()).await.unwrap();
    assert_eq!(listed.items[0].networks, [slug("c"), slug("a"), slug("b")]);
    assert_eq!(listed.items[0].countries, [slug("y"), slug("x")]);
}

pub(crate) async fn a_list_can_be_of_a_network_a_country_and_a_year(place: &Place) {
    place.with([network("diaspora"), country("haiti"), network("haiti")]).await;
    place
        .with([
            post("all-three").of(&["diaspora"]).from(&["haiti"]).on("2020-01-01"),
            post("other-year").of(&["diaspora"]).from(&["haiti"]).on("2021-12-31"),
            post("no-country").of(&["diaspora"]).on("2020-12-31"),
            post("no-network").from(&["haiti"]).on("2020-06-15"),
            post("no-day").of(&["diaspora"]).from(&["haiti"]),
            draft(Kind::News, "other-kind").of(&["diaspora"]).from(&["haiti"]).on("2020-01-01"),
        ])
        .await;
    let chosen = Listing { network: Some(slug("diaspora")), country: Some(slug("haiti")), year: Some(2020), ..posts() };
    assert_eq!(slugs(&place.list(&chosen, now()).await.unwrap()), ["all-three"]);
    let of_2020 = Listing { year: Some(2020), ..posts() };
    assert_eq!(slugs(&place.list(&of_2020, now()).await.unwrap()), ["no-country", "no-network", "all-three"]);
    let country_as_network = posts().of_network(slug("haiti"));
    assert_eq!(place.list(&country_as_network, now()).await.unwrap().total, 0);
}

pub(crate) async fn a_deleted_network_is_no_longer_named(place: &Place) {
    place.with([network("diaspora"), network("data"), post("both").of(&["diaspora", "data"])]).await;
    place.delete(Kind::Network, &slug("diaspora"), "ana", now()).await.unwrap();
    assert_eq!(place.list(&posts(), now()).await.unwrap().items[0].networks, [slug("data")]);
    assert_eq!(place.list(&posts().of_network(slug("diaspora")), now()).await.unwrap().total, 0);
}

pub(crate) async fn a_list_shows_each_entry_in_the_best_language(place: &Place) {
    let both = post("a").titled(Language::Es, "Ambas");
    place.with([both, post("b")]).await;
    let listed = place.list(&Listing { language: Language::Es, ..arranged() }, now()).await.unwrap();
    let shown: Vec<_> = listed.items.iter().map(|item| (item.edition.title.as_str(), item.language)).collect();
    assert_eq!(shown, [("Ambas", Language::Es), ("b", Language::En)]);
}
