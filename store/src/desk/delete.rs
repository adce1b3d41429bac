//! Deleting an entry, and taking that back.

use domain::entry::Kind;
use domain::revision::Change;
use domain::{Error, Slug};
use serde_json::json;

use super::trace::{self, Deed};
use crate::address::hold;
use crate::db::{Tx, execute};
use crate::fault::fault;
use crate::stored::instant;

const DELETE: &str = "update entry set deleted_at = $2, updated_at = $2 where id = $1";

const RESTORE: &str = "update entry set deleted_at = null, updated_at = $2 where id = $1";

pub(super) async fn delete(tx: &mut Tx, kind: Kind, slug: &Slug, deed: &Deed) -> Result<(), Error> {
    let held = hold(tx, kind, slug).await?;
    if held.deleted_at.is_some() {
        return Err(Error::Gone);
    }
    execute!(tx, DELETE, held.id, deed.at()).map_err(fault)?;
    let change = Change { field: "deleted".to_owned(), before: None, after: Some(deed.when()) };
    let payload = json!({ "entry": held.id, "kind": kind, "slug": slug });
    trace::leave(tx, held.id, deed, &[change], "entry.deleted", &payload).await
}

/// Nothing happens to an entry that is not deleted.
pub(super) async fn restore(tx: &mut Tx, kind: Kind, slug: &Slug, deed: &Deed) -> Result<(), Error> {
    let held = hold(tx, kind, slug).await?;
    let Some(deleted_at) = held.deleted_at else { return Ok(()) };
    execute!(tx, RESTORE, held.id, deed.at()).map_err(fault)?;
    let before = instant("entry.deleted_at", deleted_at)?.to_string();
    let change = Change { field: "deleted".to_owned(), before: Some(before), after: None };
    let payload = json!({ "entry": held.id, "kind": kind, "slug": slug });
    trace::leave(tx, held.id, deed, &[change], "entry.restored", &payload).await
}
