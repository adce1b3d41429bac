//! What machines read: calendar files, Atom feeds, lists as data, the site map, how the portal is searched.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

pub mod atom;
pub mod calendar;
mod columns;
pub mod data;
pub mod list;
pub mod opensearch;
pub mod sitemap;

pub use atom::escape;

/// The same file, which pages of other sites may read.
pub(crate) fn open(mut response: Response) -> Response {
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response.headers_mut().insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    response
}

/// An instant in UTC, to the second, as machines write it (RFC 3339).
pub(crate) fn second(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A file of this media type, which readers may use for five minutes without asking again.
pub(crate) fn file(media_type: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "public, max-age=300")], body).into_response()
}
