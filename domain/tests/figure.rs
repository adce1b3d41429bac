//! Figures in the editor: each field by itself, each figure under its key.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

#[path = "common/people.rs"]
mod people;

use domain::account::Role;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::manuscript::{Edit, Fields, Manuscript, Refusal, Typed};
use domain::{Language, Rule};
use jiff::civil::date;
use people::staff;

/// An edit that was opened on this manuscript and types these fields.
fn edit(opened: &Manuscript, typed: &[(&str, &str)]) -> Edit {
    let fields = Fields::of(opened);
    let typed = typed.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(fields.get(field)))).collect();
    Edit { typed, ..Edit::default() }
}

fn with_figures() -> Manuscript {
    let words = |label: &str| FigureWords { label: label.to_owned(), note: None, source: None };
    let figure = |key: &str| Figure {
        key: key.parse().unwrap(),
        low: "22.20".to_owned(),
        high: None,
        unit: Unit::Percent,
        year: "2020".to_owned(),
        source: "World Bank".to_owned(),
        url: None,
        country: None,
        words: Texts::from_iter([(Language::En, words("Remittances"))]),
    };
    let mut manuscript = Manuscript::blank(Kind::Network, Language::En, date(2026, 11, 24));
    manuscript.draft.figures = vec![figure("one"), figure("two")];
    manuscript
}

// 14.9.1: what is typed of one figure changes that figure, and every number keeps its digits.
#[test]
fn a_figure_is_edited_field_by_field_and_keeps_its_key() {
    let before = with_figures();
    let typed = [("en.title", "Data"), ("figure.two.low", "7.50"), ("figure.two.es.label", "Remesas")];
    let after = before.edited(&edit(&before, &typed), &staff(Role::Editor)).unwrap();
    let figures = &after.draft.figures;
    assert_eq!((figures[0].low.as_str(), figures[1].low.as_str(), figures[1].key.as_str()), ("22.20", "7.50", "two"));
    assert_eq!(figures[1].words.get(Language::Es).unwrap().label, "Remesas");
    assert_eq!(figures[0], before.draft.figures[0]);
}

#[test]
fn a_new_figure_is_named_by_country_and_year_and_a_removed_one_has_no_label() {
    let before = with_figures();
    let new = [
        ("en.title", "Data"),
        ("figure.one.en.label", ""),
        ("figure.new1.en.label", "Remittances"),
        ("figure.new1.low", "-3"),
        ("figure.new1.unit", "usd"),
        ("figure.new1.year", "2014-2015"),
        ("figure.new1.country", "haiti"),
        ("figure.new1.source", "World Bank"),
    ];
    let after = before.edited(&edit(&before, &new), &staff(Role::Editor)).unwrap();
    let keys: Vec<_> = after.draft.figures.iter().map(|figure| figure.key.as_str()).collect();
    assert_eq!(keys, ["two", "haiti-2014-2015"]);
}

#[test]
fn what_breaks_a_rule_of_a_figure_names_its_field() {
    let before = with_figures();
    for (field, text, rule) in [
        ("figure.one.low", "3,1", Rule::Number),
        ("figure.one.low", "1e5", Rule::Number),
        ("figure.one.high", "many", Rule::Number),
        ("figure.one.low", "", Rule::Needed),
        ("figure.one.unit", "km", Rule::OneOfTheList),
        ("figure.one.year", "2015-2014", Rule::Year),
        ("figure.one.source", "", Rule::Needed),
        ("figure.one.url", "javascript:x", Rule::Link),
    ] {
        let refused = before.edited(&edit(&before, &[("en.title", "Data"), (field, text)]), &staff(Role::Editor));
        let Err(Refusal::Problems(problems)) = refused else { panic!("{field} {text}") };
        assert_eq!((problems[0].field.as_str(), problems[0].rule), (field, rule));
    }
    let refused =
        before.edited(&edit(&before, &[("en.title", "Data"), ("figure.new1.low", "5")]), &staff(Role::Editor));
    let Err(Refusal::Problems(problems)) = refused else { panic!("a figure without a label") };
    assert_eq!((problems[0].field.as_str(), problems[0].rule), ("figure.new1.en.label", Rule::Needed));
}

#[test]
fn a_source_bears_the_name_that_a_language_gives_it_or_else_its_own() {
    let before = with_figures();
    let named = [
        ("en.title", "Data"),
        ("figure.two.es.label", "Remesas"),
        ("figure.two.es.source", " Banco Mundial "),
        ("figure.two.en.source", " "),
    ];
    let after = before.edited(&edit(&before, &named), &staff(Role::Editor)).unwrap();
    let [one, two] = after.draft.figures.as_slice() else { panic!("two figures") };
    assert_eq!((two.source_in(Language::Es), two.source_in(Language::En)), ("Banco Mundial", "World Bank"));
    assert_eq!(one.source_in(Language::Es), "World Bank");
    assert!(one.says_the_same(two), "one source has one name of its own, whatever languages call it");
    assert_eq!(Fields::of(&after).get("figure.two.es.source"), "Banco Mundial");

    let without_label = [("en.title", "Data"), ("figure.one.es.source", "Banco Mundial")];
    let refused = before.edited(&edit(&before, &without_label), &staff(Role::Editor));
    let Err(Refusal::Problems(problems)) = refused else { panic!("a source of no label") };
    assert_eq!((problems[0].field.as_str(), problems[0].rule), ("figure.one.es.label", Rule::Needed));
}
