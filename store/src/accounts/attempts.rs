//! How often something was tried: so that nobody guesses passwords, or floods a stranger with mail.

use domain::Error;
use jiff::{SignedDuration, Timestamp};

use crate::db::{Tx, execute, on};
use crate::fault::fault;

const SWEEP: &str = "delete from attempt where name = $1 and at <= $2";
/// A name may hold an address: none is kept longer than it is of use.
const FORGET: &str = "delete from attempt where at <= $1";
/// A day, in seconds.
const LONGEST: i64 = 86_400;
const NOTE: &str = "insert into attempt (name, at) values ($1, $2)";
const COUNT: &str = "select count(*) from attempt where name = $1";

pub(super) async fn count(tx: &mut Tx, name: &str, most: u32, seconds: i64, now: Timestamp) -> Result<bool, Error> {
    let since = now.saturating_sub(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MIN);
    execute!(tx, SWEEP, name, since.as_microsecond()).map_err(fault)?;
    let yesterday = now.saturating_sub(SignedDuration::from_secs(LONGEST)).unwrap_or(Timestamp::MIN);
    execute!(tx, FORGET, yesterday.as_microsecond()).map_err(fault)?;
    let before: i64 =
        on!(tx, |connection| sqlx::query_scalar(COUNT).bind(name).fetch_one(connection).await).map_err(fault)?;
    if before >= i64::from(most) {
        return Ok(false);
    }
    execute!(tx, NOTE, name, now.as_microsecond()).map_err(fault)?;
    Ok(true)
}
