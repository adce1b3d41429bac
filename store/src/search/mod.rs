//! What the index of the search reads: what has changed, and of it what readers may see.

mod changes;
mod documents;
mod missed;
mod pages;

use async_trait::async_trait;
use domain::account::Staff;
use domain::entry::Summary;
use domain::search::{Changes, Cursor, Document, Missed, SearchSource};
use domain::{Error, Language};
use jiff::Timestamp;

pub(crate) use self::changes::{changed, users_changed};
pub(crate) use self::pages::{leave_to_read, put_pages};
use crate::db::Db;
use crate::library::summaries;

#[async_trait]
impl SearchSource for Db {
    async fn changes(&self, since: Option<&Cursor>, now: Timestamp) -> Result<Changes, Error> {
        let since = since.cloned();
        self.read(move |tx| Box::pin(async move { changes::changes(tx, since.as_ref(), now).await })).await
    }

    async fn documents(&self, entries: &[i64], now: Timestamp) -> Result<Vec<Document>, Error> {
        let entries = entries.to_vec();
        self.read(move |tx| Box::pin(async move { documents::documents(tx, &entries, now).await })).await
    }

    async fn summaries(&self, entries: &[i64], language: Language, now: Timestamp) -> Result<Vec<Summary>, Error> {
        summaries(self, entries, language, now).await
    }

    async fn missed(&self, words: &str, language: Language, now: Timestamp) -> Result<(), Error> {
        let words = words.to_owned();
        self.write_unseen(move |tx| Box::pin(async move { missed::missed(tx, &words, language, now).await })).await
    }

    async fn most_missed(&self, _staff: &Staff, now: Timestamp) -> Result<Vec<Missed>, Error> {
        missed::most(self, now).await
    }
}

/// So many places for parameters, from the second on: `$2, $3`. The first is now.
fn places(count: usize) -> String {
    (2..2 + count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}
