//! What staff have done: every save of an entry, every decision about people and seats, every notice above the pages.
//! It is only ever added to.

use jiff::Timestamp;

use crate::Slug;
use crate::account::Role;
use crate::entry::Kind;
use crate::outbox::LetterKind;
use crate::revision::Change;

/// What was done beside writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Decided on an admission.
    Admission,
    /// Gave an account a role.
    Role,
    /// Set how many seats an event has, and how one gets one.
    Seats,
    /// Decided on a registration.
    Registration,
    /// Set, or took away, the notice above every page.
    Banner,
    /// Uploaded, described, discarded or brought back a file.
    File,
    /// Had a letter sent again.
    Letter,
    /// Made a link to a preview, or took one back.
    Preview,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 8] = [
        Self::Admission,
        Self::Role,
        Self::Seats,
        Self::Registration,
        Self::Banner,
        Self::File,
        Self::Letter,
        Self::Preview,
    ];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Admission => "admission",
            Self::Role => "role",
            Self::Seats => "seats",
            Self::Registration => "registration",
            Self::Banner => "banner",
            Self::File => "file",
            Self::Letter => "letter",
            Self::Preview => "preview",
        }
    }

    /// Which of the staff may know of it: decisions on people, and letters about accounts, are for who decides on people.
    pub fn known_to(self, subject: &str) -> Role {
        match self {
            Self::Admission | Self::Role => Role::Admin,
            Self::Letter => letter_of(subject).map_or(Role::Admin, |(kind, _)| kind.known_to()),
            Self::Seats | Self::Registration | Self::Banner | Self::File | Self::Preview => Role::Editor,
        }
    }

    /// A deed by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.code() == code)
    }
}

/// What stands between the sort of a letter and the address that it went to.
const ARROW: &str = " → ";

/// The subject of a deed that concerns a letter.
pub fn letter_subject(kind: LetterKind, address: &str) -> String {
    format!("{}{ARROW}{address}", kind.topic())
}

/// The letter that such a subject names, and the address that it went to.
pub fn letter_of(subject: &str) -> Option<(LetterKind, &str)> {
    let (topic, address) = subject.split_once(ARROW)?;
    Some((LetterKind::from_topic(topic)?, address))
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An entry was saved: what changed, and why.
    Saved {
        /// What it is.
        kind: Kind,
        /// Its address.
        slug: Slug,
        /// Field by field, before and after.
        changes: Vec<Change>,
        /// In the writer's words.
        reason: String,
    },
    /// Something else was done.
    Done {
        /// What.
        deed: Deed,
        /// To whom or to what.
        subject: String,
        /// How it was before.
        before: String,
        /// How it was then.
        after: String,
    },
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// When.
    pub at: Timestamp,
    /// The name of who did it.
    pub actor: String,
    /// What.
    pub what: What,
}

/// What of the log is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditFilter {
    /// Words of the name of who did it, in any case.
    pub actor: String,
    /// Words of what it was done to, in any case.
    pub subject: String,
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub until: Option<Timestamp>,
}

/// Which of the lines that match are wanted, the latest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditSpan {
    /// So many are passed over.
    pub skip: usize,
    /// So many are wanted, at most.
    pub take: usize,
}

impl AuditSpan {
    /// Every line.
    pub const ALL: Self = Self { skip: 0, take: usize::MAX };
}

/// Some lines of those that match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditLines {
    /// The lines, the latest first.
    pub lines: Vec<AuditLine>,
    /// How many match in all.
    pub total: usize,
}
