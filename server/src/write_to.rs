//! Writing to a role contact: the page links here, and the answer is the mail address, so that no page holds it in plain.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::{Error, Language};

use crate::page;
use crate::service::Service;

/// Opens the reader's mail program.
pub async fn open(
    State(service): State<Service>,
    Path((lang, key)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let address = match lang.parse::<Language>() {
        Err(_unknown) => Err(Error::NotFound),
        Ok(language) if key == app::paths::OFFICE => {
            service.portal.library.identity(language).await.map(|identity| identity.email)
        }
        Ok(_) => service.portal.library.contact(&key).await.map(|contact| contact.email),
    };
    match address {
        Ok(address) => {
            let headers = [(header::LOCATION, format!("mailto:{address}")), (header::CACHE_CONTROL, "no-store".into())];
            (StatusCode::FOUND, headers).into_response()
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}
