//! Registering for events, as forms send it.

use app::paths;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Member;
use domain::entry::Kind;
use domain::{Error, Language, Problem, Rule, Slug};
use serde::Deserialize;

use super::session;
use crate::page;
use crate::service::Service;

/// What somebody wants.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    task: String,
}

/// Registers, accepts, or cancels; then shows the event again.
pub async fn take(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> Response {
    let language = Language::of_path(uri.path()).unwrap_or(Language::ALL[0]);
    let done = async {
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let event = paths::entry(language, Kind::Event, &slug);
        let (portal, now) = (&service.portal, service.portal.clock.now());
        let Some(open) = session::of(portal, &headers).await? else {
            return Ok(paths::with_query(&paths::login(language), [("next", event.as_str())]));
        };
        let member = Member::of(&open.account).ok_or(Error::Forbidden)?;
        // Only to what readers may see, and not to what is over.
        let entry = portal.library.entry(Kind::Event, &slug, language, now).await?;
        let is_over = entry.summary.time.is_none_or(|time| time.is_over(now));
        match wish.task.as_str() {
            "register" if is_over => return Err(Error::Forbidden),
            "register" => portal.registrations.register(&member, &slug, now).await.map(drop)?,
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
    match done.await {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}
