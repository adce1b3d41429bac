//! Events, with their times.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::Language;
use domain::listing::EventListing;
use jiff::civil::Date;

use super::answers::Item;
use super::asked::{Listed, Reading};
use super::parameters::EventsAsked;
use super::problem::Fault;
use super::query::Asked;
use crate::service::Service;

/// Events
///
/// In order of time. Each comes with its instants in UTC, and with its days and hours as clocks at its place show them.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    params(EventsAsked),
    responses(
        (status = 200, description = "A page of events", body = Listed<Item>, headers(("Link" = String, description = "The neighbouring pages"))),
        (status = 304, description = "Nothing has changed since the answer of this ETag"),
        (status = 422, description = "A parameter breaks a rule", body = Fault, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Fault, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(service): State<Service>,
    uri: Uri,
    Asked(asked): Asked<EventsAsked>,
) -> Result<Response, Fault> {
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let mut reading = Reading::default();
    let language = reading.language(&asked.language).unwrap_or(Language::En);
    let (from, until) = reading.span(&asked.from, &asked.until);
    let (mode, when) = (reading.mode(&asked.mode), reading.when(&asked.when));
    let part = reading.part(&asked.page, &asked.per_page);
    let (network, country) = reading.chosen(portal, (&asked.network, &asked.country), language, now).await?;
    reading.done(language)?;
    let bounded = from.is_some() || until.is_some();
    let listing = EventListing {
        network,
        country,
        mode,
        when,
        within: bounded.then(|| (from.unwrap_or(Date::MIN), until.unwrap_or(Date::MAX))),
        offset: part.offset(),
        ..EventListing::all(language, part.size)
    };
    let found = portal.library.events(&listing, now).await?;
    let items = found.items.iter().map(|event| Item::of(event, &service.public_url, language));
    Ok(part.answer(&service.public_url, &uri, found.total, items.collect()))
}
