//! Seats at events: a registration, its states, and the waiting list.
//!
//! A seat is taken by who is registered and kept for whom it is offered to. Who waits is offered a free seat in the order of
//! the list, for a while, and only before the event begins; who does not take it in time loses the offer to the next.
//! "Pending" waits for a decision of staff, "waiting" for a seat: two words, because they are two things.

use jiff::{SignedDuration, Timestamp};

use crate::account::Account;
use crate::fold::has_words;
use crate::question::{Answer, Question};
use crate::{Problem, Rule, Slug};

/// How long an offered seat is kept: two days, but not longer than until the event begins.
pub const OFFER: SignedDuration = SignedDuration::from_hours(48);

/// How one gets a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Not through the portal.
    Closed,
    /// Whoever comes first.
    Open,
    /// Staff decide on each.
    Approval,
}

impl Mode {
    /// The name of the mode, as it is stored and as content files say it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::Approval => "approval",
        }
    }

    /// A mode by its name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Closed, Self::Open, Self::Approval].into_iter().find(|mode| mode.code() == code)
    }
}

/// The most seats that an event may be given.
pub const MOST_SEATS: u32 = 100_000;

/// How many seats an event has, and how one gets one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatRules {
    /// How one gets a seat.
    pub mode: Mode,
    /// How many there are; no limit where there is none.
    pub capacity: Option<u32>,
}

/// Where a registration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Waits for a decision of staff.
    Pending,
    /// Has a seat.
    Registered,
    /// Waits for a seat.
    Waiting,
    /// Is offered a seat.
    Offered,
    /// Did not take an offered seat in time.
    Lapsed,
    /// Gave it up.
    Cancelled,
    /// Staff said no.
    Refused,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 7] =
        [Self::Pending, Self::Registered, Self::Waiting, Self::Offered, Self::Lapsed, Self::Cancelled, Self::Refused];

    /// The name of the state, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Registered => "registered",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Lapsed => "lapsed",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
        }
    }

    /// A state by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether somebody in this state has, or hopes for, a seat.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Pending | Self::Registered | Self::Waiting | Self::Offered)
    }
}

/// Where somebody newly asking for a seat comes to stand, when `taken` are taken or offered and `waiting` wait.
pub const fn first_state(rules: SeatRules, taken: u32, waiting: u32) -> Option<State> {
    match rules.mode {
        Mode::Closed => None,
        Mode::Approval => Some(State::Pending),
        Mode::Open => Some(seated_or_waiting(rules, taken, waiting)),
    }
}

/// A seat where one is free and nobody waits for it.
pub const fn seated_or_waiting(rules: SeatRules, taken: u32, waiting: u32) -> State {
    match rules.capacity {
        Some(capacity) if taken >= capacity || waiting > 0 => State::Waiting,
        _ => State::Registered,
    }
}

/// How many of those who wait can be offered a seat.
pub fn free(rules: SeatRules, taken: u32, waiting: u32) -> u32 {
    rules.capacity.map_or(waiting, |capacity| capacity.saturating_sub(taken).min(waiting))
}

/// The most characters of a reason.
pub const LONGEST_REASON: usize = 500;

/// What staff decide on a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// There is a seat.
    Admit,
    /// There is a place in the list; a seat, where one has become free.
    List,
    /// There is none, for this reason, which the person reads.
    Refuse(String),
    /// The seat, the offer or the place in the list is taken away, for this reason.
    Remove(String),
}

impl Decision {
    /// Reads what was decided. The fields are named `decision` and `reason`.
    ///
    /// # Errors
    /// The field that breaks a rule.
    pub fn read(decision: &str, reason: &str) -> Result<Self, Problem> {
        match decision {
            "admit" => Ok(Self::Admit),
            "list" => Ok(Self::List),
            "refuse" => Ok(Self::Refuse(read_reason(reason)?)),
            "remove" => Ok(Self::Remove(read_reason(reason)?)),
            other => Err(Problem::new("decision", other, Rule::OneOfTheList)),
        }
    }

    /// Whether it can be decided on a registration that stands so: who is pending is admitted or refused, who has or hopes
    /// for a seat can lose it.
    pub const fn fits(&self, state: State) -> bool {
        match self {
            Self::Admit | Self::List | Self::Refuse(_) => matches!(state, State::Pending),
            Self::Remove(_) => state.is_active(),
        }
    }

    /// The reason that goes with it; empty where none does.
    pub fn reason(&self) -> &str {
        match self {
            Self::Admit | Self::List => "",
            Self::Refuse(reason) | Self::Remove(reason) => reason,
        }
    }
}

fn read_reason(typed: &str) -> Result<String, Problem> {
    match typed.trim() {
        "" => Err(Problem::new("reason", "", Rule::Needed)),
        long if long.chars().count() > LONGEST_REASON => {
            Err(Problem::new("reason", long, Rule::AtMost(LONGEST_REASON)))
        }
        reason => Ok(reason.to_owned()),
    }
}

/// A registration as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The stored id.
    pub id: i64,
    /// The event's address.
    pub event: Slug,
    /// Where it stands.
    pub state: State,
    /// The place in the waiting list, from 1, for who waits.
    pub position: Option<u32>,
    /// Until when an offered seat is kept.
    pub offer_ends: Option<Timestamp>,
    /// What staff said when they refused it or took it away; empty where they said nothing.
    pub reason: String,
}

impl Registration {
    /// Whether a seat is offered that can still be taken.
    pub fn is_offer(&self, now: Timestamp) -> bool {
        self.state == State::Offered && self.offer_ends.is_some_and(|ends| ends > now)
    }
}

/// Somebody with a registration, as staff see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The stored id of the registration.
    pub registration: i64,
    /// Who.
    pub account: Account,
    /// Where the registration stands.
    pub state: State,
    /// What staff said when they refused it or took it away; empty where they said nothing.
    pub reason: String,
    /// What they answered.
    pub answers: Vec<Answer>,
}

/// Which of those who have asked for a seat are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParticipantFilter {
    /// Only those that stand so.
    pub state: Option<State>,
    /// Words of the name, in any case and with or without accents.
    pub words: String,
}

impl ParticipantFilter {
    /// Whether somebody is shown.
    pub fn fits(&self, participant: &Participant) -> bool {
        self.state.is_none_or(|state| state == participant.state)
            && has_words(&participant.account.profile.name, &self.words)
    }
}

/// The seats of an event, as one person sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// The rules.
    pub rules: SeatRules,
    /// How many are taken or offered.
    pub taken: u32,
    /// How many wait.
    pub waiting: u32,
    /// How many minutes before the start the link to join opens, where there is one; who may have it asks for it.
    pub link_opens: Option<u32>,
    /// One's own registration, if one ever asked.
    pub own: Option<Registration>,
    /// What is asked of who registers.
    pub questions: Vec<Question>,
    /// What one has answered.
    pub answers: Vec<Answer>,
}

impl Seats {
    /// Whether who asks now gets no seat at once.
    pub fn is_full(&self) -> bool {
        seated_or_waiting(self.rules, self.taken, self.waiting) == State::Waiting
    }
}
