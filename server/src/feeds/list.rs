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
    (kind, format): (Kind, Format),
    State(service): State<Service>,
    Path(lang): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let written = async {
        let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
        let every = every(&service, kind, &query.unwrap_or_default(), language).await?;
        let text = match format {
            Format::Json => document(kind, &every, &service.public_url, language),
            Format::Csv => {
                let names = Names::read(&service, language).await?;
                table(kind, &every, &names, &service.public_url, language)
            }
        };
        Ok::<_, Error>((text, language))
    };
    match written.await {
        Ok((text, language)) => named(format, kind, language, text),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn every(service: &Service, kind: Kind, query: &str, language: Language) -> Result<Vec<Summary>, Error> {
    let every = match kind {
        Kind::Event => app::events::compose::every(&service.portal, query, language).await,
        Kind::Publication => app::repository::list::every(&service.portal, query, language).await,
        _ => app::entries::compose::every(&service.portal, kind, query, language).await,
    };
    every.map_err(|failure| match failure {
        app::failure::Failure::Domain(failure) => failure,
        app::failure::Failure::Connection => Error::Unavailable,
    })
}

/// The file, called as the reader's language calls the list.
fn named(format: Format, kind: Kind, language: Language, text: String) -> Response {
    let (media_type, disposition) = match format {
        Format::Json => ("application/json; charset=utf-8", "inline"),
        Format::Csv => ("text/csv; charset=utf-8", "attachment"),
    };
    let mut response = open(file(media_type, text));
    // A slug is letters, digits and hyphens.
    let name = Slug::of_title(Messages::of(language).section(kind));
    if let Ok(name) = HeaderValue::from_str(&format!("{disposition}; filename=\"{name}.{}\"", format.extension())) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

fn document(kind: Kind, listed: &[Summary], site: &str, language: Language) -> String {
    let item = |entry: &Summary| match kind {
        Kind::Publication => repository::list::described(entry, site, language),
        _ => json!(Item::of(entry, site, language)),
    };
    let items: Vec<Value> = listed.iter().map(item).collect();
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

fn table(kind: Kind, listed: &[Summary], names: &Names, site: &str, language: Language) -> String {
    if kind == Kind::Publication {
        return repository::list::table(listed, site, names, language);
    }
    let (messages, words) = (Messages::of(language), ListFileWords::of(language));
    let own = own_columns(kind, language);
    let mut heads = vec![words.title];
    heads.extend(own.iter().map(|(head, _)| *head));
    heads.extend([messages.networks, messages.countries, words.summary, words.language, words.address]);
    let rows = listed.iter().map(|entry| {
        let mut row = vec![entry.edition.title.clone()];
        row.extend(own.iter().map(|(_, cell)| cell(entry, language)));
        row.extend([
            names.of(&entry.networks),
            names.of(&entry.countries),
            entry.edition.summary.clone(),
            entry.language.code().to_owned(),
            format!("{site}{}", paths::entry(language, kind, &entry.slug)),
        ]);
        row
    });
    csv::file(std::iter::once(heads.into_iter().map(str::to_owned).collect()).chain(rows))
}
