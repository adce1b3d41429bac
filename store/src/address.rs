//! Where an address leads: to the entry that bears it, or to the one that bore it once.

use domain::entry::Kind;
use domain::{Error, Slug};
use sqlx::FromRow;

use crate::db::{Tx, on};
use crate::fault::fault;
use crate::stored::stored;

/// A slug is an entry's own or leads to one, never both; so at most one row.
const FIND: &str = "
    select e.slug, e.deleted_at
    from entry e
    where e.kind = $1
      and (e.slug = $2 or e.id = (select r.entry_id from redirect r where r.kind = $1 and r.slug = $2))";

#[derive(FromRow)]
struct Found {
    slug: String,
    deleted_at: Option<i64>,
}

/// Why there is nothing to be had at an address: never there, moved or gone.
pub(crate) async fn why_absent(tx: &mut Tx, kind: Kind, slug: &Slug) -> Result<Error, Error> {
    let found: Option<Found> = on!(tx, |connection| sqlx::query_as(FIND)
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    Ok(match found {
        Some(Found { deleted_at: Some(_), .. }) => Error::Gone,
        Some(Found { slug: current, .. }) if current != slug.as_str() => {
            Error::Moved(stored("entry.slug", current.parse())?)
        }
        _ => Error::NotFound,
    })
}

/// Changes nothing, but on PostgreSQL whoever else wants to change the entry waits from here on.
const HOLD: &str = "update entry set updated_at = updated_at where kind = $1 and slug = $2 returning id, deleted_at";

/// An entry that is about to be changed.
#[derive(FromRow)]
pub(crate) struct Held {
    pub(crate) id: i64,
    /// Microseconds.
    pub(crate) deleted_at: Option<i64>,
}

/// Takes hold of the entry at an address, deleted or not, until the transaction ends.
pub(crate) async fn hold(tx: &mut Tx, kind: Kind, slug: &Slug) -> Result<Held, Error> {
    let held: Option<Held> = on!(tx, |connection| sqlx::query_as(HOLD)
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    match held {
        Some(held) => Ok(held),
        None => Err(why_absent(tx, kind, slug).await?),
    }
}
