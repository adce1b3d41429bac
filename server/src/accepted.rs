//! What a reader takes: pages or only files, and packed how.

use axum::http::{HeaderMap, header};

/// Whether whoever asks can read a page.
pub fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_none_or(|accepted| {
        let accepted = accepted.to_str().unwrap_or("*/*");
        accepted.contains("text/html") || accepted.contains("*/*")
    })
}

/// The one encoding that the reader gets: the best that is wanted at all.
pub fn encoding(headers: &HeaderMap) -> &'static str {
    let lines = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|line| line.to_str().ok());
    let wanted: Vec<String> = lines
        .flat_map(|line| line.split(','))
        .map(|coding| coding.replace(' ', "").to_ascii_lowercase())
        .filter(|coding| !coding.contains(";q=0") || coding.contains(";q=0."))
        .map(|coding| coding.split(';').next().unwrap_or_default().to_owned())
        .collect();
    ["br", "gzip"].into_iter().find(|name| wanted.iter().any(|coding| coding == name)).unwrap_or("identity")
}
