//! Which language a request is in. The path alone decides; only where it says nothing do cookie and browser have a say.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Language;

/// The cookie that remembers the language chosen with the switch.
const COOKIE: &str = "language";

/// `/`: leads to the home page of the language chosen before, else of the one that the browser prefers, else English.
pub async fn choose(headers: HeaderMap) -> Response {
    let home = app::paths::home(of_request("", &headers));
    let headers = [(header::LOCATION, home.as_str()), (header::VARY, "Cookie, Accept-Language")];
    (StatusCode::FOUND, headers).into_response()
}

/// The language of a request.
pub fn of_request(path: &str, headers: &HeaderMap) -> Language {
    let preferred = || {
        let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Language::preferred(accepted)
    };
    Language::of_path(path)
        .or_else(|| cookie(headers, COOKIE)?.parse().ok())
        .or_else(preferred)
        .unwrap_or(Language::ALL[0])
}

/// A cookie of a request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(its, value)| (its == name).then_some(value))
}

/// Remembers the language when somebody used the switch: they came here from the same page in another language.
///
/// Nothing in the address tells, so the link stays the plain twin; no other visit sets a cookie.
pub async fn remember(request: Request, next: Next) -> Response {
    let switched = switched_to(&request);
    let mut response = next.run(request).await;
    if let Some(language) = switched
        && let Ok(value) =
            HeaderValue::from_str(&format!("{COOKIE}={language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// The path and query of the page of this site that a request was made on.
pub fn came_from(headers: &HeaderMap) -> Option<&str> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let (_, rest) = referer.split_once("://")?;
    rest.strip_prefix(host)
}

fn switched_to(request: &Request) -> Option<Language> {
    let headers = request.headers();
    let here = Language::of_path(request.uri().path())?;
    let path = came_from(headers)?;
    let there = Language::of_path(path)?;
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let twin = app::paths::twin(here, path, query);
    let asked = request.uri().path_and_query()?.as_str();
    (here != there && twin == asked).then_some(here)
}
