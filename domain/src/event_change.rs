//! What becomes of an event that is announced: it moves to other days, is put off, called off, or takes place after all.
//!
//! Whoever changes the time or the state of an event writes to everybody who has, or hopes for, a seat. So these changes have
//! a form of their own, which knows of nothing else: what goes out is then known before it does.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::block::fingerprint;
use crate::event::{EventState, EventTime};
use crate::manuscript::{Edit, Fields, Manuscript, Typed};
use crate::{Language, Problem, Rule};

/// The most days of an event.
pub const MOST_DAYS: i32 = 366;

/// What is to become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventChange {
    /// It takes place on other days, or at other hours.
    Move,
    /// It is put off; the days that are shown are the former ones.
    Postpone,
    /// It is called off.
    Cancel,
    /// It takes place after all, as it stands.
    Reinstate,
}

impl EventChange {
    /// Every change.
    pub const ALL: [Self; 4] = [Self::Move, Self::Postpone, Self::Cancel, Self::Reinstate];

    /// The name in addresses and forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Postpone => "postpone",
            Self::Cancel => "cancel",
            Self::Reinstate => "reinstate",
        }
    }

    /// A change by its name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.code() == code)
    }

    /// Whether it can be done with an event that stands so: what was called off is first to take place after all.
    pub const fn fits(self, state: EventState) -> bool {
        match self {
            Self::Postpone => matches!(state, EventState::Scheduled),
            Self::Move | Self::Cancel => !matches!(state, EventState::Cancelled),
            Self::Reinstate => !matches!(state, EventState::Scheduled),
        }
    }

    /// The state that it leads to.
    pub const fn state(self) -> EventState {
        match self {
            Self::Move | Self::Reinstate => EventState::Scheduled,
            Self::Postpone => EventState::Postponed,
            Self::Cancel => EventState::Cancelled,
        }
    }

    /// What its form asks for, by name: of a move `start`, `days`, `start_time` and `end_time`; of a postponement or a
    /// cancellation why, in each language that the event has.
    pub fn fields(self, event: &Manuscript) -> Vec<String> {
        match self {
            Self::Move => ["start", "days", "start_time", "end_time"].map(str::to_owned).to_vec(),
            Self::Postpone | Self::Cancel => event.draft.editions.languages().map(note).collect(),
            Self::Reinstate => Vec::new(),
        }
    }

    /// What these fields show before anything was typed.
    pub fn stored(self, event: &Manuscript) -> BTreeMap<String, String> {
        let fields = Fields::of(event);
        let shown = |field: &String| match (field.as_str(), &event.draft.time) {
            ("days", Some(time)) => day_count(time).to_string(),
            (field, _) => fields.get(field).to_owned(),
        };
        self.fields(event).into_iter().map(|field| (field.clone(), shown(&field))).collect()
    }

    /// The edit that it makes of what was typed into [`Self::fields`]; what was not typed stays as it is stored. The length
    /// stays when the first day moves, for a form says how many days there are.
    ///
    /// # Errors
    /// The fields of a move that cannot be read: a day that does not exist, a number of days that is none.
    pub fn edit(self, event: &Manuscript, typed: &BTreeMap<String, String>) -> Result<Edit, Vec<Problem>> {
        let (stored, shown) = (Fields::of(event), self.stored(event));
        let value = |field: &str| typed.get(field).or_else(|| shown.get(field)).map_or("", |text| text.trim());
        let mut set = vec![("state".to_owned(), self.state().code().to_owned())];
        match self {
            Self::Move => {
                let (start, days) = (value("start"), value("days"));
                let end = last_day(start, days)?;
                set.extend([
                    ("start".to_owned(), start.to_owned()),
                    ("end".to_owned(), end.to_string()),
                    ("start_time".to_owned(), value("start_time").to_owned()),
                    ("end_time".to_owned(), value("end_time").to_owned()),
                ]);
            }
            Self::Postpone | Self::Cancel => {
                set.extend(self.fields(event).into_iter().map(|field| (field.clone(), value(&field).to_owned())));
            }
            Self::Reinstate => {}
        }
        if self.state() == EventState::Scheduled {
            set.extend(event.draft.editions.languages().map(|language| (note(language), String::new())));
        }
        let typed = set.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(stored.get(field)))).collect();
        Ok(Edit { typed, ..Edit::default() })
    }
}

fn note(language: Language) -> String {
    format!("{language}.state_note")
}

/// How many days an event takes.
pub fn day_count(time: &EventTime) -> i32 {
    (time.end - time.start).get_days() + 1
}

fn last_day(start: &str, days: &str) -> Result<Date, Vec<Problem>> {
    let first = start.parse::<Date>().ok().filter(|day| (1900..=2199).contains(&day.year()));
    let count = days.parse::<i32>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
    let mut problems = Vec::new();
    if first.is_none() {
        problems.push(Problem::new("start", start, Rule::Day));
    }
    if count.is_none() {
        problems.push(Problem::new("days", days, Rule::PageNumber));
    }
    match (first, count) {
        (Some(first), Some(count)) => {
            first.checked_add((count - 1).days()).map_err(|_late| vec![Problem::new("start", start, Rule::Day)])
        }
        _ => Err(problems),
    }
}
