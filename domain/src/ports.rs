//! The ports: what the portal asks of its store. `store` implements each of them on both databases.
//!
//! Laws: a lookup of an address says [`Error::NotFound`], [`Error::Moved`] or [`Error::Gone`]; the instant comes in as
//! `now`; a database that fails is [`Error::Unavailable`], and its cause is logged where it happened.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::entry::{Contact, Entry, Identity, Kind};
use crate::listing::{EventListing, Listed, Listing};
use crate::outbox::{Effect, OutboxCounts};
use crate::pack::{EntryDraft, LoadReport, Pack};
use crate::revision::Revision;
use crate::{Clock, Error, Language, Slug};

/// What readers ask for. Only what is public and published at `now` is ever returned.
#[async_trait]
pub trait Library: Send + Sync {
    /// The site's own words; [`Error::NotFound`] in an empty database.
    async fn identity(&self, language: Language) -> Result<Identity, Error>;

    /// A role contact by its key.
    async fn contact(&self, key: &str) -> Result<Contact, Error>;

    /// One entry with its body. Where it has no edition in `language`, its summary is another edition, by the fallback rule.
    async fn entry(&self, kind: Kind, slug: &Slug, language: Language, now: Timestamp) -> Result<Entry, Error>;

    /// Entries of a kind, each once.
    async fn list(&self, listing: &Listing, now: Timestamp) -> Result<Listed, Error>;

    /// Events, each once.
    async fn events(&self, listing: &EventListing, now: Timestamp) -> Result<Listed, Error>;

    /// Entries of every kind whose title, summary or body in any language has each of the words, folded.
    /// Those with a word in the title come first, then the newest. Words come in plain; at most `limit` are returned.
    async fn search(&self, words: &str, language: Language, limit: u32, now: Timestamp) -> Result<Listed, Error>;
}

/// What writers do. Every operation is one transaction that also writes a revision and an outbox effect.
#[async_trait]
pub trait Desk: Send + Sync {
    /// Stores a new entry. [`Error::Taken`] where its address is, or was, another entry's.
    async fn create(&self, draft: &EntryDraft, actor: &str, reason: &str, now: Timestamp) -> Result<i64, Error>;

    /// Loads a pack, all of it or nothing. Entries whose address is taken are left as they are.
    async fn load(&self, pack: &Pack, now: Timestamp) -> Result<LoadReport, Error>;

    /// Gives an entry another slug; the old one leads to it from now on.
    async fn rename(&self, kind: Kind, slug: &Slug, new: &Slug, actor: &str, now: Timestamp) -> Result<(), Error>;

    /// Deletes an entry: its address says [`Error::Gone`] from now on.
    async fn delete(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error>;

    /// Takes a deletion back.
    async fn restore(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error>;

    /// Every save of an entry, also of a deleted one, latest first.
    async fn history(&self, kind: Kind, slug: &Slug) -> Result<Vec<Revision>, Error>;
}

/// Effects that wait to be done.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Takes at most `limit` effects that are due and that nobody holds, for [`crate::outbox::CLAIM_SECONDS`].
    async fn claim(&self, worker: &str, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error>;

    /// Marks an effect as done. Nothing happens where another worker holds it by now.
    async fn complete(&self, id: i64, worker: &str, now: Timestamp) -> Result<(), Error>;

    /// Gives an effect back after a failure, to be tried at [`crate::outbox::retry_at`].
    async fn fail(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error>;

    /// How many wait, and how many are done.
    async fn counts(&self) -> Result<OutboxCounts, Error>;
}

/// Whether the store answers, and whether what was read may be outdated.
#[async_trait]
pub trait Pulse: Send + Sync {
    /// [`Error::Unavailable`] where the database does not answer.
    async fn beat(&self) -> Result<(), Error>;

    /// How many writes were made through this store in this process: what was read when there were fewer may be outdated.
    fn writes(&self) -> u64;
}

/// Every port and the clock: what a server function finds in its context.
#[derive(Clone)]
pub struct Portal {
    /// Reading.
    pub library: Arc<dyn Library>,
    /// Writing.
    pub desk: Arc<dyn Desk>,
    /// Effects.
    pub outbox: Arc<dyn Outbox>,
    /// Health.
    pub pulse: Arc<dyn Pulse>,
    /// Time.
    pub clock: Arc<dyn Clock>,
}
