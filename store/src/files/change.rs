//! What staff change of a file: what is said of it, and whether it is in the bin.

use domain::Error;
use domain::account::Staff;
use domain::audit::Deed;
use domain::file::{About, File, Uid, Use};
use jiff::Timestamp;

use super::row::{self, FileRow};
use super::{read, uses};
use crate::audit::{Entry, note};
use crate::db::{Tx, execute};
use crate::fault::fault;
use crate::search::users_changed;

const DESCRIBE: &str = "
    update file set titles = $2, alts = $3, is_decorative = $4, language = $5, credit = $6, access = $7, opens_at = $8
    where uid = $1";

/// Changes nothing, but on PostgreSQL who wants to use the file waits from here on.
const HOLD: &str = "update file set name = name where uid = $1";

const DISCARD: &str = "update file set deleted_at = $2 where uid = $1";

/// Takes hold of a file until the transaction ends.
async fn hold(tx: &mut Tx, uid: &Uid) -> Result<(i64, File), Error> {
    execute!(tx, HOLD, uid.as_str()).map_err(fault)?;
    let row: FileRow = read::row(tx, uid).await?.ok_or(Error::NotFound)?;
    Ok((row.id, row.file()?))
}

pub(super) async fn describe(
    tx: &mut Tx,
    staff: &Staff,
    uid: &Uid,
    about: &About,
    seen: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    let (id, file) = hold(tx, uid).await?;
    if file.is_deleted {
        return Err(Error::Gone);
    }
    domain::seen::check(domain::seen::FILE, seen, &file.about, about)?;
    if file.about == *about {
        return Ok(());
    }
    execute!(
        tx,
        DESCRIBE,
        uid.as_str(),
        row::texts(&about.titles)?,
        row::texts(&about.alts)?,
        i64::from(about.is_decorative),
        &about.language,
        &about.credit,
        about.access.code(),
        row::opens_at(about)
    )
    .map_err(fault)?;
    // Who may open it has changed, or its language: what is found in it has, too.
    users_changed(tx, id).await?;
    let (before, after) = (row::told(&file.about), row::told(about));
    note(tx, staff, Entry { deed: Deed::File, subject: &file.name, before: &before, after: &after }, now).await
}

pub(super) async fn discard(tx: &mut Tx, staff: &Staff, uid: &Uid, now: Timestamp) -> Result<Vec<Use>, Error> {
    let (id, file) = hold(tx, uid).await?;
    let uses = uses::of_file(tx, id).await?.remove(&id).unwrap_or_default();
    if file.is_deleted || !uses.is_empty() {
        return Ok(uses);
    }
    execute!(tx, DISCARD, uid.as_str(), Some(now.as_microsecond())).map_err(fault)?;
    let before = row::told(&file.about);
    note(tx, staff, Entry { deed: Deed::File, subject: &file.name, before: &before, after: "" }, now).await?;
    Ok(Vec::new())
}

pub(super) async fn bring_back(tx: &mut Tx, staff: &Staff, uid: &Uid, now: Timestamp) -> Result<(), Error> {
    let (_, file) = hold(tx, uid).await?;
    if !file.is_deleted {
        return Ok(());
    }
    execute!(tx, DISCARD, uid.as_str(), None::<i64>).map_err(fault)?;
    let after = row::told(&file.about);
    note(tx, staff, Entry { deed: Deed::File, subject: &file.name, before: "", after: &after }, now).await
}
