//! Files as they are read: by who opens one, by the pages that list them, by the library.

use std::collections::HashMap;

use domain::Error;
use domain::file::{File, FileFilter, Held, Place, Reach, Uid, Used};
use jiff::Timestamp;
use sqlx::FromRow;

use super::row::{FileRow, columns};
use super::uses;
use crate::db::{Db, Tx, on};
use crate::fault::fault;
use crate::library::shown::visible;
use crate::stored::stored;

const FILE: &str = concat!("select ", columns!(), " from file f where f.uid = $1");

const KNOWN: &str = "select uid from file where sha256 = $1";

/// How one account reaches a file: entries that readers see, and those of them where it has a seat.
const REACHED: &str = concat!(
    visible!(),
    "select ",
    columns!(),
    ",
        (select count(*) from entry_file u join readable e on e.id = u.entry_id where u.file_id = f.id) as shown,
        (select count(*) from entry_file u join readable e on e.id = u.entry_id
            join registration r on r.entry_id = e.id and r.account_id = $3 and r.state = 'registered'
            where u.file_id = f.id) as seats
    from file f where f.uid = $2"
);

const PART_OF: &str = "
    select p.bytes from file_part p join file f on f.id = p.file_id
    where f.uid = $1 and p.variant = $2 and p.position = $3";

const DOCUMENTS: &str = "
    select f.uid from entry_file u join file f on f.id = u.file_id
    where u.entry_id = $1 and u.place = 'documents'
    order by u.position";

const USED: &str = concat!(
    "select u.place, ",
    columns!(),
    " from entry_file u join file f on f.id = u.file_id
    where u.entry_id = $1 and f.deleted_at is null
    order by u.place, u.position"
);

/// The latest first. Words are looked for in each, for accents and capitals do not count, which no database does alike.
const LIBRARY: &str = concat!(
    "select ",
    columns!(),
    " from file f
    where (f.deleted_at is not null) = ($1 = 1)
      and ($2 is null or (f.media_type like 'image/%') = ($2 = 1))
      and ($3 = 0 or not exists (select 1 from entry_file u where u.file_id = f.id))
    order by f.created_at desc, f.id desc"
);

const RECENT: &str = concat!(
    "select ",
    columns!(),
    " from file f where f.deleted_at is null and (f.media_type like 'image/%') = ($1 = 1)
    order by f.created_at desc, f.id desc limit $2"
);

#[derive(FromRow)]
struct ReachedRow {
    #[sqlx(flatten)]
    file: FileRow,
    shown: i64,
    seats: i64,
}

#[derive(FromRow)]
struct UsedRow {
    place: String,
    #[sqlx(flatten)]
    file: FileRow,
}

pub(super) async fn known(db: &Db, hash: &str) -> Result<Option<Uid>, Error> {
    let uid: Option<String> =
        on!(db, |pool| sqlx::query_scalar(KNOWN).bind(hash).fetch_optional(pool).await).map_err(fault)?;
    uid.map(|uid| stored("file.uid", uid.parse())).transpose()
}

pub(super) async fn reached(db: &Db, uid: &Uid, account: Option<i64>, now: Timestamp) -> Result<(File, Reach), Error> {
    let row: Option<ReachedRow> = on!(db, |pool| sqlx::query_as(REACHED)
        .bind(now.as_microsecond())
        .bind(uid.as_str())
        .bind(account)
        .fetch_optional(pool)
        .await)
    .map_err(fault)?;
    let row = row.ok_or(Error::NotFound)?;
    Ok((row.file.file()?, Reach { is_shown: row.shown > 0, has_seat: row.seats > 0 }))
}

pub(super) async fn part(db: &Db, uid: &Uid, width: u32, place: u32) -> Result<Vec<u8>, Error> {
    let bytes: Option<Vec<u8>> = on!(db, |pool| sqlx::query_scalar(PART_OF)
        .bind(uid.as_str())
        .bind(i64::from(width))
        .bind(i64::from(place))
        .fetch_optional(pool)
        .await)
    .map_err(fault)?;
    bytes.ok_or(Error::NotFound)
}

/// The row of a file, also of one in the bin.
pub(super) async fn row(tx: &mut Tx, uid: &Uid) -> Result<Option<FileRow>, Error> {
    on!(tx, |connection| sqlx::query_as(FILE).bind(uid.as_str()).fetch_optional(connection).await).map_err(fault)
}

pub(super) async fn files(tx: &mut Tx, uids: &[Uid]) -> Result<Vec<File>, Error> {
    let mut files = Vec::new();
    for uid in uids {
        let file = row(tx, uid).await?.map(FileRow::file).transpose()?;
        files.extend(file.filter(|file| !file.is_deleted));
    }
    Ok(files)
}

/// The documents that an entry lists, in order.
pub(crate) async fn documents(tx: &mut Tx, entry: i64) -> Result<Vec<Uid>, Error> {
    let uids: Vec<String> =
        on!(tx, |connection| sqlx::query_scalar(DOCUMENTS).bind(entry).fetch_all(connection).await).map_err(fault)?;
    uids.into_iter().map(|uid| stored("file.uid", uid.parse())).collect()
}

/// Every file that an entry uses and that is not in the bin.
pub(crate) async fn used(tx: &mut Tx, entry: i64) -> Result<Vec<Used>, Error> {
    let rows: Vec<UsedRow> =
        on!(tx, |connection| sqlx::query_as(USED).bind(entry).fetch_all(connection).await).map_err(fault)?;
    rows.into_iter()
        .map(|row| {
            let place = stored("entry_file.place", Place::from_code(&row.place).ok_or(row.place))?;
            Ok(Used { place, file: row.file.file()? })
        })
        .collect()
}

pub(super) async fn library(tx: &mut Tx, filter: &FileFilter) -> Result<Vec<Held>, Error> {
    let (in_bin, pictures, unused) =
        (i64::from(filter.in_bin), filter.pictures.map(i64::from), i64::from(filter.unused));
    let rows: Vec<FileRow> = on!(tx, |connection| sqlx::query_as(LIBRARY)
        .bind(in_bin)
        .bind(pictures)
        .bind(unused)
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    let mut uses = uses::by_file(tx).await?;
    let held = rows.into_iter().map(|row| {
        let uses = uses.remove(&row.id).unwrap_or_default();
        Ok(Held { file: row.file()?, uses })
    });
    let held = held.collect::<Result<Vec<_>, Error>>()?;
    Ok(held.into_iter().filter(|held| filter.takes(held)).collect())
}

pub(super) async fn recent(db: &Db, pictures: bool, most: u32) -> Result<Vec<File>, Error> {
    let (pictures, most) = (i64::from(pictures), i64::from(most));
    let rows: Vec<FileRow> =
        on!(db, |pool| sqlx::query_as(RECENT).bind(pictures).bind(most).fetch_all(pool).await).map_err(fault)?;
    rows.into_iter().map(FileRow::file).collect()
}

pub(super) async fn held(tx: &mut Tx, uid: &Uid) -> Result<Held, Error> {
    let row = row(tx, uid).await?.ok_or(Error::NotFound)?;
    let mut uses: HashMap<_, _> = uses::of_file(tx, row.id).await?;
    let uses = uses.remove(&row.id).unwrap_or_default();
    Ok(Held { file: row.file()?, uses })
}
