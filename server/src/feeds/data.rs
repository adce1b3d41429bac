//! The rows of a set of figures as a file: the same as its table, narrowed by the same filters.

use app::data::compose::DataRequest;
use app::data::rows::{Countries, DataRow, rows};
use app::paths;
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::entry::{Entry, Kind};
use domain::{Error, Language, Slug};
use serde_json::{Value, json};

use super::{file, open, second};
use crate::service::Service;
use crate::{csv, page};

/// `/data/{slug}.csv` and `.json` are files, `/data/{slug}` is a page.
pub async fn file_or_page(
    State(service): State<Service>,
    Path((lang, slug)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some((slug, extension)) = slug.rsplit_once('.').filter(|(_, its)| matches!(*its, "csv" | "json")) else {
        return page::page(State(service), request).await;
    };
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    drop(request);
    match read(&service, &lang, slug, uri.query().unwrap_or_default()).await {
        Ok((_, _, rows)) if extension == "csv" => {
            let heads = DataRow::COLUMNS.map(str::to_owned).to_vec();
            let rows = std::iter::once(heads).chain(rows.iter().map(DataRow::cells));
            open(file("text/csv; charset=utf-8", csv::file(rows)))
        }
        Ok((language, entry, rows)) => {
            let document = document(&service, language, &entry, &rows);
            open(file("application/json; charset=utf-8", document))
        }
        Err(Error::Moved(slug)) => {
            let language = lang.parse().unwrap_or(Language::ALL[0]);
            let headers = [(header::LOCATION, paths::data_file(language, &slug, extension))];
            (StatusCode::PERMANENT_REDIRECT, headers).into_response()
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn read(
    service: &Service,
    lang: &str,
    slug: &str,
    query: &str,
) -> Result<(Language, Entry, Vec<DataRow>), Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let now = service.portal.clock.now();
    let entry = service.portal.library.entry(Kind::Dataset, &slug, language, now).await?;
    let (_, narrowed, problems) = DataRequest::read(&service.portal, query, language, now).await?;
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let countries = Countries::read(&service.portal, language, now).await?;
    let rows = rows(&entry, narrowed.of(&entry.figures), &countries, language);
    Ok((language, entry, rows))
}

/// What a file says of itself, and its rows.
fn document(service: &Service, language: Language, entry: &Entry, rows: &[DataRow]) -> String {
    let summary = &entry.summary;
    let page = paths::entry(language, Kind::Dataset, &summary.slug);
    let document = json!({
        "uid": summary.uid,
        "title": summary.edition.title,
        "description": summary.edition.summary,
        "language": summary.language.code(),
        "page": format!("{}{page}", service.public_url),
        "updated": second(summary.updated),
        "rows": rows.iter().map(object).collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}

/// A row as an object of the same columns: numbers are numbers, and what the row does not say is null.
fn object(row: &DataRow) -> Value {
    let value = |name: &str, cell: String| match name {
        _ if cell.is_empty() => Value::Null,
        "low" | "high" => number(&cell),
        _ => cell.into(),
    };
    DataRow::COLUMNS.into_iter().zip(row.cells()).map(|(name, cell)| (name, value(name, cell))).collect()
}

/// The number that the digits of a figure write.
fn number(digits: &str) -> Value {
    digits
        .parse::<i64>()
        .map(Value::from)
        .or_else(|_fraction| digits.parse::<f64>().map(Value::from))
        .unwrap_or_default()
}
