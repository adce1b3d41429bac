//! What the pages of entries show.

use domain::Language;
use domain::entry::Kind;
use domain::request::ListRequest;
use serde::{Deserialize, Serialize};

use super::FigureView;
use super::present::ContactView;
use crate::ui::{BodyView, Item, PagerView, ProblemView};

/// A list, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListView {
    /// What it lists.
    pub kind: Kind,
    /// What was typed.
    pub request: ListRequest,
    /// What of it could not be understood.
    pub problems: Vec<ProblemView>,
    /// How many rows there are in all.
    pub total: u64,
    /// The rows of this page.
    pub items: Vec<Item>,
    /// The other pages.
    pub pager: PagerView,
    /// The countries that one can choose from: slug and name.
    pub countries: Vec<(String, String)>,
}

/// An entry's page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryView {
    /// What it is.
    pub kind: Kind,
    /// Title, day, facts and networks, as a list shows them.
    pub item: Item,
    /// The languages that it is published in.
    pub languages: Vec<Language>,
    /// The language that it is written in first.
    pub source: Language,
    /// Its picture: path and what it shows.
    pub picture: Option<(String, String)>,
    /// The body; both languages where asked for.
    pub body: BodyView,
    /// Its numbers.
    pub figures: Vec<FigureView>,
    /// The role contact.
    pub contact: Option<ContactView>,
    /// A way out: where it can be read or joined.
    pub link: Option<String>,
    /// Facts with their names.
    pub details: Vec<(String, String)>,
}

impl EntryView {
    /// Whether it exists in the page's language.
    pub fn exists_in(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }
}
