//! Entries of every kind, networks and countries.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use domain::Language;
use domain::catalogue::Catalogued;
use domain::entry::Kind;
use domain::listing::Listing;

use super::answers::{Item, Whole};
use super::asked::{Listed, MOST, Part, Reading, json};
use super::parameters::{EntriesAsked, TextAsked};
use super::problem::Fault;
use super::query::Asked;
use crate::service::Service;

/// Entries of every kind
///
/// In the order in which they were made, so that who reads on finds at the end what is new.
#[utoipa::path(
    get,
    path = "/api/v1/entries",
    params(EntriesAsked),
    responses(
        (status = 200, description = "A page of entries", body = Listed<Item>, headers(("Link" = String, description = "The neighbouring pages"))),
        (status = 304, description = "Nothing has changed since the answer of this ETag"),
        (status = 422, description = "A parameter breaks a rule", body = Fault, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Fault, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(service): State<Service>,
    uri: Uri,
    Asked(asked): Asked<EntriesAsked>,
) -> Result<Response, Fault> {
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let mut reading = Reading::default();
    let only = reading.language(&asked.language);
    let language = only.unwrap_or(Language::En);
    let (kind, year) = (reading.kind(&asked.kind), reading.year(&asked.year));
    let part = reading.part(&asked.page, &asked.per_page);
    let (network, country) = reading.chosen(portal, (&asked.network, &asked.country), language, now).await?;
    reading.done(language)?;
    let listing = Catalogued {
        kind,
        only: only.is_some(),
        network,
        country,
        year,
        offset: part.offset(),
        ..Catalogued::all(language, part.size)
    };
    let found = portal.catalogue.everything(&listing, now).await?;
    let items = found.items.iter().map(|entry| Item::of(entry, &service.public_url, language));
    Ok(part.answer(&service.public_url, &uri, found.total, items.collect()))
}

/// One entry
///
/// By its identifier, which never changes.
#[utoipa::path(
    get,
    path = "/api/v1/entries/{uid}",
    params(("uid" = String, Path, description = "The identifier of an entry"), TextAsked),
    responses(
        (status = 200, description = "The entry, whole", body = Whole),
        (status = 304, description = "Nothing has changed since the answer of this ETag"),
        (status = 404, description = "There is no such entry, or not for everybody", body = Fault, content_type = "application/problem+json"),
        (status = 410, description = "The entry was deleted", body = Fault, content_type = "application/problem+json"),
        (status = 422, description = "A parameter breaks a rule", body = Fault, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Fault, content_type = "application/problem+json"),
    )
)]
pub async fn one(
    State(service): State<Service>,
    Path(uid): Path<String>,
    Asked(asked): Asked<TextAsked>,
) -> Result<Response, Fault> {
    let language = asked.read()?;
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let (kind, slug) = portal.catalogue.place_of(&uid).await?;
    let entry = portal.library.entry(kind, &slug, language, now).await?;
    Ok(json(&Whole::of(&entry, &service.public_url, language)))
}

/// The thematic networks
///
/// All of them, in their order.
#[utoipa::path(
    get,
    path = "/api/v1/networks",
    params(TextAsked),
    responses(
        (status = 200, description = "The networks", body = Listed<Item>),
        (status = 304, description = "Nothing has changed since the answer of this ETag"),
        (status = 422, description = "A parameter breaks a rule", body = Fault, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Fault, content_type = "application/problem+json"),
    )
)]
pub async fn networks(
    State(service): State<Service>,
    uri: Uri,
    Asked(asked): Asked<TextAsked>,
) -> Result<Response, Fault> {
    arranged(&service, &uri, Kind::Network, &asked).await
}

/// The participating states and territories
///
/// All of them.
#[utoipa::path(
    get,
    path = "/api/v1/countries",
    params(TextAsked),
    responses(
        (status = 200, description = "The countries", body = Listed<Item>),
        (status = 304, description = "Nothing has changed since the answer of this ETag"),
        (status = 422, description = "A parameter breaks a rule", body = Fault, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Fault, content_type = "application/problem+json"),
    )
)]
pub async fn countries(
    State(service): State<Service>,
    uri: Uri,
    Asked(asked): Asked<TextAsked>,
) -> Result<Response, Fault> {
    arranged(&service, &uri, Kind::Country, &asked).await
}

async fn arranged(service: &Service, uri: &Uri, kind: Kind, asked: &TextAsked) -> Result<Response, Fault> {
    let language = asked.read()?;
    let listing = Listing { limit: MOST, ..Listing::arranged(kind, language) };
    let found = service.portal.library.list(&listing, service.portal.clock.now()).await?;
    let items = found.items.iter().map(|entry| Item::of(entry, &service.public_url, language));
    Ok(Part::ALL.answer(&service.public_url, uri, found.total, items.collect()))
}
