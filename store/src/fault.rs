//! From what the database says to what the portal says. A cause is logged here, once, and goes no further.

use domain::Error;
use tokio::task::JoinError;

/// Why an operation ends early: the portal says no, or the database fails.
#[derive(Debug)]
pub(crate) enum Halt {
    Domain(Error),
    Database(sqlx::Error),
    /// A stored document cannot be read: which one, and why.
    Corrupt(String),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        Self::Domain(error)
    }
}

impl From<sqlx::Error> for Halt {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<Halt> for Error {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Domain(error) => error,
            Halt::Database(cause) => {
                tracing::error!(%cause, "the database failed");
                Self::Unavailable
            }
            Halt::Corrupt(what) => {
                tracing::error!(what, "a stored value cannot be read");
                Self::Unavailable
            }
        }
    }
}

/// The outcome of a transaction's task.
pub(crate) fn settle<T>(outcome: Result<Result<T, Halt>, JoinError>) -> Result<T, Error> {
    match outcome {
        Ok(done) => done.map_err(Error::from),
        Err(cause) => {
            tracing::error!(%cause, "a transaction was broken off");
            Err(Error::Unavailable)
        }
    }
}

/// Reads a stored value, naming the column where it cannot be read.
pub(crate) fn stored<T, E: std::fmt::Display>(column: &str, value: Result<T, E>) -> Result<T, Halt> {
    value.map_err(|cause| Halt::Corrupt(format!("{column}: {cause}")))
}
