//! What must happen outside: written down in the transaction that causes it, done later by a job.

use domain::Error;
use jiff::Timestamp;
use serde_json::Value;

use crate::db::{Tx, execute};
use crate::fault::fault;

const EFFECT: &str = "
    insert into outbox (topic, payload, account_id, created_at, due_at, attempts)
    values ($1, $2, $3, $4, $5, 0)";

/// Leaves an effect that is due later; `account` in what it needs to know is whom it is for.
pub(crate) async fn leave_for(
    tx: &mut Tx,
    topic: &str,
    payload: &Value,
    now: Timestamp,
    due: Timestamp,
) -> Result<(), Error> {
    let account = payload["account"].as_i64();
    execute!(tx, EFFECT, topic, payload.to_string(), account, now.as_microsecond(), due.as_microsecond())
        .map(drop)
        .map_err(fault)
}

/// Leaves an effect that is due at once.
pub(crate) async fn leave(tx: &mut Tx, topic: &str, payload: &Value, now: Timestamp) -> Result<(), Error> {
    leave_for(tx, topic, payload, now, now).await
}
