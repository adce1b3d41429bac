//! What readers ask for. Everything here sees only what is public and published at `now`; `shown.rs` says so in SQL, once.

#[macro_use]
pub(crate) mod shown;

mod catalogue;
mod entry;
mod events;
mod figures;
mod harvest;
mod identity;
mod list;
mod some;
pub(crate) mod summary;
mod tombstone;
pub(crate) mod works;

use async_trait::async_trait;
use domain::entry::{Contact, Entry, Identity, Kind, Summary};
use domain::figure::Stated;
use domain::harvest::{Gathered, Harvest};
use domain::listing::{EventListing, Listed, Listing};
use domain::ports::Library;
use domain::tombstone::{LinkedWorks, Tombstone};
use domain::{Error, Language, Slug};
use jiff::Timestamp;

pub(crate) use self::some::summaries;
use crate::db::Db;

#[async_trait]
impl Library for Db {
    async fn identity(&self, language: Language) -> Result<Identity, Error> {
        identity::identity(self, language).await
    }

    async fn contact(&self, key: &str) -> Result<Contact, Error> {
        let key = key.to_owned();
        self.read(move |tx| Box::pin(async move { identity::contact(tx, &key).await?.ok_or(Error::NotFound) })).await
    }

    async fn entry(&self, kind: Kind, slug: &Slug, language: Language, now: Timestamp) -> Result<Entry, Error> {
        let slug = slug.clone();
        self.read(move |tx| Box::pin(async move { entry::entry(tx, kind, &slug, language, now).await })).await
    }

    async fn list(&self, listing: &Listing, now: Timestamp) -> Result<Listed, Error> {
        list::list(self, listing, now).await
    }

    async fn tombstone(
        &self,
        kind: Kind,
        slug: &Slug,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Tombstone>, Error> {
        let slug = slug.clone();
        self.read(move |tx| Box::pin(async move { tombstone::tombstone(tx, kind, &slug, language, now).await })).await
    }

    async fn linked_works(&self, of: &Summary, language: Language, now: Timestamp) -> Result<LinkedWorks, Error> {
        let of = of.clone();
        self.read(move |tx| Box::pin(async move { works::linked(tx, &of, language, now).await })).await
    }

    async fn harvest(&self, harvest: &Harvest, now: Timestamp) -> Result<Vec<Gathered>, Error> {
        harvest::harvest(self, harvest, now).await
    }

    async fn events(&self, listing: &EventListing, now: Timestamp) -> Result<Listed, Error> {
        events::events(self, listing, now).await
    }

    async fn figures_of(&self, country: &Slug, language: Language, now: Timestamp) -> Result<Vec<Stated>, Error> {
        figures::of_country(self, country, language, now).await
    }
}
