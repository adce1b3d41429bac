//! How what was typed into an address or a form is understood.

use domain::event::Mode;
use domain::listing::When;
use domain::request::{EventQuery, EventRequest, LONGEST_SEARCH, ListRequest, View, search_words};
use domain::{Problem, Rule};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 24);

/// The default answer, and the one problem with what was typed into a field.
fn refused(request: &EventRequest, field: &str, typed: &str, rule: Rule) {
    let (query, problems) = request.read(TODAY);
    assert_eq!(query, EventRequest::default().read(TODAY).0);
    assert_eq!(problems, [Problem { field: field.to_owned(), typed: typed.to_owned(), rule }]);
}

#[test]
fn nothing_typed_means_this_month_without_a_problem() {
    let blank = EventRequest { date: "  ".to_owned(), page: " ".to_owned(), ..EventRequest::default() };
    for request in [EventRequest::default(), blank] {
        let expected = EventQuery {
            view: View::Month,
            date: TODAY,
            network: None,
            country: None,
            mode: None,
            when: None,
            page: 1,
        };
        assert_eq!(request.read(TODAY), (expected, Vec::new()));
    }
}

#[test]
fn what_is_typed_well_is_understood() {
    let request = EventRequest {
        view: "week".to_owned(),
        date: "2024-02-29".to_owned(),
        country: "haiti".to_owned(),
        mode: "in-person".to_owned(),
        when: "past".to_owned(),
        page: "7".to_owned(),
        ..EventRequest::default()
    };
    let (query, problems) = request.read(TODAY);
    assert!(problems.is_empty());
    assert_eq!((query.view, query.date, query.page), (View::Week, date(2024, 2, 29), 7));
    assert_eq!((query.mode, query.when), (Some(Mode::InPerson), Some(When::Past)));
    assert_eq!(query.period(), Some((date(2024, 2, 26), date(2024, 3, 3))));
    assert_eq!(query.neighbours(), Some((date(2024, 2, 22), date(2024, 3, 7))));
}

#[test]
fn a_list_begins_with_what_comes_next_unless_all_is_asked_for() {
    let when = |when: &str| {
        let request = EventRequest { view: "list".to_owned(), when: when.to_owned(), ..EventRequest::default() };
        request.read(TODAY).0.when
    };
    assert_eq!([when(""), when("past"), when("all")], [Some(When::Next), Some(When::Past), None]);
}

#[test]
fn a_day_that_does_not_exist_is_named_and_today_takes_its_place() {
    for typed in [
        "2026-02-30",
        "99999",
        "0000-00-00",
        "1899-12-31",
        "2200-01-01",
        "2026-1-1",
        "20261123",
        "2026-11-23T09:00",
        "x",
    ] {
        refused(&EventRequest { date: typed.to_owned(), ..EventRequest::default() }, "date", typed, Rule::Day);
    }
}

#[test]
fn an_unknown_value_is_named_with_its_field() {
    let typed = || "Nonsense!".to_owned();
    let none = EventRequest::default;
    for (field, request) in [
        ("view", EventRequest { view: typed(), ..none() }),
        ("mode", EventRequest { mode: typed(), ..none() }),
        ("when", EventRequest { when: typed(), ..none() }),
        ("network", EventRequest { network: typed(), ..none() }),
        ("country", EventRequest { country: typed(), ..none() }),
    ] {
        refused(&request, field, "Nonsense!", Rule::OneOfTheList);
    }
    for typed in ["0", "-1", "1.5", "100001", "99999999999", "x"] {
        refused(&EventRequest { page: typed.to_owned(), ..none() }, "page", typed, Rule::PageNumber);
    }
}

#[test]
fn what_was_typed_is_kept_up_to_a_hundred_characters() {
    let request = EventRequest { view: "ñ".repeat(500), ..EventRequest::default() };
    refused(&request, "view", &"ñ".repeat(100), Rule::OneOfTheList);
}

#[test]
fn a_list_of_entries_is_understood_likewise() {
    let request = ListRequest { country: "haiti".to_owned(), year: "2019".to_owned(), ..ListRequest::default() };
    let (query, problems) = request.read();
    assert_eq!((query.year, query.page, problems.len()), (Some(2019), 1, 0));
    for year in ["1899", "2200", "99999", "x"] {
        let (query, problems) = ListRequest { year: year.to_owned(), ..request.clone() }.read();
        assert_eq!((query.year, query.country.as_ref().map(ToString::to_string)), (None, Some("haiti".to_owned())));
        assert_eq!(problems, [Problem::new("year", year, Rule::OneOfTheList)]);
    }
}

#[test]
fn too_long_a_search_is_cut_and_named() {
    let longest = "ñ".repeat(LONGEST_SEARCH);
    assert_eq!(search_words(&format!("  {longest} ")), (longest.clone(), Vec::new()));
    let (words, problems) = search_words(&format!("{longest}x"));
    assert_eq!(words, longest);
    assert_eq!((problems[0].field.as_str(), problems[0].rule), ("q", Rule::AtMost(LONGEST_SEARCH)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_is_typed_a_period_can_be_shown(
        view in "(?s).{0,8}|month|week|day|list|year",
        typed_date in "(?s).{0,12}|[0-9-]{10}|(1899|1900|2199|2200)-(01|12)-(01|31)|[0-9]{4}-[01][0-9]-[0-3][0-9]",
        others in prop::array::uniform5("(?s).{0,120}|[0-9]{1,6}|[a-z-]{1,9}"),
    ) {
        let [network, country, mode, when, page] = others;
        let list = ListRequest {
            network: network.clone(),
            country: country.clone(),
            year: when.clone(),
            page: page.clone(),
            author: when.clone(),
            by: view.clone(),
        };
        let (query, problems) = EventRequest { view, date: typed_date, network, country, mode, when, page }.read(TODAY);
        prop_assert!((1900..=2199).contains(&query.date.year()) && query.page >= 1);
        prop_assert!(problems.iter().all(|problem| problem.typed.chars().count() <= 100));
        if let Some((first, last)) = query.period() {
            prop_assert!(first <= query.date && query.date <= last);
        }
        if let Some((before, after)) = query.neighbours() {
            prop_assert!(before < after);
        }
        let (query, _) = list.read();
        prop_assert!(query.page >= 1 && query.year.is_none_or(|year| (1900..=2199).contains(&year)));
    }
}
