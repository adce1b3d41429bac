//! What is read and downloaded, counted by the day. A count knows what, when and how often: not who, from where or with what.

use async_trait::async_trait;
use jiff::civil::Date;

use crate::account::Staff;
use crate::file::Uid;
use crate::language::Texts;
use crate::{Error, Language};

/// What can be read or downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A public page.
    Page {
        /// Its path below the language, `repository/a-report`; empty for the home page.
        path: String,
        /// The language of its address.
        language: Language,
    },
    /// A document.
    File(Uid),
}

/// How often something was read or downloaded on a day of the region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// The day.
    pub day: Date,
    /// What.
    pub subject: Subject,
    /// How often.
    pub times: u64,
}

/// How often a page was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Views {
    /// Its path below the language.
    pub path: String,
    /// How often in each language.
    pub times: Texts<u64>,
}

impl Views {
    /// How often in both languages together.
    pub fn total(&self) -> u64 {
        self.times.iter().map(|(_, times)| times).sum()
    }
}

/// The counts of all processes, added up.
#[async_trait]
pub trait Traffic: Send + Sync {
    /// Adds to what was counted before: all of it, or nothing. What is no file is left out.
    async fn add(&self, counts: &[Count]) -> Result<(), Error>;

    /// The pages that were read from the first of these days to the last, both included; the most read first.
    async fn views(&self, staff: &Staff, first: Date, last: Date) -> Result<Vec<Views>, Error>;

    /// The documents that were downloaded on these days and how often; the most downloaded first.
    async fn downloads(&self, staff: &Staff, first: Date, last: Date) -> Result<Vec<(Uid, u64)>, Error>;

    /// How often these documents together were ever downloaded.
    async fn downloaded(&self, uids: &[Uid]) -> Result<u64, Error>;
}
