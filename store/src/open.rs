//! Opening a database and bringing its schema up to date; what can go wrong with either, in words for who starts the program.

use std::fs::{DirBuilder, OpenOptions};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use crate::db::{Db, Pools};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

const APPLIED: &str = "select version from _sqlx_migrations order by version";
/// Every page needs the site's own words: where they are, content was loaded.
const WORDS: &str = "select count(*) from identity";

/// What was found in a database that was only looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// How many migrations it still needs.
    pub missing: usize,
    /// Whether no content was ever loaded.
    pub is_empty: bool,
}

/// How long a request may wait for a connection, and for a lock of the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a database cannot be used. Each text is whole: it needs no cause printed after it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address names no database that the portal knows; here it stands without its password.
    #[error(
        "The database address \"{0}\" must look like sqlite://data/portal.db or postgres://user@host/name: correct DATABASE_URL."
    )]
    BadUrl(String),
    /// The file cannot be opened, or the server refuses.
    #[error(
        "The database {place} cannot be opened ({cause}): check that it is there, and that this user may write to it."
    )]
    CannotOpen {
        /// The file, or the server and the database on it.
        place: String,
        /// What the system or the server says.
        cause: String,
    },
    /// No server answers.
    #[error("The database server {place} does not answer ({cause}): start it, or correct DATABASE_URL.")]
    Unreachable {
        /// The server and the database on it.
        place: String,
        /// What the system says.
        cause: String,
    },
    /// A newer program has been at work.
    #[error(
        "The database was written by a newer program (it has migration {found}, this one knows up to {known}): start that program, or restore an older backup."
    )]
    NewerSchema {
        /// The first migration that it has and this program does not know.
        found: i64,
        /// The last one that this program knows.
        known: i64,
    },
    /// A step of the migration failed; it was taken back.
    #[error(
        "The database could not be brought up to date ({cause}): it stays as it was before that step, so run the former program until this is solved."
    )]
    Migration {
        /// What the database says.
        cause: MigrateError,
    },
}

impl Db {
    /// Opens `sqlite://<file>`, which is created with its folder where absent, or `postgres://...`.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let bad_url = |_: sqlx::Error| OpenError::BadUrl(without_password(url));
        if matches!(url, "sqlite://" | "sqlite://:memory:") {
            // Each connection would have a database of its own.
            Err(OpenError::BadUrl(url.to_owned()))
        } else if url.starts_with("sqlite://") {
            open_sqlite(SqliteConnectOptions::from_str(url).map_err(bad_url)?).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(PgConnectOptions::from_str(url).map_err(bad_url)?).await
        } else {
            Err(OpenError::BadUrl(without_password(url)))
        }
    }

    /// Looks at the database of an address without making or changing anything.
    ///
    /// # Errors
    /// Why it cannot be used; [`OpenError::NewerSchema`] where a newer program has been at work.
    pub async fn inspect(url: &str) -> Result<Condition, OpenError> {
        let file = url.strip_prefix("sqlite://").map(|rest| rest.split('?').next().unwrap_or(rest));
        let cannot_open = |cause: sqlx::Error| OpenError::CannotOpen {
            place: file.map_or_else(|| without_password(url), str::to_owned),
            cause: cause.to_string(),
        };
        let (migrator, applied, words) = if file.is_some() {
            let options = SqliteConnectOptions::from_str(url)
                .map_err(|_cause| OpenError::BadUrl(without_password(url)))?
                .create_if_missing(false)
                .read_only(true);
            let mut connection = options.connect().await.map_err(cannot_open)?;
            let applied = sqlx::query_scalar(APPLIED).fetch_all(&mut connection).await;
            let words = sqlx::query_scalar(WORDS).fetch_one(&mut connection).await;
            let _ = connection.close().await;
            (&SQLITE, applied, words)
        } else {
            let db = Self::open(url).await?;
            let Pools::Postgres(pool) = &db.pools else { return Err(OpenError::BadUrl(without_password(url))) };
            let applied = sqlx::query_scalar(APPLIED).fetch_all(pool).await;
            (&POSTGRES, applied, sqlx::query_scalar(WORDS).fetch_one(pool).await)
        };
        // A database without these tables is a new one.
        let applied: Vec<i64> = applied.unwrap_or_default();
        let words: i64 = words.unwrap_or_default();
        let known = migrator.iter().map(|step| step.version).max().unwrap_or(0);
        match applied.iter().find(|version| **version > known) {
            Some(found) => Err(OpenError::NewerSchema { found: *found, known }),
            None => Ok(Condition {
                missing: migrator.iter().filter(|step| !applied.contains(&step.version)).count(),
                is_empty: words == 0,
            }),
        }
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// [`OpenError::NewerSchema`] where a newer program has been at work, [`OpenError::Migration`] where a step fails.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        let (migrator, outcome) = match &self.pools {
            Pools::Sqlite { writer, .. } => (&SQLITE, SQLITE.run(writer).await),
            Pools::Postgres(pool) => (&POSTGRES, migrate_postgres(pool).await),
        };
        let known = migrator.iter().map(|step| step.version).max().unwrap_or(0);
        outcome.map_err(|cause| match cause {
            MigrateError::VersionMissing(found) if found > known => OpenError::NewerSchema { found, known },
            cause => OpenError::Migration { cause },
        })
    }
}

async fn open_sqlite(options: SqliteConnectOptions) -> Result<Db, OpenError> {
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(PATIENCE)
        .foreign_keys(true);
    let file = options.get_filename().to_owned();
    let cannot_open = |cause: String| OpenError::CannotOpen { place: file.display().to_string(), cause };
    if let Some(folder) = file.parent().filter(|folder| *folder != Path::new("")) {
        private_folder(folder).map_err(|cause| cannot_open(cause.to_string()))?;
    }
    private_file(&file);
    // A connection is a thread and a cache, not a line to a server: it needs no test and does not age.
    let pool = || {
        SqlitePoolOptions::new()
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
    };
    let writer = pool()
        .max_connections(1)
        .connect_with(options.clone())
        .await
        .map_err(|cause| cannot_open(cause.to_string()))?;
    let cores = std::thread::available_parallelism().map_or(4, std::num::NonZero::get);
    let readers = pool()
        .max_connections(u32::try_from(cores).unwrap_or(4).max(4))
        .connect_lazy_with(options.create_if_missing(false).pragma("query_only", "on"));
    Ok(Db { pools: Pools::Sqlite { readers, writer }, writes: Arc::default() })
}

/// Creates a folder, with those above it, that only this user looks into. One that is there stays as it is.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Creates a file, where there is none, that only this user reads; SQLite gives its other files the same rights. Where that
/// fails, opening it as a database says why.
fn private_file(file: &Path) {
    // So sqlx names what is in memory only.
    if file.to_string_lossy().starts_with("file:") {
        return;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(file);
}

async fn open_postgres(options: PgConnectOptions) -> Result<Db, OpenError> {
    let server = match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    };
    let place = format!("{server}/{}", options.get_database().unwrap_or(options.get_username()));
    // One connection by hand: a pool would try again until its patience ends, and then not say why.
    let first = options.connect().await.map_err(|cause| match cause {
        sqlx::Error::Io(cause) => OpenError::Unreachable { place, cause: cause.to_string() },
        cause => OpenError::CannotOpen { place, cause: cause.to_string() },
    })?;
    let _ = first.close().await;
    let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(PATIENCE).connect_lazy_with(options);
    Ok(Db { pools: Pools::Postgres(pool), writes: Arc::default() })
}

/// Migrates on a connection of its own: the lock that keeps other nodes out belongs to the session, and sqlx leaves it
/// locked where a migration fails.
async fn migrate_postgres(pool: &sqlx::PgPool) -> Result<(), MigrateError> {
    let mut connection = pool.acquire().await?.detach();
    let outcome = POSTGRES.run(&mut connection).await;
    connection.close().await?;
    outcome
}

/// An address as it may be shown: `postgres://user:...@host/name`.
fn without_password(url: &str) -> String {
    let url = url.split("password=").next().unwrap_or_default();
    let Some((before, place)) = url.rsplit_once('@') else { return url.to_owned() };
    let user = before.find("://").map_or(0, |scheme| scheme + 3);
    match before[user..].find(':') {
        Some(colon) => format!("{}:...@{place}", &before[..user + colon]),
        None => url.to_owned(),
    }
}
