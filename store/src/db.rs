//! One text of SQL for two databases: the pools, the transaction over them, and the macro that runs a statement on either.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::search::Search;
use domain::token::Chance;
use domain::{Clock, Error, Portal};
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use tracing::Instrument;

use crate::fault::fault;

/// A database, open. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    /// How many transactions of this process wrote.
    pub(crate) writes: Arc<AtomicU64>,
}

#[derive(Debug, Clone)]
pub(crate) enum Pools {
    /// SQLite has one writer at a time: waiting for it is better done in a pool of one connection than in the file's lock.
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction: a snapshot to read from, or the only way to write.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// One thing for either database; `on!` looks inside.
pub(crate) enum Either<S, P> {
    Sqlite(S),
    Postgres(P),
}

/// Runs a statement on a [`Db`] (its readers) or a [`Tx`]. The body is compiled once for each database.
macro_rules! on {
    ($place:expr, |$executor:ident| $body:expr) => {
        match $place.either() {
            $crate::db::Either::Sqlite($executor) => $body,
            $crate::db::Either::Postgres($executor) => $body,
        }
    };
}
pub(crate) use on;

/// Runs a statement that answers nothing, with its parameters in their order; how many rows it changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $parameter:expr)* $(,)?) => {
        $crate::db::on!($tx, |connection| {
            sqlx::query($sql)$(.bind($parameter))*.execute(connection).await.map(|done| done.rows_affected())
        })
    };
}
pub(crate) use execute;

/// What is done inside a transaction.
pub(crate) type Work<'tx, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'tx>>;

impl Db {
    /// The portal over this database; `search` looks for words in what it holds.
    pub fn portal(self, search: Arc<dyn Search>, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Portal {
        let db = Arc::new(self);
        Portal {
            library: db.clone(),
            search,
            desk: db.clone(),
            manuscripts: db.clone(),
            catalogue: db.clone(),
            previews: db.clone(),
            secretariat: db.clone(),
            outbox: db.clone(),
            accounts: db.clone(),
            registrations: db.clone(),
            marks: db.clone(),
            inbox: db.clone(),
            files: db.clone(),
            traffic: db.clone(),
            pulse: db,
            clock,
            chance,
        }
    }

    /// Closes every connection, after what is running has ended.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) fn either(&self) -> Either<&SqlitePool, &PgPool> {
        match &self.pools {
            Pools::Sqlite { readers, .. } => Either::Sqlite(readers),
            Pools::Postgres(pool) => Either::Postgres(pool),
        }
    }

    /// Several statements that see one state of the database, whatever is written meanwhile.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl for<'tx> FnOnce(&'tx mut Tx) -> Work<'tx, T> + Send + 'static,
    ) -> Result<T, Error> {
        let pools = self.pools.clone();
        detached(async move {
            let mut tx = match pools {
                Pools::Sqlite { readers, .. } => readers.begin().await.map(Tx::Sqlite),
                Pools::Postgres(pool) => {
                    pool.begin_with("begin isolation level repeatable read read only").await.map(Tx::Postgres)
                }
            }
            .map_err(fault)?;
            // Nothing was written, so the transaction is left to its end, which nobody has to wait for.
            work(&mut tx).await
        })
        .await
    }

    /// Several statements of which all take effect, or none: an error takes everything back.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl for<'tx> FnOnce(&'tx mut Tx) -> Work<'tx, T> + Send + 'static,
    ) -> Result<T, Error> {
        let outcome = self.write_unseen(work).await?;
        self.writes.fetch_add(1, Ordering::Release);
        Ok(outcome)
    }

    /// The same for what no page shows: nothing that was read before is outdated by it.
    pub(crate) async fn write_unseen<T: Send + 'static>(
        &self,
        work: impl for<'tx> FnOnce(&'tx mut Tx) -> Work<'tx, T> + Send + 'static,
    ) -> Result<T, Error> {
        let pools = self.pools.clone();
        detached(async move {
            let mut tx = match pools {
                // A transaction that first reads and then wants to write would fail at once where another writes.
                Pools::Sqlite { writer, .. } => writer.begin_with("begin immediate").await.map(Tx::Sqlite),
                Pools::Postgres(pool) => pool.begin().await.map(Tx::Postgres),
            }
            .map_err(fault)?;
            let outcome = work(&mut tx).await?;
            match tx {
                Tx::Sqlite(tx) => tx.commit().await,
                Tx::Postgres(tx) => tx.commit().await,
            }
            .map_err(fault)?;
            Ok(outcome)
        })
        .await
    }
}

impl Tx {
    pub(crate) fn either(&mut self) -> Either<&mut SqliteConnection, &mut PgConnection> {
        match self {
            Self::Sqlite(tx) => Either::Sqlite(&mut *tx),
            Self::Postgres(tx) => Either::Postgres(&mut *tx),
        }
    }
}

/// Runs a transaction to its end, even when whoever asked for it no longer waits.
///
/// A request is dropped whenever its reader leaves, and sqlx 0.9 leaves a PostgreSQL transaction open when the future that
/// begins it is dropped.
async fn detached<T: Send + 'static>(
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    match tokio::spawn(work.in_current_span()).await {
        Ok(outcome) => outcome,
        Err(broken) if broken.is_panic() => std::panic::resume_unwind(broken.into_panic()),
        // The program is ending.
        Err(_) => Err(Error::Unavailable),
    }
}
