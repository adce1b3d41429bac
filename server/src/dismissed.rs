//! The notice above every page is dismissed: a cookie that holds which one, set only by who presses its button.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::language::{self, cookie};
use crate::typed::Form;

const COOKIE: &str = "banner";
/// As long as a notice may matter, in seconds: 90 days.
const KEPT: u32 = 90 * 24 * 60 * 60;

/// The key of the notice that this reader has dismissed.
pub fn banner(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, COOKIE).filter(|key| is_key(key))
}

/// A fingerprint: whatever else a cookie may hold is none.
fn is_key(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What the button of the notice sends.
#[derive(Debug, Deserialize)]
pub struct Dismissal {
    #[serde(default)]
    key: String,
}

/// Keeps that it is dismissed, and leads back to the page that it was dismissed on.
pub async fn dismiss(uri: Uri, headers: HeaderMap, Form(Dismissal { key }): Form<Dismissal>) -> Response {
    let language = language::of_request(uri.path(), &headers);
    let back = language::came_from(&headers).filter(|path| app::paths::is_local(path));
    let back = back.map_or_else(|| app::paths::home(language), str::to_owned);
    let lead = (StatusCode::SEE_OTHER, [(header::LOCATION, back)]);
    if !is_key(&key) {
        return lead.into_response();
    }
    let cookie = format!("{COOKIE}={key}; Path=/; Max-Age={KEPT}; SameSite=Lax; HttpOnly");
    (lead.0, [(header::SET_COOKIE, cookie)], lead.1).into_response()
}
