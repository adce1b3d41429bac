//! Telling who decides on people that somebody asks for an account: a notice for each, and one letter for all who came
//! within a while.

use domain::Error;
use domain::notice::{APPLICANTS_GATHER, About};
use jiff::Timestamp;
use serde_json::json;

use crate::db::{Db, Tx, execute, on};
use crate::effect;
use crate::fault::fault;

const ADMINS: &str = "select id from account where standing = 'approved' and role = 'admin' order by id";

const NOTICE: &str = "
    insert into notice (account_id, entry_id, topic, payload, created_at) values ($1, null, $2, $3, $4)";

/// A letter that nobody has begun to write will name this one too.
const LETTER_WAITS: &str = "
    select 1 from outbox
    where topic = 'mail.applicants' and account_id = $1 and done_at is null and failed_at is null and claimed_until is null
    limit 1";

const UNREAD: &str = "select 1 from notice where account_id = $1 and topic = $2 and read_at is null limit 1";

const SEEN: &str = "update notice set read_at = $3 where account_id = $1 and topic = $2 and read_at is null";

/// Tells every admin, in the transaction in which somebody confirms the address of an application.
pub(crate) async fn tell_applicant(tx: &mut Tx, applicant: i64, now: Timestamp) -> Result<(), Error> {
    let admins: Vec<i64> =
        on!(tx, |connection| sqlx::query_scalar(ADMINS).fetch_all(connection).await).map_err(fault)?;
    let payload = json!({ "account": applicant }).to_string();
    for admin in admins {
        execute!(tx, NOTICE, admin, About::Applicant(applicant).topic(), payload.as_str(), now.as_microsecond())
            .map_err(fault)?;
        let waits: Option<i32> =
            on!(tx, |connection| sqlx::query_scalar(LETTER_WAITS).bind(admin).fetch_optional(connection).await)
                .map_err(fault)?;
        if waits.is_none() {
            let due = now.saturating_add(APPLICANTS_GATHER).unwrap_or(Timestamp::MAX);
            effect::leave_for(tx, "mail.applicants", &json!({ "account": admin }), now, due).await?;
        }
    }
    Ok(())
}

/// Whether somebody was told of applicants, and has not read it.
pub(super) async fn are_unread(db: &Db, account: i64) -> Result<bool, Error> {
    let topic = About::Applicant(0).topic();
    on!(db, |pool| sqlx::query(UNREAD).bind(account).bind(topic).fetch_optional(pool).await.map(|row| row.is_some()))
        .map_err(fault)
}

/// Marks what somebody was told of applicants as read.
pub(super) async fn seen(tx: &mut Tx, account: i64, now: Timestamp) -> Result<(), Error> {
    execute!(tx, SEEN, account, About::Applicant(0).topic(), now.as_microsecond()).map(drop).map_err(fault)
}
