//! The library as it will be once a draft is published: that entry as it is written, everything else as it is.

use app::desk::preview;
use async_trait::async_trait;
use domain::entry::{Contact, Entry, Identity, Kind, Summary};
use domain::figure::Stated;
use domain::harvest::{Gathered, Harvest};
use domain::listing::{EventListing, Listed, Listing};
use domain::manuscript::Manuscript;
use domain::ports::Library;
use domain::tombstone::{LinkedWorks, Tombstone};
use domain::{Error, Language, Portal, Slug};
use jiff::Timestamp;

/// The portal, and the draft that is looked at.
pub struct Previewed {
    pub portal: Portal,
    pub draft: Manuscript,
}

#[async_trait]
impl Library for Previewed {
    async fn identity(&self, language: Language) -> Result<Identity, Error> {
        self.portal.library.identity(language).await
    }

    async fn contact(&self, key: &str) -> Result<Contact, Error> {
        self.portal.library.contact(key).await
    }

    async fn entry(&self, kind: Kind, slug: &Slug, language: Language, now: Timestamp) -> Result<Entry, Error> {
        let draft = &self.draft.draft;
        if kind == draft.kind && *slug == draft.slug {
            return preview::entry(&self.portal, &self.draft, language, now).await?.ok_or(Error::NotFound);
        }
        self.portal.library.entry(kind, slug, language, now).await
    }

    async fn list(&self, listing: &Listing, now: Timestamp) -> Result<Listed, Error> {
        self.portal.library.list(listing, now).await
    }

    async fn tombstone(
        &self,
        kind: Kind,
        slug: &Slug,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Tombstone>, Error> {
        self.portal.library.tombstone(kind, slug, language, now).await
    }

    async fn linked_works(&self, of: &Summary, language: Language, now: Timestamp) -> Result<LinkedWorks, Error> {
        self.portal.library.linked_works(of, language, now).await
    }

    async fn harvest(&self, harvest: &Harvest, now: Timestamp) -> Result<Vec<Gathered>, Error> {
        self.portal.library.harvest(harvest, now).await
    }

    async fn events(&self, listing: &EventListing, now: Timestamp) -> Result<Listed, Error> {
        self.portal.library.events(listing, now).await
    }

    async fn figures_of(&self, country: &Slug, language: Language, now: Timestamp) -> Result<Vec<Stated>, Error> {
        self.portal.library.figures_of(country, language, now).await
    }
}
