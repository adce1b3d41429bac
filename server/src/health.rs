//! Whether the process lives, and whether it can serve.

use axum::extract::State;
use axum::http::StatusCode;
use domain::Portal;

/// The process answers.
pub async fn live() -> &'static str {
    "alive\n"
}

/// The database answers too.
pub async fn ready(State(portal): State<Portal>) -> (StatusCode, &'static str) {
    match portal.pulse.beat().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_logged) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
