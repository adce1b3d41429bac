//! How values stand in columns, and how they are read back.

use std::fmt::Display;

use domain::Error;
use jiff::Timestamp;

/// Takes a value that was read from a column, or made for one. One that cannot be is as bad as a database that fails:
/// the column is logged.
pub(crate) fn stored<T, E: Display>(column: &'static str, value: Result<T, E>) -> Result<T, Error> {
    value.map_err(|cause| {
        tracing::error!(column, %cause, "a stored value cannot be understood");
        Error::Unavailable
    })
}

/// An instant, from microseconds.
pub(crate) fn instant(column: &'static str, microseconds: i64) -> Result<Timestamp, Error> {
    stored(column, Timestamp::from_microsecond(microseconds))
}
