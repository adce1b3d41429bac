//! A publication as a file for the programs that keep references.

pub mod list;

use app::paths;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::citation::{Work, bibtex, csl, ris};
use domain::entry::Kind;
use domain::{Error, Language, Slug};

use crate::page;
use crate::service::Service;

/// A way to write a work down.
struct Format {
    extension: &'static str,
    media_type: &'static str,
    write: fn(&Work) -> String,
}

const FORMATS: [Format; 3] = [
    Format { extension: "bib", media_type: "application/x-bibtex; charset=utf-8", write: bibtex },
    Format { extension: "ris", media_type: "application/x-research-info-systems; charset=utf-8", write: ris },
    Format { extension: "csl.json", media_type: "application/vnd.citationstyles.csl+json; charset=utf-8", write: csl },
];

/// `/repository/{slug}.bib`, `.ris` and `.csl.json` are files, `/repository/{slug}` a page.
pub async fn publication_or_page(
    State(service): State<Service>,
    Path((lang, slug)): Path<(String, String)>,
    request: Request,
) -> Response {
    let named = FORMATS.iter().find_map(|format| {
        let slug = slug.strip_suffix(format.extension)?.strip_suffix('.')?;
        Some((format, slug))
    });
    let (Some((format, slug)), Ok(language)) = (named, lang.parse::<Language>()) else {
        return page::page(State(service), request).await;
    };
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    drop(request);
    match work(&service, language, slug).await {
        Ok(work) => file(format, &work),
        Err(Error::Moved(slug)) => {
            let address = paths::citation(language, &slug, format.extension);
            (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, address)]).into_response()
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn work(service: &Service, language: Language, slug: &str) -> Result<Work, Error> {
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let summary = portal.library.entry(Kind::Publication, &slug, language, now).await?.summary;
    let countries = app::entries::compose::countries_of(portal, &summary, language, now).await?;
    app::repository::compose::work(&summary, &service.public_url, &countries, language).ok_or(Error::NotFound)
}

fn file(format: &Format, work: &Work) -> Response {
    let mut response = crate::feeds::file(format.media_type, (format.write)(work));
    // A slug is letters, digits and hyphens.
    let name = format!("attachment; filename=\"{}.{}\"", work.key, format.extension);
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
