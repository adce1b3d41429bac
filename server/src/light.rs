//! Light mode: pages without scripts, for slow lines. The browser's data saver turns it on, and so does the footer.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::language::cookie;
use crate::typed::Form;

const COOKIE: &str = "light";

/// Whether the request asks for pages without scripts. A choice made in the footer outweighs the data saver.
pub fn is_on(headers: &HeaderMap) -> bool {
    match cookie(headers, COOKIE) {
        Some("on") => true,
        Some("off") => false,
        _ => headers.get("save-data").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on")),
    }
}

/// What the switch in the footer sends.
#[derive(Debug, Deserialize)]
pub struct Choice {
    #[serde(default)]
    light: String,
    #[serde(default)]
    back: String,
}

/// Keeps the choice, and leads back to the page that it was made on.
pub async fn switch(Path(lang): Path<String>, Form(choice): Form<Choice>) -> Response {
    let value = if choice.light == "on" { "on" } else { "off" };
    let cookie = format!("{COOKIE}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    let back = if app::paths::is_local(&choice.back) {
        choice.back
    } else {
        format!("/{}", if lang == "es" { "es" } else { "en" })
    };
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, back)]).into_response()
}
