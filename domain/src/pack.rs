//! What a writer hands in: whole entries, one by one or a pack of them.

use jiff::civil::Date;

use crate::block::Block;
use crate::entry::{Contact, Details, Edition, Identity, Kind, Visibility};
use crate::event::EventTime;
use crate::figure::Figure;
use crate::language::Texts;
use crate::registration::SeatRules;
use crate::{Language, Slug};

/// An entry before it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryDraft {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Who may read it.
    pub visibility: Visibility,
    /// The language that the others are translated from.
    pub source: Language,
    /// Its place among others of its kind, where they are arranged by hand.
    pub position: i64,
    /// The day it bears.
    pub published: Option<Date>,
    /// A file of `public/pictures`.
    pub picture: Option<String>,
    /// Slugs of its networks, in order of weight.
    pub networks: Vec<Slug>,
    /// Slugs of its countries.
    pub countries: Vec<Slug>,
    /// What its kind adds.
    pub details: Details,
    /// When it happens: for events, and only for them.
    pub time: Option<EventTime>,
    /// Its seats: for events that one registers for through the portal.
    pub seats: Option<SeatRules>,
    /// Its editions, all published at once.
    pub editions: Texts<Edition>,
    /// Its body.
    pub blocks: Vec<Block>,
    /// Its numbers.
    pub figures: Vec<Figure>,
}

/// A whole site's content. Networks and countries are named by slug, so their order does not matter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pack {
    /// The site's own words.
    pub identity: Texts<Identity>,
    /// Role contacts.
    pub contacts: Vec<Contact>,
    /// Entries.
    pub entries: Vec<EntryDraft>,
}

/// What loading a pack did. Loading never changes an entry that is there already: staff may have edited it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LoadReport {
    /// For each kind: how many were created, and how many were there before.
    pub counts: Vec<(Kind, usize, usize)>,
}
