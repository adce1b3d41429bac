//! Entries as the desk lists them: each with how far every language has come.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Manuscript, Publication};
use crate::entry::{EditionState, Kind};
use crate::fold::fold;
use crate::language::Texts;
use crate::{Language, Slug};

/// What the desk is asked to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemFilter {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of this network.
    pub network: Option<Slug>,
    /// With these words in a title.
    pub words: String,
    /// With an edition, or the lack of one, that is so.
    pub standing: Option<Standing>,
    /// Where that edition is to be in this language.
    pub language: Option<Language>,
    /// Not saved since this instant.
    pub untouched_since: Option<Timestamp>,
    /// In the bin instead of outside it.
    pub in_bin: bool,
}

/// How far a language of an entry has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// There is no edition.
    Missing,
    /// It is being written.
    Draft,
    /// It waits for a second pair of eyes.
    InReview,
    /// It will be shown later.
    Scheduled,
    /// It is shown, and the source has changed since, or parts are not translated.
    Stale,
    /// It is shown and up to date.
    Current,
    /// It is no longer shown.
    Archived,
}

impl Standing {
    /// How far an edition has come; whether its texts are all up to date.
    pub fn of(publication: &Publication, is_current: bool, now: Timestamp) -> Self {
        match publication.state {
            EditionState::Draft => Self::Draft,
            EditionState::InReview => Self::InReview,
            EditionState::Archived => Self::Archived,
            EditionState::Published if publication.publish_at.is_none_or(|at| at > now) => Self::Scheduled,
            EditionState::Published if !publication.is_live(now) => Self::Archived,
            EditionState::Published if is_current => Self::Current,
            EditionState::Published => Self::Stale,
        }
    }

    /// Every standing, in the order of work.
    pub const ALL: [Self; 7] =
        [Self::Missing, Self::Draft, Self::InReview, Self::Scheduled, Self::Stale, Self::Current, Self::Archived];

    /// The name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::InReview => "in-review",
            Self::Scheduled => "scheduled",
            Self::Stale => "stale",
            Self::Current => "current",
            Self::Archived => "archived",
        }
    }

    /// A standing by its name in addresses.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// An edition as the desk lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionItem {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub publication: Publication,
    /// Texts that are up to date, and texts that there are.
    pub progress: (u32, u32),
}

/// An entry as the desk lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskItem {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// The language that the others are translated from.
    pub source: Language,
    /// Its editions.
    pub editions: Texts<EditionItem>,
    /// The first and the last day of an event.
    pub days: Option<(Date, Date)>,
    /// When it was last saved.
    pub updated: Timestamp,
}

impl DeskItem {
    /// The title in a language, else in another.
    pub fn title(&self, language: Language) -> &str {
        let with_title = |language: Language| self.editions.get(language).filter(|its| !its.title.is_empty());
        with_title(language)
            .or_else(|| with_title(self.source))
            .or_else(|| Language::ALL.into_iter().find_map(with_title))
            .map_or(self.slug.as_str(), |its| its.title.as_str())
    }

    /// Whether some language, or the one given, stands so.
    pub fn stands(&self, wanted: Standing, language: Option<Language>, now: Timestamp) -> bool {
        Language::ALL.into_iter().any(|of| language.is_none_or(|only| only == of) && self.standing(of, now) == wanted)
    }

    /// Whether a reader would take a new event for this one: it begins on the same day, and bears the same title in some
    /// language, in any case and with or without accents.
    pub fn looks_like(&self, event: &Manuscript) -> bool {
        let starts = event.draft.time.as_ref().map(|time| time.start);
        let titles = || event.draft.editions.iter().map(|(_, edition)| fold(&edition.title));
        let is_same = |title: &str| !title.is_empty() && titles().any(|other| other == fold(title));
        starts.is_some()
            && self.days.map(|(first, _)| first) == starts
            && self.editions.iter().any(|(_, its)| is_same(&its.title))
    }

    /// How far a language has come.
    pub fn standing(&self, language: Language, now: Timestamp) -> Standing {
        let Some(its) = self.editions.get(language) else { return Standing::Missing };
        Standing::of(&its.publication, its.progress.0 == its.progress.1, now)
    }
}
