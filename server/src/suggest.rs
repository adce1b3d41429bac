//! Titles that begin like what somebody types into the box of the search.

use app::messages::{Messages, SearchWords};
use app::paths;
use app::search::suggestions::{SuggestedTitle, Suggestions};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use domain::request::search_words;
use domain::{Error, Language};
use serde::Deserialize;

use crate::page;
use crate::service::Service;

/// How many titles are suggested.
const MOST: usize = 8;

/// What was typed.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    q: String,
}

/// Suggests titles; none where nothing was typed, or too much.
pub async fn suggest(
    State(service): State<Service>,
    Path(lang): Path<String>,
    Query(typed): Query<Typed>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match suggestions(&service, &lang, &typed.q).await {
        Ok(suggestions) => Json(suggestions).into_response(),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn suggestions(service: &Service, lang: &str, typed: &str) -> Result<Suggestions, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let (words, _too_long) = search_words(typed);
    let found = service.portal.search.suggest(&words, language, MOST, service.portal.clock.now()).await?;
    let titles = found.into_iter().map(|its| SuggestedTitle {
        lang: its.language.code().to_owned(),
        kind: Messages::of(language).kind(its.kind).to_owned(),
        href: paths::entry(language, its.kind, &its.slug),
        title: its.title,
    });
    let titles: Vec<SuggestedTitle> = titles.collect();
    Ok(Suggestions { said: SearchWords::of(language).suggestions(titles.len()), titles })
}
