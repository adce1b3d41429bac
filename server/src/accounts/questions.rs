//! What is asked of who registers, and what they answer, as forms send it.

use std::collections::HashMap;

use app::account::visit::Visit;
use app::paths;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::Role;
use domain::question::{Answer, read_questions};
use domain::{Error, Slug};

use super::reply::{self, language, reply};
use crate::accepted::wants_page;
use crate::desk::form::Fieldset;
use crate::service::Service;

/// How the field of an answer begins; the id of its question follows.
pub(super) const ANSWER: &str = "answer-";

/// What was answered.
pub(super) fn answers(fields: &HashMap<String, Vec<String>>) -> Vec<Answer> {
    let answers = fields.iter().filter_map(|(name, values)| {
        let question = name.strip_prefix(ANSWER)?.parse().ok()?;
        Some(Answer { question, text: values.first().cloned().unwrap_or_default() })
    });
    answers.collect()
}

/// Sets what is asked of who registers; or shows what was typed again, with what is wrong.
pub async fn set(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = language(&uri);
    let fields = Fieldset::read(&body);
    let done = async {
        let staff = reply::staff_of_all(&service, &headers, Role::Editor).await?;
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let questions = read_questions(|name| fields.one(name).to_owned()).map_err(Error::Invalid)?;
        let (registrations, now) = (&service.portal.registrations, service.portal.clock.now());
        registrations.set_questions(&staff, &slug, &questions, fields.seen(), now).await?;
        Ok(paths::participants(language, &slug))
    };
    match done.await {
        Err(Error::Invalid(problems)) if wants_page(&headers) => {
            let list = uri.path().trim_end_matches("/questions");
            let visit = Visit { typed: fields.into_inner(), problems, ..Visit::default() };
            reply::again(&service, headers, list, visit).await
        }
        done => reply(&service, &headers, &uri, done).await,
    }
}
