//! Moving, postponing and cancelling an event, as its form sends it.

use std::collections::BTreeMap;

use app::account::visit::Visit;
use app::desk::change::{CHANGE, Plan, SEEN, plan};
use app::messages::ChangeWords;
use app::paths;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::account::Role;
use domain::entry::Kind;
use domain::event_change::EventChange;
use domain::manuscript::{Outcome, Refusal};
use domain::{Error, Problem, Rule, Slug};

use super::form::Fieldset;
use crate::accounts::reply::{self, language, lead_to, reply};
use crate::page;
use crate::service::Service;

/// What came of the form.
enum Next {
    /// It is done.
    To(String),
    /// The page again: to look, or because something is wrong.
    Again(StatusCode, Option<&'static str>),
}

/// Shows what would go out, or does it.
pub async fn change(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fieldset::read(&body);
    match take(&service, &headers, &uri, &slug, &fields).await {
        Ok(Next::To(address)) => lead_to(address),
        Ok(Next::Again(status, notice)) => {
            let visit = Visit { typed: fields.into_inner(), notice, ..Visit::default() };
            page::answer(&service, uri, headers, visit, status).await
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

async fn take(service: &Service, headers: &HeaderMap, uri: &Uri, slug: &str, fields: &Fieldset) -> Result<Next, Error> {
    let staff = reply::staff(service, headers, Role::Editor).await?;
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let (page, portal) = (language(uri), &service.portal);
    let words = ChangeWords::of(page);
    let event = portal.manuscripts.manuscript(&staff, Kind::Event, &slug).await?;
    if event.is_deleted {
        return Err(Error::Gone);
    }
    let unknown = |field: &str| Error::Invalid(vec![Problem::new(field, fields.one(field), Rule::OneOfTheList)]);
    let change = EventChange::from_code(fields.one(CHANGE)).ok_or_else(|| unknown(CHANGE))?;
    let state = event.draft.time.as_ref().ok_or(Error::NotFound)?.state;
    let outdated = Ok(Next::Again(StatusCode::UNPROCESSABLE_ENTITY, Some(words.is_other_by_now)));
    if !change.fits(state) {
        // Somebody else was faster.
        return outdated;
    }
    let sent = |name: String| fields.all(&name).first().map(|text| (name.clone(), text.clone()));
    let typed: BTreeMap<String, String> = change.fields(&event).into_iter().filter_map(sent).collect();
    let Plan::Possible(_, announcement) = plan(portal, &staff, &event, change, &typed, &service.public_url).await?
    else {
        return Ok(Next::Again(StatusCode::UNPROCESSABLE_ENTITY, None));
    };
    match fields.one("task") {
        "show" => return Ok(Next::Again(StatusCode::OK, None)),
        "do" if announcement.key() != fields.one(SEEN) || !announcement.is_news => return outdated,
        "do" => {}
        _ => return Err(unknown("task")),
    }
    let edit = change.edit(&event, &typed).map_err(Error::Invalid)?;
    match portal.manuscripts.save(&staff, Kind::Event, &slug, &edit, portal.clock.now()).await? {
        Outcome::Saved(slug) => {
            let told = announcement.count().to_string();
            let done = [("done", change.code()), ("told", told.as_str())];
            Ok(Next::To(paths::with_query(&paths::change(page, &slug), done)))
        }
        Outcome::Refused(Refusal::Conflicts(_)) => outdated,
        Outcome::Refused(Refusal::Problems(problems)) => Err(Error::Invalid(problems)),
        Outcome::Refused(Refusal::Forbidden) => Err(Error::Forbidden),
    }
}
