//! Calendar files: one event, or all that match a filter.

use app::entries::filters::{COUNTRY, NETWORK, resolve};
use app::paths;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use domain::account::Member;
use domain::entry::{Kind, Summary};
use domain::ical::{self, IcalEvent};
use domain::listing::EventListing;
use domain::request::EventRequest;
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Language, Slug};
use jiff::Timestamp;

use super::file;
use crate::page;
use crate::service::Service;

const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Every event that matches the calendar's filters; without `when`, past ones too.
pub async fn events(
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<EventRequest>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match filtered(&service, &lang, &asked).await {
        Ok(text) => file(MEDIA_TYPE, text),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn filtered(service: &Service, lang: &str, asked: &EventRequest) -> Result<String, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let now = service.portal.clock.now();
    let listing = listing(service, language, asked, now).await?;
    let listed = service.portal.library.events(&listing, now).await?;
    let name = service.portal.library.identity(language).await?.name;
    let texts: Vec<Texts> = listed.items.iter().map(|event| Texts::of(event, service, language)).collect();
    Ok(write(&name, language, listed.items.iter().zip(&texts)))
}

/// The events that match the calendar's filters; without `when`, past ones too.
pub(super) async fn listing(
    service: &Service,
    language: Language,
    asked: &EventRequest,
    now: Timestamp,
) -> Result<EventListing, Error> {
    let (mut query, mut problems) = asked.read(app::events::region::day_of(now));
    for (field, chosen) in [(NETWORK, &mut query.network), (COUNTRY, &mut query.country)] {
        resolve(&service.portal, field, chosen, language, now, &mut problems).await?;
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    Ok(EventListing {
        network: query.network,
        country: query.country,
        mode: query.mode,
        when: query.when,
        ..EventListing::all(language, 10_000)
    })
}

/// `/events/{slug}.ics` is a file, `/events/{slug}` a page.
pub async fn event_or_page(
    State(service): State<Service>,
    Path((lang, slug)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(slug) = slug.strip_suffix(".ics") else {
        return page::page(State(service), request).await;
    };
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    drop(request);
    match one(&service, &lang, slug).await {
        Ok(text) => file(MEDIA_TYPE, text),
        Err(Error::Moved(slug)) => {
            let language = lang.parse().unwrap_or(Language::ALL[0]);
            let headers = [(axum::http::header::LOCATION, paths::event_file(language, &slug))];
            axum::response::IntoResponse::into_response((StatusCode::PERMANENT_REDIRECT, headers))
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn one(service: &Service, lang: &str, slug: &str) -> Result<String, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let now = service.portal.clock.now();
    let entry = service.portal.library.entry(Kind::Event, &slug, language, now).await?;
    let texts = Texts::of(&entry.summary, service, language);
    Ok(write(&entry.summary.edition.title, language, [(&entry.summary, &texts)]))
}

/// The events that somebody has registered for, for who holds the key of their calendar.
pub async fn own(
    State(service): State<Service>,
    Path((lang, key)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match registered(&service, &lang, key.strip_suffix(".ics").unwrap_or(&key)).await {
        Ok(text) => {
            let mut response = file(MEDIA_TYPE, text);
            let nobody_else = HeaderValue::from_static("private, no-cache");
            response.headers_mut().insert(axum::http::header::CACHE_CONTROL, nobody_else);
            response
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn registered(service: &Service, lang: &str, key: &str) -> Result<String, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let account = portal.accounts.holder(MailKey::Calendar, &TokenHash::of(key), now).await?;
    if Member::of(&account).is_none() {
        return Err(Error::Gone);
    }
    let mut events = Vec::new();
    for own in portal.registrations.of_account(account.id).await?.into_iter().filter(|own| own.state.is_active()) {
        match portal.library.entry(Kind::Event, &own.event, language, now).await {
            Ok(entry) => events.push(entry.summary),
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    let name = format!("{}: {}", portal.library.identity(language).await?.short_name, account.profile.name);
    let texts: Vec<Texts> = events.iter().map(|event| Texts::of(event, service, language)).collect();
    Ok(write(&name, language, events.iter().zip(&texts)))
}

/// What an event's lines borrow.
struct Texts {
    place: String,
    url: String,
}

impl Texts {
    fn of(event: &Summary, service: &Service, language: Language) -> Self {
        Self {
            place: event.edition.words.where_it_is(),
            url: format!("{}{}", service.public_url, paths::entry(language, Kind::Event, &event.slug)),
        }
    }
}

fn write<'a>(name: &str, language: Language, events: impl IntoIterator<Item = (&'a Summary, &'a Texts)>) -> String {
    let events: Vec<IcalEvent<'_>> = events
        .into_iter()
        .filter_map(|(event, texts)| {
            Some(IcalEvent {
                uid: &event.uid,
                updated: event.updated,
                time: event.time.as_ref()?,
                language: event.language,
                title: &event.edition.title,
                description: &event.edition.summary,
                place: &texts.place,
                url: &texts.url,
            })
        })
        .collect();
    ical::calendar(name, language, &events)
}
