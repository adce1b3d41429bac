//! What is typed and not saved, and who writes where.

use std::convert::Infallible;
use std::time::Duration;

use app::desk::checks::{checked, told};
use app::desk::compose::{self, form_place};
use app::desk::form::Form;
use app::events::region::day_of;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::Error;
use domain::account::{Role, Staff};
use domain::manuscript::Manuscript;
use futures::Stream;
use serde::Deserialize;

use super::edit;
use super::form::{self, Fieldset};
use crate::accounts::reply::{self, language, reply};
use crate::accounts::session;
use crate::service::Service;

/// Which form.
#[derive(Debug, Deserialize)]
pub struct Place {
    place: String,
}

/// How often somebody who writes is noted, and told of others.
const EVERY: Duration = Duration::from_secs(4);

/// Keeps the form for its writer, and says what may be mended in it.
pub async fn keep(
    State(service): State<Service>,
    Query(Place { place }): Query<Place>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let fields = Fieldset::read(&body);
        let (at, manuscript) = opened(&service, &staff, &place, &uri).await?;
        let place = form_place(&at, fields.one("form"));
        let typed = fields.typed(&manuscript);
        // What was typed and taken back is nothing to keep.
        let typed = if form::has_changes(&typed) { typed } else { Vec::new() };
        let (portal, now) = (&service.portal, service.portal.clock.now());
        portal.manuscripts.keep_form(&staff, &place, &typed, now).await?;
        // What was brought back is kept here from now on; what was shown beside it stays where it is until this is saved.
        for (left, kept) in fields.left(&at).into_iter().filter(|(left, _)| *left != place) {
            let forms = portal.manuscripts.kept_forms(&staff, &left).await?.into_iter();
            let rest = forms.filter(|form| form.place == left).flat_map(|form| form.typed);
            let rest: Vec<_> = rest.filter(|typed| fields.is_other(typed)).collect();
            portal.manuscripts.settle_form(&staff, &left, kept, &rest).await?;
        }
        let form = Form::of(manuscript, typed, Vec::new(), Vec::new());
        let remarks = checked(portal, &form.manuscript, &form.shown, &service.public_url).await?;
        Ok(told(&remarks, language(&uri)))
    };
    match done.await {
        Ok(told) => ([(header::CACHE_CONTROL, "private, no-store")], told).into_response(),
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// What a form was opened on, and the name of that place; its entry may have another address by now.
async fn opened(service: &Service, staff: &Staff, place: &str, uri: &Uri) -> Result<(String, Manuscript), Error> {
    let (first, second) = place.split_once('/').ok_or(Error::NotFound)?;
    if first == "new" {
        let kind = second.parse().map_err(|_unknown| Error::NotFound)?;
        let blank = Manuscript::blank(kind, language(uri), day_of(service.portal.clock.now()));
        return Ok((compose::place(kind, None), blank));
    }
    let kind = first.parse().map_err(|_unknown| Error::NotFound)?;
    let slug = second.parse().map_err(|_unreadable| Error::NotFound)?;
    let (slug, manuscript) = edit::found(service, staff, kind, slug).await?;
    Ok((compose::place(kind, Some(&slug)), manuscript))
}

/// Tells who else writes here, as long as somebody who may write listens.
pub async fn stream(
    State(service): State<Service>,
    Query(Place { place }): Query<Place>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let place = async {
        let staff = writer(&service, &headers).await?;
        opened(&service, &staff, &place, &uri).await.map(|(place, _)| place)
    };
    match place.await {
        Ok(place) => {
            let told = Sse::new(others(service, headers, place)).keep_alive(KeepAlive::default());
            let unkept = [
                (header::CACHE_CONTROL, "private, no-store"),
                // A proxy would hold back what is to be heard at once.
                (HeaderName::from_static("x-accel-buffering"), "no"),
            ];
            (unkept, told).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// Who writes. A page that listens by itself does not keep the session alive.
async fn writer(service: &Service, headers: &HeaderMap) -> Result<Staff, Error> {
    let open = session::glance(&service.portal, headers).await?.ok_or(Error::SignIn)?;
    Staff::of(&open.account, Role::Contributor).ok_or(Error::Forbidden)
}

fn others(service: Service, headers: HeaderMap, place: String) -> impl Stream<Item = Result<Event, Infallible>> {
    futures::stream::unfold(None::<String>, move |told| {
        let (service, headers, place) = (service.clone(), headers.clone(), place.clone());
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
                // Who has logged out, or may write no more, is told no more.
                let staff = writer(&service, &headers).await.ok()?;
                let now = service.portal.clock.now();
                let names = service.portal.manuscripts.writing(&staff, &place, now).await.ok()?.join(", ");
                if told.as_ref() != Some(&names) {
                    return Some((Ok(Event::default().data(names.clone())), Some(names)));
                }
            }
        }
    })
}
