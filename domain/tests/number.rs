//! How each language writes numbers and their units.

use domain::Language::{En, Es};
use domain::figure::{Figure, Unit};
use domain::language::Texts;
use domain::number::{write, write_figure};

fn both(low: &str, high: Option<&str>, unit: Unit) -> (String, String) {
    let figure = Figure {
        key: domain::Slug::of_title("a figure"),
        low: low.to_owned(),
        high: high.map(str::to_owned),
        unit,
        year: "2020".to_owned(),
        source: String::new(),
        url: None,
        country: None,
        words: Texts::default(),
    };
    // A fixed blank is shown as a low line, so that it can be told from a plain one.
    let [english, spanish] = [En, Es].map(|language| write_figure(&figure, language).replace('\u{a0}', "_"));
    (english, spanish)
}

fn pair(english: &str, spanish: &str) -> (String, String) {
    (english.to_owned(), spanish.to_owned())
}

#[test]
fn thousands_are_grouped_and_a_fraction_keeps_its_own_digits() {
    for (digits, written) in [
        ("0", "0"),
        ("999", "999"),
        ("14000", "14,000"),
        ("1234567", "1,234,567"),
        ("22.20", "22.20"),
        ("7074.5", "7,074.5"),
        ("-123", "−123"),
        ("-1234.5", "−1,234.5"),
    ] {
        assert_eq!(write(digits), written);
    }
}

#[test]
fn a_range_is_joined_in_the_readers_language() {
    assert_eq!(both("14000", Some("18000"), Unit::Count), pair("14,000 to 18,000", "14,000 a 18,000"));
}

#[test]
fn a_percent_sign_stands_after_a_fixed_blank_in_spanish() {
    assert_eq!(both("22.20", None, Unit::Percent), pair("22.20%", "22.20_%"));
}

#[test]
fn large_sums_are_written_in_millions() {
    assert_eq!(both("7074000000", None, Unit::Usd), pair("USD_7,074_million", "7,074 millones de USD"));
    assert_eq!(both("4950000", Some("6000000"), Unit::Usd), pair("USD_4.95 to 6_million", "4.95 a 6 millones de USD"));
}

#[test]
fn one_million_is_singular_in_spanish() {
    assert_eq!(both("1000000", None, Unit::Usd), pair("USD_1_million", "1 millón de USD"));
}

#[test]
fn smaller_sums_are_written_out_whatever_their_sign() {
    assert_eq!(both("999999", None, Unit::Usd), pair("USD_999,999", "999,999_USD"));
    assert_eq!(both("-999999", None, Unit::Usd), pair("USD_−999,999", "−999,999_USD"));
    assert_eq!(both("500000", Some("2000000"), Unit::Usd), pair("USD_500,000 to 2,000,000", "500,000 a 2,000,000_USD"));
}
