//! From what the database says to what the portal says. A cause is logged here, once, and goes no further.

use domain::entry::Kind;
use domain::{Error, Slug};

/// The database failed.
pub(crate) fn fault(cause: sqlx::Error) -> Error {
    tracing::error!(%cause, "the database failed");
    Error::Unavailable
}

/// A row that bears an address was written: where another one bears it already, the address is taken.
pub(crate) fn taken_or_fault(kind: Kind, slug: &Slug) -> impl FnOnce(sqlx::Error) -> Error {
    let slug = slug.clone();
    move |cause| match cause.as_database_error() {
        Some(refused) if refused.is_unique_violation() => Error::Taken(kind, slug),
        _ => fault(cause),
    }
}
