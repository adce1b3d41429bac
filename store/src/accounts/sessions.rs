//! Sessions: who is signed in, where, and since when.

use domain::Error;
use domain::session::{IDLE, LIFE, Session};
use domain::token::TokenHash;
use jiff::{SignedDuration, Timestamp};
use sqlx::FromRow;

use super::person;
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::instant;

/// How exactly the last use is known: noting each would make every page a write.
const EXACTNESS: SignedDuration = SignedDuration::from_mins(5);

const OPEN: &str = "
    insert into session (account_id, token_hash, device, opened_at, used_at)
    select id, $2, $3, $4, $4 from account where id = $1 and standing <> 'disabled'";

/// `$2` and `$3`: used and opened later than these.
const BY_TOKEN: &str = "
    select id, account_id, device, opened_at, used_at from session
    where token_hash = $1 and used_at > $2 and opened_at > $3";

const OF_ACCOUNT: &str = "
    select id, account_id, device, opened_at, used_at from session
    where account_id = $1 and used_at > $2 and opened_at > $3
    order by used_at desc, id desc";

const NOTE_USE: &str = "update session set used_at = $2 where id = $1 and used_at < $2";

const CLOSE: &str = "delete from session where account_id = $1 and id = $2";

const CLOSE_OTHERS: &str = "delete from session where account_id = $1 and ($2 is null or id <> $2)";

/// Sessions that have ended by themselves are swept up when another one opens.
const SWEEP: &str = "delete from session where used_at <= $1 or opened_at <= $2";

#[derive(FromRow)]
struct SessionRow {
    id: i64,
    account_id: i64,
    device: String,
    opened_at: i64,
    used_at: i64,
}

fn limits(now: Timestamp) -> (i64, i64) {
    let before = |span| now.saturating_sub(span).unwrap_or(Timestamp::MIN).as_microsecond();
    (before(IDLE), before(LIFE))
}

pub(super) async fn open(
    tx: &mut Tx,
    account: i64,
    token: &TokenHash,
    device: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let (idle, life) = limits(now);
    execute!(tx, SWEEP, idle, life).map_err(fault)?;
    let opened = execute!(tx, OPEN, account, token.as_str(), device, now.as_microsecond()).map_err(fault)?;
    if opened == 0 { Err(Error::NotFound) } else { Ok(()) }
}

pub(super) async fn by_token(tx: &mut Tx, token: &TokenHash, now: Timestamp) -> Result<Option<Session>, Error> {
    let (idle, life) = limits(now);
    let row: Option<SessionRow> = on!(tx, |connection| sqlx::query_as(BY_TOKEN)
        .bind(token.as_str())
        .bind(idle)
        .bind(life)
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    match row {
        Some(row) => session(tx, row).await.map(Some),
        None => Ok(None),
    }
}

pub(super) async fn of_account(tx: &mut Tx, account: i64, now: Timestamp) -> Result<Vec<Session>, Error> {
    let (idle, life) = limits(now);
    let rows: Vec<SessionRow> = on!(tx, |connection| sqlx::query_as(OF_ACCOUNT)
        .bind(account)
        .bind(idle)
        .bind(life)
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    let mut sessions = Vec::with_capacity(rows.len());
    for row in rows {
        sessions.push(session(tx, row).await?);
    }
    Ok(sessions)
}

async fn session(tx: &mut Tx, row: SessionRow) -> Result<Session, Error> {
    Ok(Session {
        id: row.id,
        account: person::by_id(tx, row.account_id).await?.ok_or(Error::NotFound)?,
        device: row.device,
        opened: instant("session.opened_at", row.opened_at)?,
        used: instant("session.used_at", row.used_at)?,
    })
}

pub(super) fn should_note_use(session: &Session, now: Timestamp) -> bool {
    now.duration_since(session.used) >= EXACTNESS
}

pub(super) async fn note_use(tx: &mut Tx, id: i64, now: Timestamp) -> Result<(), Error> {
    execute!(tx, NOTE_USE, id, now.as_microsecond()).map_err(fault)?;
    Ok(())
}

pub(super) async fn close(tx: &mut Tx, account: i64, session: i64) -> Result<(), Error> {
    execute!(tx, CLOSE, account, session).map_err(fault)?;
    Ok(())
}

pub(super) async fn close_others(tx: &mut Tx, account: i64, kept: Option<i64>) -> Result<(), Error> {
    execute!(tx, CLOSE_OTHERS, account, kept).map_err(fault)?;
    Ok(())
}
