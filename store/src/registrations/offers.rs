//! Seats that become free: who waits longest is offered them, while the event is ahead, and each offer ends.

use domain::registration::{State, free};
use domain::{Error, Slug};
use jiff::Timestamp;

use super::change::{put, tell, transfer};
use super::read;
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::stored;

const HOLD_BY_ID: &str = "update entry set updated_at = updated_at where id = $1";

/// Who waits longest, of those who may come.
const NEXT: &str = "
    select r.id, r.account_id from registration r join account a on a.id = r.account_id
    where r.entry_id = $1 and r.state = 'waiting' and a.standing = 'approved'
    order by r.queued_at, r.id
    limit $2";

const AHEAD: &str = "
    select r.id, e.id as entry_id, e.slug
    from registration r
    join entry e on e.id = r.entry_id
    join event t on t.entry_id = r.entry_id
    where r.account_id = $1 and r.state in ('pending', 'registered', 'waiting', 'offered') and t.ends_at > $2
      and e.deleted_at is null
    order by e.id";

/// Who does what nobody does, for the log.
const PORTAL: &str = "portal";

/// Offers free seats to who waits longest, while the event is ahead.
pub(crate) async fn offer(tx: &mut Tx, event: &Slug, now: Timestamp) -> Result<(), Error> {
    let seats = read::row(tx, event).await?;
    let Some(until) = seats.offers_until(now) else { return Ok(()) };
    let free = free(seats.rules()?, seats.taken(), seats.waiting());
    if free == 0 {
        return Ok(());
    }
    let next: Vec<(i64, i64)> =
        on!(tx, |connection| sqlx::query_as(NEXT).bind(seats.id).bind(i64::from(free)).fetch_all(connection).await)
            .map_err(fault)?;
    for (registration, account) in next {
        let change = put(tx, registration, (State::Offered, ""), Some(until), PORTAL, now).await?;
        tell(tx, (registration, change), (account, event), State::Offered, now).await?;
    }
    Ok(())
}

pub(super) async fn lapse(tx: &mut Tx, now: Timestamp) -> Result<u32, Error> {
    let mut lapsed = 0;
    for ended in read::ended(tx, now).await? {
        execute!(tx, HOLD_BY_ID, ended.entry_id).map_err(fault)?;
        let event: Slug = stored("entry.slug", ended.slug.parse())?;
        // It may have been accepted while this waited for its turn.
        let own = read::own(tx, ended.entry_id, ended.account_id).await?;
        let Some(own) = own.filter(|own| own.state == State::Offered) else { continue };
        let seats = read::row(tx, &event).await?;
        if !seats.takes_place() {
            // Nobody knows whether there will be a seat: the person stands first in the list again.
            put(tx, own.id, (State::Waiting, ""), None, PORTAL, now).await?;
        } else if seats.has_begun(now) {
            // Too late for this person and for the next: there is nothing to tell.
            put(tx, own.id, (State::Lapsed, ""), None, PORTAL, now).await?;
        } else if own.offer_ends.is_none_or(|ends| ends <= now) {
            transfer(tx, own.id, (ended.account_id, &event), (State::Lapsed, ""), PORTAL, now).await?;
            offer(tx, &event, now).await?;
        } else {
            continue;
        }
        lapsed += 1;
    }
    Ok(lapsed)
}

/// Gives up all that somebody has, or hopes for, at events that are not over: the account ends, and with it what is told to it.
pub(crate) async fn give_up(tx: &mut Tx, account: i64, actor: &str, now: Timestamp) -> Result<(), Error> {
    let ahead: Vec<(i64, i64, String)> = on!(tx, |connection| sqlx::query_as(AHEAD)
        .bind(account)
        .bind(now.as_microsecond())
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    for (registration, entry, slug) in ahead {
        execute!(tx, HOLD_BY_ID, entry).map_err(fault)?;
        put(tx, registration, (State::Cancelled, ""), None, actor, now).await?;
        offer(tx, &stored("entry.slug", slug.parse())?, now).await?;
    }
    Ok(())
}
