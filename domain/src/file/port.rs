//! The port of files.

use async_trait::async_trait;
use jiff::Timestamp;

use super::{About, File, FileFilter, Held, NewFile, Reach, Stored, Uid, Use};
use crate::Error;
use crate::account::Staff;

/// How many bytes a part of a stored file has; the last has the rest.
pub const PART: usize = 256 * 1024;

/// Files: bytes in parts, and what is said of them. Every deed of staff is written down in the audit log.
#[async_trait]
pub trait Files: Send + Sync {
    /// Stores a file, all of it or nothing. The same bytes are stored once.
    async fn store(&self, staff: &Staff, file: NewFile, now: Timestamp) -> Result<Stored, Error>;

    /// The file that these bytes are stored as, by their hash; also one in the bin.
    async fn known(&self, staff: &Staff, hash: &str) -> Result<Option<Uid>, Error>;

    /// A file, also one in the bin, and how an account reaches it. [`Error::NotFound`] where there is none.
    async fn reached(&self, uid: &Uid, account: Option<i64>, now: Timestamp) -> Result<(File, Reach), Error>;

    /// A part of a body by its place, from 0; [`Error::NotFound`] behind the end.
    async fn part(&self, uid: &Uid, width: u32, place: u32) -> Result<Vec<u8>, Error>;

    /// These files, in this order; those in the bin and those that are none are left out.
    async fn files(&self, uids: &[Uid]) -> Result<Vec<File>, Error>;

    /// The files of the library, the latest first.
    async fn library(&self, staff: &Staff, filter: &FileFilter) -> Result<Vec<Held>, Error>;

    /// The latest pictures outside the bin, or the latest documents, at most so many.
    async fn recent(&self, staff: &Staff, pictures: bool, most: u32) -> Result<Vec<File>, Error>;

    /// One file of the library.
    async fn held(&self, staff: &Staff, uid: &Uid) -> Result<Held, Error>;

    /// Changes what is said of a file. [`Error::Invalid`] as [`seen::check`](crate::seen::check) says.
    async fn describe(
        &self,
        staff: &Staff,
        uid: &Uid,
        about: &About,
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error>;

    /// Puts a file into the bin; where something uses it nothing is done, and what uses it is returned.
    async fn discard(&self, staff: &Staff, uid: &Uid, now: Timestamp) -> Result<Vec<Use>, Error>;

    /// Keeps the text of a document, its first page first, in place of what was kept: the search looks into it.
    /// [`Error::NotFound`] where there is no such file.
    async fn put_pages(&self, uid: &Uid, pages: &[String]) -> Result<(), Error>;

    /// Takes a file out of the bin.
    async fn bring_back(&self, staff: &Staff, uid: &Uid, now: Timestamp) -> Result<(), Error>;
}
