//! What staff decide on registrations: told to the person, and written down for staff.

use domain::account::{Email, Member, Staff};
use domain::audit::Deed;
use domain::registration::{Decision, Registration, State, seated_or_waiting};
use domain::{Error, Problem, Rule, Slug};
use jiff::Timestamp;

use super::change::{offer, person, register, transfer};
use super::read::{self, hold};
use crate::accounts::{by_email, by_id};
use crate::audit::{Entry, note};
use crate::db::Tx;

pub(super) async fn enrol(
    tx: &mut Tx,
    staff: &Staff,
    event: &Slug,
    email: &Email,
    now: Timestamp,
) -> Result<Registration, Error> {
    let wrong = |rule| Error::Invalid(vec![Problem::new("email", email.as_str(), rule)]);
    let seats = hold(tx, event).await?;
    let account = by_email(tx, email).await?.filter(|account| Member::of(account).is_some());
    let account = account.ok_or_else(|| wrong(Rule::Member))?.id;
    let before = read::own(tx, seats.id, account).await?.map(|own| own.state);
    if before.is_some_and(State::is_active) {
        return Err(wrong(Rule::NotRegistered));
    }
    let own = register(tx, (account, event), &person(staff.account().id), now).await?;
    let before = before.map(State::code).unwrap_or_default();
    write_down(tx, staff, (account, event), before, own.state.code(), now).await?;
    Ok(own)
}

pub(super) async fn decide(
    tx: &mut Tx,
    staff: &Staff,
    registration: i64,
    decision: &Decision,
    now: Timestamp,
) -> Result<(), Error> {
    let (account, event) = read::whose(tx, registration).await?;
    let seats = hold(tx, &event).await?;
    // Another decision may have come first.
    let own = read::own(tx, seats.id, account).await?.filter(|own| decision.fits(own.state));
    let was = own.ok_or(Error::Gone)?.state;
    let state = match decision {
        Decision::Admit => seated_or_waiting(seats.rules()?, seats.taken(), seats.waiting()),
        Decision::Refuse(_) => State::Refused,
        Decision::Remove(_) => State::Cancelled,
    };
    let reason = decision.reason();
    transfer(tx, registration, (account, &event), (state, reason), &person(staff.account().id), now).await?;
    write_down(tx, staff, (account, &event), was.code(), &in_words(state, reason), now).await?;
    offer(tx, &event, now).await
}

/// Writes down what became of somebody's registration.
async fn write_down(
    tx: &mut Tx,
    staff: &Staff,
    (account, event): (i64, &Slug),
    before: &str,
    after: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let subject = format!("{event}: {}", by_id(tx, account).await?.ok_or(Error::NotFound)?.profile.email);
    note(tx, staff, Entry { deed: Deed::Registration, subject: &subject, before, after }, now).await
}

fn in_words(state: State, reason: &str) -> String {
    if reason.is_empty() { state.code().to_owned() } else { format!("{}: {reason}", state.code()) }
}
