//! When an event happens: local days and hours of a zone, as far as they are known.
//!
//! What people wrote is kept (day, hour, zone); the instant is derived, so 09:00 stays 09:00 when the clocks change.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// How exactly the time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the minute: a timed event.
    Minute,
    /// The days are known: an all-day or multi-day event.
    Day,
    /// Some day of the week that begins on the start day.
    Week,
    /// Some day of the month.
    Month,
    /// The days are proposed, not confirmed.
    Unconfirmed,
}

/// Whether it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventState {
    /// As announced.
    #[default]
    Scheduled,
    /// Put off; the days shown are the former ones.
    Postponed,
    /// Called off.
    Cancelled,
}

/// How one takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// At a place.
    InPerson,
    /// By a link.
    Online,
    /// Either.
    Hybrid,
}

macro_rules! codes {
    ($name:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored name, which is also the one in addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this name.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
codes!(Precision { Minute = "minute", Day = "day", Week = "week", Month = "month", Unconfirmed = "unconfirmed" });
codes!(EventState { Scheduled = "scheduled", Postponed = "postponed", Cancelled = "cancelled" });
codes!(Mode { InPerson = "in-person", Online = "online", Hybrid = "hybrid" });

/// The time of an event, as its writers gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTime {
    /// The first day, in the zone.
    pub start: Date,
    /// The hour that it begins, in the zone; only with [`Precision::Minute`].
    pub start_time: Option<Time>,
    /// The last day, in the zone; never before the first.
    pub end: Date,
    /// The hour that it ends, in the zone.
    pub end_time: Option<Time>,
    /// The IANA name of the zone: `America/Jamaica`.
    pub zone: String,
    /// How exactly all this is known.
    pub precision: Precision,
    /// Whether it takes place.
    pub state: EventState,
    /// How one takes part.
    pub mode: Mode,
    /// How often its public face has changed: the iCalendar SEQUENCE.
    pub sequence: i32,
}

/// A time that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsBeforeStart,
    /// No such zone.
    #[error("there is no time zone {0:?}")]
    UnknownZone(String),
    /// A timed event has no hour, or an untimed one has.
    #[error("an hour goes with precision \"minute\", and only with it")]
    HourWithoutMinutePrecision,
}

impl EventTime {
    /// Checks the rules above.
    ///
    /// # Errors
    /// The rule that is broken.
    pub fn check(&self) -> Result<(), BadTime> {
        self.time_zone()?;
        if (self.precision == Precision::Minute) != self.start_time.is_some()
            || (self.end_time.is_some() && self.start_time.is_none())
        {
            return Err(BadTime::HourWithoutMinutePrecision);
        }
        let begins = self.start.to_datetime(self.start_time.unwrap_or_default());
        let ends = self.end.to_datetime(self.end_time.unwrap_or(Time::MAX));
        if ends < begins { Err(BadTime::EndsBeforeStart) } else { Ok(()) }
    }

    /// The zone itself.
    ///
    /// # Errors
    /// [`BadTime::UnknownZone`].
    pub fn time_zone(&self) -> Result<TimeZone, BadTime> {
        TimeZone::get(&self.zone).map_err(|_cause| BadTime::UnknownZone(self.zone.clone()))
    }

    /// The instant it begins, in UTC: midnight of the first day where no hour is known.
    ///
    /// # Errors
    /// [`BadTime::UnknownZone`].
    pub fn starts_at(&self) -> Result<Timestamp, BadTime> {
        self.instant(self.start.to_datetime(self.start_time.unwrap_or_default()))
    }

    /// The instant it is over, in UTC: its end hour, or the midnight after its last day.
    ///
    /// A timed event without an end hour counts as over one hour after its start.
    ///
    /// # Errors
    /// [`BadTime::UnknownZone`].
    pub fn ends_at(&self) -> Result<Timestamp, BadTime> {
        self.instant(match (self.start_time, self.end_time) {
            (_, Some(end)) => self.end.to_datetime(end),
            (Some(start), None) if self.start == self.end => self.end.to_datetime(start).saturating_add(1.hour()),
            _ => self.end.saturating_add(1.day()).to_datetime(Time::default()),
        })
    }

    fn instant(&self, local: DateTime) -> Result<Timestamp, BadTime> {
        self.time_zone()?
            .to_ambiguous_timestamp(local)
            .compatible()
            .map_err(|_cause| BadTime::UnknownZone(self.zone.clone()))
    }

    /// Whether nobody will meet any more: it is past, or called off.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.state == EventState::Cancelled || self.is_past(now)
    }

    /// Whether it is over at this instant.
    pub fn is_past(&self, now: Timestamp) -> bool {
        self.ends_at().is_ok_and(|end| end <= now)
    }

    /// Whether any of its days lies from `first` to `last`.
    pub fn touches(&self, first: Date, last: Date) -> bool {
        self.start <= last && self.end >= first
    }

    /// Whether who comes must be told of it, when it was `before` until now: another day or hour, another state, another
    /// way to take part.
    pub fn is_news_after(&self, before: &Self) -> bool {
        (Self { sequence: self.sequence, ..before.clone() }) != *self
    }

    /// Whether it takes more than one day.
    pub fn is_multi_day(&self) -> bool {
        self.end > self.start
    }
}
