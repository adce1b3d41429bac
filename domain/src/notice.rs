//! Notices: what members are told in the portal itself, and the digest, a letter a day or a week.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::Slug;
use crate::entry::Kind;
use crate::registration::State;

/// How often somebody's digest comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Every {
    /// Once a day.
    Day,
    /// Once a week.
    #[default]
    Week,
}

impl Every {
    /// Every choice, the most often first.
    pub const ALL: [Self; 2] = [Self::Day, Self::Week];

    /// The name of the choice, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    /// A choice by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|every| every.code() == code)
    }

    /// How much lies between two digests.
    pub const fn span(self) -> SignedDuration {
        match self {
            Self::Day => SignedDuration::from_hours(24),
            Self::Week => SignedDuration::from_hours(7 * 24),
        }
    }
}

/// How far a digest looks back at most: who has not had one for long is told what is new, not everything.
pub const LOOK_BACK: SignedDuration = SignedDuration::from_hours(28 * 24);

/// How long before an event who has a seat is reminded, the shortest first: a day, and a week.
pub const REMINDERS: [SignedDuration; 2] = [SignedDuration::from_hours(24), SignedDuration::from_hours(7 * 24)];

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An entry of a network that one follows was published.
    Published,
    /// One's registration for an event came to stand here.
    Registration(State),
    /// An event that one has registered for has changed.
    Moved,
    /// An event that one has a seat at is near.
    Reminder,
    /// Somebody asks for an account: the id of theirs. Told to who decides on people.
    Applicant(i64),
}

impl About {
    /// The name of what it is about, as it is stored.
    pub const fn topic(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Registration(_) => "registration",
            Self::Moved => "moved",
            Self::Reminder => "reminder",
            Self::Applicant(_) => "applicant",
        }
    }

    /// What it is about by its stored name, and the state or the applicant that goes with it.
    pub fn from_topic(topic: &str, state: Option<&str>, applicant: Option<i64>) -> Option<Self> {
        match topic {
            "published" => Some(Self::Published),
            "moved" => Some(Self::Moved),
            "reminder" => Some(Self::Reminder),
            "applicant" => applicant.map(Self::Applicant),
            "registration" => State::from_code(state?).map(Self::Registration),
            _ => None,
        }
    }
}

/// A notice as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The stored id.
    pub id: i64,
    /// What it is about.
    pub about: About,
    /// The entry that it is about: what it is, and its address. None where it is about a person.
    pub entry: Option<(Kind, Slug)>,
    /// Since when.
    pub created: Timestamp,
    /// Whether it was marked as read.
    pub is_read: bool,
}

/// For how long applicants are gathered into one letter: a quarter of an hour.
pub const APPLICANTS_GATHER: SignedDuration = SignedDuration::from_mins(15);

/// An entry of a network that somebody follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Since when readers see it.
    pub since: Timestamp,
}

/// Somebody whose digest is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDigest {
    /// Whose.
    pub account: i64,
    /// When their last one was made; before the first, when they asked for their account; no more than
    /// [`LOOK_BACK`] ago.
    pub since: Timestamp,
}

/// An entry that a digest names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
}
