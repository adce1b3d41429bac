//! Which entries have changed: each write of an entry leaves a row, and what is published or taken back by the hour is found by
//! its time.

use domain::Error;
use domain::search::{Changes, Cursor};
use jiff::Timestamp;

use crate::db::{Tx, execute, on};
use crate::fault::fault;

/// How many of the last changes a cursor remembers. A change may become visible after one that was written later, while its
/// transaction goes on; so many others do not overtake it.
const REMEMBERED: i64 = 1_000;

/// How many changes are kept. A node that has missed more reads everything anew.
const KEPT: i64 = 10_000;

const CHANGE: &str = "insert into entry_change (entry_id) values ($1) returning id";

const SWEEP: &str = "delete from entry_change where id < $1";

const USERS: &str = "
    insert into entry_change (entry_id) select distinct u.entry_id from entry_file u where u.file_id = $1";

const SPAN: &str = "select min(id), max(id) from entry_change";

const SINCE: &str = "select id, entry_id from entry_change where id > $1 order by id";

const EVERY: &str = "select id from entry order by id";

/// Editions that came or went between two instants, and files that opened.
const BY_THE_HOUR: &str = "
    select distinct entry_id from edition
    where (publish_at > $1 and publish_at <= $2) or (unpublish_at > $1 and unpublish_at <= $2)
    union
    select u.entry_id from entry_file u join file f on f.id = u.file_id
    where f.opens_at > $1 and f.opens_at <= $2";

/// Leaves word that an entry has changed.
pub(crate) async fn changed(tx: &mut Tx, entry: i64) -> Result<(), Error> {
    let id: i64 =
        on!(tx, |connection| sqlx::query_scalar(CHANGE).bind(entry).fetch_one(connection).await).map_err(fault)?;
    // Now and then is enough.
    if id % REMEMBERED == 0 {
        execute!(tx, SWEEP, id - KEPT).map_err(fault)?;
    }
    Ok(())
}

/// The same for every entry that uses a file.
pub(crate) async fn users_changed(tx: &mut Tx, file: i64) -> Result<(), Error> {
    execute!(tx, USERS, file).map(drop).map_err(fault)
}

pub(super) async fn changes(tx: &mut Tx, since: Option<&Cursor>, now: Timestamp) -> Result<Changes, Error> {
    let (first, last): (Option<i64>, Option<i64>) =
        on!(tx, |connection| sqlx::query_as(SPAN).fetch_one(connection).await).map_err(fault)?;
    let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
    // Where the oldest change that is kept is younger than the last that was seen, some were swept in between.
    let known = since.filter(|cursor| cursor.seen.last().is_some_and(|seen| first <= seen + 1) || last == 0);
    let from = known.and_then(|cursor| cursor.seen.last()).map_or(last, |seen| *seen) - REMEMBERED;
    let rows: Vec<(i64, i64)> =
        on!(tx, |connection| sqlx::query_as(SINCE).bind(from).fetch_all(connection).await).map_err(fault)?;
    let seen = rows.iter().map(|(id, _)| *id).filter(|id| *id > last - REMEMBERED).collect();
    let cursor = Cursor { at: now, seen };
    let Some(known) = known else {
        let entries = on!(tx, |connection| sqlx::query_scalar(EVERY).fetch_all(connection).await).map_err(fault)?;
        return Ok(Changes { cursor, is_all: true, entries });
    };
    let mut entries: Vec<i64> =
        rows.into_iter().filter(|(id, _)| known.seen.binary_search(id).is_err()).map(|(_, entry)| entry).collect();
    if known.at < now {
        let by_the_hour: Vec<i64> = on!(tx, |connection| sqlx::query_scalar(BY_THE_HOUR)
            .bind(known.at.as_microsecond())
            .bind(now.as_microsecond())
            .fetch_all(connection)
            .await)
        .map_err(fault)?;
        entries.extend(by_the_hour);
    }
    entries.sort_unstable();
    entries.dedup();
    Ok(Changes { cursor, is_all: false, entries })
}
