//! The read API, version 1: what the portal publishes, as JSON, for everybody's programs. It knows nobody: what only members
//! may see is never in it, and nothing can be written through it.

use axum::Router;
use axum::extract::OriginalUri;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{MethodRouter, any, get};
use domain::Error;
use tower_http::cors::{Any, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::service::Service;

mod answers;
mod asked;
mod document;
mod entries;
mod events;
mod limit;
mod parameters;
mod problem;
mod query;
mod search;
mod values;

pub use answers::Item;
pub use problem::Fault;

/// The routes, below what compresses and keeps their answers; [`around`] stands outside of both.
pub fn routes() -> Router<Service> {
    Router::new()
        .route("/api/v1/openapi.json", read(get(document::openapi)))
        .route("/api/v1/entries", read(get(entries::list)))
        .route("/api/v1/entries/{uid}", read(get(entries::one)))
        .route("/api/v1/events", read(get(events::list)))
        .route("/api/v1/search", read(get(search::list)))
        .route("/api/v1/networks", read(get(entries::networks)))
        .route("/api/v1/countries", read(get(entries::countries)))
        .route("/api/{*unknown}", any(unknown))
}

/// What stands around the routes: leave for the pages of other sites to read, and the measure for each address.
pub fn around(routes: Router<Service>) -> Router<Service> {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([header::IF_NONE_MATCH, header::ACCEPT])
        .expose_headers([header::ETAG, header::LINK, header::RETRY_AFTER, HeaderName::from_static("x-request-id")]);
    let unlisted = SetResponseHeaderLayer::overriding(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex"),
    );
    routes.layer(from_fn_with_state(limit::Limit::default(), limit::keep_to)).layer(cors).layer(unlisted)
}

/// Nothing is written through the API.
fn read(method: MethodRouter<Service>) -> MethodRouter<Service> {
    method.fallback(async || problem::method_not_allowed())
}

async fn unknown(OriginalUri(uri): OriginalUri) -> Response {
    Fault::from(Error::NotFound).saying(format!("There is nothing at {}.", uri.path())).answer()
}
