//! Opening a database, and the two macros by which one text of SQL serves both.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use domain::{Clock, Portal};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// A database, open. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db(pub(crate) Pools);

#[derive(Debug, Clone)]
pub(crate) enum Pools {
    /// One connection writes, several read: SQLite has one writer at a time, and waiting for it is better done here.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// Why a database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address names no database that the portal knows.
    #[error("The database address must begin with sqlite:// or postgres://, but it is \"{0}\". Set DATABASE_URL.")]
    BadUrl(String),
    /// It cannot be opened or reached.
    #[error("The database cannot be opened: {0}. Check DATABASE_URL, and that the folder or the server is there.")]
    CannotOpen(sqlx::Error),
    /// It was written by a newer version of the portal.
    #[error(
        "The database was written by a newer version of the portal (migration {found}; this version knows up to {known}). Install that version, or restore an older backup."
    )]
    NewerSchema {
        /// The newest migration that it has.
        found: i64,
        /// The newest that this version knows.
        known: i64,
    },
    /// It could not be brought up to date.
    #[error("The database could not be brought up to date: {0}. Nothing was changed by the step that failed.")]
    Migration(MigrateError),
}

/// Runs an expression against the pool that reads; `return` and `?` leave the enclosing function.
macro_rules! on {
    ($db:expr, |$pool:ident| $body:expr) => {
        match &$db.0 {
            $crate::db::Pools::Sqlite { readers: $pool, .. } => $body,
            $crate::db::Pools::Postgres($pool) => $body,
        }
    };
}
pub(crate) use on;

/// Defines functions once for each database: `Connection` names the connection's type in them. Modules listed in `with`
/// were defined so too; their functions for the same database are then called by the module's name.
macro_rules! for_each_database {
    (with $($other:ident),*; $($functions:item)*) => {
        pub(crate) mod sqlite {
            use super::*;
            $(use super::super::$other::sqlite as $other;)*
            type Connection = sqlx::SqliteConnection;
            $($functions)*
        }
        pub(crate) mod postgres {
            use super::*;
            $(use super::super::$other::postgres as $other;)*
            type Connection = sqlx::PgConnection;
            $($functions)*
        }
    };
    ($($functions:item)*) => {
        for_each_database! { with; $($functions)* }
    };
}
pub(crate) use for_each_database;

/// Runs `module::{sqlite,postgres}::function(&mut connection, arguments...)` in one write transaction.
///
/// The transaction has a task of its own: sqlx 0.9 leaves a PostgreSQL transaction open when the future that begins it is
/// dropped, and a request is dropped whenever its reader leaves.
macro_rules! transaction {
    ($db:expr, $module:ident :: $function:ident ( $($argument:expr),* $(,)? )) => {{
        let pools = $db.0.clone();
        let task = tokio::spawn(async move {
            match pools {
                $crate::db::Pools::Sqlite { writer, .. } => {
                    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
                    let outcome = $module::sqlite::$function(&mut transaction, $($argument),*).await?;
                    transaction.commit().await?;
                    Ok(outcome)
                }
                $crate::db::Pools::Postgres(pool) => {
                    let mut transaction = pool.begin().await?;
                    let outcome = $module::postgres::$function(&mut transaction, $($argument),*).await?;
                    transaction.commit().await?;
                    Ok(outcome)
                }
            }
        });
        $crate::fault::settle(task.await)
    }};
}
pub(crate) use transaction;

impl Db {
    /// Opens `sqlite://<file>` (created if absent) or `postgres://...`.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)
                .map_err(OpenError::CannotOpen)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Normal)
                .busy_timeout(Duration::from_secs(5))
                .foreign_keys(true);
            let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await;
            let writer = writer.map_err(OpenError::CannotOpen)?;
            let readers = SqlitePoolOptions::new().max_connections(8).connect_with(options.read_only(true)).await;
            Ok(Self(Pools::Sqlite { readers: readers.map_err(OpenError::CannotOpen)?, writer }))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(10))
                .connect(url)
                .await
                .map_err(OpenError::CannotOpen)?;
            Ok(Self(Pools::Postgres(pool)))
        } else {
            Err(OpenError::BadUrl(url.to_owned()))
        }
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// [`OpenError::NewerSchema`] where a newer version has been at work; [`OpenError::Migration`] where a step fails.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        let (done, migrator) = match &self.0 {
            Pools::Sqlite { writer, .. } => (SQLITE.run(writer).await, &SQLITE),
            Pools::Postgres(pool) => (POSTGRES.run(pool).await, &POSTGRES),
        };
        done.map_err(|cause| match cause {
            MigrateError::VersionMissing(found) => {
                OpenError::NewerSchema { found, known: migrator.iter().map(|step| step.version).max().unwrap_or(0) }
            }
            other => OpenError::Migration(other),
        })
    }

    /// The portal over this database.
    pub fn portal(self, clock: Arc<dyn Clock>) -> Portal {
        let db = Arc::new(self);
        Portal { library: db.clone(), desk: db.clone(), outbox: db.clone(), pulse: db, clock }
    }

    /// Closes every connection, after what is running has ended.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}
