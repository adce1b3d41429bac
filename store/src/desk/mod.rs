//! What writers do. Every operation is one transaction that also writes a revision and an effect.

mod create;
mod delete;
mod forms;
mod history;
mod items;
mod load;
mod manuscript;
mod manuscripts;
mod parts;
mod programme;
mod rename;
mod save;
mod trace;

use async_trait::async_trait;
use domain::entry::Kind;
use domain::pack::{EntryDraft, LoadReport, Pack};
use domain::ports::Desk;
use domain::revision::{Revision, SEED};
use domain::{Error, Slug};
use jiff::Timestamp;

pub(crate) use self::manuscript::manuscript;
use self::trace::Deed;
use crate::db::Db;

#[async_trait]
impl Desk for Db {
    async fn create(&self, draft: &EntryDraft, actor: &str, reason: &str, now: Timestamp) -> Result<i64, Error> {
        let (draft, deed) = (draft.clone(), Deed::new(actor, reason, now));
        self.write(move |tx| Box::pin(async move { create::create(tx, &draft, &deed).await })).await
    }

    async fn load(&self, pack: &Pack, now: Timestamp) -> Result<LoadReport, Error> {
        let (pack, deed) = (pack.clone(), Deed::new(SEED, "", now));
        self.write(move |tx| Box::pin(async move { load::load(tx, &pack, &deed).await })).await
    }

    async fn rename(&self, kind: Kind, slug: &Slug, new: &Slug, actor: &str, now: Timestamp) -> Result<(), Error> {
        let (slug, new, deed) = (slug.clone(), new.clone(), Deed::new(actor, "renamed", now));
        self.write(move |tx| Box::pin(async move { rename::rename(tx, kind, &slug, &new, &deed).await })).await
    }

    async fn delete(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error> {
        let (slug, deed) = (slug.clone(), Deed::new(actor, "deleted", now));
        self.write(move |tx| Box::pin(async move { delete::delete(tx, kind, &slug, &deed).await })).await
    }

    async fn restore(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error> {
        let (slug, deed) = (slug.clone(), Deed::new(actor, "restored", now));
        self.write(move |tx| Box::pin(async move { delete::restore(tx, kind, &slug, &deed).await })).await
    }

    async fn history(&self, kind: Kind, slug: &Slug) -> Result<Vec<Revision>, Error> {
        let slug = slug.clone();
        self.read(move |tx| Box::pin(async move { history::history(tx, kind, &slug).await })).await
    }
}
