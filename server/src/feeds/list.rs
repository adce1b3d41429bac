//! Any list as data: JSON and CSV, narrowed like its page.

use std::collections::BTreeMap;

use app::messages::{ListFileWords, Messages};
use app::paths;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::Response;
use domain::entry::{Kind, Summary};
use domain::listing::Listing;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::columns::own_columns;
use super::{file, open};
use crate::api::Item;
use crate::service::Service;
use crate::{csv, page, repository};

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Entries of a kind, in the order of their list.
    Kind(Kind),
    /// Entries of every kind that a search finds, the best first.
    Search,
}

impl Listed {
    /// Every list.
    pub fn all() -> impl Iterator<Item = Self> {
        let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page);
        kinds.map(Self::Kind).chain([Self::Search])
    }

    /// What stands in its address behind the language.
    pub const fn segment(self) -> &'static str {
        match self {
            Self::Kind(kind) => paths::segment(kind),
            Self::Search => "search",
        }
    }

    /// What readers call it.
    const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Kind(kind) => Messages::of(language).section(kind),
            Self::Search => ListFileWords::of(language).found,
        }
    }
}

/// How a list is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Every entry as the API says it; publications in the terms of libraries.
    Json,
    /// A table in the language of the page.
    Csv,
}

impl Format {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Json, Self::Csv];

    /// What its addresses end with.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

/// `/{lang}/{section}.json` and `.csv`
pub async fn list(
    (listed, format): (Listed, Format),
    State(service): State<Service>,
    Path(lang): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let written = async {
        let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
        let every = every(&service, listed, &query.unwrap_or_default(), language).await?;
        let text = match format {
            Format::Json => document(listed, &every, &service.public_url, language),
            Format::Csv => {
                let names = Names::read(&service, language).await?;
                table(listed, &every, &names, &service.public_url, language)
            }
        };
        Ok::<_, Error>((text, language))
    };
    match written.await {
        Ok((text, language)) => named(format, listed, language, text),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn every(service: &Service, listed: Listed, query: &str, language: Language) -> Result<Vec<Summary>, Error> {
    let every = match listed {
        Listed::Search => app::search::compose::every(&service.portal, query, language).await,
        Listed::Kind(Kind::Event) => app::events::compose::every(&service.portal, query, language).await,
        Listed::Kind(Kind::Publication) => app::repository::list::every(&service.portal, query, language).await,
        Listed::Kind(kind) => app::entries::compose::every(&service.portal, kind, query, language).await,
    };
    every.map_err(|failure| match failure {
        app::failure::Failure::Domain(failure) => failure,
        app::failure::Failure::Connection => Error::Unavailable,
    })
}

/// The file, called as the reader's language calls the list.
fn named(format: Format, listed: Listed, language: Language, text: String) -> Response {
    let (media_type, disposition) = match format {
        Format::Json => ("application/json; charset=utf-8", "inline"),
        Format::Csv => ("text/csv; charset=utf-8", "attachment"),
    };
    let mut response = open(file(media_type, text));
    // A slug is letters, digits and hyphens.
    let name = Slug::of_title(listed.name(language));
    if let Ok(name) = HeaderValue::from_str(&format!("{disposition}; filename=\"{name}.{}\"", format.extension())) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

fn document(listed: Listed, entries: &[Summary], site: &str, language: Language) -> String {
    let item = |entry: &Summary| match listed {
        Listed::Kind(Kind::Publication) => repository::list::described(entry, site, language),
        _ => json!(Item::of(entry, site, language)),
    };
    let items: Vec<Value> = entries.iter().map(item).collect();
    format!("{:#}\n", json!({ "total": items.len(), "items": items }))
}

/// The names of networks and countries by slug.
pub struct Names(BTreeMap<Slug, String>);

impl Names {
    async fn read(service: &Service, language: Language) -> Result<Self, Error> {
        let now: Timestamp = service.portal.clock.now();
        let mut names = BTreeMap::new();
        for kind in [Kind::Network, Kind::Country] {
            let listed = service.portal.library.list(&Listing::arranged(kind, language), now).await?;
            names.extend(listed.items.into_iter().map(|entry| (entry.slug, entry.edition.title)));
        }
        Ok(Self(names))
    }

    /// These in a cell.
    pub fn of(&self, slugs: &[Slug]) -> String {
        let named = |slug: &Slug| self.0.get(slug).cloned().unwrap_or_else(|| slug.to_string());
        slugs.iter().map(named).collect::<Vec<_>>().join("; ")
    }
}

fn table(listed: Listed, entries: &[Summary], names: &Names, site: &str, language: Language) -> String {
    if listed == Listed::Kind(Kind::Publication) {
        return repository::list::table(entries, site, names, language);
    }
    let (messages, words) = (Messages::of(language), ListFileWords::of(language));
    let own = own_columns(listed, language);
    let mut heads = vec![words.title];
    heads.extend(own.iter().map(|(head, _)| *head));
    heads.extend([messages.networks, messages.countries, words.summary, words.language, words.address]);
    let rows = entries.iter().map(|entry| {
        let mut row = vec![entry.edition.title.clone()];
        row.extend(own.iter().map(|(_, cell)| cell(entry, language)));
        row.extend([
            names.of(&entry.networks),
            names.of(&entry.countries),
            entry.edition.summary.clone(),
            entry.language.code().to_owned(),
            format!("{site}{}", paths::entry(language, entry.kind, &entry.slug)),
        ]);
        row
    });
    csv::file(std::iter::once(heads.into_iter().map(str::to_owned).collect()).chain(rows))
}
