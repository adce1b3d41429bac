//! Frames for other sites: the only pages that may stand in one.

use app::frames::{FrameRequest, Shown, frame};
use app::site::Site;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::{Error, Language};

use crate::page;
use crate::service::Service;

/// No script at all, nothing of any other site, and every site may show it.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

/// Whether an answer may stand in a frame of another site: its own policy says so.
pub fn may_be_framed(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_SECURITY_POLICY).is_some_and(|policy| policy == POLICY)
}

/// A month.
pub async fn calendar(
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<FrameRequest>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(&service, &lang, Shown::Calendar, asked, &uri, &headers).await
}

/// The next events.
pub async fn events(
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(asked): Query<FrameRequest>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(&service, &lang, Shown::Events, asked, &uri, &headers).await
}

async fn answer(
    service: &Service,
    lang: &str,
    shown: Shown,
    asked: FrameRequest,
    uri: &Uri,
    headers: &HeaderMap,
) -> Response {
    match drawn(service, lang, shown, asked).await {
        Ok((html, understood)) => {
            let status = if understood { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            let headers = [
                (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                (header::CONTENT_SECURITY_POLICY, POLICY),
                (header::CACHE_CONTROL, "public, max-age=300"),
                (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
                (HeaderName::from_static("x-robots-tag"), "noindex"),
            ];
            (status, headers, html).into_response()
        }
        Err(failure) => page::failure(service, headers, uri, failure).await,
    }
}

async fn drawn(service: &Service, lang: &str, shown: Shown, asked: FrameRequest) -> Result<(String, bool), Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let site = Site::read(&service.portal, language, service.public_url.to_string()).await?;
    frame(&service.portal, site, service.options.clone(), shown, asked).await
}
