//! Registering for events, as forms of members send it.

use app::account::visit::Visit;
use app::paths;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::Member;
use domain::entry::Kind;
use domain::{Error, Language, Problem, Rule, Slug};

use super::reply::{self, language, reply};
use super::{questions, session};
use crate::accepted::wants_page;
use crate::desk::form::Fieldset;
use crate::service::Service;

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
            "register" | "answer" | "cancel" if is_over => return Err(Error::Forbidden),
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

/// Whether an event that readers may see is over.
pub(super) async fn is_over(service: &Service, slug: &Slug, language: Language) -> Result<bool, Error> {
    let now = service.portal.clock.now();
    let entry = service.portal.library.entry(Kind::Event, slug, language, now).await?;
    Ok(entry.summary.time.is_none_or(|time| time.is_over(now)))
}
