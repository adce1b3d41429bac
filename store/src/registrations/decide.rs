//! What staff decide on registrations: told to the person, and written down for staff.

use domain::account::Staff;
use domain::audit::Deed;
use domain::registration::{Decision, State, seated_or_waiting};
use domain::{Error, Problem, Rule, Slug};
use jiff::Timestamp;

use super::change::{person, transfer};
use super::offers::offer;
use super::read::{self, hold};
use crate::accounts::by_id;
use crate::audit::{Entry, note};
use crate::db::Tx;

pub(super) async fn decide(
    tx: &mut Tx,
    staff: &Staff,
    registration: i64,
    decision: &Decision,
    now: Timestamp,
) -> Result<State, Error> {
    let (account, event) = read::whose(tx, registration).await?;
    let seats = hold(tx, &event).await?;
    // Another decision may have come first.
    let own = read::own(tx, seats.id, account).await?.filter(|own| decision.fits(own.state));
    let was = own.ok_or(Error::Gone)?.state;
    let state = match decision {
        Decision::Admit | Decision::List => seated_or_waiting(seats.rules()?, seats.taken(), seats.waiting()),
        Decision::Refuse(_) => State::Refused,
        Decision::Remove(_) => State::Cancelled,
    };
    if *decision == Decision::Admit && state == State::Waiting {
        // Whoever decides thinks that there is a seat.
        return Err(Error::Invalid(vec![Problem::new("decision", "admit", Rule::FreeSeat)]));
    }
    let reason = decision.reason();
    transfer(tx, registration, (account, &event), (state, reason), &person(staff.account().id), now).await?;
    write_down(tx, staff, (account, &event), was.code(), &in_words(state, reason), now).await?;
    offer(tx, &event, now).await?;
    Ok(state)
}

/// Writes down what became of somebody's registration.
pub(super) async fn write_down(
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
