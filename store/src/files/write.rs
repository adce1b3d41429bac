//! Storing a file: its row and every part of it, or nothing.

use domain::Error;
use domain::account::Staff;
use domain::audit::Deed;
use domain::file::{NewFile, PART, Stored};
use jiff::Timestamp;

use super::row;
use crate::audit::{Entry, note};
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::search::leave_to_read;
use crate::stored::stored;

/// Makes no row where the same bytes are stored already.
const FILE: &str = "
    insert into file (uid, sha256, name, media_type, variants, language, titles, alts, is_decorative, credit, access,
        created_at, created_by, opens_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (sha256) do nothing
    returning id";

const KNOWN: &str = "select uid from file where sha256 = $1";

const PART_OF: &str = "insert into file_part (file_id, variant, position, bytes) values ($1, $2, $3, $4)";

pub(super) async fn store(tx: &mut Tx, staff: &Staff, new: &NewFile, now: Timestamp) -> Result<Stored, Error> {
    let (file, about) = (&new.file, &new.file.about);
    let (variants, titles, alts) = (row::variants(file)?, row::texts(&about.titles)?, row::texts(&about.alts)?);
    let id: Option<i64> = on!(tx, |connection| sqlx::query_scalar(FILE)
        .bind(file.uid.as_str())
        .bind(&file.hash)
        .bind(&file.name)
        .bind(file.medium.media_type())
        .bind(variants)
        .bind(&about.language)
        .bind(titles)
        .bind(alts)
        .bind(i64::from(about.is_decorative))
        .bind(&about.credit)
        .bind(about.access.code())
        .bind(now.as_microsecond())
        .bind(&file.created_by)
        .bind(row::opens_at(about))
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    let Some(id) = id else {
        let uid: String = on!(tx, |connection| sqlx::query_scalar(KNOWN).bind(&file.hash).fetch_one(connection).await)
            .map_err(fault)?;
        return Ok(Stored::Known(stored("file.uid", uid.parse())?));
    };
    for (variant, body) in file.variants.iter().zip(&new.bodies) {
        if body.len() as u64 != variant.size {
            // Nothing of it is kept.
            return Err(Error::Unavailable);
        }
        for (position, part) in (0_i64..).zip(body.chunks(PART)) {
            execute!(tx, PART_OF, id, i64::from(variant.width), position, part).map_err(fault)?;
        }
    }
    leave_to_read(tx, &file.uid, file.medium, now).await?;
    let after = row::told(about);
    note(tx, staff, Entry { deed: Deed::File, subject: &file.name, before: "", after: &after }, now).await?;
    Ok(Stored::New)
}
