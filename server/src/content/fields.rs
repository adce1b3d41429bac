//! What a content file may say, as TOML: the fields of every kind in one place.

use std::collections::BTreeMap;

use domain::entry::{Participation, PublicationForm};
use domain::event::{EventState, Mode, Precision};
use domain::figure::Unit;
use domain::media::MediaForm;
use domain::{Language, Slug};
use serde::Deserialize;

/// A file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryFile {
    #[serde(default)]
    pub networks: Vec<String>,
    #[serde(default)]
    pub countries: Vec<String>,
    #[serde(default)]
    pub position: Option<i64>,
    pub published: Option<toml::value::Datetime>,
    #[serde(default)]
    pub demo: bool,
    pub picture: Option<String>,
    pub source: Option<Language>,
    #[serde(default)]
    pub figures: Vec<FigureFile>,
    pub en: Option<WordsFile>,
    pub es: Option<WordsFile>,
    // networks
    pub hue: Option<u16>,
    pub contact: Option<String>,
    // countries
    pub iso: Option<String>,
    pub status: Option<Participation>,
    #[serde(default)]
    pub official_languages: Vec<String>,
    // events
    pub start: Option<String>,
    pub end: Option<String>,
    pub start_time: Option<String>,
    pub end_time: Option<String>,
    pub zone: Option<String>,
    pub precision: Option<Precision>,
    pub state: Option<EventState>,
    pub mode: Option<Mode>,
    #[serde(default)]
    pub organizers: Vec<String>,
    pub link: Option<String>,
    pub registration: Option<String>,
    pub capacity: Option<u32>,
    pub meeting_link: Option<String>,
    pub meeting_opens: Option<u32>,
    #[serde(default)]
    pub sessions: Vec<SessionFile>,
    // publications
    #[serde(rename = "type")]
    pub form: Option<PublicationForm>,
    pub year: Option<i16>,
    #[serde(default)]
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub city: Option<String>,
    #[serde(default)]
    pub languages: Vec<String>,
    pub title_lang: Option<Language>,
    pub pages: Option<u32>,
    pub isbn: Option<String>,
    pub doi: Option<String>,
    pub license: Option<String>,
    pub replaces: Option<Slug>,
    pub edition_of: Option<Slug>,
    // posts and news
    pub first_published_name: Option<String>,
    pub first_published_url: Option<String>,
    pub dateline: Option<String>,
    // media
    pub medium: Option<MediaForm>,
    pub minutes: Option<u32>,
    #[serde(default)]
    pub captions: Vec<String>,
    // courses
    pub provider: Option<String>,
    pub hours: Option<u32>,
    pub cost: Option<String>,
    pub certificate: Option<bool>,
}

/// A language's table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsFile {
    pub title: String,
    pub summary: String,
    #[serde(default)]
    pub picture_alt: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub venue: String,
    #[serde(default)]
    pub state_note: String,
    #[serde(default)]
    pub capital: String,
    #[serde(default)]
    pub focal_institution: String,
    #[serde(default)]
    pub year_note: String,
    #[serde(default)]
    pub length: String,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub credit: String,
    #[serde(default)]
    pub cost: String,
    #[serde(default)]
    pub dateline: String,
}

/// A session's table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionFile {
    #[serde(default = "first")]
    pub day: u16,
    pub start: String,
    pub end: Option<String>,
    pub en: Option<SessionWordsFile>,
    pub es: Option<SessionWordsFile>,
}

const fn first() -> u16 {
    1
}

/// A session's words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionWordsFile {
    pub title: String,
    #[serde(default)]
    pub speakers: Vec<String>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub description: String,
}

/// A figure's table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureFile {
    pub key: Option<String>,
    pub low: Option<Number>,
    pub high: Option<Number>,
    /// One number for each of several countries, in place of `low` and `country`.
    #[serde(default)]
    pub values: BTreeMap<String, Number>,
    pub unit: Unit,
    pub year: Number,
    pub source: String,
    pub url: Option<String>,
    pub country: Option<String>,
    pub en: Option<FigureWordsFile>,
    pub es: Option<FigureWordsFile>,
}

/// A figure's words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureWordsFile {
    pub label: String,
    pub note: Option<String>,
    pub source: Option<String>,
}

/// A number as written: whole, decimal, or text that keeps its own digits.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Number {
    Whole(i64),
    Decimal(f64),
    Text(String),
}

impl Number {
    /// Its digits.
    pub(super) fn digits(&self) -> String {
        match self {
            Self::Whole(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}
