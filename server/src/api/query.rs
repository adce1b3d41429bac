//! The parameters of a query: one that there is not, or that stands twice, is refused by name. A filter that was misspelt must
//! not return everything.

use app::messages::{parameters_are, repeated_parameter, unknown_parameter};
use axum::extract::{FromRequestParts, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::Language;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

use super::problem::{BrokenParameter, Fault};

/// How much of a name or a value is told again, in characters.
const LONGEST_TOLD: usize = 100;

/// The parameters of a query, those that the description of `T` names, as text.
pub struct Asked<T>(pub T);

impl<T: IntoParams + DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let known: Vec<String> = T::into_params(|| None).into_iter().map(|parameter| parameter.name).collect();
        let query = parts.uri.query().unwrap_or_default();
        let given: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let language = given.iter().find(|(name, _)| name == "language").and_then(|(_, code)| code.parse().ok());
        let language = language.unwrap_or(Language::En);
        let broken = broken(&given, &known, language);
        if !broken.is_empty() {
            return Err(Fault::naming(broken, &parameters_are(&known, language)));
        }
        let Query(asked) = Query::<T>::try_from_uri(&parts.uri)
            .map_err(|refused| Fault::new(StatusCode::UNPROCESSABLE_ENTITY).saying(refused.body_text()))?;
        Ok(Self(asked))
    }
}

/// What is wrong with the names of parameters, in the words of a language.
fn broken(given: &[(String, String)], known: &[String], language: Language) -> Vec<BrokenParameter> {
    let told = |text: &str| text.chars().take(LONGEST_TOLD).collect::<String>();
    let broken = given.iter().enumerate().filter_map(|(place, (name, value))| {
        let message = if !known.contains(name) {
            unknown_parameter(&told(name), language)
        } else if given[..place].iter().any(|(before, _)| before == name) {
            repeated_parameter(name, language)
        } else {
            return None;
        };
        Some(BrokenParameter { parameter: told(name), value: told(value), message })
    });
    broken.collect()
}
