//! Figures of a country, whichever entry states them.

use domain::Language;
use domain::account::Role;
use domain::block::fingerprint;
use domain::catalogue::{Catalogue, Catalogued};
use domain::entry::{Kind, Visibility};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::listing::Listing;
use domain::manuscript::{Edit, Fields, Outcome, Refusal, Typed};
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library, Manuscripts};
use domain::search::{Facet, Filters, Query, Search};

use crate::drafts::{Tell, country, draft, network, post, slug};
use crate::people::staff;
use crate::place::{Place, later, now, slugs};

/// A figure of a country, said in English and, where it is given, in Spanish.
fn figure(of: Option<&str>, low: &str, spanish: Option<&str>) -> Figure {
    let words = |label: &str, source: Option<&str>| FigureWords {
        label: label.to_owned(),
        note: None,
        source: source.map(str::to_owned),
    };
    let mut texts = Texts::from_iter([(Language::En, words("Remittances", None))]);
    if let Some(label) = spanish {
        texts.set(Language::Es, words(label, Some("Banco Mundial")));
    }
    Figure {
        key: slug(&format!("of-{low}").replace('.', "-")),
        low: low.to_owned(),
        high: None,
        unit: Unit::Percent,
        year: "2020".to_owned(),
        source: "World Bank".to_owned(),
        url: None,
        country: of.map(slug),
        words: texts,
    }
}

fn stating(entry: EntryDraft, figures: Vec<Figure>) -> EntryDraft {
    EntryDraft { figures, ..entry }
}

/// 14.5.1, 14.6.9
pub(crate) async fn a_set_of_figures_bears_the_years_that_they_speak_of(place: &Place) {
    let in_years = |years: &str| Figure { year: years.to_owned(), ..figure(None, "2", None) };
    let set = |name: &str, years: &[&str]| {
        let figures = years.iter().map(|years| Figure { key: slug(&format!("of-{years}")), ..in_years(years) });
        stating(draft(Kind::Dataset, name).on("2026-03-02"), figures.collect())
    };
    place.with([set("ranges", &["2014-2016", "2016"]), set("later", &["2020"]), set("empty", &[])]).await;
    for (year, sets) in [(2014, vec!["ranges"]), (2016, vec!["ranges"]), (2020, vec!["later"]), (2026, vec![])] {
        let listing = Listing { year: Some(year), ..Listing::arranged(Kind::Dataset, Language::En) };
        assert_eq!(slugs(&place.list(&listing, now()).await.unwrap()), sets, "{year}");
        let everything = Catalogued { year: Some(year), ..Catalogued::all(Language::En, 9) };
        assert_eq!(slugs(&place.everything(&everything, now()).await.unwrap()), sets, "{year}");
        let filters = Filters { year: Some(year), ..Filters::default() };
        let query = Query { filters, ..all() };
        let found = place.engine.search(&query, now()).await.unwrap();
        assert_eq!(found.hits.iter().map(|hit| hit.summary.slug.as_str()).collect::<Vec<_>>(), sets, "{year}");
    }
    let found = place.engine.search(&all(), now()).await.unwrap();
    let (_, years) = found.facets.iter().find(|(facet, _)| *facet == Facet::Year).unwrap();
    let counts: Vec<_> = years.iter().map(|(year, count)| (year.as_str(), *count)).collect();
    assert_eq!(counts, [("2020", 1), ("2016", 1), ("2015", 1), ("2014", 1)]);
}

/// 14.5.1, 14.5.3
pub(crate) async fn a_search_finds_figures_by_what_is_said_of_them_and_shows_what_they_have_in_common_once(
    place: &Place,
) {
    let figures = ["21.44", "22", "23"].map(|low| {
        let mut figure = figure(Some("haiti"), low, Some("Remesas"));
        let words = figure.words.get_mut(Language::Es).unwrap();
        words.note = Some("Valor redondeado".to_owned());
        figure
    });
    let set = stating(draft(Kind::Dataset, "money").titled(Language::Es, "Dinero"), figures.to_vec());
    place.with([country("haiti"), set]).await;
    for (words, language) in [("remittances", Language::En), ("remesas", Language::Es), ("redondeado", Language::Es)] {
        let found = place.find(words, language, 9, now()).await;
        assert_eq!(found.total, 1, "{words}");
        let text = &found.hits[0].passage.as_ref().unwrap().text;
        let label = if language == Language::En { "Remittances" } else { "Remesas" };
        assert_eq!(text.matches(label).count(), 1, "{text}");
    }
}

/// Everything that the search knows.
fn all() -> Query {
    Query {
        words: String::new(),
        any: false,
        filters: Filters::default(),
        language: Language::En,
        offset: 0,
        limit: 9,
        explained: false,
    }
}

/// 14.6.9
pub(crate) async fn figures_of_a_country_come_from_every_entry_that_readers_see(place: &Place) {
    place.with([country("haiti"), country("cuba")]).await;
    let own = stating(
        network("diaspora").titled(Language::Es, "Diáspora"),
        vec![
            figure(Some("haiti"), "21.44", Some("Remesas")),
            figure(Some("cuba"), "1", None),
            figure(None, "2", None),
            figure(Some("haiti"), "3", None),
        ],
    );
    let data = stating(draft(Kind::Dataset, "remittances"), vec![figure(Some("haiti"), "22", None)]);
    place.with([own, data, post("silent").from(&["haiti"])]).await;
    let stated = place.figures_of(&slug("haiti"), Language::Es, now()).await.unwrap();
    let told: Vec<_> =
        stated.iter().map(|its| (its.kind, its.title.as_str(), its.language, its.figure.low.as_str())).collect();
    assert_eq!(
        told,
        [
            (Kind::Dataset, "remittances", Language::En, "22"),
            (Kind::Network, "Diáspora", Language::Es, "21.44"),
            (Kind::Network, "Diáspora", Language::Es, "3"),
        ]
    );
    assert_eq!(stated[1].figure, figure(Some("haiti"), "21.44", Some("Remesas")), "with every language");
    assert_eq!(stated[1].slug, slug("diaspora"));
    assert!(place.figures_of(&slug("nowhere"), Language::En, now()).await.unwrap().is_empty());
}

pub(crate) async fn what_is_not_shown_states_no_figure(place: &Place) {
    place.with([country("haiti")]).await;
    let of_haiti = || vec![figure(Some("haiti"), "1", None)];
    let hidden = EntryDraft { visibility: Visibility::Members, ..stating(post("hidden"), of_haiti()) };
    place.with([hidden, stating(post("deleted"), of_haiti())]).await;
    place.delete(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    assert!(place.figures_of(&slug("haiti"), Language::En, now()).await.unwrap().is_empty());
    place.restore(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    assert_eq!(place.figures_of(&slug("haiti"), Language::En, now()).await.unwrap().len(), 1);
    place.delete(Kind::Country, &slug("haiti"), "ana", now()).await.unwrap();
    assert!(place.figures_of(&slug("haiti"), Language::En, now()).await.unwrap().is_empty());
}

/// 14.9.1
pub(crate) async fn two_who_edit_different_figures_have_both_edited(place: &Place) {
    place
        .with([
            country("haiti"),
            stating(network("diaspora"), vec![figure(Some("haiti"), "1", None), figure(Some("haiti"), "2", None)]),
        ])
        .await;
    let staff = staff(place, "eva", Role::Editor).await;
    let (diaspora, kind) = (slug("diaspora"), Kind::Network);
    let opened = Fields::of(&place.manuscript(&staff, kind, &diaspora).await.unwrap());
    let typed = |field: &str, text: &str| Typed::new(field, text, &fingerprint(opened.get(field)));
    let edits = [
        vec![
            typed("figure.of-1.low", "1.5"),
            typed("figure.of-1.es.label", "Remesas"),
            typed("figure.of-1.es.source", "Banco Mundial"),
        ],
        vec![
            typed("figure.of-2.year", "2021"),
            typed("figure.new1.low", "7"),
            typed("figure.new1.unit", "count"),
            typed("figure.new1.year", "2022"),
            typed("figure.new1.source", "R4V"),
            typed("figure.new1.country", "haiti"),
            typed("figure.new1.en.label", "Venezuelans hosted"),
        ],
    ];
    for typed in edits {
        let edit = Edit { typed, ..Edit::default() };
        let saved = place.save(&staff, kind, &diaspora, &edit, now()).await.unwrap();
        assert_eq!(saved, Outcome::Saved(diaspora.clone()));
    }
    let entry = place.entry(kind, &diaspora, Language::Es, now()).await.unwrap();
    let told: Vec<_> =
        entry.figures.iter().map(|its| (its.key.as_str(), its.low.as_str(), its.year.as_str())).collect();
    assert_eq!(told, [("of-1", "1.5", "2020"), ("of-2", "2", "2021"), ("haiti-2022", "7", "2022")]);
    let kept = Fields::of(&place.manuscript(&staff, kind, &diaspora).await.unwrap());
    let named = ["figure.of-1.es.source", "figure.of-2.es.source"].map(|field| kept.get(field));
    assert_eq!(named, ["Banco Mundial", ""]);
    let history = place.history(kind, &diaspora).await.unwrap();
    assert!(history[0].changes.iter().any(|its| its.field == "figure.haiti-2022.low"), "{:?}", history[0].changes);
    assert!(history[1].changes.iter().any(|its| its.field == "figure.of-1.es.source"), "{:?}", history[1].changes);
    // A value that somebody else has changed meanwhile is asked about.
    let edit = Edit { typed: vec![typed("figure.of-1.low", "9")], ..Edit::default() };
    let Outcome::Refused(Refusal::Conflicts(conflicts)) =
        place.save(&staff, kind, &diaspora, &edit, now()).await.unwrap()
    else {
        panic!("it was not asked about");
    };
    assert_eq!((conflicts[0].mine.as_str(), conflicts[0].theirs.as_str()), ("9", "1.5"));
    // Who empties its label in every language has removed it.
    let edit = Edit { typed: vec![typed("figure.of-2.en.label", "")], ..Edit::default() };
    place.save(&staff, kind, &diaspora, &edit, now()).await.unwrap();
    assert_eq!(place.entry(kind, &diaspora, Language::En, now()).await.unwrap().figures.len(), 2);
}

/// 14.6.9: files and feeds tell when what they say was last changed.
pub(crate) async fn a_number_is_said_in_every_language_and_its_words_in_one(place: &Place) {
    let spanish = network("diaspora").titled(Language::Es, "Diáspora");
    place.with([stating(spanish, vec![figure(None, "1", Some("Remesas"))])]).await;
    let staff = staff(place, "eva", Role::Editor).await;
    let (diaspora, kind) = (slug("diaspora"), Kind::Network);
    for (field, text, at, updated) in [
        ("figure.of-1.low", "1.5", later(1), [later(1), later(1)]),
        ("figure.of-1.es.label", "Remesas recibidas", later(2), [later(1), later(2)]),
    ] {
        let opened = Fields::of(&place.manuscript(&staff, kind, &diaspora).await.unwrap());
        let typed = vec![Typed::new(field, text, &fingerprint(opened.get(field)))];
        place.save(&staff, kind, &diaspora, &Edit { typed, ..Edit::default() }, at).await.unwrap();
        for (language, updated) in [Language::En, Language::Es].into_iter().zip(updated) {
            let entry = place.entry(kind, &diaspora, language, later(3)).await.unwrap();
            assert_eq!((entry.summary.language, entry.summary.updated), (language, updated), "{field}");
        }
    }
}
