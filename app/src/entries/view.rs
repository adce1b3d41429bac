//! What the pages of entries show.

use domain::Language;
use domain::entry::{Entry, Kind};
use serde::{Deserialize, Serialize};

use crate::paths;
use crate::ui::{Drawn, ProblemView};

/// A list, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListView {
    /// What it lists.
    pub kind: Kind,
    /// Whether it is a part of the whole list, chosen by filters.
    pub filtered: bool,
    /// What of the request could not be understood.
    pub problems: Vec<ProblemView>,
    /// The form of filters.
    pub filters: Drawn,
    /// How many rows there are in all, in words.
    pub count: String,
    /// The rows of this page, and the other pages.
    pub rows: Drawn,
}

/// What the top of an entry's page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryHead {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub href: String,
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The language of the title, where it is not the page's.
    pub foreign: Option<Language>,
    /// The languages that it is published in.
    pub languages: Vec<Language>,
    /// The path of its picture.
    pub picture: Option<String>,
}

/// An entry's page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryView {
    /// Title, summary, languages.
    pub head: EntryHead,
    /// What of the address could not be understood.
    pub problems: Vec<ProblemView>,
    /// Everything below.
    pub content: Drawn,
}

impl EntryHead {
    /// Puts the top of an entry's page into words.
    pub fn of(entry: &Entry, language: Language) -> Self {
        let summary = &entry.summary;
        Self {
            kind: summary.kind,
            href: paths::entry(language, summary.kind, &summary.slug),
            title: summary.edition.title.clone(),
            summary: summary.edition.summary.clone(),
            foreign: Some(summary.title_language()).filter(|its| *its != language),
            languages: entry.editions.languages().collect(),
            picture: crate::files::lead_address(entry),
        }
    }
}
