//! Entries to store: each says only what its test is about.

use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Contact, Details, Edition, Identity, Kind, Participation, Visibility, Words};
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::language::Texts;
use domain::pack::EntryDraft;
use domain::{Language, Slug};
use jiff::civil::Date;

pub(crate) fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn edition(title: &str) -> Edition {
    Edition {
        title: title.to_owned(),
        summary: format!("About {title}."),
        picture_alt: String::new(),
        words: Words::default(),
    }
}

/// An entry in English only, titled like its slug.
pub(crate) fn draft(kind: Kind, name: &str) -> EntryDraft {
    let details = match kind {
        Kind::Network => Details::Network { hue: 200, contact: "office".to_owned() },
        Kind::Country => {
            Details::Country { iso: None, status: Participation::Founding, official_languages: vec!["en".to_owned()] }
        }
        Kind::Event => Details::Event { organizers: vec!["IOM".to_owned()], link: None },
        kind => EntryDraft::blank(kind, Language::En).details,
    };
    EntryDraft {
        kind,
        slug: slug(name),
        visibility: Visibility::Public,
        source: Language::En,
        position: 0,
        published: None,
        picture: None,
        files: Vec::new(),
        networks: Vec::new(),
        countries: Vec::new(),
        details,
        time: (kind == Kind::Event).then(|| days("2026-12-01", "2026-12-01")),
        seats: None,
        meeting: None,
        sessions: Vec::new(),
        editions: Texts::from_iter([(Language::En, edition(name))]),
        blocks: Vec::new(),
        figures: Vec::new(),
    }
}

/// Whole days in Jamaica.
pub(crate) fn days(first: &str, last: &str) -> EventTime {
    EventTime {
        start: day(first),
        start_time: None,
        end: day(last),
        end_time: None,
        zone: "America/Jamaica".to_owned(),
        precision: Precision::Day,
        state: EventState::Scheduled,
        mode: Mode::InPerson,
        sequence: 0,
    }
}

pub(crate) fn event(name: &str, first: &str, last: &str) -> EntryDraft {
    EntryDraft { time: Some(days(first, last)), ..draft(Kind::Event, name) }
}

pub(crate) fn post(name: &str) -> EntryDraft {
    draft(Kind::Post, name)
}

pub(crate) fn network(name: &str) -> EntryDraft {
    draft(Kind::Network, name)
}

pub(crate) fn country(name: &str) -> EntryDraft {
    draft(Kind::Country, name)
}

/// Chained changes to a draft.
pub(crate) trait Tell: Sized {
    fn titled(self, language: Language, title: &str) -> Self;
    fn saying(self, language: Language, markdown: &str) -> Self;
    fn on(self, day: &str) -> Self;
    fn at(self, position: i64) -> Self;
    fn of(self, networks: &[&str]) -> Self;
    fn from(self, countries: &[&str]) -> Self;
}

impl Tell for EntryDraft {
    fn titled(mut self, language: Language, title: &str) -> Self {
        self.editions.set(language, edition(title));
        self
    }

    fn saying(mut self, language: Language, markdown: &str) -> Self {
        let text = BlockText { markdown: markdown.to_owned(), made_from: None };
        let texts = Texts::from_iter([(language, text)]);
        self.blocks.push(Block { id: 0, kind: BlockKind::Paragraph, texts });
        self
    }

    fn on(mut self, date: &str) -> Self {
        self.published = Some(day(date));
        self
    }

    fn at(mut self, position: i64) -> Self {
        self.position = position;
        self
    }

    fn of(mut self, networks: &[&str]) -> Self {
        self.networks = networks.iter().map(|name| slug(name)).collect();
        self
    }

    fn from(mut self, countries: &[&str]) -> Self {
        self.countries = countries.iter().map(|name| slug(name)).collect();
        self
    }
}

pub(crate) fn contact(key: &str, name: &str) -> Contact {
    Contact {
        key: key.to_owned(),
        name: Some(name.to_owned()),
        email: format!("{key}@example.org"),
        role: Texts::from_iter([(Language::En, "Office".to_owned()), (Language::Es, "Oficina".to_owned())]),
    }
}

pub(crate) fn identity(name: &str) -> Identity {
    Identity {
        name: name.to_owned(),
        short_name: "CMC".to_owned(),
        tagline: "One line".to_owned(),
        about: "About".to_owned(),
        supporters: "IOM".to_owned(),
        address: "San José".to_owned(),
        phone: "1".to_owned(),
        email: "office@example.org".to_owned(),
    }
}
