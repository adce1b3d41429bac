//! What was typed into an address or a form, and how it is understood.
//!
//! A value that breaks a rule becomes a [`Problem`] and its default takes its place: a page is shown in any case,
//! with the problem named and what was typed kept.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{MonthTable, monday_of};
use crate::event::Mode;
use crate::listing::When;
use crate::plain::plain;
use crate::{Problem, Rule, Slug};

/// The calendar's parameters as typed; absent ones are empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventRequest {
    /// `month`, `week`, `day`, `list` or `year`.
    pub view: String,
    /// A day of the period to show: `2026-11-23`.
    pub date: String,
    /// A network's slug.
    pub network: String,
    /// A country's slug.
    pub country: String,
    /// `in-person`, `online` or `hybrid`.
    pub mode: String,
    /// `next`, `past` or `all`.
    pub when: String,
    /// The page of a list, from 1.
    pub page: String,
}

/// The calendar's views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// A month as a table.
    Month,
    /// The seven days from Monday.
    Week,
    /// One day.
    Day,
    /// All that match, in order of time.
    List,
    /// The twelve months of a year.
    Year,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Month, Self::Week, Self::Day, Self::List, Self::Year];

    /// The name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::List => "list",
            Self::Year => "year",
        }
    }
}

/// The calendar's parameters as understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventQuery {
    /// The view.
    pub view: View,
    /// The day that the period is around.
    pub date: Date,
    /// The network, if one was chosen.
    pub network: Option<Slug>,
    /// The country, if one was chosen.
    pub country: Option<Slug>,
    /// The mode, if one was chosen.
    pub mode: Option<Mode>,
    /// Which side of now; a list begins with what comes next.
    pub when: Option<When>,
    /// The page of a list, from 1.
    pub page: u32,
}

impl EventRequest {
    /// Takes parameters by their names; the first of a name counts, and what it does not know it leaves aside.
    pub fn of(parameters: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut request = Self::default();
        for (name, value) in parameters {
            let field = match name.as_str() {
                "view" => &mut request.view,
                "date" => &mut request.date,
                "network" => &mut request.network,
                "country" => &mut request.country,
                "mode" => &mut request.mode,
                "when" => &mut request.when,
                "page" => &mut request.page,
                _ => continue,
            };
            if field.is_empty() {
                *field = value;
            }
        }
        request
    }

    /// Understands the parameters as of `today`, a day in the reader's region.
    pub fn read(&self, today: Date) -> (EventQuery, Vec<Problem>) {
        let mut problems = Vec::new();
        let view = one_of("view", &self.view, &mut problems, |code| View::ALL.into_iter().find(|v| v.code() == code))
            .unwrap_or(View::Month);
        let when = one_of("when", &self.when, &mut problems, |code| match code {
            "all" => Some(None),
            side => When::from_code(side).map(Some),
        })
        .unwrap_or(if view == View::List { Some(When::Next) } else { None });
        let query = EventQuery {
            view,
            date: read_day("date", &self.date, &mut problems).unwrap_or(today),
            network: one_of("network", &self.network, &mut problems, |text| text.parse().ok()),
            country: one_of("country", &self.country, &mut problems, |text| text.parse().ok()),
            mode: one_of("mode", &self.mode, &mut problems, Mode::from_code),
            when,
            page: page_number("page", &self.page, &mut problems),
        };
        (query, problems)
    }
}

impl EventQuery {
    /// The days that the view shows; none for the list, which has no bounds.
    pub fn period(&self) -> Option<(Date, Date)> {
        match self.view {
            View::Month => Some(MonthTable::span(self.date)),
            View::Week => {
                let monday = monday_of(self.date);
                Some((monday, monday.saturating_add(6.days())))
            }
            View::Day => Some((self.date, self.date)),
            View::Year => Some((self.date.first_of_year(), self.date.last_of_year())),
            View::List => None,
        }
    }

    /// The first day after the period; a month ends before the neighbouring days that its table shows.
    pub fn day_after(&self) -> Option<Date> {
        let last = if self.view == View::Month { self.date.last_of_month() } else { self.period()?.1 };
        last.tomorrow().ok()
    }

    /// The dates that lead to the period before and after this one.
    pub fn neighbours(&self) -> Option<(Date, Date)> {
        let step = match self.view {
            View::Month => 1.month(),
            View::Week => 1.week(),
            View::Day => 1.day(),
            View::Year => 1.year(),
            View::List => return None,
        };
        let base = if self.view == View::Month { self.date.first_of_month() } else { self.date };
        Some((base.saturating_sub(step), base.saturating_add(step)))
    }
}

/// The parameters of a list of entries as typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListRequest {
    /// A network's slug.
    pub network: String,
    /// A country's slug.
    pub country: String,
    /// A year.
    pub year: String,
    /// An author, or the role of one.
    pub author: String,
    /// The page, from 1.
    pub page: String,
    /// The order of the list of countries: `status`, or empty for that of the alphabet.
    pub by: String,
}

/// The parameters of a list of entries as understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    /// The network, if one was chosen.
    pub network: Option<Slug>,
    /// The country, if one was chosen.
    pub country: Option<Slug>,
    /// The year, if one was chosen.
    pub year: Option<i16>,
    /// The author, if one was chosen.
    pub author: Option<String>,
    /// The page, from 1.
    pub page: u32,
    /// Whether countries come by how they take part.
    pub by_status: bool,
}

impl ListRequest {
    /// Takes parameters by their names; the first of a name counts, and what it does not know it leaves aside.
    pub fn of(parameters: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut request = Self::default();
        for (name, value) in parameters {
            let field = match name.as_str() {
                "network" => &mut request.network,
                "country" => &mut request.country,
                "year" => &mut request.year,
                "author" => &mut request.author,
                "page" => &mut request.page,
                "by" => &mut request.by,
                _ => continue,
            };
            if field.is_empty() {
                *field = value;
            }
        }
        request
    }

    /// What narrows the list, as parameters; what was not chosen is empty.
    pub fn filters(&self) -> [(&'static str, &str); 4] {
        [("network", &self.network), ("country", &self.country), ("year", &self.year), ("author", &self.author)]
    }

    /// Understands the parameters.
    pub fn read(&self) -> (ListQuery, Vec<Problem>) {
        let mut problems = Vec::new();
        let query = ListQuery {
            network: one_of("network", &self.network, &mut problems, |text| text.parse().ok()),
            country: one_of("country", &self.country, &mut problems, |text| text.parse().ok()),
            year: one_of("year", &self.year, &mut problems, |text| text.parse().ok().filter(|y| YEARS.contains(y))),
            author: one_of("author", &self.author, &mut problems, |text| {
                (text.chars().count() <= LONGEST_SEARCH).then(|| plain(text.to_owned()))
            }),
            page: page_number("page", &self.page, &mut problems),
            by_status: one_of("by", &self.by, &mut problems, |text| match text {
                "name" => Some(false),
                "status" => Some(true),
                _ => None,
            })
            .unwrap_or(false),
        };
        (query, problems)
    }
}

/// The longest search, in characters.
pub const LONGEST_SEARCH: usize = 200;

/// Understands what was typed into the search box; too long a text is cut and named.
pub fn search_words(typed: &str) -> (String, Vec<Problem>) {
    let words = plain(typed.trim().chars().take(LONGEST_SEARCH).collect());
    let problems = if typed.trim().chars().count() > LONGEST_SEARCH {
        vec![Problem::new("q", typed, Rule::AtMost(LONGEST_SEARCH))]
    } else {
        Vec::new()
    };
    (words, problems)
}

/// Years that the portal takes in addresses: month arithmetic around them stays inside what dates can say.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Understands a value that must be a known one; none where nothing was typed, or nothing that is known.
pub fn one_of<T>(
    field: &str,
    typed: &str,
    problems: &mut Vec<Problem>,
    known: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let value = known(text);
    if value.is_none() {
        problems.push(Problem::new(field, typed, Rule::OneOfTheList));
    }
    value
}

/// Understands a day, `2026-12-31`; none where nothing was typed, or nothing that can be understood.
pub fn read_day(field: &str, typed: &str, problems: &mut Vec<Problem>) -> Option<Date> {
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    let strict = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let date = text.parse::<Date>().ok().filter(|date| strict && YEARS.contains(&date.year()));
    if date.is_none() {
        problems.push(Problem::new(field, typed, Rule::Day));
    }
    date
}

/// The last page that an address can ask for.
pub const LAST_PAGE: u32 = 100_000;

/// Understands the number of a page; 1 where it makes no sense, or says nothing.
pub fn page_number(field: &str, typed: &str, problems: &mut Vec<Problem>) -> u32 {
    let text = typed.trim();
    if text.is_empty() {
        return 1;
    }
    if let Ok(number @ 1..=LAST_PAGE) = text.parse::<u32>() {
        number
    } else {
        problems.push(Problem::new(field, typed, Rule::PageNumber));
        1
    }
}
