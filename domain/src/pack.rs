//! What a writer hands in: whole entries, one by one or a pack of them.

use jiff::civil::Date;

use crate::block::Block;
use crate::entry::{Contact, Details, Edition, Identity, Kind, Participation, PublicationForm, Visibility};
use crate::event::EventTime;
use crate::figure::Figure;
use crate::file::Uid;
use crate::language::Texts;
use crate::media::MediaForm;
use crate::meeting::Meeting;
use crate::programme::Session;
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
    /// A file of `public/pictures`, or `files/` and the name of one of the library.
    pub picture: Option<String>,
    /// Documents of the library that it lists, in order.
    pub files: Vec<Uid>,
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
    /// How it is joined online: for events that are.
    pub meeting: Option<Meeting>,
    /// Its programme: for events.
    pub sessions: Vec<Session>,
    /// Its editions, all published at once.
    pub editions: Texts<Edition>,
    /// Its body.
    pub blocks: Vec<Block>,
    /// Its numbers.
    pub figures: Vec<Figure>,
}

impl EntryDraft {
    /// A new entry without a word; its slug stands for "not yet named".
    pub fn blank(kind: Kind, source: Language) -> Self {
        let details = match kind {
            Kind::Page | Kind::Dataset => Details::Plain,
            Kind::Media => Details::Media { form: MediaForm::Picture, link: None, minutes: None, captions: Vec::new() },
            Kind::Network => Details::Network { hue: 0, contact: String::new() },
            Kind::Country => {
                Details::Country { iso: None, status: Participation::Participating, official_languages: Vec::new() }
            }
            Kind::Event => Details::Event { organizers: Vec::new(), link: None },
            Kind::Post => Details::Post { first_published: None },
            Kind::News => Details::News { dateline: String::new(), contact: String::new() },
            Kind::Publication => Details::Publication {
                form: PublicationForm::Report,
                year: 0,
                authors: Vec::new(),
                publisher: None,
                city: None,
                languages: Vec::new(),
                title_language: None,
                pages: None,
                isbn: None,
                doi: None,
                license: None,
                replaces: None,
                edition_of: None,
                link: None,
            },
            Kind::Course => Details::Course {
                provider: String::new(),
                languages: Vec::new(),
                hours: None,
                free: None,
                certificate: None,
                link: None,
            },
        };
        Self {
            kind,
            slug: Slug::of_title("new"),
            visibility: Visibility::Public,
            source,
            position: 1000,
            published: None,
            picture: None,
            files: Vec::new(),
            networks: Vec::new(),
            countries: Vec::new(),
            details,
            time: None,
            seats: None,
            meeting: None,
            sessions: Vec::new(),
            editions: Texts::default(),
            blocks: Vec::new(),
            figures: Vec::new(),
        }
    }
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
