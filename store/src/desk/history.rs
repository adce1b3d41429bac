//! The saves of an entry.

use domain::entry::Kind;
use domain::revision::Revision;
use domain::{Error, Slug};
use sqlx::FromRow;

use crate::address::why_absent;
use crate::db::{Tx, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// A revision holds until the next one.
const HISTORY: &str = "
    select r.id, r.valid_from, lead(r.valid_from) over (order by r.id) as valid_to, r.actor, r.reason, r.changes
    from revision r
    join entry e on e.id = r.entry_id
    where e.kind = $1 and e.slug = $2
    order by r.id desc";

#[derive(FromRow)]
struct RevisionRow {
    id: i64,
    valid_from: i64,
    valid_to: Option<i64>,
    actor: String,
    reason: String,
    changes: String,
}

pub(super) async fn history(tx: &mut Tx, kind: Kind, slug: &Slug) -> Result<Vec<Revision>, Error> {
    let rows: Vec<RevisionRow> =
        on!(tx, |connection| sqlx::query_as(HISTORY).bind(kind.code()).bind(slug.as_str()).fetch_all(connection).await)
            .map_err(fault)?;
    // Every entry has at least the revision that created it.
    if rows.is_empty() {
        return Err(why_absent(tx, kind, slug).await?);
    }
    rows.into_iter()
        .map(|row| {
            Ok(Revision {
                id: row.id,
                valid_from: instant("revision.valid_from", row.valid_from)?,
                valid_to: row.valid_to.map(|at| instant("revision.valid_to", at)).transpose()?,
                actor: row.actor,
                reason: row.reason,
                changes: stored("revision.changes", serde_json::from_str(&row.changes))?,
            })
        })
        .collect()
}
