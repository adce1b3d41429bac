//! What is typed and not saved, and who writes where.

use std::convert::Infallible;
use std::time::Duration;

use app::events::compose::today;
use app::paths;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::Error;
use domain::account::{Role, Staff};
use domain::manuscript::Manuscript;
use futures::Stream;
use serde::Deserialize;

use super::form::Fieldset;
use crate::accounts::reply::{self, language, reply};
use crate::service::Service;

/// Which form.
#[derive(Debug, Deserialize)]
pub struct Place {
    place: String,
}

/// How often somebody who writes is noted, and told of others.
const EVERY: Duration = Duration::from_secs(4);

/// Keeps the form for its writer. Text that is the same as what was opened is not kept.
pub async fn keep(
    State(service): State<Service>,
    Query(Place { place }): Query<Place>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let manuscript = opened(&service, &staff, &place, &uri).await?;
        let typed = Fieldset::read(&body).typed(&manuscript);
        let now = service.portal.clock.now();
        service.portal.manuscripts.keep_form(&staff, &place, &typed, now).await?;
        Ok(paths::desk(language(&uri)))
    };
    match done.await {
        Ok(_address) => StatusCode::NO_CONTENT.into_response(),
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// What a form was opened on.
async fn opened(service: &Service, staff: &Staff, place: &str, uri: &Uri) -> Result<Manuscript, Error> {
    let (section, slug) = place.split_once('/').ok_or(Error::NotFound)?;
    if section == "new" {
        let kind = paths::kind_of(slug).ok_or(Error::NotFound)?;
        return Ok(Manuscript::blank(kind, language(uri), today(service.portal.clock.now())));
    }
    let kind = paths::kind_of(section).ok_or(Error::NotFound)?;
    let slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    service.portal.manuscripts.manuscript(staff, kind, &slug).await
}

/// Tells who else writes here, as long as somebody listens.
pub async fn stream(
    State(service): State<Service>,
    Query(Place { place }): Query<Place>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let staff = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        opened(&service, &staff, &place, &uri).await.map(|_| staff)
    };
    match staff.await {
        Ok(staff) => Sse::new(others(service, staff, place)).keep_alive(KeepAlive::default()).into_response(),
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

fn others(service: Service, staff: Staff, place: String) -> impl Stream<Item = Result<Event, Infallible>> {
    futures::stream::unfold(None::<String>, move |told| {
        let (service, staff, place) = (service.clone(), staff.clone(), place.clone());
        async move {
            let mut first = told.is_none();
            loop {
                if !first {
                    let mut ending = service.ending.subscribe();
                    tokio::select! {
                        () = tokio::time::sleep(EVERY) => {}
                        // A stream never ends by itself: the program would wait for it.
                        _ = ending.wait_for(|ending| *ending) => return None,
                    }
                }
                first = false;
                let now = service.portal.clock.now();
                let names = service.portal.manuscripts.writing(&staff, &place, now).await.ok()?.join(", ");
                if told.as_ref() != Some(&names) {
                    return Some((Ok(Event::default().data(names.clone())), Some(names)));
                }
            }
        }
    })
}
