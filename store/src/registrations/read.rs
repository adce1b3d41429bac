//! What stands in the lists of seats.

use std::collections::HashMap;

use domain::account::Account;
use domain::event::EventState;
use domain::meeting::Meeting;
use domain::registration::{Mode, OFFER, Participant, Registration, SeatRules, Seats, State};
use domain::{Error, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use super::asked;
use crate::accounts::registered_for;
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// The seats of an event by its address; an event without rules takes no registrations.
const SEATS: &str = "
    select e.id, s.mode, s.capacity, m.opens as link_opens, t.state as event_state, t.starts_at, e.deleted_at,
        (select count(*) from registration r where r.entry_id = e.id and r.state in ('registered', 'offered')) as taken,
        (select count(*) from registration r where r.entry_id = e.id and r.state = 'waiting') as waiting
    from entry e
    left join event_seats s on s.entry_id = e.id
    left join event_meeting m on m.entry_id = e.id
    left join event t on t.entry_id = e.id
    where e.kind = 'event' and e.slug = $1";

macro_rules! registrations {
    ($which:literal) => {
        concat!(
            "select r.id, e.slug, r.state, r.offer_ends_at, r.reason,
                (select count(*) from registration o
                    where o.entry_id = r.entry_id and o.state = 'waiting'
                      and (o.queued_at < r.queued_at or (o.queued_at = r.queued_at and o.id <= r.id))) as place
            from registration r
            join entry e on e.id = r.entry_id
            where ",
            $which
        )
    };
}

const OWN: &str = registrations!("r.entry_id = $1 and r.account_id = $2");
const OF_ACCOUNT: &str =
    registrations!("r.account_id = $1 and e.deleted_at is null order by r.updated_at desc, r.id desc");
const PARTICIPANTS: &str = "
    select r.id, r.account_id, r.state, r.reason from registration r
    where r.entry_id = $1
    order by r.queued_at, r.id";
const WHOSE: &str = "
    select r.account_id, e.slug from registration r join entry e on e.id = r.entry_id
    where r.id = $1 and e.deleted_at is null";
const PENDING: &str = "
    select e.slug, count(*) from registration r
    join entry e on e.id = r.entry_id
    join event t on t.entry_id = r.entry_id
    where r.state = 'pending' and e.deleted_at is null and t.state <> 'cancelled' and t.ends_at > $1
    group by e.id, e.slug
    order by min(r.queued_at), e.id";
const MEETING: &str = "
    select m.link, m.opens from entry e left join event_meeting m on m.entry_id = e.id
    where e.kind = 'event' and e.slug = $1 and e.deleted_at is null";
/// Offers that nobody took in time, and those of events that have begun or do not take place.
const ENDED: &str = "
    select r.account_id, e.id as entry_id, e.slug
    from registration r join entry e on e.id = r.entry_id
    left join event t on t.entry_id = r.entry_id
    where r.state = 'offered' and e.deleted_at is null
      and (r.offer_ends_at <= $1 or t.starts_at <= $1 or coalesce(t.state, '') <> 'scheduled')
    order by e.id, r.offer_ends_at, r.id";

/// Changes nothing, but on PostgreSQL whoever else wants to change the seats of the event waits from here on.
const HOLD: &str = "update entry set updated_at = updated_at where kind = 'event' and slug = $1 and deleted_at is null";

#[derive(FromRow)]
pub(super) struct SeatsRow {
    pub(super) id: i64,
    mode: Option<String>,
    capacity: Option<i64>,
    link_opens: Option<i64>,
    event_state: Option<String>,
    starts_at: Option<i64>,
    deleted_at: Option<i64>,
    taken: i64,
    waiting: i64,
}

impl SeatsRow {
    pub(super) fn rules(&self) -> Result<SeatRules, Error> {
        let mode = match &self.mode {
            Some(mode) => stored("event_seats.mode", Mode::from_code(mode).ok_or(mode))?,
            None => Mode::Closed,
        };
        Ok(SeatRules { mode, capacity: self.capacity.map(number) })
    }

    /// Whether the event is to take place on its days: neither cancelled nor put off.
    pub(super) fn takes_place(&self) -> bool {
        self.event_state.as_deref() == Some(EventState::Scheduled.code())
    }

    /// Whether its start is reached.
    pub(super) fn has_begun(&self, now: Timestamp) -> bool {
        self.starts_at.is_none_or(|start| start <= now.as_microsecond())
    }

    /// Until when a seat that is offered now is kept; none is offered where the event has begun or does not take place.
    pub(super) fn offers_until(&self, now: Timestamp) -> Option<Timestamp> {
        let start = Timestamp::from_microsecond(self.starts_at?).ok()?;
        let is_ahead = self.takes_place() && start > now;
        is_ahead.then(|| now.saturating_add(OFFER).unwrap_or(Timestamp::MAX).min(start))
    }

    pub(super) fn taken(&self) -> u32 {
        number(self.taken)
    }

    pub(super) fn waiting(&self) -> u32 {
        number(self.waiting)
    }
}

fn number(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[derive(FromRow)]
struct RegistrationRow {
    id: i64,
    slug: String,
    state: String,
    offer_ends_at: Option<i64>,
    reason: String,
    place: i64,
}

impl RegistrationRow {
    fn registration(self) -> Result<Registration, Error> {
        let state = stored("registration.state", State::from_code(&self.state).ok_or(self.state))?;
        Ok(Registration {
            id: self.id,
            event: stored("entry.slug", self.slug.parse())?,
            state,
            position: (state == State::Waiting).then(|| number(self.place)),
            offer_ends: self.offer_ends_at.map(|at| instant("registration.offer_ends_at", at)).transpose()?,
            reason: self.reason,
        })
    }
}

/// The seats of an event that is not in the bin.
pub(super) async fn row(tx: &mut Tx, event: &Slug) -> Result<SeatsRow, Error> {
    let row = row_in_any_place(tx, event).await?;
    if row.deleted_at.is_some() { Err(Error::NotFound) } else { Ok(row) }
}

/// The same, also where it is in the bin: staff still see who asked for a seat.
pub(super) async fn row_in_any_place(tx: &mut Tx, event: &Slug) -> Result<SeatsRow, Error> {
    let row: Option<SeatsRow> =
        on!(tx, |connection| sqlx::query_as(SEATS).bind(event.as_str()).fetch_optional(connection).await)
            .map_err(fault)?;
    row.ok_or(Error::NotFound)
}

pub(crate) async fn own(tx: &mut Tx, entry: i64, account: i64) -> Result<Option<Registration>, Error> {
    let row: Option<RegistrationRow> =
        on!(tx, |connection| sqlx::query_as(OWN).bind(entry).bind(account).fetch_optional(connection).await)
            .map_err(fault)?;
    row.map(RegistrationRow::registration).transpose()
}

pub(super) async fn seats(tx: &mut Tx, event: &Slug, account: Option<i64>) -> Result<Seats, Error> {
    let row = row_in_any_place(tx, event).await?;
    let own = match account {
        Some(account) => own(tx, row.id, account).await?,
        None => None,
    };
    let answers = match &own {
        Some(own) => asked::answers(tx, own.id).await?,
        None => Vec::new(),
    };
    let questions = asked::asked(tx, row.id).await?;
    Ok(Seats {
        rules: row.rules()?,
        taken: row.taken(),
        waiting: row.waiting(),
        link_opens: row.link_opens.map(number),
        own,
        questions,
        answers,
    })
}

/// How an event is joined online.
pub(super) async fn meeting(tx: &mut Tx, event: &Slug) -> Result<Option<Meeting>, Error> {
    let row: Option<(Option<String>, Option<i64>)> =
        on!(tx, |connection| sqlx::query_as(MEETING).bind(event.as_str()).fetch_optional(connection).await)
            .map_err(fault)?;
    let (link, opens) = row.ok_or(Error::NotFound)?;
    Ok(link.map(|link| Meeting { link, opens: opens.map_or(0, number) }))
}

/// The same for who has a seat.
pub(super) async fn meeting_of(tx: &mut Tx, account: i64, event: &Slug) -> Result<Option<Meeting>, Error> {
    let own = seats(tx, event, Some(account)).await?.own;
    if own.is_none_or(|own| own.state != State::Registered) {
        return Err(Error::Forbidden);
    }
    meeting(tx, event).await
}

pub(super) async fn of_account(tx: &mut Tx, account: i64) -> Result<Vec<Registration>, Error> {
    let rows: Vec<RegistrationRow> =
        on!(tx, |connection| sqlx::query_as(OF_ACCOUNT).bind(account).fetch_all(connection).await).map_err(fault)?;
    rows.into_iter().map(RegistrationRow::registration).collect()
}

/// Everybody who has asked for a seat, in as many statements whatever their number.
pub(super) async fn participants(tx: &mut Tx, event: &Slug) -> Result<Vec<Participant>, Error> {
    let entry = row_in_any_place(tx, event).await?.id;
    let rows: Vec<(i64, i64, String, String)> =
        on!(tx, |connection| sqlx::query_as(PARTICIPANTS).bind(entry).fetch_all(connection).await).map_err(fault)?;
    let people = registered_for(tx, entry).await?;
    let mut accounts: HashMap<i64, Account> = people.into_iter().map(|account| (account.id, account)).collect();
    let mut answers = asked::answers_at(tx, entry).await?;
    let participant = |(registration, account, state, reason): (i64, i64, String, String)| {
        let account = accounts.remove(&account).ok_or(Error::NotFound)?;
        let state = stored("registration.state", State::from_code(&state).ok_or(state))?;
        let answers = answers.remove(&registration).unwrap_or_default();
        Ok(Participant { registration, account, state, reason, answers })
    };
    rows.into_iter().map(participant).collect()
}

/// Events with registrations to decide on.
pub(super) async fn pending(tx: &mut Tx, now: Timestamp) -> Result<Vec<(Slug, usize)>, Error> {
    let rows: Vec<(String, i64)> =
        on!(tx, |connection| sqlx::query_as(PENDING).bind(now.as_microsecond()).fetch_all(connection).await)
            .map_err(fault)?;
    let event = |(slug, count): (String, i64)| {
        Ok((stored("entry.slug", slug.parse())?, usize::try_from(count).unwrap_or(usize::MAX)))
    };
    rows.into_iter().map(event).collect()
}

/// The account and the event of a registration.
pub(super) async fn whose(tx: &mut Tx, registration: i64) -> Result<(i64, Slug), Error> {
    let row: Option<(i64, String)> =
        on!(tx, |connection| sqlx::query_as(WHOSE).bind(registration).fetch_optional(connection).await)
            .map_err(fault)?;
    let (account, slug) = row.ok_or(Error::NotFound)?;
    Ok((account, stored("entry.slug", slug.parse())?))
}

/// An offer that has ended.
#[derive(FromRow)]
pub(super) struct EndedRow {
    pub(super) account_id: i64,
    pub(super) entry_id: i64,
    pub(super) slug: String,
}

pub(super) async fn ended(tx: &mut Tx, now: Timestamp) -> Result<Vec<EndedRow>, Error> {
    on!(tx, |connection| sqlx::query_as(ENDED).bind(now.as_microsecond()).fetch_all(connection).await).map_err(fault)
}

/// Takes hold of the seats of an event until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, event: &Slug) -> Result<SeatsRow, Error> {
    execute!(tx, HOLD, event.as_str()).map_err(fault)?;
    row(tx, event).await
}
