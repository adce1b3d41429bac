//! A fresh database to prove a promise on.

use std::ops::Deref;
use std::sync::Arc;

use domain::Language;
use domain::entry::{Entry, Kind};
use domain::listing::Listed;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};
use domain::search::{Filters, Found, Query, Search};
use jiff::Timestamp;
use search::Engine;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use store::Db;
use tempfile::TempDir;

use crate::drafts::slug;
use crate::postgres::Database;

/// A database with its schema and nothing in it.
pub(crate) struct Place {
    db: Db,
    pub(crate) engine: Engine,
    url: String,
    /// What is taken away at the end, after the connections above are closed.
    _home: Home,
}

#[expect(dead_code, reason = "kept for what their end does")]
enum Home {
    Folder(TempDir),
    Database(Database),
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
        Self::open(url, Home::Folder(folder)).await
    }

    pub(crate) async fn postgres() -> Self {
        let database = Database::create();
        Self::open(database.url().to_owned(), Home::Database(database)).await
    }

    async fn open(url: String, home: Home) -> Self {
        let db = Db::open(&url).await.unwrap();
        db.migrate().await.unwrap();
        let engine = Engine::new(Arc::new(db.clone()));
        Self { db, engine, url, _home: home }
    }

    /// Does by hand what no port does yet.
    pub(crate) async fn sql(&self, statements: &'static str) {
        if self.url.starts_with("sqlite") {
            SqliteConnection::connect(&self.url).await.unwrap().execute(statements).await.unwrap();
        } else {
            PgConnection::connect(&self.url).await.unwrap().execute(statements).await.unwrap();
        }
    }

    /// Day, words and times of every search that found nothing.
    pub(crate) async fn misses(&self) -> Vec<(String, String, i64)> {
        let sql = "select day, words, times from search_miss order by day, words";
        if self.url.starts_with("sqlite") {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap()
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap()
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

    /// What a search of these words finds.
    pub(crate) async fn find(&self, words: &str, language: Language, limit: usize, now: Timestamp) -> Found {
        let query = Query {
            words: words.to_owned(),
            any: false,
            filters: Filters::default(),
            language,
            offset: 0,
            limit,
            explained: true,
        };
        self.engine.search(&query, now).await.unwrap()
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
