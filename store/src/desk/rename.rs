//! Giving an entry another address.

use domain::entry::Kind;
use domain::revision::Change;
use domain::{Error, Slug};
use serde_json::json;

use super::trace::{self, Deed};
use crate::address::hold;
use crate::db::{Tx, execute, on};
use crate::fault::{fault, taken_or_fault};

/// An address is taken where an entry bears it, deleted or not, and where it leads to another entry than `$3`.
const TAKEN: &str = "
    select 1 from entry where kind = $1 and slug = $2
    union all
    select 1 from redirect where kind = $1 and slug = $2 and entry_id <> $3";

/// An entry that returns to a former address needs no way from there.
const FORGET: &str = "delete from redirect where kind = $1 and slug = $2";

/// A redirect leads to the entry itself, so that a chain of renamings is one step long.
const REDIRECT: &str = "insert into redirect (kind, slug, entry_id) values ($1, $2, $3)";

const RENAME: &str = "update entry set slug = $2, updated_at = $3 where id = $1";

const FORGET_KEPT: &str = "delete from unsaved_form where place = $1 or substr(place, 1, length($1) + 1) = $1 || '/'";

/// Each form has a place of its own below that of the entry.
const MOVE_KEPT: &str = "
    update unsaved_form set place = $2 || substr(place, length($1) + 1)
    where place = $1 or substr(place, 1, length($1) + 1) = $1 || '/'";

/// Its address is a part of what calendars show.
const NEXT_SEQUENCE: &str = "update event set sequence = sequence + 1 where entry_id = $1";

pub(super) async fn rename(tx: &mut Tx, kind: Kind, slug: &Slug, new: &Slug, deed: &Deed) -> Result<(), Error> {
    let held = hold(tx, kind, slug).await?;
    if held.deleted_at.is_some() {
        return Err(Error::Gone);
    }
    if slug == new {
        return Ok(());
    }
    let taken = on!(tx, |connection| sqlx::query(TAKEN)
        .bind(kind.code())
        .bind(new.as_str())
        .bind(held.id)
        .fetch_optional(connection)
        .await
        .map(|row| row.is_some()))
    .map_err(fault)?;
    if taken {
        return Err(Error::Taken(kind, new.clone()));
    }
    execute!(tx, FORGET, kind.code(), new.as_str()).map_err(fault)?;
    // Another writer may have taken the address since; then the database refuses.
    execute!(tx, RENAME, held.id, new.as_str(), deed.at()).map_err(taken_or_fault(kind, new))?;
    execute!(tx, REDIRECT, kind.code(), slug.as_str(), held.id).map_err(fault)?;
    execute!(tx, NEXT_SEQUENCE, held.id).map_err(fault)?;
    // What somebody has typed and not saved goes with the entry.
    let (old_place, new_place) = (format!("{kind}/{slug}"), format!("{kind}/{new}"));
    execute!(tx, FORGET_KEPT, &new_place).map_err(fault)?;
    execute!(tx, MOVE_KEPT, &old_place, &new_place).map_err(fault)?;
    let change = Change { field: "slug".to_owned(), before: Some(slug.to_string()), after: Some(new.to_string()) };
    let payload = json!({ "entry": held.id, "kind": kind, "slug": new, "from": slug });
    trace::leave(tx, held.id, deed, &[change], "entry.renamed", &payload).await
}
