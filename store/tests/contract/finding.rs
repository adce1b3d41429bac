//! What the search finds and why: forms of words, typing errors, other names, documents, facets, suggestions.

use domain::Language;
use domain::entry::Kind;
use domain::file::{Access, Files};
use domain::ports::Desk;
use domain::search::{Facet, Filters, Found, Query, Reason, Search};
use jiff::Timestamp;

use crate::drafts::{Tell, draft, post, slug};
use crate::files::{document, eva, uid, with_files};
use crate::place::{Place, later, now};
use crate::search::names;

async fn find(place: &Place, words: &str) -> Found {
    place.find(words, Language::En, 20, now()).await
}

fn query(words: &str, language: Language) -> Query {
    Query {
        words: words.to_owned(),
        any: false,
        filters: Filters::default(),
        language,
        offset: 0,
        limit: 20,
        explained: true,
    }
}

// 14.5.2
pub(crate) async fn one_typing_error_is_forgiven_where_nothing_has_the_word_as_it_was_typed(place: &Place) {
    place.with([post("one").titled(Language::En, "Remittances"), post("two").titled(Language::En, "Wealth")]).await;
    let found = find(place, "remitances").await;
    assert_eq!((names(&found), found.respelled.as_deref()), (vec!["one"], Some("remittances")));
    place.with([post("health").titled(Language::En, "Health")]).await;
    let found = find(place, "health").await;
    assert_eq!(
        (names(&found), found.respelled.clone()),
        (vec!["health"], None),
        "what is meant is not taken for something else"
    );
}

// 14.5.3
pub(crate) async fn every_hit_of_words_put_right_is_marked_and_says_why(place: &Place) {
    let abroad = post("abroad").saying(Language::En, "Nationals abroad send books.");
    place
        .with([
            post("one").titled(Language::En, "The diaspora").saying(Language::En, "A diaspora sends books."),
            post("several").saying(Language::En, "Diasporas send books."),
            abroad,
        ])
        .await;
    let found = find(place, "disapora \"sends books\"").await;
    assert_eq!((names(&found), found.respelled.as_deref()), (vec!["one"], Some("diaspora \"sends books\"")));
    let found = find(place, "disapora").await;
    assert_eq!(found.respelled.as_deref(), Some("diaspora"));
    let mut told = Vec::new();
    for hit in found.hits {
        let passage = hit.passage.unwrap();
        told.push((hit.summary.slug.to_string(), passage.text[passage.marks[0].clone()].to_owned(), hit.reasons));
    }
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let (right, wrong) = ("diaspora".to_owned(), "disapora".to_owned());
    let other = Reason::Concept { typed: right.clone(), found: "Nationals abroad".to_owned() };
    let form = Reason::Form { typed: right.clone(), found: "Diasporas".to_owned() };
    let expected = [
        ("abroad".to_owned(), "Nationals abroad".to_owned(), vec![other]),
        ("one".to_owned(), right.clone(), vec![Reason::Spelling { typed: wrong, found: right }]),
        ("several".to_owned(), "Diasporas".to_owned(), vec![form]),
    ];
    assert_eq!(told, expected);
}

// 14.5.4
pub(crate) async fn who_finds_nothing_is_offered_the_words_that_something_has_put_right(place: &Place) {
    let title = |name: &str, text: &str| post(name).titled(Language::En, text);
    place.with([title("one", "Mangrove and orchid"), title("two", "Diaspora")]).await;
    for (words, offer) in [
        ("zzzz disapora", Some("diaspora")),
        ("orchd zzzz mangrove", Some("orchid mangrove")),
        ("\"orchid mangrove\"", Some("orchid mangrove")),
        ("mangrove diaspora", None),
        ("zzzz", None),
        ("zzzz yyyy", None),
        ("…", None),
    ] {
        let found = find(place, words).await;
        assert_eq!((found.total, found.offer.as_deref()), (0, offer), "{words}");
    }
    assert_eq!(find(place, "disapora").await.offer, None, "what is found needs no offer");
}

// 14.5.2
pub(crate) async fn singular_and_plural_are_found_by_each_other_in_both_languages(place: &Place) {
    let english = post("english").titled(Language::En, "Laws on cities");
    place.with([english, post("spanish").titled(Language::Es, "La migración y las regiones: talleres")]).await;
    for (words, name) in [
        ("law", "english"),
        ("city", "english"),
        ("migraciones", "spanish"),
        ("region", "spanish"),
        ("taller", "spanish"),
    ] {
        assert_eq!(names(&find(place, words).await), [name], "{words}");
    }
}

// 14.5.3
pub(crate) async fn another_name_of_the_same_thing_is_found_and_told(place: &Place) {
    place.with([post("trata").titled(Language::Es, "La trata de personas").titled(Language::En, "A crime")]).await;
    for words in ["human trafficking", "trafficking in persons"] {
        let found = find(place, words).await;
        assert_eq!(names(&found), ["trata"], "{words}");
        let told = Reason::Concept { typed: words.to_owned(), found: "trata de personas".to_owned() };
        assert_eq!(found.hits[0].reasons, [told, Reason::Language(Language::Es)]);
    }
    assert_eq!(find(place, "smuggling").await.total, 0, "a false friend is another thing");
}

pub(crate) async fn a_quotation_stands_in_these_words(place: &Place) {
    place
        .with([
            post("a").saying(Language::En, "Labour and health"),
            post("b").saying(Language::En, "Health and labour"),
        ])
        .await;
    assert_eq!(names(&find(place, "\"labour and health\"").await), ["a"]);
    assert_eq!(find(place, "labour and health").await.total, 2);
}

// 14.5.3
pub(crate) async fn the_passage_shows_the_words_marked_in_their_language(place: &Place) {
    let long = format!("{} Los médicos migran. {}", "Una frase. ".repeat(40), "Otra frase. ".repeat(40));
    place.with([post("one").titled(Language::Es, "Una").saying(Language::Es, &long)]).await;
    let found = place.find("medico", Language::Es, 5, now()).await;
    let passage = found.hits[0].passage.clone().unwrap();
    let marked: Vec<&str> = passage.marks.iter().map(|mark| &passage.text[mark.clone()]).collect();
    assert_eq!((marked, passage.language, passage.is_cut), (vec!["médicos"], Language::Es, (true, true)));
    assert!(passage.text.len() < 300);
}

// 14.5.1
pub(crate) async fn facets_count_what_one_more_choice_would_leave(place: &Place) {
    let network = draft(Kind::Network, "health");
    let mut first = post("first").on("2020-05-01").saying(Language::En, "Nurses");
    first.networks = vec![slug("health")];
    let news = draft(Kind::News, "news").on("2021-05-01").saying(Language::En, "Nurses");
    place.with([network, first, news]).await;
    let found = find(place, "nurses").await;
    let values = |found: &Found, facet: Facet| {
        found.facets.iter().find(|(its, _)| *its == facet).map(|(_, values)| values.clone()).unwrap()
    };
    let both = [("news".to_owned(), 1), ("post".to_owned(), 1)];
    assert_eq!(values(&found, Facet::Kind), both);
    assert_eq!(values(&found, Facet::Network), [("health".to_owned(), 1)]);
    assert_eq!(values(&found, Facet::Year), [("2021".to_owned(), 1), ("2020".to_owned(), 1)]);
    let filters = Filters { kind: Some(Kind::Post), ..Filters::default() };
    let found = place.engine.search(&Query { filters, ..query("nurses", Language::En) }, now()).await.unwrap();
    assert_eq!(names(&found), ["first"]);
    assert_eq!(values(&found, Facet::Kind), both, "what else could be chosen instead");
    assert_eq!(values(&found, Facet::Year), [("2020".to_owned(), 1)]);
}

pub(crate) async fn the_search_knows_every_write_also_of_another_node_and_of_the_hour(place: &Place) {
    place.with([post("one").titled(Language::En, "Mangrove")]).await;
    assert_eq!(find(place, "mangrove").await.total, 1);
    place.another_node().await.create(&post("two").titled(Language::En, "Mangrove"), "ana", "", now()).await.unwrap();
    assert_eq!(find(place, "mangrove").await.total, 2);
    place.delete(Kind::Post, &slug("one"), "ana", now()).await.unwrap();
    assert_eq!(find(place, "mangrove").await.total, 1);
    place.restore(Kind::Post, &slug("one"), "ana", now()).await.unwrap();
    place.rename(Kind::Post, &slug("one"), &slug("three"), "ana", now()).await.unwrap();
    let mut found = find(place, "mangrove").await;
    found.hits.sort_by_key(|hit| hit.summary.slug.to_string());
    assert_eq!(names(&found), ["three", "two"]);
    // Until an hour later.
    place
        .sql(
            "update edition set unpublish_at = 1795525200000000
            where entry_id = (select id from entry where slug = 'two')",
        )
        .await;
    place.rename(Kind::Post, &slug("two"), &slug("four"), "ana", now()).await.unwrap();
    assert_eq!(find(place, "mangrove").await.total, 2);
    assert_eq!(names(&place.find("mangrove", Language::En, 9, later(61)).await), ["three"]);
}

pub(crate) async fn who_asks_a_moment_earlier_is_answered_by_what_is_known_already(place: &Place) {
    place.with([post("one").titled(Language::En, "Mangrove")]).await;
    assert_eq!(place.find("mangrove", Language::En, 9, later(1)).await.total, 1);
    place.sql("update edition set title = 'Orchid'").await;
    let earlier = later(1) - jiff::SignedDuration::from_secs(30);
    let kept = place.find("mangrove", Language::En, 9, earlier).await.total;
    assert_eq!(kept, 1, "nothing was read anew, for nobody told of a change");
    let long_ago = place.find("mangrove", Language::En, 9, now() - jiff::SignedDuration::from_hours(1)).await;
    assert_eq!(long_ago.total, 0, "a clock that was set back is another matter");
}

pub(crate) async fn titles_are_suggested_while_they_are_typed(place: &Place) {
    place
        .with([
            post("about").titled(Language::En, "All about migration health"),
            draft(Kind::Network, "health").titled(Language::En, "Migration and health"),
            post("foreign").titled(Language::Es, "Salud migratoria"),
        ])
        .await;
    let suggest = async |typed: &str| {
        let found = place.engine.suggest(typed, Language::En, 5, now()).await.unwrap();
        found.into_iter().map(|its| its.title).collect::<Vec<_>>()
    };
    assert_eq!(suggest("migr hea").await, ["Migration and health", "All about migration health"]);
    assert_eq!(suggest("sálud").await, ["foreign"], "found in Spanish, named in the reader's language");
    assert_eq!(suggest("").await, Vec::<String>::new());
}

// 14.5.6, 14.5.7
pub(crate) async fn what_stands_in_a_document_is_found_with_its_page_where_everybody_may_open_it(place: &Place) {
    let eva = eva(place).await;
    place.store(&eva, document("a", 10, Access::Everybody), now()).await.unwrap();
    place.store(&eva, document("b", 10, Access::Members), now()).await.unwrap();
    let (open, closed) = (uid("a"), uid("b"));
    place.with([with_files(post("post"), &["a", "b"])]).await;
    assert_eq!(find(place, "mangrove").await.total, 0);
    place.put_pages(&open, &["Nothing.".to_owned(), "A mangrove forest.".to_owned()]).await.unwrap();
    place.put_pages(&closed, &["A secret orchid.".to_owned()]).await.unwrap();
    let found = find(place, "mangrove").await;
    let passage = found.hits[0].passage.clone().unwrap();
    assert_eq!((passage.document, found.hits[0].reasons.clone()), (Some((open, 2)), vec![Reason::Document]));
    assert_eq!(find(place, "orchid").await.total, 0, "what is not for everybody is told to nobody");
}

// 14.6.7
pub(crate) async fn what_stands_in_a_document_is_found_from_the_day_on_which_it_opens(place: &Place) {
    let eva = eva(place).await;
    let mut new = document("a", 10, Access::Everybody);
    new.file.about.opens_on = Some(jiff::civil::date(2026, 12, 1));
    place.store(&eva, new.clone(), now()).await.unwrap();
    place.with([with_files(post("post"), &["a"])]).await;
    place.put_pages(&uid("a"), &["A mangrove forest.".to_owned()]).await.unwrap();
    let (before, on_the_day) =
        ("2026-12-01T04:59:59Z".parse().unwrap(), "2026-12-01T05:00:00Z".parse::<jiff::Timestamp>().unwrap());
    let found = async |at| place.find("mangrove", Language::En, 20, at).await.total;
    assert_eq!((found(now()).await, found(before).await, found(on_the_day).await), (0, 0, 1), "nobody did anything");
    // Whoever reads everything anew finds the same.
    let fresh = search::Engine::new(std::sync::Arc::new(place.another_node().await));
    assert_eq!(fresh.search(&query("mangrove", Language::En), before).await.unwrap().total, 0);
    // Closed again by staff, it is found no more.
    let about = domain::file::About { opens_on: Some(jiff::civil::date(2027, 1, 1)), ..new.file.about };
    place.describe(&eva, &uid("a"), &about, None, on_the_day).await.unwrap();
    assert_eq!(found(on_the_day).await, 0);
}

pub(crate) async fn a_search_that_found_nothing_is_counted_by_its_day_and_nothing_that_names_a_person(place: &Place) {
    place.with([post("one")]).await;
    for words in ["Hurricanes", "hurricanes", "8091234567", "ana@example.org"] {
        place.engine.missed(words, Language::En, now()).await;
    }
    let misses = place.misses().await;
    assert_eq!(misses, [("2026-11-24".to_owned(), "hurricanes".to_owned(), 2)]);
}

// 14.5.4
pub(crate) async fn signs_alone_are_no_search_that_found_nothing(place: &Place) {
    for words in ["???", "", " … ", "\"\""] {
        place.engine.missed(words, Language::En, now()).await;
    }
    assert_eq!(place.misses().await, []);
}

// 14.5.4, 14.5.9
pub(crate) async fn what_is_often_looked_for_and_found_nowhere_is_told_to_staff_and_a_single_search_is_not(
    place: &Place,
) {
    let eva = eva(place).await;
    for (words, language, days) in [
        ("mangrove", Language::En, [0, 1, 2, 2].as_slice()),
        ("mangrove", Language::Es, &[0, 0]),
        ("ana", Language::En, &[0, 0, 0, 1]),
    ] {
        for day in days {
            place.engine.missed(words, language, later(day * 24 * 60)).await;
        }
    }
    let told = async |at: Timestamp| {
        let missed = place.engine.most_missed(&eva, at).await.unwrap();
        missed.into_iter().map(|its| (its.words, its.language, its.times)).collect::<Vec<_>>()
    };
    // Three times on one day may have been one person.
    assert_eq!(told(later(2 * 24 * 60)).await, [("mangrove".to_owned(), Language::En, 4)]);
    assert_eq!(told(later(92 * 24 * 60)).await, [], "after three months too little is left");
}
