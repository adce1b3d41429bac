//! A fresh database to prove a promise on.

use std::ops::Deref;

use domain::Language;
use domain::entry::{Entry, Kind};
use domain::listing::Listed;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};
use jiff::Timestamp;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use store::Db;
use tempfile::TempDir;

use crate::drafts::slug;
use crate::postgres;

/// A database with its schema and nothing in it.
pub(crate) struct Place {
    db: Db,
    url: String,
    _folder: Option<TempDir>,
}

impl Deref for Place {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

/// Noon of 24 November 2026: the day on which these tests play.
pub(crate) fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// So many minutes after [`now`].
pub(crate) fn later(minutes: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_mins(minutes)
}

impl Place {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/portal.db", folder.path().display());
        Self::open(url, Some(folder)).await
    }

    pub(crate) async fn postgres() -> Self {
        Self::open(postgres::database(), None).await
    }

    async fn open(url: String, folder: Option<TempDir>) -> Self {
        let db = Db::open(&url).await.unwrap();
        db.migrate().await.unwrap();
        Self { db, url, _folder: folder }
    }

    /// Does by hand what no port does yet.
    pub(crate) async fn sql(&self, statements: &'static str) {
        if self.url.starts_with("sqlite") {
            SqliteConnection::connect(&self.url).await.unwrap().execute(statements).await.unwrap();
        } else {
            PgConnection::connect(&self.url).await.unwrap().execute(statements).await.unwrap();
        }
    }

    /// A second way into the same database, as another node has.
    pub(crate) async fn another_node(&self) -> Db {
        Db::open(&self.url).await.unwrap()
    }

    /// Stores entries, in this order.
    pub(crate) async fn with(&self, drafts: impl IntoIterator<Item = EntryDraft>) {
        for draft in drafts {
            self.create(&draft, "ana", "a test", now()).await.unwrap();
        }
    }

    /// An entry as an English reader sees it.
    pub(crate) async fn read(&self, kind: Kind, name: &str) -> Result<Entry, domain::Error> {
        self.entry(kind, &slug(name), Language::En, now()).await
    }
}

/// The slugs of a list.
pub(crate) fn slugs(listed: &Listed) -> Vec<&str> {
    listed.items.iter().map(|summary| summary.slug.as_str()).collect()
}
