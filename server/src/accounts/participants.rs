//! Who has asked for a seat at an event, as a table to take along.

use app::entries::compose::country_names;
use app::messages::{Messages, answer_in_words};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Role;
use domain::question::Question;
use domain::registration::Participant;
use domain::{Error, Language, Slug};

use super::reply::{self, language, reply};
use crate::csv;
use crate::service::Service;

/// Who has asked for a seat, as a CSV file.
pub async fn file(
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
