//! The description of the API (`OpenAPI` 3.1), made from the code that answers.

use axum::extract::State;
use axum::response::Response;
use utoipa::OpenApi;
use utoipa::openapi::ServerBuilder;

use super::asked::json;
use crate::service::Service;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Caribbean Migration Portal",
        version = "1.0.0",
        description = "What the portal publishes: pages, networks, countries, events, posts of the blog, news, publications, media, courses and sets of data, in English and Spanish. It can be read by everybody and needs no key; nothing can be written through it. An address has 240 requests a minute. Answers bear an ETag: who sends it as If-None-Match gets 304 where nothing has changed.",
    ),
    paths(
        super::entries::list,
        super::entries::one,
        super::events::list,
        super::search::list,
        super::entries::networks,
        super::entries::countries
    )
)]
struct Description;

/// The description.
pub async fn openapi(State(service): State<Service>) -> Response {
    let mut description = Description::openapi();
    // The derive takes it from the package: it is the licence of the program, not of what is published.
    description.info.license = None;
    description.servers = Some(vec![ServerBuilder::new().url(&*service.public_url).build()]);
    json(&description)
}
