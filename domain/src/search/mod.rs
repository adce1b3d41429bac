//! The search: what may be asked, what is found and why. One question goes through every kind of entry and both languages.
//!
//! The index is made of what readers may see ([`SearchSource`]) and answers by the port [`Search`]. Lists with facets, like the
//! repository, ask the same port without words.

mod concepts;
mod filters;
mod missed;
mod request;

use std::ops::Range;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::account::Staff;
use crate::entry::{Kind, PublicationForm, Summary};
use crate::file::Uid;
use crate::language::Texts;
use crate::{Error, Language, Slug};

pub use self::concepts::{CONCEPTS, Concept, Mistake};
pub use self::filters::{Facet, Filters};
pub use self::missed::{LEAST_MISSED, Missed};
pub use self::request::{SearchAsked, SearchRequest};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Words as typed; empty for everything that the filters let through.
    pub words: String,
    /// Whether one of the words is enough.
    pub any: bool,
    /// What else must be true of a hit.
    pub filters: Filters,
    /// The reader's language.
    pub language: Language,
    /// How many hits to leave out at the beginning.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
    /// Whether it is told of each hit where the words stand and why it was found, and where there are none what may be meant; that
    /// takes texts to be read.
    pub explained: bool,
}

/// For each facet its values, and how many entries have each.
pub type FacetCounts = Vec<(Facet, Vec<(String, usize)>)>;

/// What is found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// How many entries in all.
    pub total: usize,
    /// The part asked for, the best first; without words the newest first.
    pub hits: Vec<Hit>,
    /// For each facet its values with the number of hits that one more choice would leave; the most first.
    pub facets: FacetCounts,
    /// How the words would be written where nothing has them as they were typed, and something has these.
    pub respelled: Option<String>,
    /// Words that may be meant where nothing has what was typed: those that something has, written as it has them. Only where
    /// hits are explained.
    pub offer: Option<String>,
    /// Names of the same thing that were looked for beside what was typed.
    pub concepts: Vec<&'static Concept>,
}

/// An entry that is found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// As lists show it.
    pub summary: Summary,
    /// Where the words stand; none where nothing but the title has them, or no words were asked for.
    pub passage: Option<Passage>,
    /// Why it is found, where the words do not stand in it as they were typed.
    pub reasons: Vec<Reason>,
}

/// A piece of a text with words marked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The piece; it begins and ends at a word.
    pub text: String,
    /// The bytes of it that are marked, in order, none in another.
    pub marks: Vec<Range<usize>>,
    /// The language that it is in.
    pub language: Language,
    /// The document that it stands in, and the page, from 1; none for the text of the entry itself.
    pub document: Option<(Uid, u32)>,
    /// Whether the text goes on before and behind.
    pub is_cut: (bool, bool),
}

/// Why an entry is found although a word does not stand in it as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Another form of the word stands in it: singular, plural.
    Form {
        /// As typed.
        typed: String,
        /// As it stands there.
        found: String,
    },
    /// A word that is written almost alike stands in it.
    Spelling {
        /// As typed.
        typed: String,
        /// As it stands there.
        found: String,
    },
    /// Another name of the same thing stands in it.
    Concept {
        /// As typed.
        typed: String,
        /// As it stands there.
        found: String,
    },
    /// The words stand in another language of it than the reader's.
    Language(Language),
    /// The words stand in a document of it.
    Document,
}

/// A suggestion while one types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The title, in the reader's language where there is one.
    pub title: String,
    /// The language of the title.
    pub language: Language,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
}

/// The search.
#[async_trait]
pub trait Search: Send + Sync {
    /// Looks for words. Everything written before the call is found, whoever wrote it.
    async fn search(&self, query: &Query, now: Timestamp) -> Result<Found, Error>;

    /// Counts a search that found nothing, by its day; that it could not be counted harms nobody.
    async fn missed(&self, words: &str, language: Language, now: Timestamp);

    /// What was looked for most and found nowhere when it was, of what was looked for often enough; at most ten, the most first.
    async fn most_missed(&self, staff: &Staff, now: Timestamp) -> Result<Vec<Missed>, Error>;

    /// Entries whose title has the words, the last of them perhaps not typed to its end; at most `limit`.
    async fn suggest(
        &self,
        typed: &str,
        language: Language,
        limit: usize,
        now: Timestamp,
    ) -> Result<Vec<Suggestion>, Error>;
}

/// An entry as the index knows it: only what readers may see.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The stored id.
    pub id: i64,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// The texts of each language that is shown.
    pub texts: Texts<DocumentText>,
    /// The language that the others are translated from.
    pub source: Language,
    /// Ids of its networks.
    pub networks: Vec<i64>,
    /// Ids of its countries.
    pub countries: Vec<i64>,
    /// The day that orders it: that it bears, or that it begins on.
    pub day: Option<Date>,
    /// The years that it bears: one, but for sets of figures, which bear those of their figures.
    pub years: Vec<i16>,
    /// Of a publication: what sort of work, who issued it, and the codes of the languages that it exists in.
    pub work: Option<Work>,
    /// The pages of its documents that everybody may open.
    pub pages: Vec<Page>,
}

/// What the repository tells of a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// What sort of work it is.
    pub form: PublicationForm,
    /// Who issued it.
    pub publisher: Option<String>,
    /// BCP 47 codes.
    pub languages: Vec<String>,
}

/// What stands in an entry, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentText {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Everything else that its page shows, plain.
    pub body: String,
}

/// A page of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The document.
    pub file: Uid,
    /// The language that it is in, where it is known and one of the portal's.
    pub language: Option<Language>,
    /// From 1.
    pub number: u32,
    /// Its text.
    pub text: String,
}

/// How far an index has read, so that it hears only of what is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The instant of the reading: what was published or taken back by the hour since is new, too.
    pub at: Timestamp,
    /// The last changes that were read. Of two that are written at once the later may be seen first, so one number does not do.
    pub seen: Vec<i64>,
}

/// What is new since a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// How far this reading goes.
    pub cursor: Cursor,
    /// Whether these are all entries that there are, because nothing, or too little, was known before.
    pub is_all: bool,
    /// The entries that may have changed, each once. Those that readers may no longer see have no document.
    pub entries: Vec<i64>,
}

/// Where an index reads what readers may see.
#[async_trait]
pub trait SearchSource: Send + Sync {
    /// What has changed since; without a cursor, or where too much has happened since, every entry.
    async fn changes(&self, since: Option<&Cursor>, now: Timestamp) -> Result<Changes, Error>;

    /// These entries, of them what readers may see at `now`; in no order.
    async fn documents(&self, entries: &[i64], now: Timestamp) -> Result<Vec<Document>, Error>;

    /// These entries as lists show them, in no order; what readers may not see is left out.
    async fn summaries(&self, entries: &[i64], language: Language, now: Timestamp) -> Result<Vec<Summary>, Error>;

    /// Counts a search that found nothing, by its day alone, for three months. Searches with digits or a mail address in them,
    /// and very long ones, are not kept.
    async fn missed(&self, words: &str, language: Language, now: Timestamp) -> Result<(), Error>;

    /// What [`Search::most_missed`] tells.
    async fn most_missed(&self, staff: &Staff, now: Timestamp) -> Result<Vec<Missed>, Error>;
}
