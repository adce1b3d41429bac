//! An entry is anything with an address; an edition is an entry in one language.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::event::EventTime;
use crate::figure::Figure;
use crate::file::Used;
use crate::language::Texts;
use crate::media::MediaForm;
use crate::programme::Session;
use crate::{Language, Slug};

/// The kinds of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A page of the About section, or one named in the footer.
    Page,
    /// A thematic network.
    Network,
    /// A participating state or territory.
    Country,
    /// A meeting, workshop, webinar or launch.
    Event,
    /// A blog post.
    Post,
    /// A news item.
    News,
    /// A work in the repository.
    Publication,
    /// A photograph or a video.
    Media,
    /// A course of the e-campus.
    Course,
    /// A set of indicators.
    Dataset,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Page,
        Self::Network,
        Self::Country,
        Self::Event,
        Self::Post,
        Self::News,
        Self::Publication,
        Self::Media,
        Self::Course,
        Self::Dataset,
    ];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Network => "network",
            Self::Country => "country",
            Self::Event => "event",
            Self::Post => "post",
            Self::News => "news",
            Self::Publication => "publication",
            Self::Media => "media",
            Self::Course => "course",
            Self::Dataset => "dataset",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text names no kind of entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind")]
pub struct UnknownKind;

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.code() == text).ok_or(UnknownKind)
    }
}

/// Who may read an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Members who are signed in.
    Members,
}

/// Where an edition stands. Each language has its own state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionState {
    /// Being written.
    #[default]
    Draft,
    /// Waiting for a second pair of eyes.
    InReview,
    /// Shown to readers, between its publish and unpublish times.
    Published,
    /// Kept, no longer shown.
    Archived,
}

impl EditionState {
    /// Every state, in the order of work.
    pub const ALL: [Self; 4] = [Self::Draft, Self::InReview, Self::Published, Self::Archived];

    /// The name of the state, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in-review",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// A state by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// An entry in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The title, plain text.
    pub title: String,
    /// One or two sentences, plain text.
    pub summary: String,
    /// What the picture shows; empty where there is none.
    pub picture_alt: String,
    /// What this kind says in words.
    pub words: Words,
}

/// What a kind of entry says in one language beyond title and summary. Each field is empty where it does not apply.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// Event: city and country, or "Online".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Event: the building.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub venue: String,
    /// Event: why it was postponed or cancelled.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state_note: String,
    /// Country: the capital.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub capital: String,
    /// Country: the institution that takes part, as a role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub focal_institution: String,
    /// Publication: where its year is known from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub year_note: String,
    /// Course: its length where it is not given in hours.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub length: String,
    /// Post, news: the author, or the author's role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// Post, news, media: who else has a part in it, or made it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub credit: String,
    /// Course: what it costs, where it is not free.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cost: String,
    /// News: the city it is written from, where the language has a name of its own for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dateline: String,
}

impl Words {
    /// Building, city and country, or "Online".
    pub fn where_it_is(&self) -> String {
        let parts = [self.venue.as_str(), self.place.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// What a kind of entry adds that is the same in every language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Details {
    /// Pages and datasets add nothing yet; nor did media once.
    Plain,
    /// A thematic network.
    Network {
        /// Its hue on the colour wheel, in degrees.
        hue: u16,
        /// The key of its role contact.
        contact: String,
    },
    /// A participant.
    Country {
        /// ISO 3166-1 code; absent where the source leaves it open.
        iso: Option<String>,
        /// How it takes part.
        status: Participation,
        /// BCP 47 codes.
        official_languages: Vec<String>,
    },
    /// An event; its time is in [`EventTime`].
    Event {
        /// Names of hosts and partners.
        organizers: Vec<String>,
        /// A page elsewhere about it.
        link: Option<String>,
    },
    /// A blog post.
    Post {
        /// Where it appeared first, if elsewhere: name and address.
        first_published: Option<(String, String)>,
    },
    /// A news item.
    News {
        /// The city it is written from, by the name that stands where an edition has none of its own.
        dateline: String,
        /// The key of the role contact for it.
        contact: String,
    },
    /// A picture, a gallery, a video, a recording.
    Media {
        /// Which of them.
        form: MediaForm,
        /// Where it is shown or heard.
        link: Option<String>,
        /// How long it lasts, in minutes.
        minutes: Option<u32>,
        /// BCP 47 codes of the languages that it has captions in.
        captions: Vec<String>,
    },
    /// A work in the repository.
    Publication {
        /// What sort of work it is.
        form: PublicationForm,
        /// The year that it bears.
        year: i16,
        /// Who wrote it, as [`Author`](crate::citation::Author) reads them; none where the publisher stands for it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        authors: Vec<String>,
        /// Who issued it, as [`bodies`](crate::citation::bodies) reads them; a law has none.
        publisher: Option<String>,
        /// The city that it was published in.
        city: Option<String>,
        /// BCP 47 codes of the editions that exist.
        languages: Vec<String>,
        /// The language of the title, where it is shown untranslated.
        title_language: Option<Language>,
        /// Number of pages.
        pages: Option<u32>,
        /// ISBN, as printed.
        isbn: Option<String>,
        /// DOI, without an address: `10.18356/9789210027045`.
        doi: Option<String>,
        /// The address of the licence that it is under.
        license: Option<String>,
        /// The publication whose newer version it is. A former address of it still names it.
        replaces: Option<Slug>,
        /// The publication that it is an edition of, in another language.
        edition_of: Option<Slug>,
        /// Where it can be read.
        link: Option<String>,
    },
    /// A course offered elsewhere.
    Course {
        /// Who offers it.
        provider: String,
        /// BCP 47 codes; empty where the provider does not say.
        languages: Vec<String>,
        /// Hours of work.
        hours: Option<u32>,
        /// Whether it is free; unknown where absent.
        free: Option<bool>,
        /// Whether it ends with a certificate; unknown where absent.
        certificate: Option<bool>,
        /// Where to enrol.
        link: Option<String>,
    },
}

/// How a state or territory takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Participation {
    /// One of the eight of January 2016.
    Founding,
    /// Joined later.
    Participating,
    /// Observes.
    Observer,
}

/// What sort of work a publication is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicationForm {
    /// A study or report.
    Report,
    /// A national law.
    Law,
    /// A policy.
    Policy,
    /// Guidelines.
    Guide,
    /// A working paper.
    WorkingPaper,
    /// A strategy.
    Strategy,
    /// A checklist or another instrument.
    Tool,
    /// A paper of a meeting.
    MeetingDocument,
}

impl PublicationForm {
    /// Every sort.
    pub const ALL: [Self; 8] = [
        Self::Report,
        Self::Law,
        Self::Policy,
        Self::Guide,
        Self::WorkingPaper,
        Self::Strategy,
        Self::Tool,
        Self::MeetingDocument,
    ];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Law => "law",
            Self::Policy => "policy",
            Self::Guide => "guide",
            Self::WorkingPaper => "working-paper",
            Self::Strategy => "strategy",
            Self::Tool => "tool",
            Self::MeetingDocument => "meeting-document",
        }
    }

    /// A sort by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }
}

/// An entry as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The stored id.
    pub id: i64,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// The edition to show: the one asked for, or by the fallback rule another.
    pub edition: Edition,
    /// The language that the edition is in.
    pub language: Language,
    /// The day it bears.
    pub published: Option<Date>,
    /// A file of `public/pictures`, or `files/` and the name of one of the library.
    pub picture: Option<String>,
    /// Slugs of its networks, in order of weight.
    pub networks: Vec<Slug>,
    /// Slugs of its countries.
    pub countries: Vec<Slug>,
    /// What its kind adds.
    pub details: Details,
    /// When it happens, for an event.
    pub time: Option<EventTime>,
    /// An identifier that never changes, even when the slug does.
    pub uid: String,
    /// When the edition to show was last changed.
    pub updated: Timestamp,
    /// When it was stored for the first time.
    pub created: Timestamp,
}

impl Summary {
    /// The language of the title: that of the edition, but for a work whose title is shown untranslated.
    pub fn title_language(&self) -> Language {
        match self.details {
            Details::Publication { title_language: Some(its), .. } => its,
            _ => self.language,
        }
    }

    /// The city that news is written from, as the language of the edition names it; none for another kind.
    pub fn written_from(&self) -> Option<&str> {
        match (&self.details, self.edition.words.dateline.as_str()) {
            (Details::News { dateline, .. }, "") => Some(dateline),
            (Details::News { .. }, named) => Some(named),
            _ => None,
        }
    }
}

/// An entry as its own page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Id, address, day and the rest that a list shows.
    pub summary: Summary,
    /// The language that the others are translated from.
    pub source: Language,
    /// Every edition that readers may see now.
    pub editions: Texts<Edition>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Its numbers.
    pub figures: Vec<Figure>,
    /// Its programme, for an event.
    pub sessions: Vec<Session>,
    /// The role contact that it names.
    pub contact: Option<Contact>,
    /// The files that it uses, those of a place in their order.
    pub files: Vec<Used>,
}

/// A contact is a role; the name may change or be absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What entries call it: `border-management`.
    pub key: String,
    /// Who holds the role now.
    pub name: Option<String>,
    /// The functional address.
    pub email: String,
    /// The role in words.
    pub role: Texts<String>,
}

/// The site's own words, for one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The portal's name.
    pub name: String,
    /// The name that people say.
    pub short_name: String,
    /// One line.
    pub tagline: String,
    /// The footer's line about the portal.
    pub about: String,
    /// Who supports it.
    pub supporters: String,
    /// The office: postal address.
    pub address: String,
    /// The office: telephone.
    pub phone: String,
    /// The office: mail.
    pub email: String,
}
