//! The programme of an event: its sessions, each on a day of the event, with its texts in every language.
//!
//! A session's day is counted from the event's first day, so that a moved event takes its programme along. Hours are those of
//! the event's zone. Who speaks is text, for a role is said in each language as a name is not.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::Language;
use crate::block::{Freshness, fingerprint};
use crate::event::EventTime;
use crate::file::Uid;
use crate::language::Texts;

/// The most sessions of an event.
pub const MOST_SESSIONS: usize = 200;
/// The most characters of a session's description, and of its speakers.
pub const LONGEST_SESSION_TEXT: usize = 2000;

/// The texts of a session, in the order in which forms show them.
pub const SESSION_TEXTS: [&str; 4] = ["title", "speakers", "place", "description"];

/// A session of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The stored id; 0 before it is stored.
    pub id: i64,
    /// Days after the event's first day.
    pub day: u16,
    /// When it begins, in the event's zone.
    pub start: Time,
    /// When it ends, where that is known; after it begins.
    pub end: Option<Time>,
    /// What it says.
    pub texts: Texts<SessionText>,
    /// Its documents, in their order.
    pub files: Vec<Uid>,
}

/// What a session says in one language. Each text is empty where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SessionText {
    /// Its title.
    pub title: String,
    /// Who speaks, one a line: name, role, institution.
    pub speakers: String,
    /// The place or the room.
    pub place: String,
    /// What it is about, plain text.
    pub description: String,
    /// For each text, the [`fingerprint`] of the source text that it was translated from.
    pub made_from: BTreeMap<String, String>,
}

impl SessionText {
    /// A text by its name in [`SESSION_TEXTS`].
    pub fn get(&self, part: &str) -> &str {
        match part {
            "title" => &self.title,
            "speakers" => &self.speakers,
            "place" => &self.place,
            "description" => &self.description,
            _ => "",
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        SESSION_TEXTS.iter().all(|part| self.get(part).is_empty())
    }
}

/// A session that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSession {
    /// The event is over by then.
    #[error("it must be one of the event's days")]
    NotADay,
    /// It ends before it begins, or just then.
    #[error("it must be later than the beginning")]
    EndsBeforeStart,
}

impl Session {
    /// Checks that it lies within the event's days, and ends after it begins.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check(&self, time: &EventTime) -> Result<(), BadSession> {
        if self.day >= day_count(time) {
            return Err(BadSession::NotADay);
        }
        if self.end.is_some_and(|end| end <= self.start) { Err(BadSession::EndsBeforeStart) } else { Ok(()) }
    }

    /// The day it is held on.
    pub fn date(&self, time: &EventTime) -> Date {
        time.start.saturating_add(i64::from(self.day).days())
    }

    /// A text of its own in the reader's language, else in the source, else in any; none where no language has it.
    pub fn shown(&self, part: &str, wanted: Language, source: Language) -> Option<(Language, &str)> {
        let texts = self.texts.iter().map(|(language, text)| (language, text.get(part)));
        let texts: Texts<&str> = texts.filter(|(_, text)| !text.is_empty()).collect();
        texts.best(wanted, source).map(|(language, text)| (language, *text))
    }

    /// How a text stands to its source.
    pub fn freshness(&self, part: &str, language: Language, source: Language) -> Freshness {
        let of = |language| self.texts.get(language).map_or("", |text| text.get(part));
        let (original, text) = (of(source), of(language));
        if language == source || original.is_empty() {
            return Freshness::Current;
        }
        if text.is_empty() {
            return Freshness::Untranslated;
        }
        match self.texts.get(language).and_then(|text| text.made_from.get(part)) {
            Some(made_from) if *made_from != fingerprint(original) => Freshness::Stale,
            _ => Freshness::Current,
        }
    }
}

/// How many days an event has.
pub fn day_count(time: &EventTime) -> u16 {
    u16::try_from((time.end - time.start).get_days()).unwrap_or(0).saturating_add(1)
}

/// Puts sessions in order: by day, then by hour; of those that begin together, what was there first comes first.
pub fn arrange(sessions: &mut [Session]) {
    sessions.sort_by_key(|session| (session.day, session.start, if session.id == 0 { i64::MAX } else { session.id }));
}
