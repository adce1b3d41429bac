//! What is asked for, as understood, and the part of a list that answers it. A value that makes no sense is refused by name.

use std::ops::RangeInclusive;

use app::entries::filters::{COUNTRY, NETWORK, resolve};
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::entry::Kind;
use domain::event::Mode;
use domain::listing::When;
use domain::request::{one_of, page_number, read_day};
use domain::{Language, Portal, Problem, Rule, Slug};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::Fault;

/// How many entries a page has at most.
pub const MOST: u32 = 100;
/// How many it has where nothing is said.
pub const USUAL: u32 = 20;
/// The years that entries can bear.
pub const YEARS: RangeInclusive<i16> = 1000..=9999;

/// Reads values, and gathers what cannot be understood.
#[derive(Debug, Default)]
pub struct Reading {
    /// What could not be understood so far.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// A language; none where none was given.
    pub fn language(&mut self, typed: &str) -> Option<Language> {
        one_of("language", typed, &mut self.problems, |code| code.parse().ok())
    }

    /// A kind.
    pub fn kind(&mut self, typed: &str) -> Option<Kind> {
        one_of("kind", typed, &mut self.problems, |code| code.parse().ok())
    }

    /// A mode.
    pub fn mode(&mut self, typed: &str) -> Option<Mode> {
        one_of("mode", typed, &mut self.problems, Mode::from_code)
    }

    /// A side of now.
    pub fn when(&mut self, typed: &str) -> Option<When> {
        one_of("when", typed, &mut self.problems, When::from_code)
    }

    /// A year.
    pub fn year(&mut self, typed: &str) -> Option<i16> {
        let text = typed.trim();
        let year = text.parse().ok().filter(|year| YEARS.contains(year));
        if year.is_none() && !text.is_empty() {
            self.problems.push(Problem::new("year", typed, Rule::Year));
        }
        year
    }

    /// The first and the last day of a span.
    pub fn span(&mut self, from: &str, until: &str) -> (Option<Date>, Option<Date>) {
        let first = read_day("from", from, &mut self.problems);
        let last = read_day("until", until, &mut self.problems);
        if first.zip(last).is_some_and(|(first, last)| first > last) {
            self.problems.push(Problem::new("until", until, Rule::Later));
        }
        (first, last)
    }

    /// A part of a list.
    pub fn part(&mut self, page: &str, per_page: &str) -> Part {
        let page = page_number("page", page, &mut self.problems);
        let size = |text: &str| text.parse().ok().filter(|size| (1..=MOST).contains(size));
        let size = match per_page.trim() {
            "" => USUAL,
            typed => size(typed).unwrap_or_else(|| {
                self.problems.push(Problem::new("per_page", typed, Rule::Between(1, MOST)));
                USUAL
            }),
        };
        Part { page, size }
    }

    /// A network and a country that readers know.
    pub async fn chosen(
        &mut self,
        portal: &Portal,
        (network, country): (&str, &str),
        language: Language,
        now: Timestamp,
    ) -> Result<(Option<Slug>, Option<Slug>), Fault> {
        let mut network = one_of("network", network, &mut self.problems, |text| text.parse().ok());
        let mut country = one_of("country", country, &mut self.problems, |text| text.parse().ok());
        resolve(portal, NETWORK, &mut network, language, now, &mut self.problems).await?;
        resolve(portal, COUNTRY, &mut country, language, now, &mut self.problems).await?;
        Ok((network, country))
    }

    /// Whether all could be understood.
    pub fn done(self, language: Language) -> Result<(), Fault> {
        if self.problems.is_empty() { Ok(()) } else { Err(Fault::of_parameters(&self.problems, language)) }
    }
}

/// A part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// From 1.
    page: u32,
    /// How many a page has.
    pub size: u32,
}

/// Where the neighbouring parts of a list are.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageLinks {
    /// This page.
    #[serde(rename = "self")]
    itself: String,
    /// The first page.
    first: String,
    /// The page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<String>,
    /// The page after.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// The last page.
    last: String,
}

/// A part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    /// How many there are in all.
    total: u64,
    /// Which page this is, from 1.
    page: u32,
    /// How many a page has.
    per_page: u32,
    /// The neighbouring pages.
    links: PageLinks,
    /// What is on this page.
    items: Vec<T>,
}

impl Part {
    /// All of a list that is short.
    pub const ALL: Self = Self { page: 1, size: MOST };

    /// How many to leave out at the beginning.
    pub fn offset(self) -> u32 {
        (self.page - 1).saturating_mul(self.size)
    }

    /// The answer with these items, of so many in all, to who asked for this address.
    pub fn answer<T: Serialize>(self, site: &str, uri: &Uri, total: u64, items: Vec<T>) -> Response {
        let last = u32::try_from(total.div_ceil(u64::from(self.size))).unwrap_or(u32::MAX).max(1);
        let at = |page: u32| address(site, uri, page);
        let links = PageLinks {
            itself: at(self.page),
            first: at(1),
            prev: (self.page > 1).then(|| at((self.page - 1).min(last))),
            next: (self.page < last).then(|| at(self.page + 1)),
            last: at(last),
        };
        let named = [("first", Some(&links.first)), ("prev", links.prev.as_ref()), ("next", links.next.as_ref())];
        let named = named.into_iter().chain([("last", Some(&links.last))]);
        let named = named.filter_map(|(rel, href)| Some(format!("<{}>; rel=\"{rel}\"", href?))).collect::<Vec<_>>();
        let mut response = json(&Listed { total, page: self.page, per_page: self.size, links, items });
        if let Ok(value) = HeaderValue::from_str(&named.join(", ")) {
            response.headers_mut().insert(header::LINK, value);
        }
        response
    }
}

/// The same address with another page.
fn address(site: &str, uri: &Uri, page: u32) -> String {
    let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).filter(|(name, _)| name != "page");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    if page > 1 {
        query.append_pair("page", &page.to_string());
    }
    let query = query.finish();
    let joint = if query.is_empty() { "" } else { "?" };
    format!("{site}{}{joint}{query}", uri.path())
}

/// An answer in JSON, which readers may use for a minute without asking again.
pub fn json(value: &impl Serialize) -> Response {
    let body = serde_json::to_string(value).unwrap_or_default();
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=60")];
    (headers, body).into_response()
}
