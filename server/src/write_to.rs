//! Writing to a role contact: the page links here, and the answer is the mail address, so that no page holds it in plain.

use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Language;

use crate::page;
use crate::router::Service;

/// Opens the reader's mail program.
pub async fn open(
    State(service): State<Service>,
    Path((lang, key)): Path<(String, String)>,
    request: Request,
) -> Response {
    let language: Language = lang.parse().unwrap_or(Language::ALL[0]);
    let address = if key == app::paths::OFFICE {
        service.portal.library.identity(language).await.ok().map(|identity| identity.email)
    } else {
        service.portal.library.contact(&key).await.ok().map(|contact| contact.email)
    };
    match address {
        Some(address) => {
            let headers = [(header::LOCATION, format!("mailto:{address}")), (header::CACHE_CONTROL, "no-store".into())];
            (StatusCode::FOUND, headers).into_response()
        }
        None => page::fault(&service, request.headers(), request.uri().path(), StatusCode::NOT_FOUND).await,
    }
}
