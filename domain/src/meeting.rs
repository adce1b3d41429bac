//! Joining an event online: the link, and the window in which who has a seat is led to it.
//!
//! The link stands in the manuscript and is read for who may join; no answer to readers knows it.

use jiff::{SignedDuration, Timestamp};

use crate::event::{EventState, EventTime, Mode, Precision};

/// How many minutes before the start a link opens where nothing else is said.
pub const USUAL_OPENS: u32 = 30;
/// The most minutes before the start: a day.
pub const MOST_OPENS: u32 = 24 * 60;

/// How an event is joined online.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The address of the meeting, which begins with `https://`.
    pub link: String,
    /// How many minutes before the start it opens, at most [`MOST_OPENS`].
    pub opens: u32,
}

/// From when until when one can join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// It opens at this instant.
    pub opens: Timestamp,
    /// And closes at this one, when the event ends.
    pub closes: Timestamp,
}

/// Whether one can join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Not yet.
    Before,
    /// Now.
    Open,
    /// Not any more.
    Over,
}

impl Window {
    /// The window of an event whose link opens so many minutes before the start. None where nobody joins online, where the
    /// event does not take place as announced, and where its days are not known.
    pub fn of(opens: u32, time: &EventTime) -> Option<Self> {
        let is_known = matches!(time.precision, Precision::Minute | Precision::Day);
        if !is_known || time.mode == Mode::InPerson || time.state != EventState::Scheduled {
            return None;
        }
        let opens = time.starts_at().ok()?.checked_sub(SignedDuration::from_mins(i64::from(opens))).ok()?;
        Some(Self { opens, closes: time.ends_at().ok()? })
    }

    /// Whether one can join at this instant.
    pub fn at(&self, now: Timestamp) -> Door {
        if now < self.opens {
            Door::Before
        } else if now < self.closes {
            Door::Open
        } else {
            Door::Over
        }
    }
}
