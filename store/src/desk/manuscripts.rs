//! The port of manuscripts.

use async_trait::async_trait;
use domain::account::Staff;
use domain::entry::Kind;
use domain::manuscript::{DeskItem, Edit, ItemFilter, Manuscript, Outcome, Typed, UnsavedForm};
use domain::ports::Manuscripts;
use domain::{Error, Slug};
use jiff::Timestamp;

use super::{create, forms, history, items, manuscript, save};
use crate::db::Db;

#[async_trait]
impl Manuscripts for Db {
    async fn manuscript(&self, _staff: &Staff, kind: Kind, slug: &Slug) -> Result<Manuscript, Error> {
        let slug = slug.clone();
        let read = self.read(move |tx| Box::pin(async move { manuscript::manuscript(tx, kind, &slug).await }));
        read.await.map(|(_, manuscript)| manuscript)
    }

    async fn begin(
        &self,
        staff: &Staff,
        blank: &Manuscript,
        edit: &Edit,
        form: &str,
        now: Timestamp,
    ) -> Result<Outcome, Error> {
        let (staff, blank, edit, form) = (staff.clone(), blank.clone(), edit.clone(), form.to_owned());
        self.write(move |tx| Box::pin(async move { create::begin(tx, &staff, &blank, &edit, &form, now).await })).await
    }

    async fn made(&self, _staff: &Staff, form: &str) -> Result<Option<Slug>, Error> {
        let form = form.to_owned();
        self.read(move |tx| Box::pin(async move { create::made(tx, &form).await })).await
    }

    async fn save(
        &self,
        staff: &Staff,
        kind: Kind,
        slug: &Slug,
        edit: &Edit,
        now: Timestamp,
    ) -> Result<Outcome, Error> {
        let (staff, slug, edit) = (staff.clone(), slug.clone(), edit.clone());
        self.write(move |tx| Box::pin(async move { save::save(tx, &staff, kind, &slug, &edit, now).await })).await
    }

    async fn items(&self, _staff: &Staff, filter: &ItemFilter, now: Timestamp) -> Result<Vec<DeskItem>, Error> {
        items::items(self, filter, now).await
    }

    async fn keep_form(&self, staff: &Staff, place: &str, typed: &[Typed], now: Timestamp) -> Result<(), Error> {
        let (account, place, typed) = (staff.account().id, place.to_owned(), typed.to_vec());
        self.write_unseen(move |tx| Box::pin(async move { forms::keep(tx, account, &place, &typed, now).await })).await
    }

    async fn settle_form(&self, staff: &Staff, place: &str, kept: Timestamp, rest: &[Typed]) -> Result<(), Error> {
        let (account, place, rest) = (staff.account().id, place.to_owned(), rest.to_vec());
        self.write_unseen(move |tx| Box::pin(async move { forms::settle(tx, account, &place, kept, &rest).await }))
            .await
    }

    async fn kept_forms(&self, staff: &Staff, place: &str) -> Result<Vec<UnsavedForm>, Error> {
        forms::kept(self, staff.account().id, place).await
    }

    async fn name_version(
        &self,
        _staff: &Staff,
        kind: Kind,
        slug: &Slug,
        revision: i64,
        name: Option<&str>,
    ) -> Result<(), Error> {
        let (slug, name) = (slug.clone(), name.map(str::to_owned));
        self.write_unseen(move |tx| {
            Box::pin(async move { history::name(tx, kind, &slug, revision, name.as_deref()).await })
        })
        .await
    }

    async fn writing(&self, staff: &Staff, place: &str, now: Timestamp) -> Result<Vec<String>, Error> {
        let (account, place) = (staff.account().id, place.to_owned());
        self.write_unseen(move |tx| Box::pin(async move { forms::writing(tx, account, &place, now).await })).await
    }
}
