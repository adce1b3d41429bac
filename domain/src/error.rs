//! What can go wrong, in words that both sides of the wire share.

use serde::{Deserialize, Serialize};

use crate::Slug;
use crate::entry::Kind;

/// The outcome of a request that cannot be served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Error {
    /// Nothing has this address, and nothing ever had.
    #[error("not found")]
    NotFound,
    /// The entry was renamed: its slug is now this one.
    #[error("moved to {0}")]
    Moved(Slug),
    /// The entry was deleted.
    #[error("gone")]
    Gone,
    /// Something that was typed breaks a rule.
    #[error("invalid: {0:?}")]
    Invalid(Vec<Problem>),
    /// Another entry of this kind has the address already.
    #[error("{0:?} {1} exists already")]
    Taken(Kind, Slug),
    /// Only who is signed in may have it.
    #[error("sign in")]
    SignIn,
    /// Who is signed in may not have it.
    #[error("forbidden")]
    Forbidden,
    /// The database cannot be reached or does not answer; the cause is in the log.
    #[error("unavailable")]
    Unavailable,
}

/// One field that breaks one rule. The words for it are in the reader's language, in `app`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name in the form or the address: `date`.
    pub field: String,
    /// What was typed, cut to 100 characters.
    pub typed: String,
    /// The rule that it breaks.
    pub rule: Rule,
}

impl Problem {
    /// A problem with what was typed into a field.
    pub fn new(field: &str, typed: &str, rule: Rule) -> Self {
        Self { field: field.to_owned(), typed: typed.chars().take(100).collect(), rule }
    }
}

/// The rules that input can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// It must be one of the values offered.
    OneOfTheList,
    /// It must be a day that exists, written `2026-11-23`, from 1900 to 2199.
    Day,
    /// It must be a whole number from 1 up.
    PageNumber,
    /// It must be a whole number from the first to the second of these.
    Between(u32, u32),
    /// It must be at most this many characters long.
    AtMost(usize),
    /// There must be at most so many of them: parts of a body, sessions, files.
    Count(usize),
    /// It must be at least this many characters long.
    AtLeast(usize),
    /// It must not be empty.
    Needed,
    /// It must be an hour: `09:30`.
    Hour,
    /// It must be a year, with four digits.
    Year,
    /// It must be a number: `14000`, `22.5`.
    Number,
    /// It must be a day and an hour: `2026-11-23 09:30`.
    Moment,
    /// It must not be over.
    Ahead,
    /// It must be later than what comes before it.
    Later,
    /// It must be an address of the web.
    Link,
    /// It must be a DOI: `10.18356/9789210027045`.
    Doi,
    /// It must be words of lower-case letters and digits with hyphens between them.
    Slug,
    /// It must be small Markdown: no HTML, no code, headings of the second and third level.
    SmallMarkdown,
    /// It must be a file of the library that is not in the bin.
    InLibrary,
    /// Only a document can have it, no picture.
    ForDocuments,
    /// It must be a mail address.
    Email,
    /// It must not be known already.
    Known,
    /// It must be two choices or more, a line each, and as many in each language.
    Choices,
    /// It must be the mail address of a member.
    Member,
    /// It must not be the address of somebody who is registered already.
    NotRegistered,
    /// It must be one of the event's days.
    EventDay,
    /// It must be a number of minutes, from 0 to [`MOST_OPENS`](crate::meeting::MOST_OPENS).
    Minutes,
    /// It must have a column with mail addresses.
    AddressColumn,
    /// It must have at most [`MOST_ROWS`](crate::enrolment::MOST_ROWS) rows.
    Rows,
    /// There must be a free seat.
    FreeSeat,
    /// What it takes the place of must have been seen ([`seen`](crate::seen)).
    Seen,
    /// It must be a number of seats, from 1 to [`MOST_SEATS`](crate::registration::MOST_SEATS).
    Seats,
}
