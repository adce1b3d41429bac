//! Renaming, deleting and restoring entries.

use domain::entry::Kind;
use domain::revision::Change;
use domain::{Error, Slug};
use jiff::Timestamp;

use super::trace::Deed;
use crate::db::for_each_database;
use crate::fault::Halt;

const FIND: &str = "select id, deleted_at from entry where kind = $1 and slug = $2";
/// An address is another's if it is that entry's now, or leads to it.
const OTHERS: &str = "select id from entry where kind = $1 and slug = $2
    union select entry_id from redirect where kind = $1 and slug = $2 and entry_id <> $3";
const RENAME: &str = "update entry set slug = $2, updated_at = $3 where id = $1 and slug = $4";
const BUMP: &str = "update event set sequence = sequence + 1 where entry_id = $1";
const REDIRECT: &str = "insert into redirect (kind, slug, entry_id) values ($1, $2, $3)";
const NO_REDIRECT: &str = "delete from redirect where kind = $1 and slug = $2";
const DELETE: &str = "update entry set deleted_at = $2, updated_at = $3 where id = $1";

for_each_database! {
    with trace;

    pub(crate) async fn rename(
        connection: &mut Connection, kind: Kind, slug: Slug, new: Slug, actor: String, now: Timestamp,
    ) -> Result<(), Halt> {
        let (id, deleted) = find(connection, kind, &slug).await?;
        if deleted {
            return Err(Error::Gone.into());
        }
        if slug == new {
            return Ok(());
        }
        let others = sqlx::query(OTHERS).bind(kind.code()).bind(new.as_str()).bind(id).fetch_optional(&mut *connection);
        if others.await?.is_some() {
            return Err(Error::Taken(kind, new).into());
        }
        let at = now.as_microsecond();
        sqlx::query(NO_REDIRECT).bind(kind.code()).bind(new.as_str()).execute(&mut *connection).await?;
        // Another writer may have been quicker, with this entry or with the address.
        let renamed = sqlx::query(RENAME).bind(id).bind(new.as_str()).bind(at).bind(slug.as_str())
            .execute(&mut *connection).await;
        match renamed {
            Ok(done) if done.rows_affected() == 0 => return Err(Error::NotFound.into()),
            Ok(_) => {}
            Err(sqlx::Error::Database(cause)) if cause.is_unique_violation() => {
                return Err(Error::Taken(kind, new).into());
            }
            Err(cause) => return Err(cause.into()),
        }
        sqlx::query(REDIRECT).bind(kind.code()).bind(slug.as_str()).bind(id).execute(&mut *connection).await?;
        sqlx::query(BUMP).bind(id).execute(&mut *connection).await?;
        let change = Change {
            field: "slug".to_owned(),
            before: Some(slug.to_string()),
            after: Some(new.to_string()),
        };
        let deed = Deed { topic: "entry.renamed", actor, reason: "renamed".to_owned(), at };
        trace::leave(connection, id, &deed, &[change]).await
    }

    pub(crate) async fn delete(
        connection: &mut Connection, kind: Kind, slug: Slug, actor: String, now: Timestamp,
    ) -> Result<(), Halt> {
        let (id, deleted) = find(connection, kind, &slug).await?;
        if deleted {
            return Err(Error::Gone.into());
        }
        mark(connection, id, Some(now.as_microsecond()), now, Deed {
            topic: "entry.deleted", actor, reason: "deleted".to_owned(), at: now.as_microsecond(),
        }).await
    }

    pub(crate) async fn restore(
        connection: &mut Connection, kind: Kind, slug: Slug, actor: String, now: Timestamp,
    ) -> Result<(), Halt> {
        let (id, deleted) = find(connection, kind, &slug).await?;
        if !deleted {
            return Ok(());
        }
        mark(connection, id, None, now, Deed {
            topic: "entry.restored", actor, reason: "restored".to_owned(), at: now.as_microsecond(),
        }).await
    }

    async fn mark(
        connection: &mut Connection, id: i64, deleted_at: Option<i64>, now: Timestamp, deed: Deed,
    ) -> Result<(), Halt> {
        sqlx::query(DELETE).bind(id).bind(deleted_at).bind(now.as_microsecond()).execute(&mut *connection).await?;
        let state = |deleted| Some(if deleted { "deleted" } else { "present" }.to_owned());
        let change = Change {
            field: "presence".to_owned(),
            before: state(deleted_at.is_none()),
            after: state(deleted_at.is_some()),
        };
        trace::leave(connection, id, &deed, &[change]).await
    }

    async fn find(connection: &mut Connection, kind: Kind, slug: &Slug) -> Result<(i64, bool), Halt> {
        let row: Option<(i64, Option<i64>)> =
            sqlx::query_as(FIND).bind(kind.code()).bind(slug.as_str()).fetch_optional(connection).await?;
        row.map(|(id, deleted)| (id, deleted.is_some())).ok_or_else(|| Error::NotFound.into())
    }
}
