//! What the calendar's pages show.

use serde::{Deserialize, Serialize};

use crate::entries::view::EntryHead;
use crate::ui::{Drawn, ProblemView};

/// The calendar, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarView {
    /// "Events: December 2026", "Events: next events".
    pub title: String,
    /// What of the request could not be understood.
    pub problems: Vec<ProblemView>,
    /// The views, the filters, the periods before and after.
    pub controls: Drawn,
    /// How many events there are, in words.
    pub count: String,
    /// The month as a table.
    pub month: Option<MonthView>,
    /// The same events as rows: of the period, or of this page of the list; and the calendar files.
    pub rows: Drawn,
    /// The calendar file of what is shown.
    pub file: String,
    /// The Atom feed of events.
    pub feed: String,
}

/// A month, and where its keys lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthView {
    /// The table.
    pub table: Drawn,
    /// The day that Tab reaches first: `2026-12-05`.
    pub active: String,
    /// The address of the month before.
    pub previous: String,
    /// The address of the month after.
    pub next: String,
}

/// An event's page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// Title, summary, languages.
    pub head: EntryHead,
    /// Its days, in words and for machines.
    pub days: (String, String),
    /// Hours with the zone by name, where it is timed.
    pub hours: Option<String>,
    /// Building, city and country, or "Online".
    pub place: String,
    /// How one takes part, in words.
    pub mode: String,
    /// Its state in a sentence, where it is not simply going to happen.
    pub state: Option<String>,
    /// What the reader's clock needs, where it is timed.
    pub clock: Option<ClockView>,
    /// The calendar file.
    pub file: String,
    /// Registering.
    pub seats: Drawn,
    /// Everything below.
    pub content: Drawn,
}

/// What the reader's own clock needs to say when an event is for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockView {
    /// When it begins: milliseconds since 1970, UTC.
    pub starts: i64,
    /// Minutes that its zone is ahead of UTC then.
    pub offset: i32,
    /// The day it begins there: `2026-12-05`.
    pub day: String,
}
