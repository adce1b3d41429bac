//! Registering for events, as forms send it.

use app::account::visit::Visit;
use app::entries::compose::country_names;
use app::messages::{Messages, answer_in_words};
use app::paths;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::{Email, Member, Role};
use domain::entry::Kind;
use domain::question::Question;
use domain::registration::{Decision, MOST_SEATS, Mode, Participant, SeatRules};
use domain::{Error, Language, Problem, Rule, Slug};
use serde::Deserialize;

use super::reply::{self, language, reply};
use super::{questions, session};
use crate::accepted::wants_page;
use crate::csv;
use crate::desk::form::Fieldset;
use crate::service::Service;
use crate::typed::Form;

/// Registers, answers anew, accepts, or cancels; then shows the event again, with what was typed where it cannot be taken.
pub async fn take(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = language(&uri);
    let fields = Fieldset::read(&body).into_inner();
    let answers = questions::answers(&fields);
    let task = fields.get("task").and_then(|values| values.first()).cloned().unwrap_or_default();
    let parsed = slug.parse::<Slug>();
    let done = async {
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let event = paths::entry(language, Kind::Event, &slug);
        let (portal, now) = (&service.portal, service.portal.clock.now());
        let Some(open) = session::of(portal, &headers).await? else {
            return Ok(paths::with_query(&paths::login(language), [("next", event.as_str())]));
        };
        let member = Member::of(&open.account).ok_or(Error::Forbidden)?;
        // Only to what readers may see, and not to what is over.
        let is_over = is_over(&service, &slug, language).await?;
        match task.as_str() {
            "register" | "answer" if is_over => return Err(Error::Forbidden),
            "register" => portal.registrations.register(&member, &slug, &answers, now).await.map(drop)?,
            "answer" => portal.registrations.answer(&member, &slug, &answers).await?,
            // The page says that the offer has ended.
            "accept" => match portal.registrations.accept(&member, &slug, now).await {
                Ok(_) | Err(Error::Gone) => {}
                Err(failure) => return Err(failure),
            },
            "cancel" => portal.registrations.cancel(&member, &slug, now).await?,
            other => return Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
        }
        Ok(format!("{event}#registration"))
    };
    match (done.await, parsed) {
        (Err(Error::Invalid(problems)), Ok(slug))
            if wants_page(&headers) && problems.iter().all(|problem| problem.field.starts_with(questions::ANSWER)) =>
        {
            let event = paths::entry(language, Kind::Event, &slug);
            let visit = Visit { typed: fields, problems, ..Visit::default() };
            reply::again(&service, headers, &event, visit).await
        }
        (done, _) => reply(&service, &headers, &uri, done).await,
    }
}

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

/// Whether an event that readers may see is over.
pub(super) async fn is_over(service: &Service, slug: &Slug, language: Language) -> Result<bool, Error> {
    let now = service.portal.clock.now();
    let entry = service.portal.library.entry(Kind::Event, slug, language, now).await?;
    Ok(entry.summary.time.is_none_or(|time| time.is_over(now)))
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

/// Who has asked for a seat, as a CSV file.
pub async fn participants(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let language = language(&uri);
    let read = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let registrations = &service.portal.registrations;
        let participants = registrations.participants(&staff, &slug).await?;
        let countries = country_names(&service.portal, language, service.portal.clock.now()).await?;
        Ok::<_, Error>((participants, registrations.questions(&staff, &slug).await?, countries))
    };
    match read.await {
        Ok((participants, questions, countries)) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            let rows = rows_of(&participants, &questions, &countries, language);
            ([kind, (header::CACHE_CONTROL, "private, no-store")], rows).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// The list as rows; `countries` are slugs and names.
fn rows_of(
    participants: &[Participant],
    questions: &[Question],
    countries: &[(String, String)],
    language: Language,
) -> String {
    let messages = Messages::of(language);
    let heads =
        ["name", "email", "country", "institution", "function", "status"].map(|field| messages.field(field).to_owned());
    let asked = questions.iter().map(|question| question.text(language).to_owned());
    let heads = heads.into_iter().chain(asked).collect::<Vec<_>>();
    let rows = participants.iter().map(|participant| {
        let profile = &participant.account.profile;
        let slug = profile.country.as_ref().map_or("", Slug::as_str);
        let country = countries.iter().find(|(its, _)| its == slug).map_or(slug, |(_, name)| name);
        let state = messages.seat_state(participant.state).to_owned();
        let answers = questions.iter().map(|question| {
            let answer = participant.answers.iter().find(|answer| Some(answer.question) == question.id);
            answer.map_or_else(String::new, |answer| answer_in_words(question, &answer.text, language))
        });
        let person = [
            profile.name.clone(),
            profile.email.to_string(),
            country.to_owned(),
            profile.institution.clone(),
            profile.function.clone(),
            state,
        ];
        person.into_iter().chain(answers).collect::<Vec<_>>()
    });
    csv::file(std::iter::once(heads).chain(rows))
}
