//! Effects that wait: each is claimed by one worker at a time, and done once.

mod letters;

use async_trait::async_trait;
use domain::Error;
use domain::account::Staff;
use domain::outbox::{CLAIM_SECONDS, Effect, LetterFilter, Letters, MOST_ATTEMPTS, OutboxCounts, Work, retry_at};
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
                where done_at is null and failed_at is null and due_at <= $2 and (claimed_until is null or claimed_until <= $2)
                    and (topic = 'file.stored') = $5
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
    where done_at is null and failed_at is null and due_at <= $1 and (claimed_until is null or claimed_until <= $1)
        and (topic = 'file.stored') = $2
    limit 1";

const COMPLETE: &str = "
    update outbox set done_at = $3, sent_to = $4, claimed_by = null, claimed_until = null, last_error = null
    where id = $1 and claimed_by = $2 and done_at is null";

const ATTEMPTS: &str = "select topic, attempts from outbox where id = $1 and claimed_by = $2 and done_at is null";

const FAIL: &str = "
    update outbox set due_at = $3, last_error = $4, claimed_by = null, claimed_until = null
    where id = $1 and claimed_by = $2 and done_at is null";

const GIVE_UP: &str = "
    update outbox set failed_at = $3, last_error = $4, claimed_by = null, claimed_until = null
    where id = $1 and claimed_by = $2 and done_at is null";

const COUNTS: &str = "
    select count(*) - count(done_at) - count(failed_at) as waiting, count(done_at) as done
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
    async fn claim(&self, worker: &str, work: Work, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error> {
        let documents = work == Work::Documents;
        // Looking is no write: what is kept for readers stays good while nothing happens.
        let due: Option<i64> = on!(self, |pool| sqlx::query_scalar(DUE)
            .bind(now.as_microsecond())
            .bind(documents)
            .fetch_optional(pool)
            .await)
        .map_err(fault)?;
        if due.is_none() {
            return Ok(Vec::new());
        }
        let worker = worker.to_owned();
        self.write_unseen(move |tx| Box::pin(async move { claim(tx, &worker, documents, limit, now).await })).await
    }

    async fn complete(&self, id: i64, worker: &str, sent_to: Option<&str>, now: Timestamp) -> Result<(), Error> {
        let (worker, sent_to) = (worker.to_owned(), sent_to.map(str::to_owned));
        self.write_unseen(move |tx| Box::pin(async move { complete(tx, id, &worker, sent_to, now).await })).await
    }

    async fn fail(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
        let (worker, cause) = (worker.to_owned(), cause.to_owned());
        self.write(move |tx| Box::pin(async move { fail(tx, id, &worker, &cause, now).await })).await
    }

    async fn give_up(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
        let (worker, cause) = (worker.to_owned(), cause.to_owned());
        self.write(move |tx| Box::pin(async move { give_up(tx, id, &worker, &cause, now).await })).await
    }

    async fn counts(&self) -> Result<OutboxCounts, Error> {
        let row: CountsRow = on!(self, |pool| sqlx::query_as(COUNTS).fetch_one(pool).await).map_err(fault)?;
        Ok(OutboxCounts { waiting: row.waiting.unsigned_abs(), done: row.done.unsigned_abs() })
    }

    async fn letters(&self, staff: &Staff, filter: &LetterFilter) -> Result<Letters, Error> {
        let (known, filter) = (letters::known_to(staff), filter.clone());
        self.read(move |tx| Box::pin(async move { letters::read(tx, &known, &filter).await })).await
    }

    async fn failures(&self, staff: &Staff) -> Result<u64, Error> {
        letters::failures(self, &letters::known_to(staff)).await
    }

    async fn resend(&self, staff: &Staff, id: i64, now: Timestamp) -> Result<bool, Error> {
        let staff = staff.clone();
        self.write(move |tx| Box::pin(async move { letters::resend(tx, &staff, id, now).await })).await
    }
}

async fn claim(tx: &mut Tx, worker: &str, documents: bool, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error> {
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
        .bind(documents)
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

async fn complete(tx: &mut Tx, id: i64, worker: &str, sent_to: Option<String>, now: Timestamp) -> Result<(), Error> {
    execute!(tx, COMPLETE, id, worker, now.as_microsecond(), sent_to).map(drop).map_err(fault)
}

async fn fail(tx: &mut Tx, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
    let tried: Option<(String, i64)> =
        on!(tx, |connection| sqlx::query_as(ATTEMPTS).bind(id).bind(worker).fetch_optional(connection).await)
            .map_err(fault)?;
    let Some((topic, attempts)) = tried else { return Ok(()) };
    // What is no letter is seen by nobody: it is tried until it is done.
    if attempts >= MOST_ATTEMPTS && topic.starts_with("mail.") {
        return give_up(tx, id, worker, cause, now).await;
    }
    let due = retry_at(now, attempts - 1);
    execute!(tx, FAIL, id, worker, due.as_microsecond(), cause).map(drop).map_err(fault)
}

async fn give_up(tx: &mut Tx, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
    execute!(tx, GIVE_UP, id, worker, now.as_microsecond(), cause).map(drop).map_err(fault)
}
