//! OAI-PMH 2.0, the protocol by which libraries gather records from each other: `/oai`, by GET or POST.
//!
//! A refusal is an answer of the protocol too, with status 200. Everything that a request depends on stands in its arguments: a
//! resumption token holds them, and where to go on; the portal keeps nothing for it, so that a token never runs out.

mod answer;
mod dublin_core;
mod request;
mod token;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use self::answer::answer;
use crate::service::Service;

/// The address of the protocol.
pub const PATH: &str = "/oai";

/// How many records an answer holds at most. Each is read by itself, and a harvester goes on with the token anyway.
const PAGE: u32 = 10;

/// A request by its query.
pub async fn get(State(service): State<Service>, RawQuery(query): RawQuery) -> Response {
    respond(&service, query.unwrap_or_default().as_bytes()).await
}

/// The same as a form.
pub async fn post(State(service): State<Service>, headers: HeaderMap, body: Result<Bytes, BytesRejection>) -> Response {
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    // Another kind of body holds no arguments, and neither does one that is too long to be read.
    let body = body.ok().filter(|_| is_form).unwrap_or_default();
    respond(&service, &body).await
}

async fn respond(service: &Service, arguments: &[u8]) -> Response {
    let arguments: Vec<(String, String)> = form_urlencoded::parse(arguments).into_owned().collect();
    match answer(service, &arguments).await {
        Ok(xml) => ([(header::CONTENT_TYPE, "text/xml; charset=utf-8")], xml).into_response(),
        // What failed is in the log; harvesters come again.
        Err(_logged) => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")]).into_response(),
    }
}
