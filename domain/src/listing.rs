//! What a list may be asked for, and what it answers.

use jiff::civil::Date;

use crate::entry::{Kind, Summary};
use crate::event::Mode;
use crate::{Language, Slug};

/// A list of entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Which kind.
    pub kind: Kind,
    /// The reader's language; entries without an edition in it come in another one, labelled.
    pub language: Language,
    /// Only those of this network.
    pub network: Option<Slug>,
    /// Only those of this country.
    pub country: Option<Slug>,
    /// Only those that bear this year; a set of figures bears those of its figures.
    pub year: Option<i16>,
    /// Only those of this author, or role, in any language.
    pub author: Option<String>,
    /// In which order.
    pub order: Order,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

impl Listing {
    /// Everything of a kind, newest first.
    pub fn newest(kind: Kind, language: Language, limit: u32) -> Self {
        Self {
            kind,
            language,
            network: None,
            country: None,
            year: None,
            author: None,
            order: Order::Newest,
            offset: 0,
            limit,
        }
    }

    /// Everything of a kind, in the order that its writers gave it.
    pub fn arranged(kind: Kind, language: Language) -> Self {
        Self { order: Order::Position, ..Self::newest(kind, language, 1000) }
    }

    /// The same, of one network only.
    #[must_use]
    pub fn of_network(self, network: Slug) -> Self {
        Self { network: Some(network), ..self }
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By the day it bears, latest first; then by title.
    Newest,
    /// By position, then by title.
    Position,
}

/// Which events, as seen from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Those that are not over.
    Next,
    /// Those that are over.
    Past,
}

impl When {
    /// Both sides.
    pub const ALL: [Self; 2] = [Self::Next, Self::Past];

    /// The name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Past => "past",
        }
    }

    /// The side with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|when| when.code() == code)
    }
}

/// A list of events. Those of [`When::Past`] come latest first, all others earliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventListing {
    /// The reader's language.
    pub language: Language,
    /// Only those of this network.
    pub network: Option<Slug>,
    /// Only those of this country.
    pub country: Option<Slug>,
    /// Only those one takes part in like this.
    pub mode: Option<Mode>,
    /// Only those with a day from the first to the last of these.
    pub within: Option<(Date, Date)>,
    /// Only the coming or the past ones.
    pub when: Option<When>,
    /// Whether of the coming ones those that are cancelled or postponed stand behind all others.
    pub held_first: bool,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

impl EventListing {
    /// Every event.
    pub fn all(language: Language, limit: u32) -> Self {
        Self {
            language,
            network: None,
            country: None,
            mode: None,
            within: None,
            when: None,
            held_first: false,
            offset: 0,
            limit,
        }
    }
}

/// A part of a list, and how long the whole is.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// How many there are in all.
    pub total: u64,
    /// The part asked for.
    pub items: Vec<Summary>,
}

impl Listed {
    /// The last page, where the one asked for lies past it; `size` is how many a page has.
    pub fn last_page_instead(&self, size: u32) -> Option<u32> {
        let is_past_the_end = self.items.is_empty() && self.total > 0;
        is_past_the_end.then(|| u32::try_from(self.total.div_ceil(u64::from(size))).unwrap_or(u32::MAX))
    }
}
