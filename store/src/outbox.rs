//! Effects that wait: claimed by one worker at a time, done once.

use async_trait::async_trait;
use domain::Error;
use domain::outbox::{CLAIM_SECONDS, Effect, OutboxCounts, retry_at};
use domain::ports::Outbox;
use jiff::Timestamp;
use sqlx::FromRow;

use crate::db::{Db, Pools, on, transaction};
use crate::fault::Halt;

#[derive(FromRow)]
struct EffectRow {
    id: i64,
    topic: String,
    payload: String,
    attempts: i64,
}

mod write {
    use super::{EffectRow, Halt, Timestamp, retry_at};
    use crate::db::for_each_database;

    const COMPLETE: &str = "update outbox set done_at = $3, claimed_by = null, claimed_until = null, last_error = null
        where id = $1 and claimed_by = $2 and done_at is null";
    const FAIL: &str = "update outbox set attempts = attempts + 1, due_at = $3, last_error = $4,
        claimed_by = null, claimed_until = null where id = $1 and claimed_by = $2 and done_at is null";
    const ATTEMPTS: &str = "select attempts from outbox where id = $1";

    for_each_database! {
        pub(crate) async fn claim(
            connection: &mut Connection, sql: &'static str, worker: String, limit: i64, now: i64, until: i64,
        ) -> Result<Vec<EffectRow>, Halt> {
            let rows = sqlx::query_as(sql).bind(now).bind(limit).bind(worker).bind(until);
            Ok(rows.fetch_all(connection).await?)
        }

        pub(crate) async fn complete(connection: &mut Connection, id: i64, worker: String, now: i64) -> Result<(), Halt> {
            sqlx::query(COMPLETE).bind(id).bind(worker).bind(now).execute(connection).await?;
            Ok(())
        }

        pub(crate) async fn fail(
            connection: &mut Connection, id: i64, worker: String, cause: String, now: Timestamp,
        ) -> Result<(), Halt> {
            let attempts: Option<(i64,)> = sqlx::query_as(ATTEMPTS).bind(id).fetch_optional(&mut *connection).await?;
            let due = retry_at(now, attempts.map_or(0, |(attempts,)| attempts)).as_microsecond();
            sqlx::query(FAIL).bind(id).bind(worker).bind(due).bind(cause).execute(connection).await?;
            Ok(())
        }
    }
}

const CLAIM: &str = "update outbox set claimed_by = $3, claimed_until = $4 where id in (
    select id from outbox where done_at is null and due_at <= $1 and (claimed_until is null or claimed_until <= $1)
    order by due_at, id limit $2) returning id, topic, payload, attempts";
/// PostgreSQL has several writers at a time: rows that another one is just claiming are passed over.
const CLAIM_POSTGRES: &str = "update outbox set claimed_by = $3, claimed_until = $4 where id in (
    select id from outbox where done_at is null and due_at <= $1 and (claimed_until is null or claimed_until <= $1)
    order by due_at, id limit $2 for update skip locked) returning id, topic, payload, attempts";
const COUNTS: &str = "select cast(count(*) - count(done_at) as bigint), cast(count(done_at) as bigint) from outbox";

#[async_trait]
impl Outbox for Db {
    async fn claim(&self, worker: &str, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error> {
        let sql = match self.0 {
            Pools::Sqlite { .. } => CLAIM,
            Pools::Postgres(_) => CLAIM_POSTGRES,
        };
        let (worker, limit, now) = (worker.to_owned(), i64::from(limit), now.as_microsecond());
        let until = now + CLAIM_SECONDS * 1_000_000;
        let mut rows = transaction!(self, write::claim(sql, worker, limit, now, until))?;
        rows.sort_by_key(|row| row.id);
        let effect =
            |row: EffectRow| Effect { id: row.id, topic: row.topic, payload: row.payload, attempts: row.attempts };
        Ok(rows.into_iter().map(effect).collect())
    }

    async fn complete(&self, id: i64, worker: &str, now: Timestamp) -> Result<(), Error> {
        let (worker, now) = (worker.to_owned(), now.as_microsecond());
        transaction!(self, write::complete(id, worker, now))
    }

    async fn fail(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error> {
        let (worker, cause) = (worker.to_owned(), cause.to_owned());
        transaction!(self, write::fail(id, worker, cause, now))
    }

    async fn counts(&self) -> Result<OutboxCounts, Error> {
        let row: Result<(i64, i64), _> = on!(self, |pool| sqlx::query_as(COUNTS).fetch_one(pool).await);
        let (waiting, done) = row.map_err(Halt::from)?;
        Ok(OutboxCounts { waiting: waiting.unsigned_abs(), done: done.unsigned_abs() })
    }
}
