//! Effects as data: what must happen outside is written in the transaction that causes it, and done later by a job. Most of
//! them become letters, which staff can look after.

use jiff::Timestamp;

use crate::Slug;
use crate::account::Role;
use crate::entry::Kind;

/// An effect that waits to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The stored id.
    pub id: i64,
    /// What sort of effect: `entry.published`, `mail.published`.
    pub topic: String,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// How often it was tried before.
    pub attempts: i64,
    /// When it was written.
    pub created: Timestamp,
}

/// Where an effect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Neither done nor given up.
    pub waiting: u64,
    /// Done.
    pub done: u64,
}

/// Which effects a worker does. Nobody waits for a document to be read, and that may take long: letters do not stand behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Letters, and everything else that is soon done.
    Letters,
    /// Documents that were stored and wait to be read.
    Documents,
}

/// How long a worker may hold an effect before another may take it: 5 minutes.
pub const CLAIM_SECONDS: i64 = 300;

/// After so many attempts, some four days, a letter is given up: staff decide what becomes of it.
pub const MOST_ATTEMPTS: i64 = 14;

/// When to try again after this many attempts: one minute, doubled each time, at most a day.
pub fn retry_at(now: Timestamp, attempts: i64) -> Timestamp {
    let exponent = u32::try_from(attempts.clamp(0, 11)).unwrap_or(0);
    let seconds = (60_i64 << exponent).min(86_400);
    now.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap_or(now)
}

/// What a letter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// Confirm the address of a new account.
    Confirm,
    /// Somebody asked for an account with an address that has one.
    Known,
    /// Set a new password.
    Reset,
    /// Confirm another address.
    NewAddress,
    /// The mail address has changed; told to the old one and to the new one.
    AddressChanged,
    /// The password has changed.
    PasswordChanged,
    /// The secretariat has decided on an admission.
    Decision,
    /// People ask for an account; told to who decides on them.
    Applicants,
    /// A registration came to stand somewhere.
    Registration,
    /// An event that somebody registered for has changed.
    Moved,
    /// An event that somebody has a seat at is near.
    Reminder,
    /// Something was published in a network.
    Published,
    /// What was published in several networks.
    Digest,
}

impl LetterKind {
    /// Every kind: those about accounts first.
    pub const ALL: [Self; 13] = [
        Self::Confirm,
        Self::Known,
        Self::Reset,
        Self::NewAddress,
        Self::AddressChanged,
        Self::PasswordChanged,
        Self::Decision,
        Self::Applicants,
        Self::Registration,
        Self::Moved,
        Self::Reminder,
        Self::Published,
        Self::Digest,
    ];

    /// The topic of the effect that becomes such a letter.
    pub const fn topic(self) -> &'static str {
        match self {
            Self::Confirm => "mail.confirm",
            Self::Known => "mail.known",
            Self::Reset => "mail.reset",
            Self::NewAddress => "mail.email",
            Self::AddressChanged => "mail.address",
            Self::PasswordChanged => "mail.password",
            Self::Decision => "mail.decision",
            Self::Applicants => "mail.applicants",
            Self::Registration => "mail.registration",
            Self::Moved => "mail.moved",
            Self::Reminder => "mail.reminder",
            Self::Published => "mail.published",
            Self::Digest => "mail.digest",
        }
    }

    /// A kind by its topic.
    pub fn from_topic(topic: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.topic() == topic)
    }

    /// Which of the staff may know of it: letters about accounts are for who decides on people.
    pub const fn known_to(self) -> Role {
        match self {
            Self::Confirm
            | Self::Known
            | Self::Reset
            | Self::NewAddress
            | Self::AddressChanged
            | Self::PasswordChanged
            | Self::Decision
            | Self::Applicants => Role::Admin,
            Self::Registration | Self::Moved | Self::Reminder | Self::Published | Self::Digest => Role::Editor,
        }
    }
}

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterState {
    /// It was not tried yet.
    Waiting,
    /// It failed, and will be tried again.
    Retrying,
    /// It was handed to the mail server.
    Sent,
    /// When its time came, there was nothing to tell any more.
    Needless,
    /// It was given up.
    Failed,
}

impl LetterState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Retrying, Self::Sent, Self::Needless, Self::Failed];

    /// The name of the state, as addresses and queries have it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Retrying => "retrying",
            Self::Sent => "sent",
            Self::Needless => "needless",
            Self::Failed => "failed",
        }
    }

    /// A state by its name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether staff may have it sent again.
    pub const fn can_be_sent_again(self) -> bool {
        matches!(self, Self::Sent | Self::Failed)
    }
}

/// A letter as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLine {
    /// The stored id of its effect.
    pub id: i64,
    /// What it is about.
    pub kind: LetterKind,
    /// The entry that it speaks of.
    pub entry: Option<(Kind, Slug)>,
    /// The name of whom it is for; empty where the account is gone.
    pub name: String,
    /// The mail address that it went to, or will go to.
    pub address: String,
    /// Where it stands.
    pub state: LetterState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was called for.
    pub created: Timestamp,
    /// When it is tried next, or was sent, or given up.
    pub at: Timestamp,
    /// What the last attempt failed of.
    pub cause: String,
    /// Whether staff had it sent again: as a letter of its own.
    pub is_resent: bool,
}

/// Which letters are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LetterFilter {
    /// Only those that stand here.
    pub state: Option<LetterState>,
    /// Only those for somebody whose name or address has these words, in any case.
    pub to: String,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// A part of the letters that were asked for, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letters {
    /// The part.
    pub lines: Vec<LetterLine>,
    /// How many there are in all.
    pub total: u64,
}
