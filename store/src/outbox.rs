//! Effects that wait: each is claimed by one worker at a time, and done once.

use async_trait::async_trait;
use domain::Error;
use domain::outbox::{CLAIM_SECONDS, Effect, OutboxCounts, retry_at};
use domain::ports::Outbox;
use jiff::{SignedDuration, Timestamp};
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::instant;

/// The rows are chosen once and for all before they are changed, so that never more than `limit` are.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "with due as materialized (
                select id from outbox
                where done_at is null and due_at <= $2 and (claimed_until is null or claimed_until <= $2)
                order by due_at, id
                limit $4 ",
            $lock,
            ")
            update outbox set claimed_by = $1, claimed_until = $3, attempts = attempts + 1
            where id in (select id from due)
            returning id, topic, payload, attempts - 1 as attempts, created_at"
        )
    };
}

/// SQLite has one writer at a time.
const CLAIM_SQLITE: &str = claim!("");
/// On PostgreSQL, rows that another worker is claiming at this moment are passed over.
const CLAIM_POSTGRES: &str = claim!("for update skip locked");

const DUE: &str = "
    select id from outbox
    where done_at is null and due_at <= $1 and (claimed_until is null or claimed_until <= $1)
    limit 1";

const COMPLETE: &str = "
    update outbox set done_at = $3, claimed_by = null, claimed_until = null, last_error = null
    where id = $1 and claimed_by = $2 and done_at is null";

const ATTEMPTS: &str = "select attempts from outbox where id = $1 and claimed_by = $2 and done_at is null";

const FAIL: &str = "
    update outbox set due_at = $3, last_error = $4, claimed_by = null, claimed_until = null
    where id = $1 and claimed_by = $2 and done_at is null";

const COUNTS: &str = "
    select count(*) - count(done_at) as waiting, count(done_at) as done
    from outbox";

#[derive(FromRow)]
struct EffectRow {
    id: i64,
    topic: String,
    payload: String,
    attempts: i64,
    created_at: i64,
}

#[derive(FromRow)]
struct CountsRow {
    waiting: i64,
    done: i64,
}

#[async_trait]
impl Outbox for Db {
    async fn claim(&self, worker: &str, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error> {
        // Looking is no write: what is kept for readers stays good while nothing happens.
        let due: Option<i64> =
            on!(self, |pool| sqlx::query_scalar(DUE).bind(now.as_microsecond()).fetch_optional(pool).await)
                .map_err(fault)?;
        if due.is_none() {
            return Ok(Vec::new());
        }
        let worker = worker.to_owned();
        self.write(move |tx| Box::pin(async move { claim(tx, &worker, limit, now).await })).await
    }

    async fn complete(&self, id: i64, worker: &str, now: Timestamp) -> Result<(), Error> {
        let worker = worker.to_owned();
        self.write(move |tx| Box::pin(async move { complete(tx, id, &worker, now).await })).await
    }

    async fn fail(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
        let (worker, cause) = (worker.to_owned(), cause.to_owned());
        self.write(move |tx| Box::pin(async move { fail(tx, id, &worker, &cause, now).await })).await
    }

    async fn counts(&self) -> Result<OutboxCounts, Error> {
        let row: CountsRow = on!(self, |pool| sqlx::query_as(COUNTS).fetch_one(pool).await).map_err(fault)?;
        Ok(OutboxCounts { waiting: row.waiting.unsigned_abs(), done: row.done.unsigned_abs() })
    }
}

async fn claim(tx: &mut Tx, worker: &str, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error> {
    let until = now.saturating_add(SignedDuration::from_secs(CLAIM_SECONDS)).unwrap_or(Timestamp::MAX);
    let sql = match tx {
        Tx::Sqlite(_) => CLAIM_SQLITE,
        Tx::Postgres(_) => CLAIM_POSTGRES,
    };
    let mut rows: Vec<EffectRow> = on!(tx, |connection| sqlx::query_as(sql)
        .bind(worker)
        .bind(now.as_microsecond())
        .bind(until.as_microsecond())
        .bind(i64::from(limit))
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    // What was written first is done first; `returning` promises no order.
    rows.sort_by_key(|row| row.id);
    rows.into_iter()
        .map(|row| {
            let created = instant("outbox.created_at", row.created_at)?;
            Ok(Effect { id: row.id, topic: row.topic, payload: row.payload, attempts: row.attempts, created })
        })
        .collect()
}

async fn complete(tx: &mut Tx, id: i64, worker: &str, now: Timestamp) -> Result<(), Error> {
    execute!(tx, COMPLETE, id, worker, now.as_microsecond()).map_err(fault)?;
    Ok(())
}

async fn fail(tx: &mut Tx, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
    let attempts: Option<i64> =
        on!(tx, |connection| sqlx::query_scalar(ATTEMPTS).bind(id).bind(worker).fetch_optional(connection).await)
            .map_err(fault)?;
    let Some(attempts) = attempts else { return Ok(()) };
    let due = retry_at(now, attempts - 1);
    execute!(tx, FAIL, id, worker, due.as_microsecond(), cause).map_err(fault)?;
    Ok(())
}
