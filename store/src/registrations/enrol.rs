//! Staff register members: one, or many at once.

use std::collections::HashMap;

use domain::account::{Email, Member, Staff};
use domain::enrolment::Enrolment;
use domain::registration::{Registration, State, first_state};
use domain::{Error, Problem, Rule, Slug};
use jiff::Timestamp;

use super::change::{person, register};
use super::decide::write_down;
use super::read::{self, hold};
use crate::accounts::by_email;
use crate::db::Tx;

/// Registers somebody by the event's rules.
pub(super) async fn one(
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

/// What would become of each of these people, in their order.
pub(super) async fn plan(tx: &mut Tx, event: &Slug, emails: &[Email]) -> Result<Vec<Enrolment>, Error> {
    let seats = read::row(tx, event).await?;
    let (rules, mut taken, mut waiting) = (seats.rules()?, seats.taken(), seats.waiting());
    let mut brought: HashMap<i64, State> = HashMap::new();
    let mut plan = Vec::with_capacity(emails.len());
    for email in emails {
        let Some(account) = by_email(tx, email).await?.filter(|account| Member::of(account).is_some()) else {
            plan.push(Enrolment::NoMember);
            continue;
        };
        let own = read::own(tx, seats.id, account.id).await?.map(|own| own.state).filter(|state| state.is_active());
        if let Some(state) = own.or_else(|| brought.get(&account.id).copied()) {
            plan.push(Enrolment::Already(state));
            continue;
        }
        let state = first_state(rules, taken, waiting).ok_or(Error::Forbidden)?;
        taken += u32::from(state == State::Registered);
        waiting += u32::from(state == State::Waiting);
        brought.insert(account.id, state);
        plan.push(Enrolment::Comes(state));
    }
    Ok(plan)
}

/// Registers all of them, or nobody.
pub(super) async fn all(
    tx: &mut Tx,
    staff: &Staff,
    event: &Slug,
    emails: &[Email],
    now: Timestamp,
) -> Result<Vec<Enrolment>, Error> {
    hold(tx, event).await?;
    let plan = plan(tx, event, emails).await?;
    let mut problems = Vec::new();
    for (email, enrolment) in emails.iter().zip(&plan) {
        match enrolment {
            Enrolment::Comes(_) => drop(one(tx, staff, event, email, now).await?),
            Enrolment::Already(_) => {}
            Enrolment::NoMember => problems.push(Problem::new("email", email.as_str(), Rule::Member)),
        }
    }
    // An error takes back what was written.
    if problems.is_empty() { Ok(plan) } else { Err(Error::Invalid(problems)) }
}
