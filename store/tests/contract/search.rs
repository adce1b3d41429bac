//! Search.

use domain::Language;
use domain::entry::{Edition, Kind, Visibility, Words};
use domain::pack::EntryDraft;
use domain::ports::Desk;
use domain::search::Found;

use crate::drafts::{Tell, draft, edition, post, slug};
use crate::place::{Place, now};

async fn search(place: &Place, words: &str) -> Found {
    place.find(words, Language::En, 20, now()).await
}

pub(crate) fn names(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.summary.slug.as_str()).collect()
}

pub(crate) async fn a_search_forgives_accents_and_case(place: &Place) {
    place.with([post("pinguinos").titled(Language::Es, "Pingüinos en la MIGRACIÓN irregular")]).await;
    for words in ["migracion", "MIGRACIÓN", "  Irregular,  pinguinos ", "PINGÜINOS", "migra"] {
        assert_eq!(names(&search(place, words).await), ["pinguinos"], "{words}");
    }
}

pub(crate) async fn characters_that_nobody_types_are_no_part_of_what_is_kept_and_looked_for(place: &Place) {
    let title = domain::plain::plain("Migra\u{0}tion\u{1b}".to_owned());
    place.with([post("one").titled(Language::En, &title)]).await;
    let (words, problems) = domain::request::search_words("mi\u{0}gration");
    assert_eq!(problems, []);
    assert_eq!(names(&search(place, &words).await), ["one"]);
}

pub(crate) async fn a_search_needs_every_word(place: &Place) {
    place.with([post("a").saying(Language::En, "Labour and health."), post("b").saying(Language::En, "Labour.")]).await;
    assert_eq!(names(&search(place, "labour health").await), ["a"]);
    assert_eq!(search(place, "labour health money").await.total, 0);
    let halves = post("halves").titled(Language::En, "Uno").titled(Language::Es, "Dos");
    place.with([halves]).await;
    assert_eq!(names(&search(place, "uno dos").await), ["halves"], "each word may stand in another language");
}

pub(crate) async fn a_word_in_the_title_comes_first_then_the_newest(place: &Place) {
    place
        .with([
            post("body-new").on("2026-01-01").saying(Language::En, "Remittances"),
            post("title-old").on("2001-01-01").titled(Language::En, "Remittances and more"),
            post("title-new").on("2020-01-01").titled(Language::En, "On remittances"),
            post("body-without-day").saying(Language::En, "Remittances"),
        ])
        .await;
    let expected = ["title-new", "title-old", "body-new", "body-without-day"];
    assert_eq!(names(&search(place, "remittances").await), expected);
}

pub(crate) async fn a_search_looks_into_the_body_and_the_words_of_a_kind(place: &Place) {
    let words = Words { capital: "Port-au-Prince".to_owned(), ..Words::default() };
    let mut haiti = draft(Kind::Country, "haiti").saying(Language::En, "A [mangrove](https://example.org/forest).");
    haiti.editions.set(Language::En, Edition { words, picture_alt: "A citadel".to_owned(), ..edition("Haiti") });
    place.with([haiti]).await;
    for words in ["mangrove", "port au prince", "citadel", "about"] {
        assert_eq!(names(&search(place, words).await), ["haiti"], "{words}");
    }
    assert_eq!(search(place, "forest").await.total, 0, "an address is not a text");
}

pub(crate) async fn a_search_finds_each_entry_once_in_the_readers_language(place: &Place) {
    place.with([post("social").titled(Language::En, "Social ties").titled(Language::Es, "Lazos social")]).await;
    for (language, title) in [(Language::En, "Social ties"), (Language::Es, "Lazos social")] {
        let listed = place.find("social", language, 20, now()).await;
        assert_eq!((listed.total, listed.hits.len()), (1, 1));
        assert_eq!((listed.hits[0].summary.language, listed.hits[0].summary.edition.title.as_str()), (language, title));
    }
    let other = place.find("lazos", Language::En, 20, now()).await;
    assert_eq!(other.hits[0].summary.language, Language::En, "found in Spanish, shown in English");
}

pub(crate) async fn a_word_in_the_readers_language_weighs_more(place: &Place) {
    let spanish_title = post("spanish-title").titled(Language::Es, "Capital").saying(Language::En, "Town.");
    place.with([spanish_title, post("english-body").saying(Language::En, "Capital.")]).await;
    assert_eq!(names(&search(place, "capital").await), ["english-body", "spanish-title"]);
    let spanish = place.find("capital", Language::Es, 20, now()).await;
    assert_eq!(names(&spanish), ["spanish-title", "english-body"]);
}

pub(crate) async fn percent_signs_in_a_search_are_just_letters(place: &Place) {
    place.with([post("half").saying(Language::En, "50 % of all"), post("none").saying(Language::En, "5x0")]).await;
    assert_eq!(names(&search(place, "50%").await), ["half"]);
    for words in ["%", "_", "\\", "'", "\"; drop table entry; --", "\0"] {
        assert_eq!(search(place, words).await.total, 0, "{words}");
    }
}

pub(crate) async fn a_search_for_signs_alone_finds_nothing(place: &Place) {
    place.with([post("something")]).await;
    for words in ["   ", "…", "¿?"] {
        let listed = search(place, words).await;
        assert_eq!((listed.total, listed.hits.len()), (0, 0), "{words}");
    }
}

pub(crate) async fn a_search_counts_more_than_it_returns(place: &Place) {
    place.with((1..=4).map(|n| post(&format!("post-{n}")))).await;
    for (limit, returned) in [(0, 0), (3, 3), (10, 4)] {
        let listed = place.find("post", Language::En, limit, now()).await;
        assert_eq!((listed.total, listed.hits.len()), (4, returned));
    }
}

pub(crate) async fn a_search_for_very_many_words_is_answered(place: &Place) {
    place.with([post("a")]).await;
    assert_eq!(search(place, &"a ".repeat(200)).await.total, 1);
    assert_eq!(search(place, &"x".repeat(5_000)).await.total, 0);
}

pub(crate) async fn a_search_does_not_find_what_is_not_shown(place: &Place) {
    let hidden = EntryDraft { visibility: Visibility::Members, ..post("hidden") };
    place.with([post("secret").titled(Language::Es, "Oculto"), hidden, post("deleted")]).await;
    place.sql("update edition set state = 'draft' where language = 'es'").await;
    place.delete(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    for words in ["oculto", "hidden", "deleted"] {
        assert_eq!(search(place, words).await.total, 0, "{words}");
    }
    assert_eq!(search(place, "secret").await.total, 1);
}
