//! What the calendar's pages show.

use domain::request::{EventRequest, View};
use serde::{Deserialize, Serialize};

use super::month_view::MonthView;
use crate::entries::view::EntryView;
use crate::ui::{Item, PagerView, ProblemView};

/// The calendar, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarView {
    /// What was typed.
    pub request: EventRequest,
    /// What of it could not be understood.
    pub problems: Vec<ProblemView>,
    /// The view shown.
    pub view: View,
    /// "December 2026", "Next events".
    pub heading: String,
    /// The views, each with its address.
    pub views: Vec<(View, String)>,
    /// The periods before and after, and today's.
    pub periods: Option<Periods>,
    /// How many events there are.
    pub total: u64,
    /// The month as a table.
    pub month: Option<MonthView>,
    /// The same events as rows: of the period, or of this page of the list.
    pub items: Vec<Item>,
    /// The other pages of the list.
    pub pager: PagerView,
    /// The countries that one can choose from: slug and name.
    pub countries: Vec<(String, String)>,
    /// The calendar file of what is shown.
    pub file: String,
    /// The same as an address that calendars subscribe to.
    pub subscribe: String,
    /// The Atom feed of events.
    pub feed: String,
}

/// Addresses of other periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periods {
    /// The one before.
    pub previous: String,
    /// The one that today falls in.
    pub today: String,
    /// The one after.
    pub next: String,
}

/// An event's page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// Text, facts and networks.
    pub entry: EntryView,
    /// Hours with the zone by name, where it is timed.
    pub hours: Option<String>,
    /// The building.
    pub venue: String,
    /// City and country, or "Online".
    pub place: String,
    /// How one takes part, in words.
    pub mode: String,
    /// Its state in a sentence, where it is not simply going to happen.
    pub state: Option<String>,
    /// What the reader's clock needs, where it is timed.
    pub clock: Option<ClockView>,
    /// The calendar file.
    pub file: String,
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
