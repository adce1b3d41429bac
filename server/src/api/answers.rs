//! What the API says of an entry. Names and meanings stay as they are for as long as the version does.

use std::collections::BTreeMap;

use app::{files, paths};
use domain::Language;
use domain::entry::{Details, Entry, Kind, Summary};
use domain::event::EventTime;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::feeds::second;

/// An entry as a list shows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Item {
    /// It never changes, even where the address does.
    pub uid: String,
    /// `page`, `network`, `country`, `event`, `post`, `news`, `publication`, `media`, `course` or `dataset`.
    pub kind: &'static str,
    /// The last segment of its address.
    pub slug: String,
    /// The language of its texts: `en` or `es`.
    pub language: &'static str,
    /// Its title.
    pub title: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// The day that it bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub published: Option<String>,
    /// When its text in that language was last changed, in UTC.
    #[schema(format = DateTime)]
    pub updated: String,
    /// Slugs of its networks, in order of weight.
    pub networks: Vec<String>,
    /// Slugs of its countries.
    pub countries: Vec<String>,
    /// When and where, for an event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Meeting>,
    /// What its kind adds: publications, courses, countries, posts and news have fields of their own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, Value>,
    /// Where it is.
    pub links: Links,
}

/// Where an entry is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Links {
    /// The entry here, whole.
    #[serde(rename = "self")]
    pub itself: String,
    /// Its page, for people.
    pub html: String,
    /// The figures of a set of data as a table, in the language asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csv: Option<String>,
    /// The same figures as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
}

/// When and where an event is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Meeting {
    /// `scheduled`, `postponed` or `cancelled`.
    pub state: &'static str,
    /// `in-person`, `online` or `hybrid`.
    pub mode: &'static str,
    /// How exactly the time is known: `minute`, `day`, `week` (some day of the week from `start`), `month` or `unconfirmed`.
    pub precision: &'static str,
    /// The IANA name of the zone of `start` and `end`: `America/Jamaica`.
    pub zone: String,
    /// Its first day there, or that day and the hour.
    pub start: String,
    /// Its last day there, or that day and the hour.
    pub end: String,
    /// The instant that it begins, in UTC: midnight of the first day where no hour is known.
    #[schema(format = DateTime)]
    pub starts_at: String,
    /// The instant that it is over, in UTC.
    #[schema(format = DateTime)]
    pub ends_at: String,
    /// City and country, or "Online"; may be empty.
    pub place: String,
    /// The building; may be empty.
    pub venue: String,
}

/// An entry in one language.
#[derive(Debug, Serialize, ToSchema)]
pub struct InLanguage {
    /// Its title.
    pub title: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// Its page.
    pub html: String,
}

/// An entry, whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct Whole {
    /// What a list shows of it.
    #[serde(flatten)]
    pub item: Item,
    /// Every language that it is published in.
    pub editions: BTreeMap<&'static str, InLanguage>,
    /// Its body in small Markdown, block by block; a block that is not translated comes in its own language.
    pub text: Vec<Paragraph>,
    /// Its lead picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// A block of a body.
#[derive(Debug, Serialize, ToSchema)]
pub struct Paragraph {
    /// The language that it is in.
    pub language: &'static str,
    /// Small Markdown.
    pub markdown: String,
}

/// A picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct Picture {
    /// Its address.
    pub url: String,
    /// What it shows; empty where the text says so already.
    pub alt: String,
}

impl Item {
    /// An entry, with its title in the language of a reader where there is one.
    pub fn of(summary: &Summary, site: &str, language: Language) -> Self {
        let figures = |extension: &str| {
            let path = paths::data_file(language, &summary.slug, extension);
            (summary.kind == Kind::Dataset).then(|| format!("{site}{path}"))
        };
        Self {
            uid: summary.uid.clone(),
            kind: summary.kind.code(),
            slug: summary.slug.to_string(),
            language: summary.language.code(),
            title: summary.edition.title.clone(),
            summary: summary.edition.summary.clone(),
            published: summary.published.map(|day| day.to_string()),
            updated: second(summary.updated),
            networks: summary.networks.iter().map(ToString::to_string).collect(),
            countries: summary.countries.iter().map(ToString::to_string).collect(),
            event: summary.time.as_ref().map(|time| Meeting::of(summary, time)),
            details: details(&summary.details),
            links: Links {
                itself: format!("{site}/api/v1/entries/{}", paths::encoded(&summary.uid)),
                html: format!("{site}{}", paths::entry(language, summary.kind, &summary.slug)),
                csv: figures("csv"),
                json: figures("json"),
            },
        }
    }
}

impl Meeting {
    fn of(summary: &Summary, time: &EventTime) -> Self {
        let words = &summary.edition.words;
        let local = |day: jiff::civil::Date, hour: Option<jiff::civil::Time>| match hour {
            Some(hour) => day.to_datetime(hour).strftime("%Y-%m-%dT%H:%M").to_string(),
            None => day.to_string(),
        };
        Self {
            state: time.state.code(),
            mode: time.mode.code(),
            precision: time.precision.code(),
            zone: time.zone.clone(),
            start: local(time.start, time.start_time),
            end: local(time.end, time.end_time),
            starts_at: time.starts_at().map(second).unwrap_or_default(),
            ends_at: time.ends_at().map(second).unwrap_or_default(),
            place: words.place.clone(),
            venue: words.venue.clone(),
        }
    }
}

impl Whole {
    /// An entry, for a reader of `language`.
    pub fn of(entry: &Entry, site: &str, language: Language) -> Self {
        let summary = &entry.summary;
        let editions = entry.editions.iter().map(|(language, edition)| {
            let html = format!("{site}{}", paths::entry(language, summary.kind, &summary.slug));
            let said = InLanguage { title: edition.title.clone(), summary: edition.summary.clone(), html };
            (language.code(), said)
        });
        let text = entry.blocks.iter().filter_map(|block| {
            let shown = block.shown(language, entry.source)?;
            Some(Paragraph { language: shown.language.code(), markdown: shown.markdown.to_owned() })
        });
        Self {
            item: Item::of(summary, site, language),
            editions: editions.collect(),
            text: text.collect(),
            picture: files::lead_address(entry)
                .map(|path| Picture { url: format!("{site}{path}"), alt: files::lead_alt(entry, language) }),
        }
    }
}

/// What a kind adds, as it is stored, without what is of no use elsewhere: the hue of a network, keys of contacts.
fn details(details: &Details) -> BTreeMap<String, Value> {
    let Ok(Value::Object(fields)) = serde_json::to_value(details) else { return BTreeMap::new() };
    let is_own = |name: &str| matches!(name, "kind" | "hue" | "contact" | "title_language");
    fields.into_iter().filter(|(name, value)| !is_own(name) && !value.is_null()).collect()
}
