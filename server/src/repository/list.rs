//! The list of publications as data: JSON and CSV, narrowed like the page.

use std::collections::BTreeMap;

use app::messages::{Messages, RepositoryWords};
use app::paths;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::citation::Author;
use domain::entry::{Details, Kind, Summary};
use domain::{Error, Language, Slug};
use serde_json::{Value, json};

use crate::service::Service;
use crate::{csv, feeds, page};

/// `/{lang}/repository.json`
pub async fn json(
    State(service): State<Service>,
    Path(lang): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match every(&service, &lang, query).await {
        Ok((works, language)) => {
            let items: Vec<Value> = works.iter().map(|work| described(work, &service.public_url, language)).collect();
            let list = json!({ "total": items.len(), "items": items });
            feeds::open(feeds::file("application/json; charset=utf-8", format!("{list:#}\n")))
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

/// `/{lang}/repository.csv`
pub async fn table(
    State(service): State<Service>,
    Path(lang): Path<String>,
    RawQuery(query): RawQuery,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let table = async {
        let (works, language) = every(&service, &lang, query).await?;
        let countries = app::entries::compose::country_names(&service.portal, language, service.portal.clock.now());
        let countries: BTreeMap<String, String> = countries.await?.into_iter().collect();
        Ok::<_, Error>(rows(&works, &service.public_url, &countries, language))
    };
    match table.await {
        Ok(rows) => feeds::open(feeds::file("text/csv; charset=utf-8", rows)),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn every(service: &Service, lang: &str, query: Option<String>) -> Result<(Vec<Summary>, Language), Error> {
    let language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let works = app::repository::list::every(&service.portal, &query.unwrap_or_default(), language).await;
    works.map(|works| (works, language)).map_err(|failure| match failure {
        app::failure::Failure::Domain(failure) => failure,
        app::failure::Failure::Connection => Error::Unavailable,
    })
}

fn address(work: &Summary, site: &str, language: Language) -> String {
    format!("{site}{}", paths::entry(language, Kind::Publication, &work.slug))
}

fn described(work: &Summary, site: &str, language: Language) -> Value {
    let Details::Publication {
        form, year, authors, publisher, city, languages, pages, isbn, doi, license, link, ..
    } = &work.details
    else {
        return Value::Null;
    };
    let slugs = |slugs: &[Slug]| slugs.iter().map(Slug::to_string).collect::<Vec<_>>();
    json!({
        "id": work.uid,
        "url": address(work, site, language),
        "title": work.edition.title,
        "language": work.language.code(),
        "summary": work.edition.summary,
        "type": form.code(),
        "year": year,
        "authors": authors.iter().map(|line| Author::read(line).indexed()).collect::<Vec<_>>(),
        "publisher": publisher,
        "city": city,
        "languages": languages,
        "networks": slugs(&work.networks),
        "countries": slugs(&work.countries),
        "pages": pages,
        "isbn": isbn,
        "doi": doi,
        "license": license,
        "link": link,
        "updated": work.updated.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    })
}

fn rows(listed: &[Summary], site: &str, countries: &BTreeMap<String, String>, language: Language) -> String {
    let (messages, words) = (Messages::of(language), RepositoryWords::of(language));
    let heads = [
        words.title,
        messages.form,
        messages.year,
        words.authors,
        messages.publisher,
        messages.languages,
        messages.countries,
        messages.page_count,
        "ISBN",
        "DOI",
        words.address,
        messages.source,
    ];
    let rows = listed.iter().filter_map(|work| {
        let Details::Publication { form, year, authors, publisher, languages, pages, isbn, doi, link, .. } =
            &work.details
        else {
            return None;
        };
        let named = |slug: &Slug| countries.get(slug.as_str()).cloned().unwrap_or_else(|| slug.to_string());
        Some(vec![
            work.edition.title.clone(),
            messages.publication_form(*form).to_owned(),
            year.to_string(),
            authors.iter().map(|line| Author::read(line).indexed()).collect::<Vec<_>>().join("; "),
            publisher.clone().unwrap_or_default(),
            languages.join(" "),
            work.countries.iter().map(named).collect::<Vec<_>>().join("; "),
            pages.map(|pages| pages.to_string()).unwrap_or_default(),
            isbn.clone().unwrap_or_default(),
            doi.clone().unwrap_or_default(),
            address(work, site, language),
            link.clone().unwrap_or_default(),
        ])
    });
    csv::file(std::iter::once(heads.map(str::to_owned).to_vec()).chain(rows))
}
