//! The saves of an entry.

use domain::entry::Kind;
use domain::revision::Revision;
use domain::{Error, Slug};
use sqlx::FromRow;

use crate::address::why_absent;
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// A revision holds until the next one.
const HISTORY: &str = "
    select r.id, r.valid_from, lead(r.valid_from) over (order by r.id) as valid_to, r.actor, r.reason, r.name, r.changes
    from revision r
    join entry e on e.id = r.entry_id
    where e.kind = $1 and e.slug = $2
    order by r.id desc";

const NAME: &str = "
    update revision set name = $4
    where id = $3 and entry_id = (select e.id from entry e where e.kind = $1 and e.slug = $2)";

#[derive(FromRow)]
struct RevisionRow {
    id: i64,
    valid_from: i64,
    valid_to: Option<i64>,
    actor: String,
    reason: String,
    name: Option<String>,
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
                name: row.name,
                changes: stored("revision.changes", serde_json::from_str(&row.changes))?,
            })
        })
        .collect()
}

/// Gives a version a name, or takes it away.
pub(super) async fn name(tx: &mut Tx, kind: Kind, slug: &Slug, revision: i64, name: Option<&str>) -> Result<(), Error> {
    match execute!(tx, NAME, kind.code(), slug.as_str(), revision, name).map_err(fault)? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}
