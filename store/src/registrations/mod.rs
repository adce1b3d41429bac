//! Seats at events. Whoever changes the seats of an event holds them first, so that two who come at once come one after the
//! other, on both databases.

mod asked;
mod change;
mod decide;
mod enrol;
mod offers;
mod questions;
mod read;

use async_trait::async_trait;
use domain::account::{Email, Member, Staff};
use domain::enrolment::Enrolment;
use domain::meeting::Meeting;
use domain::ports::Registrations;
use domain::question::{Answer, Question};
use domain::registration::{Decision, Participant, Registration, SeatRules, Seats, State};
use domain::{Error, Slug};
use jiff::Timestamp;

pub(crate) use self::change::{change_rules, write_rules};
pub(crate) use self::offers::{give_up, offer};
pub(crate) use self::read::own;
use crate::db::Db;

#[async_trait]
impl Registrations for Db {
    async fn seats(&self, event: &Slug, account: Option<i64>) -> Result<Seats, Error> {
        let event = event.clone();
        self.read(move |tx| Box::pin(async move { read::seats(tx, &event, account).await })).await
    }

    async fn meeting(&self, member: &Member, event: &Slug) -> Result<Option<Meeting>, Error> {
        let (account, event) = (member.account().id, event.clone());
        self.read(move |tx| Box::pin(async move { read::meeting_of(tx, account, &event).await })).await
    }

    async fn meeting_for_staff(&self, _staff: &Staff, event: &Slug) -> Result<Option<Meeting>, Error> {
        let event = event.clone();
        self.read(move |tx| Box::pin(async move { read::meeting(tx, &event).await })).await
    }

    async fn of_account(&self, account: i64) -> Result<Vec<Registration>, Error> {
        self.read(move |tx| Box::pin(async move { read::of_account(tx, account).await })).await
    }

    async fn register(
        &self,
        member: &Member,
        event: &Slug,
        answers: &[Answer],
        now: Timestamp,
    ) -> Result<Registration, Error> {
        let (account, event, typed) = (member.account().id, event.clone(), answers.to_vec());
        self.write(move |tx| {
            Box::pin(async move {
                let answers = questions::read(tx, &event, &typed).await?;
                let own = change::register(tx, (account, &event), &change::person(account), now).await?;
                questions::keep(tx, own.id, &answers).await?;
                Ok(own)
            })
        })
        .await
    }

    async fn answer(&self, member: &Member, event: &Slug, answers: &[Answer]) -> Result<(), Error> {
        let (account, event, typed) = (member.account().id, event.clone(), answers.to_vec());
        self.write(move |tx| Box::pin(async move { questions::answer(tx, account, &event, &typed).await })).await
    }

    async fn questions(&self, _staff: &Staff, event: &Slug) -> Result<Vec<Question>, Error> {
        let event = event.clone();
        self.read(move |tx| {
            Box::pin(async move {
                let entry = read::row_in_any_place(tx, &event).await?.id;
                asked::all(tx, entry).await
            })
        })
        .await
    }

    async fn set_questions(
        &self,
        staff: &Staff,
        event: &Slug,
        questions: &[Question],
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (staff, event, asked) = (staff.clone(), event.clone(), questions.to_vec());
        let seen = seen.map(str::to_owned);
        self.write(move |tx| {
            Box::pin(async move { questions::set(tx, &staff, &event, &asked, seen.as_deref(), now).await })
        })
        .await
    }

    async fn cancel(&self, member: &Member, event: &Slug, now: Timestamp) -> Result<(), Error> {
        let (account, event) = (member.account().id, event.clone());
        self.write(move |tx| Box::pin(async move { change::cancel(tx, account, &event, now).await })).await
    }

    async fn accept(&self, member: &Member, event: &Slug, now: Timestamp) -> Result<Registration, Error> {
        let (account, event) = (member.account().id, event.clone());
        self.write(move |tx| Box::pin(async move { change::accept(tx, account, &event, now).await })).await
    }

    async fn lapse(&self, now: Timestamp) -> Result<u32, Error> {
        // Looking is no write: what is kept for readers stays good while nothing happens.
        if self.read(move |tx| Box::pin(async move { read::ended(tx, now).await })).await?.is_empty() {
            return Ok(0);
        }
        self.write(move |tx| Box::pin(async move { offers::lapse(tx, now).await })).await
    }

    async fn set_rules(
        &self,
        staff: &Staff,
        event: &Slug,
        rules: SeatRules,
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (staff, event, seen) = (staff.clone(), event.clone(), seen.map(str::to_owned));
        self.write(move |tx| {
            Box::pin(async move { change::set_rules(tx, &staff, &event, rules, seen.as_deref(), now).await })
        })
        .await
    }

    async fn participants(&self, _staff: &Staff, event: &Slug) -> Result<Vec<Participant>, Error> {
        let event = event.clone();
        self.read(move |tx| Box::pin(async move { read::participants(tx, &event).await })).await
    }

    async fn pending(&self, _staff: &Staff, now: Timestamp) -> Result<Vec<(Slug, usize)>, Error> {
        self.read(move |tx| Box::pin(async move { read::pending(tx, now).await })).await
    }

    async fn event_of(&self, _staff: &Staff, registration: i64) -> Result<Slug, Error> {
        self.read(move |tx| Box::pin(async move { Ok(read::whose(tx, registration).await?.1) })).await
    }

    async fn enrol(&self, staff: &Staff, event: &Slug, email: &Email, now: Timestamp) -> Result<Registration, Error> {
        let (staff, event, email) = (staff.clone(), event.clone(), email.clone());
        self.write(move |tx| Box::pin(async move { enrol::one(tx, &staff, &event, &email, now).await })).await
    }

    async fn enrolments(&self, _staff: &Staff, event: &Slug, emails: &[Email]) -> Result<Vec<Enrolment>, Error> {
        let (event, emails) = (event.clone(), emails.to_vec());
        self.read(move |tx| Box::pin(async move { enrol::plan(tx, &event, &emails).await })).await
    }

    async fn enrol_all(
        &self,
        staff: &Staff,
        event: &Slug,
        emails: &[Email],
        now: Timestamp,
    ) -> Result<Vec<Enrolment>, Error> {
        let (staff, event, emails) = (staff.clone(), event.clone(), emails.to_vec());
        self.write(move |tx| Box::pin(async move { enrol::all(tx, &staff, &event, &emails, now).await })).await
    }

    async fn settle(
        &self,
        staff: &Staff,
        registration: i64,
        decision: &Decision,
        now: Timestamp,
    ) -> Result<State, Error> {
        let (staff, decision) = (staff.clone(), decision.clone());
        self.write(move |tx| Box::pin(async move { decide::decide(tx, &staff, registration, &decision, now).await }))
            .await
    }
}
