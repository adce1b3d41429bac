//! Files: what is said of them, their bytes in parts, and which entry uses which.

mod change;
mod read;
mod row;
mod uses;
mod write;

use async_trait::async_trait;
use domain::Error;
use domain::account::Staff;
use domain::file::{About, File, FileFilter, Files, Held, NewFile, Reach, Stored, Uid, Use};
use jiff::Timestamp;

pub(crate) use self::read::{documents, used};
pub(crate) use self::uses::put_uses;
use crate::db::Db;
use crate::search::put_pages;

#[async_trait]
impl Files for Db {
    async fn store(&self, staff: &Staff, file: NewFile, now: Timestamp) -> Result<Stored, Error> {
        let staff = staff.clone();
        self.write_unseen(move |tx| Box::pin(async move { write::store(tx, &staff, &file, now).await })).await
    }

    async fn known(&self, _staff: &Staff, hash: &str) -> Result<Option<Uid>, Error> {
        read::known(self, hash).await
    }

    async fn reached(&self, uid: &Uid, account: Option<i64>, now: Timestamp) -> Result<(File, Reach), Error> {
        read::reached(self, uid, account, now).await
    }

    async fn part(&self, uid: &Uid, width: u32, place: u32) -> Result<Vec<u8>, Error> {
        read::part(self, uid, width, place).await
    }

    async fn files(&self, uids: &[Uid]) -> Result<Vec<File>, Error> {
        let uids = uids.to_vec();
        self.read(move |tx| Box::pin(async move { read::files(tx, &uids).await })).await
    }

    async fn library(&self, _staff: &Staff, filter: &FileFilter) -> Result<Vec<Held>, Error> {
        let filter = filter.clone();
        self.read(move |tx| Box::pin(async move { read::library(tx, &filter).await })).await
    }

    async fn recent(&self, _staff: &Staff, pictures: bool, most: u32) -> Result<Vec<File>, Error> {
        read::recent(self, pictures, most).await
    }

    async fn held(&self, _staff: &Staff, uid: &Uid) -> Result<Held, Error> {
        let uid = uid.clone();
        self.read(move |tx| Box::pin(async move { read::held(tx, &uid).await })).await
    }

    async fn describe(
        &self,
        staff: &Staff,
        uid: &Uid,
        about: &About,
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (staff, uid, about, seen) = (staff.clone(), uid.clone(), about.clone(), seen.map(str::to_owned));
        self.write(move |tx| {
            Box::pin(async move { change::describe(tx, &staff, &uid, &about, seen.as_deref(), now).await })
        })
        .await
    }

    async fn discard(&self, staff: &Staff, uid: &Uid, now: Timestamp) -> Result<Vec<Use>, Error> {
        let (staff, uid) = (staff.clone(), uid.clone());
        self.write(move |tx| Box::pin(async move { change::discard(tx, &staff, &uid, now).await })).await
    }

    async fn put_pages(&self, uid: &Uid, pages: &[String]) -> Result<(), Error> {
        let (uid, pages) = (uid.clone(), pages.to_vec());
        self.write(move |tx| Box::pin(async move { put_pages(tx, &uid, &pages).await })).await
    }

    async fn bring_back(&self, staff: &Staff, uid: &Uid, now: Timestamp) -> Result<(), Error> {
        let (staff, uid) = (staff.clone(), uid.clone());
        self.write(move |tx| Box::pin(async move { change::bring_back(tx, &staff, &uid, now).await })).await
    }
}
