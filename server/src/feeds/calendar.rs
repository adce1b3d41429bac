//! Calendar files: one event, or all that match a filter.

use app::paths;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::entry::{Kind, Summary};
use domain::ical::{self, IcalEvent};
use domain::listing::EventListing;
use domain::request::EventRequest;
use domain::{Error, Language, Slug};

use super::file;
use crate::page;
use crate::router::Service;

const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Every event that matches the calendar's filters; without `when`, past ones too.
pub async fn events(
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<EventRequest>,
    headers: HeaderMap,
) -> Response {
    let path = format!("/{lang}/events.ics");
    match filtered(&service, &lang, &asked).await {
        Ok(text) => file(MEDIA_TYPE, text),
        Err(failure) => page::fault(&service, &headers, &path, status(&failure)).await,
    }
}

async fn filtered(service: &Service, lang: &str, asked: &EventRequest) -> Result<String, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let now = service.portal.clock.now();
    let (query, problems) = asked.read(app::events::compose::today(now));
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let listing = EventListing {
        network: query.network,
        country: query.country,
        mode: query.mode,
        when: query.when,
        ..EventListing::all(language, 10_000)
    };
    let listed = service.portal.library.events(&listing, now).await?;
    let name = service.portal.library.identity(language).await?.name;
    let texts: Vec<Texts> = listed.items.iter().map(|event| Texts::of(event, service, language)).collect();
    Ok(write(&name, language, listed.items.iter().zip(&texts)))
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
    match one(&service, &lang, slug).await {
        Ok(text) => file(MEDIA_TYPE, text),
        Err(Error::Moved(slug)) => {
            let language = lang.parse().unwrap_or(Language::ALL[0]);
            let headers = [(axum::http::header::LOCATION, paths::event_file(language, &slug))];
            axum::response::IntoResponse::into_response((StatusCode::PERMANENT_REDIRECT, headers))
        }
        Err(failure) => page::fault(&service, request.headers(), request.uri().path(), status(&failure)).await,
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

fn status(failure: &Error) -> StatusCode {
    StatusCode::from_u16(app::failure::Failure::Domain(failure.clone()).status())
        .unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
}

/// What an event's lines borrow.
struct Texts {
    place: String,
    url: String,
}

impl Texts {
    fn of(event: &Summary, service: &Service, language: Language) -> Self {
        let words = &event.edition.words;
        let place = [&words.venue, &words.place].into_iter().filter(|part| !part.is_empty()).cloned();
        Self {
            place: place.collect::<Vec<_>>().join(", "),
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
                title: &event.edition.title,
                description: &event.edition.summary,
                place: &texts.place,
                url: &texts.url,
            })
        })
        .collect();
    ical::calendar(name, language, &events)
}
