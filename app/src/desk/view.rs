//! What the pages of the desk ask for and show.

use domain::audit::AuditFilter;
use domain::entry::Kind;
use domain::request::{page_number, read_day};
use domain::{Problem, Rule};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::change::ChangeRequest;
use crate::events::region::region;
use crate::files::MediaRequest;

/// Which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAsk {
    /// What waits.
    Overview,
    /// The table of content; every part as typed.
    Content(ContentRequest),
    /// What staff have done; every part as typed.
    Audit(AuditRequest),
    /// What is read and downloaded; the period as typed.
    Traffic(TrafficRequest),
    /// Letters that the portal sends by itself.
    Outbox(OutboxRequest),
    /// The notice above every page.
    Banner { done: bool },
    /// The media library.
    Media(MediaRequest),
    /// A file of it; `done` follows a change, `back` is the editor that one came from.
    MediaFile { uid: String, done: bool, back: String },
    /// A new entry: on a day, or like another one; with a file that was uploaded for it; without what was begun before.
    New { kind: Kind, date: String, like: String, add: String, is_empty: bool },
    /// The editor of an entry; `done` says what was just done, `add` names a file that was uploaded for it.
    Edit { kind: Kind, slug: String, done: String, add: String },
    /// Moving, postponing, cancelling an event.
    Change(ChangeRequest),
    /// Every save of an entry: of those with words in a name, or two compared; every part as typed.
    History { kind: Kind, slug: String, q: String, from: String, to: String },
    /// An entry as readers would see it.
    Preview { kind: Kind, slug: String },
}

/// The filters of the table of content, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContentRequest {
    /// A segment that stands for a kind.
    pub kind: String,
    /// A network's slug.
    pub network: String,
    /// A standing's name.
    pub standing: String,
    /// The code of the language that stands so.
    pub language: String,
    /// For how many months it was not saved.
    pub untouched: String,
    /// Words of a title.
    pub q: String,
    /// The page of the table.
    pub page: String,
    /// Whether the bin is meant.
    pub bin: bool,
    /// What was put into it just now: `post/title`.
    pub binned: String,
}

/// The filters of the outbox, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct OutboxRequest {
    /// A state's name.
    pub state: String,
    /// Words of the name or the address of whom a letter is for.
    pub to: String,
    /// A page's number.
    pub page: String,
    /// What was just done: `1`, or `before` where it had been done before.
    pub done: String,
}

/// The filters of the log, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct AuditRequest {
    /// Words of the name of who did it.
    pub actor: String,
    /// Words of what it was done to.
    pub subject: String,
    /// The first day, of the region.
    pub from: String,
    /// The last day, of the region.
    pub until: String,
    /// Which page of the list.
    pub page: String,
}

impl AuditRequest {
    /// Understands what was typed; the number of the page is 1 where it makes no sense.
    pub fn read(&self) -> (AuditFilter, u32, Vec<Problem>) {
        let mut problems = Vec::new();
        let start = |day: Date| day.to_zoned(region()).map(|start| start.timestamp()).ok();
        let from = read_day("from", &self.from, &mut problems).and_then(start);
        let until = read_day("until", &self.until, &mut problems).and_then(|day| day.tomorrow().ok()).and_then(start);
        let page = page_number("page", &self.page, &mut problems);
        (AuditFilter { actor: self.actor.clone(), subject: self.subject.clone(), from, until }, page, problems)
    }

    /// The filters of an address, without the page.
    pub fn parameters(&self) -> [(&str, &str); 4] {
        [("actor", &self.actor), ("subject", &self.subject), ("from", &self.from), ("until", &self.until)]
    }
}

/// Of which time one asks what was read, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct TrafficRequest {
    /// `year`, or empty for the last 30 days.
    pub period: String,
}

impl TrafficRequest {
    /// The first and the last day of the period that ends `today`; the 30 days where what was typed makes no sense.
    pub fn read(&self, today: Date) -> ((Date, Date), Vec<Problem>) {
        let month = today.saturating_sub(29.days());
        match self.period.as_str() {
            "" => ((month, today), Vec::new()),
            "year" => ((today.saturating_sub(1.year()).saturating_add(1.day()), today), Vec::new()),
            other => ((month, today), vec![Problem::new("period", other, Rule::OneOfTheList)]),
        }
    }
}

/// What the editor needs to keep what is typed, and to say who else writes here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LiveView {
    /// Where it is kept.
    pub address: String,
    /// Where the server tells who else writes here.
    pub stream: String,
    /// Whether it was saved just now: what this browser keeps is then done with.
    pub is_saved: bool,
    /// Whether the page answers a form: it holds what was typed already.
    pub is_answer: bool,
    /// The name under which this browser keeps it: whose it is, and which form.
    pub key: String,
    /// What the names of all forms of the same entry begin with: a closed tab may have left another.
    pub sort: String,
    /// What is said when it is kept.
    pub kept: String,
    /// What is said while the line is down.
    pub no_line: String,
    /// What is said once the session has ended.
    pub signed_out: String,
    /// What is said before the names of others who write here.
    pub others: String,
    /// What the toolbar and its buttons are called, as `Toolbar` takes it.
    pub tools: Vec<String>,
}
