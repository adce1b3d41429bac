//! Closing an account, as its owner does. Only the lists of events that are over keep a name.

use domain::Error;
use jiff::Timestamp;

use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::registrations::give_up;

/// What the lists of past events keep: nobody can sign in to it, and no letter reaches it.
const REMAINS: &str = "
    insert into account (email, name, country_id, institution, function, language, standing, reason, role, password_hash,
        created_at, updated_at)
    select 'closed-' || a.id || '@closed.invalid', a.name, a.country_id, a.institution, a.function, a.language, 'disabled', '',
        'member', '', a.created_at, $2
    from account a
    where a.id = $1 and exists (
        select 1 from registration r join event t on t.entry_id = r.entry_id
        where r.account_id = a.id and r.state = 'registered' and t.ends_at <= $2)
    returning id";

const HAND_OVER: &str = "
    update registration set account_id = $2
    where account_id = $1 and state = 'registered' and entry_id in (select entry_id from event where ends_at <= $3)";

/// Everything else that is the account's goes with it.
const DELETE: &str = "delete from account where id = $1";

pub(super) async fn close(tx: &mut Tx, account: i64, now: Timestamp) -> Result<(), Error> {
    give_up(tx, account, &format!("account {account}"), now).await?;
    let remains: Option<i64> = on!(tx, |connection| sqlx::query_scalar(REMAINS)
        .bind(account)
        .bind(now.as_microsecond())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    if let Some(remains) = remains {
        execute!(tx, HAND_OVER, account, remains, now.as_microsecond()).map_err(fault)?;
    }
    execute!(tx, DELETE, account).map(drop).map_err(fault)
}
