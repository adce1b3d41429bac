//! Letters that staff send again.

use app::desk::outbox::parameters;
use app::desk::view::OutboxRequest;
use app::paths;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::Role;
use serde::Deserialize;

use crate::accounts::reply::{self, language, reply};
use crate::service::Service;
use crate::typed::Form;

/// The letter that is meant.
#[derive(Debug, Deserialize)]
pub struct Again {
    #[serde(default)]
    letter: String,
}

/// Sends a letter again, and leads back to the same part of the list.
pub async fn resend(
    State(service): State<Service>,
    Query(request): Query<OutboxRequest>,
    uri: Uri,
    headers: HeaderMap,
    Form(again): Form<Again>,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        // What is no number is no letter.
        let letter = again.letter.parse().unwrap_or_default();
        let is_new = service.portal.outbox.resend(&staff, letter, service.portal.clock.now()).await?;
        let done = [("done", if is_new { "1" } else { "before" })];
        Ok(paths::with_query(&paths::outbox(language(&uri)), parameters(&request).into_iter().chain(done)))
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}
