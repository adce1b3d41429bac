//! Atom feeds (RFC 4287): the latest entries of a kind, filtered like its list.

use std::fmt::Write as _;

use app::entries::filters::{COUNTRY, NETWORK, resolve};
use app::messages::Messages;
use app::paths;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::entry::{Kind, Summary};
use domain::event::Mode;
use domain::listing::Listing;
use domain::request::{EventRequest, ListRequest};
use domain::{Error, Language, Slug, date};
use jiff::Timestamp;

use super::{calendar, file, second};
use crate::page;
use crate::service::Service;

/// How many entries a feed holds.
const ENTRIES: u32 = 50;

/// What the ids of entries begin with (RFC 4151): whose they are, and since when.
const AUTHORITY: &str = "tag:caribbeanmigration.org,2026:";

/// The feed of events, filtered like the calendar.
pub async fn events(
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<EventRequest>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let feed = async {
        let (language, now) = (lang.parse().map_err(|_unknown| Error::NotFound)?, service.portal.clock.now());
        let listing = calendar::listing(&service, language, &asked, now).await?;
        let items = service.portal.library.events(&listing, now).await?.items;
        let filters = [
            ("network", listing.network.as_ref().map_or("", Slug::as_str)),
            ("country", listing.country.as_ref().map_or("", Slug::as_str)),
            ("mode", listing.mode.map_or("", Mode::code)),
            ("when", &asked.when),
        ];
        Feed { service: &service, language, kind: Kind::Event, filters: &filters, now }.write(items).await
    };
    answer(&service, &headers, &uri, feed.await).await
}

/// The feed of a kind, filtered like its list.
pub async fn entries(
    kind: Kind,
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<ListRequest>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let feed = async {
        let (language, now) = (lang.parse().map_err(|_unknown| Error::NotFound)?, service.portal.clock.now());
        let (mut query, mut problems) = asked.read();
        for (field, chosen) in [(NETWORK, &mut query.network), (COUNTRY, &mut query.country)] {
            resolve(&service.portal, field, chosen, language, now, &mut problems).await?;
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let filters = [
            ("network", query.network.as_ref().map_or("", Slug::as_str)),
            ("country", query.country.as_ref().map_or("", Slug::as_str)),
            ("year", &asked.year),
            ("author", &asked.author),
        ];
        let newest = Listing::newest(kind, language, ENTRIES);
        let listing = Listing {
            network: query.network.clone(),
            country: query.country.clone(),
            year: query.year,
            author: query.author.clone(),
            ..newest
        };
        let items = service.portal.library.list(&listing, now).await?.items;
        Feed { service: &service, language, kind, filters: &filters, now }.write(items).await
    };
    answer(&service, &headers, &uri, feed.await).await
}

async fn answer(service: &Service, headers: &HeaderMap, uri: &Uri, feed: Result<String, Error>) -> Response {
    match feed {
        Ok(feed) => file("application/atom+xml; charset=utf-8", feed),
        Err(failure) => page::failure(service, headers, uri, failure).await,
    }
}

/// What a feed is of.
struct Feed<'a> {
    service: &'a Service,
    language: Language,
    kind: Kind,
    /// The filters, as parameters; empty ones do not count.
    filters: &'a [(&'a str, &'a str)],
    now: Timestamp,
}

impl Feed<'_> {
    async fn write(&self, mut items: Vec<Summary>) -> Result<String, Error> {
        items.sort_by_key(|item| std::cmp::Reverse(changed(item)));
        items.truncate(usize::try_from(ENTRIES).unwrap_or(usize::MAX));
        let library = &self.service.portal.library;
        let mut title = format!(
            "{}: {}",
            library.identity(self.language).await?.name,
            Messages::of(self.language).section(self.kind)
        );
        for (name, kind) in [NETWORK, COUNTRY] {
            let chosen =
                self.filters.iter().find(|(filter, _)| *filter == name).and_then(|(_, slug)| slug.parse().ok());
            if let Some(slug) = chosen {
                let entry = library.entry(kind, &slug, self.language, self.now).await?;
                let _ = write!(title, ", {}", entry.summary.edition.title);
            }
        }
        Ok(self.document(&title, &items))
    }

    fn document(&self, title: &str, items: &[Summary]) -> String {
        let (site, language) = (&self.service.public_url, self.language);
        let filters = || self.filters.iter().copied().filter(|(_, value)| !value.is_empty());
        let list = escape(&paths::with_query(&paths::list(language, self.kind), filters()));
        let feed = escape(&paths::with_query(&paths::feed(language, self.kind), filters()));
        let updated = items.iter().map(changed).max().unwrap_or(self.now);
        let title = escape(title);
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
             <id>{site}{feed}</id>\n<title>{title}</title>\n<updated>{}</updated>\n<author><name>{title}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{site}{feed}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{site}{list}\"/>\n",
            second(updated),
        );
        for item in items {
            self.push(&mut xml, item);
        }
        xml.push_str("</feed>\n");
        xml
    }

    fn push(&self, xml: &mut String, item: &Summary) {
        let (site, language) = (&self.service.public_url, self.language);
        let path = paths::entry(language, item.kind, &item.slug);
        let when = item.time.as_ref().map(|time| format!("{}. ", date::event_days(time, language))).unwrap_or_default();
        // Readers know an entry by its id, so it does not follow the address.
        let id = format!("{AUTHORITY}{language}/{}", item.uid);
        let summary = format!("{when}{}", item.edition.summary);
        let summary = match summary.trim() {
            "" => String::new(),
            summary => format!("<summary>{}</summary>\n", escape(summary)),
        };
        let _ = write!(
            xml,
            "<entry xml:lang=\"{}\">\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{site}{path}\"/>\n{summary}</entry>\n",
            item.language,
            escape(&id),
            escape(&item.edition.title),
            second(changed(item)),
        );
    }
}

/// When readers of the feed should hear of it: events as soon as they change, the rest on the day that they bear.
fn changed(item: &Summary) -> Timestamp {
    let day = item.published.filter(|_| item.kind != Kind::Event);
    day.and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok()).map_or(item.updated, |zoned| zoned.timestamp())
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
            '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
