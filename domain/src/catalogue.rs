//! Entries of every kind in one list, for machines: who reads on finds at the end what is new.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::entry::Kind;
use crate::listing::Listed;
use crate::{Error, Language, Slug};

/// A part of the list of everything that readers may see, in the order in which it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogued {
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// The language of titles and summaries; entries without an edition in it come in another one, labelled.
    pub language: Language,
    /// Only those that have an edition in that language.
    pub only: bool,
    /// Only those of this network.
    pub network: Option<Slug>,
    /// Only those of this country.
    pub country: Option<Slug>,
    /// Only those that bear this year; an event bears that of its first day, a set of data those of its figures.
    pub year: Option<i16>,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

impl Catalogued {
    /// Everything.
    pub const fn all(language: Language, limit: u32) -> Self {
        Self { kind: None, language, only: false, network: None, country: None, year: None, offset: 0, limit }
    }
}

/// What is asked for across entries. Only what is public and published at `now` is ever returned.
#[async_trait]
pub trait Catalogue: Send + Sync {
    /// Entries of every kind, each once.
    async fn everything(&self, listing: &Catalogued, now: Timestamp) -> Result<Listed, Error>;

    /// Who has written entries of a kind, as editions in a language name them; each once.
    async fn authors(&self, kind: Kind, language: Language, now: Timestamp) -> Result<Vec<String>, Error>;

    /// Where the entry is that has this identifier, which never changes: [`Error::Gone`] where it was deleted.
    async fn place_of(&self, uid: &str) -> Result<(Kind, Slug), Error>;
}
