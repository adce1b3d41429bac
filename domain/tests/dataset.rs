//! Figures as data.

#![expect(clippy::float_cmp, reason = "the numbers of a scale are round")]

use domain::Language;
use domain::dataset::{Narrowed, Scale, Shape, by_unit, digits, disagreements, ends, moment, series, shape};
use domain::figure::{Figure, FigureWords, Unit, is_year, years_of};
use domain::language::Texts;
use proptest::prelude::*;

fn figure(country: &str, year: &str, low: &str, source: &str) -> Figure {
    let words = FigureWords { label: "Remittances".to_owned(), note: None, source: None };
    Figure {
        key: domain::Slug::of_title(&format!("{country} {year} {source}")),
        low: low.to_owned(),
        high: None,
        unit: Unit::Count,
        year: year.to_owned(),
        source: source.to_owned(),
        url: None,
        country: country.parse().ok(),
        words: Texts::from_iter([(Language::En, words)]),
    }
}

// 14.6.9: a chart is chosen by the shape of the data.
#[test]
fn one_year_asks_for_bars_and_several_for_lines() {
    let one_year = [figure("haiti", "2020", "3", "A"), figure("cuba", "2020", "4", "A")];
    assert_eq!(shape(&one_year), Shape::Bars);
    // Several years, but none of them of one country: nothing changes.
    assert_eq!(shape(&[figure("haiti", "2019", "3", "A"), figure("cuba", "2020", "4", "A")]), Shape::Bars);
    let several =
        [figure("haiti", "2020", "3", "A"), figure("cuba", "2020", "4", "A"), figure("haiti", "2019", "2", "A")];
    assert_eq!(shape(&several), Shape::Lines);
    let lines = series(&several);
    assert_eq!(lines[0].iter().map(|its| its.year.as_str()).collect::<Vec<_>>(), ["2019", "2020"]);
    assert_eq!(shape(&[]), Shape::Nothing);
}

// 14.6.9: two sources that disagree both stand, and it is said.
#[test]
fn two_sources_disagree_where_they_say_another_number_of_one_year() {
    let figures = [
        figure("haiti", "2020", "3", "A"),
        figure("haiti", "2020", "4", "B"),
        figure("haiti", "2021", "4", "A"),
        figure("cuba", "2020", "5", "A"),
        figure("cuba", "2020", "5", "B"),
    ];
    let groups = disagreements(&figures);
    assert_eq!(groups.len(), 1, "who says the same agrees");
    assert_eq!(groups[0].iter().map(|its| its.source.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    // A range is something else than its lower end.
    let range = Figure { high: Some("9".to_owned()), ..figure("cuba", "2020", "5", "C") };
    assert_eq!(disagreements(&[figures[3].clone(), range.clone()]).len(), 1);
    assert_eq!(ends(&range), (5.0, 9.0));
    assert_eq!(moment(&figure("cuba", "2014-2015", "1", "A")), 2014);
}

// 14.6.9: a number is what it is worth, however many digits say it.
#[test]
fn sources_that_say_one_number_with_other_digits_agree() {
    let pairs = [("22.2", "22.20"), ("7", "7.0"), ("07", "7"), ("0.50", ".5"), ("-0", "0"), ("-3.10", "-3.1")];
    for (one, other) in pairs {
        let figures = [figure("haiti", "2020", one, "A"), figure("haiti", "2020", other, "B")];
        assert!(disagreements(&figures).is_empty(), "{one} {other}");
    }
    for (one, other) in [("22.2", "22.02"), ("3", "-3"), ("10", "1"), ("9007199254740993", "9007199254740992")] {
        let figures = [figure("haiti", "2020", one, "A"), figure("haiti", "2020", other, "B")];
        assert_eq!(disagreements(&figures).len(), 1, "{one} {other}");
    }
}

// 14.6.9
#[test]
fn dollars_and_hundredths_share_no_chart() {
    let share = Figure { unit: Unit::Percent, ..figure("haiti", "2020", "21.44", "A") };
    let money = Figure { unit: Unit::Usd, ..figure("haiti", "2020", "3100000000", "A") };
    let figures = [share.clone(), money.clone(), share.clone()];
    assert_eq!(by_unit(&figures), [vec![share.clone(), share], vec![money]]);
    assert!(by_unit(&[]).is_empty());
}

// 14.6.9: what is counted is a part of what a figure says.
#[test]
fn two_indicators_of_one_value_do_not_say_the_same() {
    let labelled = |texts: &[(Language, &str)]| {
        let words = |label: &str| FigureWords { label: label.to_owned(), note: None, source: None };
        let words = texts.iter().map(|(language, label)| (*language, words(label))).collect();
        Figure { words, ..figure("haiti", "2020", "12", "A") }
    };
    let leaving = labelled(&[(Language::En, "People who left"), (Language::Es, "Personas que salieron")]);
    let arriving = labelled(&[(Language::En, "People who came"), (Language::Es, "Personas que llegaron")]);
    assert!(!leaving.says_the_same(&arriving));
    assert!(leaving.says_the_same(&Figure { low: "12.0".to_owned(), key: arriving.key.clone(), ..leaving.clone() }));
    // An entry without a Spanish text says the same in English.
    assert!(leaving.says_the_same(&labelled(&[(Language::En, "People who left")])));
    assert!(!leaving.says_the_same(&labelled(&[(Language::Es, "Personas que llegaron")])));
    assert!(!labelled(&[(Language::En, "People")]).says_the_same(&labelled(&[(Language::Es, "Personas")])));
    for other in [
        Figure { year: "2021".to_owned(), ..leaving.clone() },
        Figure { source: "B".to_owned(), ..leaving.clone() },
        Figure { high: Some("13".to_owned()), ..leaving.clone() },
        Figure { country: None, ..leaving.clone() },
        Figure { unit: Unit::Usd, ..leaving.clone() },
    ] {
        assert!(!leaving.says_the_same(&other), "{other:?}");
    }
}

#[test]
fn a_table_is_narrowed_to_a_country_and_to_the_years_that_a_figure_speaks_of() {
    let figures = [figure("haiti", "2020", "3", "A"), figure("cuba", "2014-2016", "4", "A")];
    let left = |country: &str, year: &str| {
        let year = Some(year.to_owned()).filter(|year| !year.is_empty());
        let narrowed = Narrowed { country: country.parse().ok(), year };
        narrowed.of(&figures).into_iter().map(|its| its.low).collect::<Vec<_>>()
    };
    assert_eq!(left("", ""), ["3", "4"]);
    assert_eq!(left("haiti", ""), ["3"]);
    for year in ["2014", "2015", "2016", "2014-2016"] {
        assert_eq!(left("", year), ["4"], "{year}");
    }
    for (country, year) in [("aruba", ""), ("haiti", "2015"), ("", "2017"), ("", "2014-2015")] {
        assert!(left(country, year).is_empty(), "{country} {year}");
    }
}

#[test]
fn the_year_of_a_figure_is_a_year_or_the_first_and_the_last_of_several() {
    assert_eq!((years_of("2020"), years_of("2014-2016")), (2020..=2020, 2014..=2016));
    for year in ["2020", "2014-2016"] {
        assert!(is_year(year), "{year}");
    }
    for other in ["", "20", "2016-2014", "2014-", "abcd", "2014-2015-2016"] {
        assert!(!is_year(other), "{other}");
    }
    assert!(years_of("abcd").is_empty());
}

#[test]
fn an_axis_ends_at_a_round_number() {
    assert_eq!(Scale::to(33.0).ticks, [0.0, 10.0, 20.0, 30.0, 40.0]);
    assert_eq!(Scale::to(22.2).end, 30.0);
    assert_eq!(Scale::to(115_300.0).end, 150_000.0);
    assert_eq!(Scale::to(100.0).ticks, [0.0, 50.0, 100.0]);
    assert_eq!(Scale::to(0.0).end, 1.0);
    assert_eq!(Scale::to(40.0).share(10.0), 25.0);
}

#[test]
fn bars_of_shares_are_measured_against_the_whole() {
    assert_eq!(Scale::of_bars(Unit::Percent, 33.0).share(33.0), 33.0);
    assert_eq!(Scale::of_bars(Unit::Percent, 100.0).end, 100.0);
    // A ratio may be more than the whole.
    assert_eq!(Scale::of_bars(Unit::Percent, 130.0).end, 150.0);
    assert_eq!(Scale::of_bars(Unit::Count, 33.0).end, 40.0);
    assert_eq!(digits(Scale::to(0.3).ticks[3]), "0.3");
    assert_eq!(digits(4e9), "4000000000");
}

proptest! {
    #[test]
    fn an_axis_holds_its_value_in_a_few_steps(largest in 1e-6_f64..1e12) {
        let scale = Scale::to(largest);
        prop_assert!(scale.end >= largest * 0.999 && scale.end <= largest * 2.6, "{scale:?}");
        prop_assert!((3..=7).contains(&scale.ticks.len()), "{scale:?}");
        prop_assert!((0.0..=100.0).contains(&scale.share(largest)));
    }
}
