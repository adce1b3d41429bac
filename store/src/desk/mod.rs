//! What writers do. Every operation is one transaction that also writes a revision and an effect.

mod change;
mod create;
mod documents;
mod trace;

use async_trait::async_trait;
use domain::entry::Kind;
use domain::pack::{EntryDraft, LoadReport, Pack};
use domain::ports::Desk;
use domain::revision::{Change, Revision};
use domain::{Error, Slug};
use jiff::Timestamp;

use crate::db::{Db, on, transaction};
use crate::fault::{Halt, stored};

const HISTORY: &str = "select r.id, r.valid_from, r.actor, r.reason, r.changes from revision r
    join entry e on e.id = r.entry_id where e.kind = $1 and e.slug = $2 order by r.id";

#[async_trait]
impl Desk for Db {
    async fn create(&self, draft: &EntryDraft, actor: &str, reason: &str, now: Timestamp) -> Result<i64, Error> {
        let (draft, actor, reason) = (draft.clone(), actor.to_owned(), reason.to_owned());
        transaction!(self, create::create(draft, actor, reason, now))
    }

    async fn load(&self, pack: &Pack, now: Timestamp) -> Result<LoadReport, Error> {
        let pack = pack.clone();
        transaction!(self, create::load(pack, now))
    }

    async fn rename(&self, kind: Kind, slug: &Slug, new: &Slug, actor: &str, now: Timestamp) -> Result<(), Error> {
        let (slug, new, actor) = (slug.clone(), new.clone(), actor.to_owned());
        transaction!(self, change::rename(kind, slug, new, actor, now))
    }

    async fn delete(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error> {
        let (slug, actor) = (slug.clone(), actor.to_owned());
        transaction!(self, change::delete(kind, slug, actor, now))
    }

    async fn restore(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error> {
        let (slug, actor) = (slug.clone(), actor.to_owned());
        transaction!(self, change::restore(kind, slug, actor, now))
    }

    async fn history(&self, kind: Kind, slug: &Slug) -> Result<Vec<Revision>, Error> {
        Ok(history(self, kind, slug).await?)
    }
}

async fn history(db: &Db, kind: Kind, slug: &Slug) -> Result<Vec<Revision>, Halt> {
    let rows: Vec<(i64, i64, String, String, String)> =
        on!(db, |pool| sqlx::query_as(HISTORY).bind(kind.code()).bind(slug.as_str()).fetch_all(pool).await)?;
    let mut revisions: Vec<Revision> = Vec::with_capacity(rows.len());
    for (id, from, actor, reason, changes) in rows {
        let valid_from = stored("revision.valid_from", Timestamp::from_microsecond(from))?;
        if let Some(before) = revisions.last_mut() {
            before.valid_to = Some(valid_from);
        }
        let changes: Vec<Change> = stored("revision.changes", serde_json::from_str(&changes))?;
        revisions.push(Revision { id, valid_from, valid_to: None, actor, reason, changes });
    }
    revisions.reverse();
    Ok(revisions)
}
