//! What members are told: notices in the portal, letters at once, a letter a day or a week, and how letters end.

mod announce;
mod applicants;
mod digest;
mod events;
mod fresh;
mod notices;

use async_trait::async_trait;
use domain::account::{Member, Staff};
use domain::entry::Kind;
use domain::manuscript::Manuscript;
use domain::notice::{DueDigest, Fresh, News, Notice};
use domain::ports::Inbox;
use domain::token::TokenHash;
use domain::{Error, Slug};
use jiff::Timestamp;

pub(crate) use self::applicants::tell_applicant;
pub(crate) use self::events::tell_moved;
pub(crate) use self::notices::note_registration;
use crate::db::Db;

#[async_trait]
impl Inbox for Db {
    async fn notices(&self, account: i64, limit: u32, now: Timestamp) -> Result<Vec<Notice>, Error> {
        notices::of_account(self, account, limit, now).await
    }

    async fn cancelled_event(&self, account: i64, event: &Slug) -> Result<Option<Manuscript>, Error> {
        let event = event.clone();
        self.read(move |tx| Box::pin(async move { events::cancelled(tx, account, &event).await })).await
    }

    async fn unread(&self, account: i64, now: Timestamp) -> Result<u32, Error> {
        notices::unread(self, account, now).await
    }

    async fn mark_read(&self, member: &Member, latest: i64, now: Timestamp) -> Result<(), Error> {
        let account = member.account().id;
        self.write(move |tx| Box::pin(async move { notices::mark_read(tx, account, latest, now).await })).await
    }

    async fn visited(&self, member: &Member, kind: Kind, slug: &Slug, now: Timestamp) -> Result<(), Error> {
        // Looking is no write: most visits find nothing to mark.
        let unread = notices::of_entry(self, member.account().id, kind, slug).await?;
        if unread.is_empty() {
            return Ok(());
        }
        self.write(move |tx| Box::pin(async move { notices::read(tx, &unread, now).await })).await
    }

    async fn applicants_seen(&self, staff: &Staff, now: Timestamp) -> Result<(), Error> {
        let account = staff.account().id;
        // Looking is no write: most visits find nothing to mark.
        if applicants::are_unread(self, account).await? {
            self.write(move |tx| Box::pin(async move { applicants::seen(tx, account, now).await })).await?;
        }
        Ok(())
    }

    async fn fresh(&self, account: i64, limit: u32, now: Timestamp) -> Result<Vec<Fresh>, Error> {
        fresh::of_account(self, account, limit, now).await
    }

    async fn announce(&self, entry: i64, now: Timestamp) -> Result<u32, Error> {
        self.write(move |tx| Box::pin(async move { announce::announce(tx, entry, now).await })).await
    }

    async fn remind(&self, now: Timestamp) -> Result<u32, Error> {
        self.write(move |tx| Box::pin(async move { events::remind(tx, now).await })).await
    }

    async fn due_digests(&self, now: Timestamp) -> Result<Vec<DueDigest>, Error> {
        digest::due(self, now).await
    }

    async fn digest(&self, due: DueDigest, until: Timestamp) -> Result<Vec<News>, Error> {
        self.read(move |tx| Box::pin(async move { digest::news(tx, due, until).await })).await
    }

    async fn digest_sent(&self, due: DueDigest, now: Timestamp) -> Result<bool, Error> {
        self.write(move |tx| Box::pin(async move { digest::sent(tx, due, now).await })).await
    }

    async fn unsubscribe(&self, key: &TokenHash, network: Option<&Slug>, now: Timestamp) -> Result<(), Error> {
        let (key, network) = (key.clone(), network.cloned());
        self.write(move |tx| Box::pin(async move { announce::unsubscribe(tx, &key, network.as_ref(), now).await }))
            .await
    }
}
