//! What was typed into an address, and how it is understood.

use domain::Rule;
use domain::listing::When;
use domain::outbox::retry_at;
use domain::request::{EventRequest, ListRequest, View, search_words};
use jiff::civil::date;
use proptest::prelude::*;

#[test]
fn nothing_typed_means_this_month() {
    let (query, problems) = EventRequest::default().read(date(2026, 11, 24));
    assert_eq!((query.view, query.date, query.when, problems.len()), (View::Month, date(2026, 11, 24), None, 0));
}

#[test]
fn a_list_begins_with_what_comes_next() {
    let (query, _) = EventRequest { view: "list".to_owned(), ..EventRequest::default() }.read(date(2026, 11, 24));
    assert_eq!(query.when, Some(When::Next));
}

#[test]
fn what_cannot_be_understood_is_named_and_kept_and_a_default_takes_its_place() {
    for typed in ["2026-02-30", "99999", "0000-00-00", "1899-12-31", "yesterday", "2026-1-1"] {
        let asked = EventRequest { date: typed.to_owned(), ..EventRequest::default() };
        let (query, problems) = asked.read(date(2026, 11, 24));
        assert_eq!(query.date, date(2026, 11, 24));
        assert_eq!(
            (problems[0].field.as_str(), problems[0].typed.as_str(), problems[0].rule),
            ("date", typed, Rule::Day)
        );
    }
    let asked = ListRequest { year: "x".repeat(500), page: "0".to_owned(), ..ListRequest::default() };
    let (query, problems) = asked.read();
    assert_eq!((query.year, query.page, problems.len()), (None, 1, 2));
    assert_eq!(problems[0].typed.chars().count(), 100);
}

#[test]
fn too_long_a_search_is_cut_and_named() {
    let (words, problems) = search_words(&"m".repeat(201));
    assert_eq!((words.len(), problems[0].rule), (200, Rule::AtMost(200)));
}

#[test]
fn a_failed_effect_waits_twice_as_long_each_time_but_never_more_than_a_day() {
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let waits: Vec<i64> = [0, 1, 2, 30].map(|attempts| retry_at(now, attempts).as_second() - now.as_second()).to_vec();
    assert_eq!(waits, [60, 120, 240, 86_400]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_is_typed_a_period_can_be_shown(view in ".{0,8}|month|week|day|list|year", day in ".{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}", other in ".{0,40}") {
        let asked = EventRequest {
            view, date: day, network: other.clone(), country: other.clone(), mode: other.clone(), when: other.clone(), page: other.clone(),
        };
        let (query, _) = asked.read(date(2026, 11, 24));
        prop_assert!((1900..=2199).contains(&query.date.year()));
        let _ = (query.period(), query.neighbours());
        let _ = ListRequest { network: other.clone(), country: other.clone(), year: other.clone(), page: other }.read();
    }
}
