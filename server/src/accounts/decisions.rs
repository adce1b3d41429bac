//! What staff decide on the seats of an event: their rules, who is registered, and what becomes of a registration.

use app::account::visit::Visit;
use app::paths;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::{Email, Role};
use domain::registration::{Decision, MOST_SEATS, Mode, SeatRules};
use domain::{Error, Problem, Rule, Slug};
use serde::Deserialize;

use super::reply::{self, language, reply};
use super::seats::is_over;
use crate::accepted::wants_page;
use crate::service::Service;
use crate::typed::Form;

/// The rules of an event's seats, as typed.
#[derive(Debug, Deserialize)]
pub struct Rules {
    #[serde(default)]
    mode: String,
    #[serde(default)]
    capacity: String,
    /// The mark of the rules that were seen.
    seen: Option<String>,
}

impl Rules {
    fn read(&self) -> Result<SeatRules, Error> {
        let mode = Mode::from_code(&self.mode)
            .ok_or_else(|| Error::Invalid(vec![Problem::new("mode", &self.mode, Rule::OneOfTheList)]))?;
        let capacity = match self.capacity.trim() {
            "" => None,
            number => Some(
                number
                    .parse()
                    .ok()
                    .filter(|seats| (1..=MOST_SEATS).contains(seats))
                    .ok_or_else(|| Error::Invalid(vec![Problem::new("capacity", number, Rule::Seats)]))?,
            ),
        };
        Ok(SeatRules { mode, capacity })
    }
}

/// Sets how many seats an event has, and how one gets one; or shows what was typed again, with what is wrong.
pub async fn set_rules(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(rules): Form<Rules>,
) -> Response {
    let language = language(&uri);
    let done = async {
        let staff = reply::staff_of_all(&service, &headers, Role::Editor).await?;
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let (registrations, now) = (&service.portal.registrations, service.portal.clock.now());
        registrations.set_rules(&staff, &slug, rules.read()?, rules.seen.as_deref(), now).await?;
        Ok(paths::participants(language, &slug))
    };
    match done.await {
        Err(Error::Invalid(problems)) if wants_page(&headers) => {
            let typed = [("mode", rules.mode), ("capacity", rules.capacity), ("seen", rules.seen.unwrap_or_default())];
            reply::again(&service, headers, uri.path(), visit(typed, problems)).await
        }
        done => reply(&service, &headers, &uri, done).await,
    }
}

/// Whom staff register.
#[derive(Debug, Deserialize)]
pub struct Enrolment {
    #[serde(default)]
    email: String,
}

/// Registers a member; then shows the list again, with what was typed where it cannot be taken.
pub async fn enrol(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(enrolment): Form<Enrolment>,
) -> Response {
    let language = language(&uri);
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let email = enrolment.email.parse::<Email>();
        let email = email.map_err(|_bad| Error::Invalid(vec![Problem::new("email", &enrolment.email, Rule::Email)]))?;
        if is_over(&service, &slug, language).await? {
            return Err(Error::Forbidden);
        }
        let own = service.portal.registrations.enrol(&staff, &slug, &email, service.portal.clock.now()).await?;
        Ok(paths::with_query(&paths::participants(language, &slug), [("done", own.state.code())]))
    };
    match done.await {
        Err(Error::Invalid(problems)) if wants_page(&headers) => {
            let list = uri.path().trim_end_matches("/members");
            reply::again(&service, headers, list, visit([("email", enrolment.email)], problems)).await
        }
        done => reply(&service, &headers, &uri, done).await,
    }
}

/// A decision on a registration.
#[derive(Debug, Deserialize)]
pub struct Admission {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    reason: String,
}

/// Decides on a registration; then shows the list again, with what was typed where it cannot be taken.
pub async fn decide(
    State(service): State<Service>,
    Path((_, registration)): Path<(String, i64)>,
    uri: Uri,
    headers: HeaderMap,
    Form(admission): Form<Admission>,
) -> Response {
    let language = language(&uri);
    let registrations = &service.portal.registrations;
    let known = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let list = paths::participants(language, &registrations.event_of(&staff, registration).await?);
        Ok((staff, list))
    };
    let (staff, list) = match known.await {
        Ok(known) => known,
        Err(failure) => return reply(&service, &headers, &uri, Err(failure)).await,
    };
    let done = match Decision::read(&admission.decision, &admission.reason) {
        Ok(decision) => registrations.settle(&staff, registration, &decision, service.portal.clock.now()).await,
        Err(problem) if wants_page(&headers) => {
            let typed = [("registration", registration.to_string()), ("reason", admission.reason)];
            return reply::again(&service, headers, &list, visit(typed, vec![problem])).await;
        }
        Err(problem) => Err(Error::Invalid(vec![problem])),
    };
    match done {
        // The last seat was taken meanwhile.
        Err(Error::Invalid(problems)) if wants_page(&headers) => {
            reply::again(&service, headers, &list, visit([], problems)).await
        }
        done => {
            let done = done.map(|state| paths::with_query(&list, [("done", state.code())]));
            reply(&service, &headers, &uri, done).await
        }
    }
}

/// What was typed, and what is wrong with it.
fn visit<const N: usize>(typed: [(&str, String); N], problems: Vec<Problem>) -> Visit {
    let typed = typed.into_iter().map(|(field, value)| (field.to_owned(), vec![value])).collect();
    Visit { typed, problems, ..Visit::default() }
}
