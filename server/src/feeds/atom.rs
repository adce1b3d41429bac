//! Atom feeds (RFC 4287): the latest entries of a kind, filtered like its list.

use std::fmt::Write as _;

use app::messages::Messages;
use app::paths;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::entry::{Kind, Summary};
use domain::listing::{EventListing, Listing};
use domain::request::ListRequest;
use domain::{Error, Language, date};
use jiff::Timestamp;

use super::file;
use crate::page;
use crate::router::Service;

/// How many entries a feed holds.
const ENTRIES: u32 = 50;

/// The feed of a kind.
pub async fn feed(
    kind: Kind,
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<ListRequest>,
    headers: HeaderMap,
) -> Response {
    match write(kind, &service, &lang, &asked).await {
        Ok(feed) => file("application/atom+xml; charset=utf-8", feed),
        Err(failure) => {
            let path = format!("/{lang}/{}.atom", paths::segment(kind));
            let status = app::failure::Failure::Domain(failure).status();
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
            page::fault(&service, &headers, &path, status).await
        }
    }
}

async fn write(kind: Kind, service: &Service, lang: &str, asked: &ListRequest) -> Result<String, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let (query, problems) = asked.read();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let now = service.portal.clock.now();
    let library = &service.portal.library;
    let listed = if kind == Kind::Event {
        let listing =
            EventListing { network: query.network, country: query.country, ..EventListing::all(language, 1000) };
        library.events(&listing, now).await?
    } else {
        let newest = Listing::newest(kind, language, ENTRIES);
        library
            .list(&Listing { network: query.network, country: query.country, year: query.year, ..newest }, now)
            .await?
    };
    let mut items = listed.items;
    items.sort_by_key(|item| std::cmp::Reverse(changed(item)));
    items.truncate(usize::try_from(ENTRIES).unwrap_or(usize::MAX));
    let title = format!("{}: {}", library.identity(language).await?.name, Messages::of(language).section(kind));
    Ok(document(service, language, kind, &title, &items, now))
}

/// When readers of the feed should hear of it: events as soon as they change, the rest on the day that they bear.
fn changed(item: &Summary) -> Timestamp {
    let day = item.published.filter(|_| item.kind != Kind::Event);
    day.and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok()).map_or(item.updated, |zoned| zoned.timestamp())
}

fn document(
    service: &Service,
    language: Language,
    kind: Kind,
    title: &str,
    items: &[Summary],
    now: Timestamp,
) -> String {
    let site = &service.public_url;
    let (list, feed) = (paths::list(language, kind), paths::feed(language, kind));
    let updated = items.iter().map(changed).max().unwrap_or(now);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{site}{feed}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{site}{feed}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{site}{list}\"/>\n",
        escape(title),
        second(updated),
        escape(title),
    );
    for item in items {
        let path = paths::entry(language, item.kind, &item.slug);
        let when = item.time.as_ref().map(|time| format!("{}. ", date::event_days(time, language))).unwrap_or_default();
        let _ = write!(
            xml,
            "<entry xml:lang=\"{}\">\n<id>{site}{path}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{site}{path}\"/>\n<summary>{}{}</summary>\n</entry>\n",
            item.language,
            escape(&item.edition.title),
            second(changed(item)),
            escape(&when),
            escape(&item.edition.summary),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

fn second(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Text as XML takes it.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML 1.0 cannot hold other control characters at all.
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => escaped.push(c),
        }
    }
    escaped
}
