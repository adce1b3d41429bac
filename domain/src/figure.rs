//! A figure is a number with a source: value or range, unit, year, place.

use serde::{Deserialize, Serialize};

use crate::entry::Kind;
use crate::language::Texts;
use crate::{Language, Slug};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// People or things; the label says which.
    Count,
    /// Hundredths.
    Percent,
    /// US dollars.
    Usd,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 3] = [Self::Count, Self::Percent, Self::Usd];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Usd => "usd",
        }
    }

    /// The unit with this stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }
}

/// A number that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its name within its entry, by which texts refer to it: `haiti-2020`.
    pub key: Slug,
    /// The value, or the lower end of a range, as a decimal number with its own digits: `22.20`.
    pub low: String,
    /// The upper end of a range.
    pub high: Option<String>,
    /// What is counted.
    pub unit: Unit,
    /// The year or years of the data: `2014-2015`.
    pub year: String,
    /// Who says so. Figures are of one source where this is equal; readers see [`Self::source_in`] their language.
    pub source: String,
    /// Where the source can be read.
    pub url: Option<String>,
    /// The country that it speaks of, if one.
    pub country: Option<Slug>,
    /// What it says, in each language.
    pub words: Texts<FigureWords>,
}

impl Figure {
    /// Who says so, as a language names them.
    pub fn source_in(&self, language: Language) -> &str {
        self.words.get(language).and_then(|words| words.source.as_deref()).unwrap_or(&self.source)
    }

    /// Whether two entries say the same: the same number of the same thing in the same years, from the same source.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.has_value_of(other)
            && self.is_of_subject_of(other)
            && (&self.year, &self.source) == (&other.year, &other.source)
    }

    /// Whether both are one number or one range, however many digits say it: 22.2 is 22.20.
    pub fn has_value_of(&self, other: &Self) -> bool {
        let ends = |figure: &Self| {
            let low = decimal(&figure.low);
            (figure.high.as_deref().map_or_else(|| low.clone(), decimal), low)
        };
        ends(self) == ends(other)
    }

    /// Whether both count the same thing of the same country in the same unit. An entry may lack a language: the labels are the
    /// same in each that both have, and there is one at least.
    pub fn is_of_subject_of(&self, other: &Self) -> bool {
        let mut shared =
            self.words.iter().filter_map(|(language, words)| Some((&words.label, &other.words.get(language)?.label)));
        let is_first_same = shared.next().is_some_and(|(one, another)| one == another);
        self.country == other.country
            && self.unit == other.unit
            && is_first_same
            && shared.all(|(one, another)| one == another)
    }
}

/// A decimal number without digits that change nothing: `022.20` is `22.2`, `-0` is `0`.
fn decimal(digits: &str) -> String {
    let (sign, size) = digits.strip_prefix('-').map_or(("", digits), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    match (whole.trim_start_matches('0'), fraction.trim_end_matches('0')) {
        ("", "") => "0".to_owned(),
        (whole, fraction) => format!("{sign}{whole}.{fraction}"),
    }
}

/// Whether this is a year, or the first and the last of several: `2014-2015`.
pub fn is_year(text: &str) -> bool {
    let year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once('-').map_or_else(|| year(text), |(first, last)| year(first) && year(last) && first < last)
}

/// The years that the year of a figure says: `2014-2015` says two, and what is no year says none.
pub fn years_of(said: &str) -> std::ops::RangeInclusive<i16> {
    let (first, last) = said.split_once('-').unwrap_or((said, said));
    // A range that ends before it begins is empty.
    first.parse().unwrap_or(1)..=last.parse().unwrap_or(0)
}

/// A figure with the entry that states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The figure.
    pub figure: Figure,
    /// What the entry is.
    pub kind: Kind,
    /// The entry's address.
    pub slug: Slug,
    /// The language that the entry's others are translated from.
    pub source: Language,
    /// The entry's title, in the language asked for or by the fallback rule in another.
    pub title: String,
    /// The language of the title.
    pub language: Language,
}

/// A figure's words in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureWords {
    /// What the number is of.
    pub label: String,
    /// What to know before citing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so, where this language names them otherwise than [`Figure::source`] does: `Banco Mundial`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
