//! What happens to seats: each change is logged, and told to whom it concerns, once.

use domain::account::Staff;
use domain::audit::Deed;
use domain::registration::{Registration, SeatRules, State, first_state};
use domain::{Error, Slug};
use jiff::Timestamp;
use serde_json::json;

use super::offers::offer;
use super::read::{self, hold};
use crate::audit::{Entry, note};
use crate::db::{Tx, execute, on};
use crate::effect;
use crate::fault::fault;
use crate::inbox::note_registration;

/// Whoever comes back begins anew, at the end of the list.
const PUT: &str = "
    insert into registration (entry_id, account_id, state, queued_at, offer_ends_at, created_at, updated_at)
    values ($1, $2, $3, $4, null, $4, $4)
    on conflict (entry_id, account_id)
    do update set state = $3, queued_at = $4, offer_ends_at = null, reason = '', updated_at = $4
    returning id";

const MOVE: &str = "update registration set state = $2, offer_ends_at = $3, reason = $4, updated_at = $5 where id = $1";

const LOG: &str =
    "insert into registration_log (registration_id, at, actor, state) values ($1, $2, $3, $4) returning id";

const RULES: &str = "
    insert into event_seats (entry_id, mode, capacity) values ($1, $2, $3)
    on conflict (entry_id) do update set mode = $2, capacity = $3";

/// Who did something, as the log says it.
pub(super) fn person(account: i64) -> String {
    format!("account {account}")
}

/// Puts a registration into another state, and writes that down; the change in the log.
pub(super) async fn put(
    tx: &mut Tx,
    registration: i64,
    (state, reason): (State, &str),
    offer_ends: Option<Timestamp>,
    actor: &str,
    now: Timestamp,
) -> Result<i64, Error> {
    let ends = offer_ends.map(Timestamp::as_microsecond);
    execute!(tx, MOVE, registration, state.code(), ends, reason, now.as_microsecond()).map_err(fault)?;
    log(tx, registration, state, actor, now).await
}

async fn log(tx: &mut Tx, registration: i64, state: State, actor: &str, now: Timestamp) -> Result<i64, Error> {
    on!(tx, |connection| sqlx::query_scalar(LOG)
        .bind(registration)
        .bind(now.as_microsecond())
        .bind(actor)
        .bind(state.code())
        .fetch_one(connection)
        .await)
    .map_err(fault)
}

/// Tells the person of a change: by a notice and by a letter.
pub(super) async fn tell(
    tx: &mut Tx,
    (registration, change): (i64, i64),
    (account, event): (i64, &Slug),
    state: State,
    now: Timestamp,
) -> Result<(), Error> {
    note_registration(tx, registration, change, state, now).await?;
    let payload = json!({ "account": account, "event": event, "state": state.code() });
    effect::leave(tx, "mail.registration", &payload, now).await
}

/// Moves a registration to a state that is no offer; `reason` is what staff say to the person, if they do.
pub(super) async fn transfer(
    tx: &mut Tx,
    registration: i64,
    whom: (i64, &Slug),
    (state, reason): (State, &str),
    actor: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let change = put(tx, registration, (state, reason), None, actor, now).await?;
    tell(tx, (registration, change), whom, state, now).await
}

/// Asks for a seat; `actor` is who does so, for the log.
pub(super) async fn register(
    tx: &mut Tx,
    (account, event): (i64, &Slug),
    actor: &str,
    now: Timestamp,
) -> Result<Registration, Error> {
    let seats = hold(tx, event).await?;
    let own = read::own(tx, seats.id, account).await?;
    if let Some(own) = own.filter(|own| own.state.is_active()) {
        // A second click, or another window: there is one registration.
        return Ok(own);
    }
    let state = first_state(seats.rules()?, seats.taken(), seats.waiting()).ok_or(Error::Forbidden)?;
    let id: i64 = on!(tx, |connection| sqlx::query_scalar(PUT)
        .bind(seats.id)
        .bind(account)
        .bind(state.code())
        .bind(now.as_microsecond())
        .fetch_one(connection)
        .await)
    .map_err(fault)?;
    let change = log(tx, id, state, actor, now).await?;
    tell(tx, (id, change), (account, event), state, now).await?;
    read::own(tx, seats.id, account).await?.ok_or(Error::NotFound)
}

pub(super) async fn cancel(tx: &mut Tx, account: i64, event: &Slug, now: Timestamp) -> Result<(), Error> {
    let seats = hold(tx, event).await?;
    let own = read::own(tx, seats.id, account).await?.filter(|own| own.state.is_active());
    let Some(own) = own else { return Ok(()) };
    transfer(tx, own.id, (account, event), (State::Cancelled, ""), &person(account), now).await?;
    offer(tx, event, now).await
}

pub(super) async fn accept(tx: &mut Tx, account: i64, event: &Slug, now: Timestamp) -> Result<Registration, Error> {
    let seats = hold(tx, event).await?;
    let own = read::own(tx, seats.id, account).await?.ok_or(Error::NotFound)?;
    match own.state {
        State::Registered => return Ok(own),
        State::Offered if seats.offers_until(now).is_some() && own.offer_ends.is_some_and(|ends| ends > now) => {}
        _ => return Err(Error::Gone),
    }
    transfer(tx, own.id, (account, event), (State::Registered, ""), &person(account), now).await?;
    read::own(tx, seats.id, account).await?.ok_or(Error::NotFound)
}

pub(super) async fn set_rules(
    tx: &mut Tx,
    staff: &Staff,
    event: &Slug,
    rules: SeatRules,
    seen: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    let before = hold(tx, event).await?.rules()?;
    domain::seen::check(domain::seen::SEATS, seen, &before, &rules)?;
    let before = rules_in_words(before);
    let (subject, after) = (event.as_str(), rules_in_words(rules));
    note(tx, staff, Entry { deed: Deed::Seats, subject, before: &before, after: &after }, now).await?;
    change_rules(tx, event, rules, now).await
}

fn rules_in_words(rules: SeatRules) -> String {
    rules.capacity.map_or_else(|| rules.mode.code().to_owned(), |seats| format!("{} {seats}", rules.mode.code()))
}

/// Sets the rules of an event's seats; more seats are offered to who waits.
pub(crate) async fn change_rules(tx: &mut Tx, event: &Slug, rules: SeatRules, now: Timestamp) -> Result<(), Error> {
    let seats = hold(tx, event).await?;
    write_rules(tx, seats.id, rules).await?;
    offer(tx, event, now).await
}

/// Writes the rules of an event's seats.
pub(crate) async fn write_rules(tx: &mut Tx, entry: i64, rules: SeatRules) -> Result<(), Error> {
    execute!(tx, RULES, entry, rules.mode.code(), rules.capacity.map(i64::from)).map_err(fault)?;
    Ok(())
}
