//! What stands before every handler: addresses that cannot be read, panics, security headers.

use std::panic::AssertUnwindSafe;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::plain::is_control;
use futures::FutureExt;

use crate::api::Fault;
use crate::service::Service;
use crate::{accepted, frames, oai, page};

/// The longest path and query, in bytes.
const LONGEST_ADDRESS: usize = 8_000;

/// Answers in the reader's language, by a page, what would otherwise be a blank or technical answer: broken addresses,
/// refusals of the framework, panics. What reaches the address of harvesters is left to their protocol.
pub async fn faults(State(service): State<Service>, request: Request, next: Next) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let is_program = uri.path().starts_with("/api/");
    if let Some(status) = unreadable(&uri).filter(|_| uri.path() != oai::PATH) {
        if is_program {
            return Fault::new(status).answer();
        }
        return page::fault(&service, &headers, uri.path(), status).await;
    }
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) if is_bare(&response, &headers, &uri) => {
            page::fault(&service, &headers, uri.path(), response.status()).await
        }
        Ok(response) => response,
        Err(_panic) => {
            tracing::error!(path = uri.path(), "a handler panicked");
            if is_program {
                return Fault::new(StatusCode::INTERNAL_SERVER_ERROR).answer();
            }
            page::fault(&service, &headers, uri.path(), StatusCode::INTERNAL_SERVER_ERROR).await
        }
    }
}

/// An answer to a person that has no page: the framework's own refusals.
fn is_bare(response: &Response, headers: &HeaderMap, uri: &Uri) -> bool {
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let machines =
        ["/fn/", "/health/", "/pkg/", "/api/", oai::PATH].iter().any(|prefix| uri.path().starts_with(prefix));
    // Whoever asks for a range is no page's reader.
    let is_range = response.status() == StatusCode::RANGE_NOT_SATISFIABLE;
    response.status().as_u16() >= 400 && !is_range && !is_page && !machines && accepted::wants_page(headers)
}

fn unreadable(uri: &Uri) -> Option<StatusCode> {
    let whole = uri.path_and_query().map_or("", |whole| whole.as_str());
    if whole.len() > LONGEST_ADDRESS {
        return Some(StatusCode::URI_TOO_LONG);
    }
    let sound = decodes(uri.path()) && uri.query().is_none_or(decodes);
    (!sound).then_some(StatusCode::BAD_REQUEST)
}

/// Whether every escape is two hexadecimal digits, and all of it together is UTF-8 without control characters.
fn decodes(text: &str) -> bool {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else { return false };
        bytes.push(high << 4 | low);
    }
    std::str::from_utf8(&bytes).is_ok_and(|text| !text.chars().any(is_control))
}

/// Headers that every answer bears.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_framed = frames::may_be_framed(response.headers());
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Not `no-referrer`: forms without scripts and the memory of the language need the page one came from.
    set(header::REFERRER_POLICY, "same-origin");
    if !is_framed {
        set(header::X_FRAME_OPTIONS, "DENY");
    }
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()");
    set(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
    );
    response
}
