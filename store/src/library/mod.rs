//! What readers ask for.

mod entry;
mod events;
mod identity;
mod list;
mod search;
mod summaries;

use std::collections::BTreeMap;

use async_trait::async_trait;
use domain::entry::{Contact, Entry, Identity, Kind};
use domain::listing::{EventListing, Listed, Listing};
use domain::ports::Library;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use crate::db::Db;
use crate::fault::{Halt, stored};

/// An edition is shown while this holds, with the present instant as `$1`.
macro_rules! live {
    ($rest:literal) => {
        concat!(
            " from entry e join edition d on d.entry_id = e.id where e.deleted_at is null and e.visibility = 'public'",
            " and d.state = 'published' and d.publish_at <= $1 and (d.unpublish_at is null or d.unpublish_at > $1)",
            $rest
        )
    };
}
pub(crate) use live;

/// What decides on an edition's place in a list.
#[derive(FromRow, Clone)]
struct Candidate {
    id: i64,
    language: String,
    source_language: String,
    sort_key: String,
    published_on: Option<String>,
    position: i64,
}

/// Of each entry's live editions the one to show, by the fallback rule.
fn one_each(candidates: Vec<Candidate>, wanted: Language) -> Vec<Candidate> {
    let rank = |candidate: &Candidate| {
        (
            candidate.language != wanted.code(),
            candidate.language != candidate.source_language,
            candidate.language.clone(),
        )
    };
    let mut chosen: BTreeMap<i64, Candidate> = BTreeMap::new();
    for candidate in candidates {
        let better = chosen.get(&candidate.id).is_none_or(|best| rank(&candidate) < rank(best));
        if better {
            chosen.insert(candidate.id, candidate);
        }
    }
    chosen.into_values().collect()
}

/// The rows from `offset`, at most `limit` of them.
fn part<T: Clone>(rows: &[T], offset: u32, limit: u32) -> Vec<T> {
    let (offset, limit) = (usize::try_from(offset), usize::try_from(limit));
    rows.iter().skip(offset.unwrap_or(usize::MAX)).take(limit.unwrap_or(usize::MAX)).cloned().collect()
}

fn language(code: &str) -> Result<Language, Halt> {
    stored("language", code.parse())
}

#[async_trait]
impl Library for Db {
    async fn identity(&self, language: Language) -> Result<Identity, Error> {
        Ok(identity::identity(self, language).await?)
    }

    async fn contact(&self, key: &str) -> Result<Contact, Error> {
        Ok(identity::contact(self, key).await?.ok_or(Error::NotFound)?)
    }

    async fn entry(&self, kind: Kind, slug: &Slug, language: Language, now: Timestamp) -> Result<Entry, Error> {
        Ok(entry::entry(self, kind, slug, language, now).await?)
    }

    async fn list(&self, listing: &Listing, now: Timestamp) -> Result<Listed, Error> {
        Ok(list::list(self, listing, now).await?)
    }

    async fn events(&self, listing: &EventListing, now: Timestamp) -> Result<Listed, Error> {
        Ok(events::events(self, listing, now).await?)
    }

    async fn search(&self, words: &str, language: Language, limit: u32, now: Timestamp) -> Result<Listed, Error> {
        Ok(search::search(self, words, language, limit, now).await?)
    }
}
