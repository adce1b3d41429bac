//! What who has registered for an event is told of it: that it has changed, and that it is near.

use domain::entry::Kind;
use domain::event::EventState;
use domain::manuscript::Manuscript;
use domain::notice::{About, REMINDERS};
use domain::{Error, Slug};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::db::{Tx, on};
use crate::desk::manuscript;
use crate::effect;
use crate::fault::fault;
use crate::registrations::own;

/// One notice for each change: the event's sequence tells one from another.
const MOVED: &str = "
    insert into notice (account_id, entry_id, topic, payload, created_at)
    select r.account_id, r.entry_id, $2, $3, $4 from registration r
    join account a on a.id = r.account_id
    where r.entry_id = $1 and r.state in ('pending', 'registered', 'waiting', 'offered') and a.standing = 'approved'
    on conflict (account_id, entry_id, topic, payload) do nothing
    returning account_id";

/// Events that begin after `$2` and no later than `$3`, for who has a seat since more than `$4` before they begin.
const NEAR: &str = "
    select r.account_id, r.entry_id, e.slug, t.starts_at
    from registration r
    join entry e on e.id = r.entry_id
    join event t on t.entry_id = r.entry_id
    join account a on a.id = r.account_id
    where a.standing = 'approved' and r.state = 'registered' and t.state = 'scheduled' and t.precision_code in ('minute', 'day')
      and t.starts_at > $2 and t.starts_at <= $3 and r.updated_at <= t.starts_at - $4
      and e.deleted_at is null and exists (
        select 1 from edition x where x.entry_id = e.id and x.state = 'published' and x.publish_at <= $1
          and (x.unpublish_at is null or x.unpublish_at > $1))";

const REMIND: &str = "
    insert into notice (account_id, entry_id, topic, payload, created_at) values ($1, $2, $3, $4, $5)
    on conflict (account_id, entry_id, topic, payload) do nothing
    returning account_id";

/// Tells everybody who has, or hopes for, a seat that the event has changed; a closed account is told nothing.
pub(crate) async fn tell_moved(
    tx: &mut Tx,
    entry: i64,
    event: &Slug,
    sequence: i32,
    now: Timestamp,
) -> Result<(), Error> {
    let payload = json!({ "sequence": sequence }).to_string();
    let told: Vec<i64> = on!(tx, |connection| sqlx::query_scalar(MOVED)
        .bind(entry)
        .bind(About::Moved.topic())
        .bind(payload)
        .bind(now.as_microsecond())
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    for account in told {
        effect::leave(tx, "mail.moved", &json!({ "account": account, "event": event }), now).await?;
    }
    Ok(())
}

/// An event that was cancelled, as who comes to it is told.
pub(super) async fn cancelled(tx: &mut Tx, account: i64, event: &Slug) -> Result<Option<Manuscript>, Error> {
    let found = match manuscript(tx, Kind::Event, event).await {
        // It has had another address since.
        Err(Error::Moved(new)) => manuscript(tx, Kind::Event, &new).await,
        found => found,
    };
    let (id, event) = match found {
        Ok(found) => found,
        Err(Error::NotFound | Error::Gone | Error::Moved(_)) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let is_cancelled = event.draft.time.as_ref().is_some_and(|time| time.state == EventState::Cancelled);
    let comes = own(tx, id, account).await?.is_some_and(|own| own.state.is_active());
    Ok((is_cancelled && comes).then_some(event))
}

/// Reminds of what is near, once for each distance; how many were reminded.
pub(super) async fn remind(tx: &mut Tx, now: Timestamp) -> Result<u32, Error> {
    let mut reminded = 0;
    // Who is reminded a day before is not reminded of the week at the same time.
    let mut nearest = SignedDuration::ZERO;
    for distance in REMINDERS {
        let at = |span: SignedDuration| now.saturating_add(span).unwrap_or(Timestamp::MAX).as_microsecond();
        let near: Vec<(i64, i64, String, i64)> = on!(tx, |connection| sqlx::query_as(NEAR)
            .bind(now.as_microsecond())
            .bind(at(nearest))
            .bind(at(distance))
            .bind(i64::try_from(distance.as_micros()).unwrap_or(i64::MAX))
            .fetch_all(connection)
            .await)
        .map_err(fault)?;
        nearest = distance;
        for (account, entry, event, starts_at) in near {
            // A moved event is another event to be reminded of.
            let payload = json!({ "starts_at": starts_at, "hours": distance.as_hours() }).to_string();
            let is_new: Option<i64> = on!(tx, |connection| sqlx::query_scalar(REMIND)
                .bind(account)
                .bind(entry)
                .bind(About::Reminder.topic())
                .bind(payload)
                .bind(now.as_microsecond())
                .fetch_optional(connection)
                .await)
            .map_err(fault)?;
            if is_new.is_some() {
                effect::leave(tx, "mail.reminder", &json!({ "account": account, "event": event }), now).await?;
                reminded += 1;
            }
        }
    }
    Ok(reminded)
}
