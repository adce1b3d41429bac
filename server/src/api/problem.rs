//! What can go wrong, as `application/problem+json` (RFC 9457). Parameters that break a rule are named.

use app::ui::ProblemView;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::{Error, Language, Problem};
use serde::Serialize;
use utoipa::ToSchema;

const MEDIA_TYPE: &str = "application/problem+json";

/// A parameter that breaks a rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BrokenParameter {
    /// The name of the parameter.
    pub parameter: String,
    /// What was given.
    pub value: String,
    /// The rule, in words.
    pub message: String,
}

/// A problem, as RFC 9457 describes it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Fault {
    /// What sort of problem it is: no other than its status says.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: &'static str,
    /// The status.
    pub status: u16,
    /// What is wrong with this request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The parameters that break a rule.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<BrokenParameter>,
}

impl Fault {
    /// The problem that a status stands for.
    pub fn new(status: StatusCode) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Problem"),
            status: status.as_u16(),
            detail: None,
            errors: Vec::new(),
        }
    }

    /// The same, said more closely.
    #[must_use]
    pub fn saying(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// Parameters that break rules, in the words of a language.
    pub fn of_parameters(problems: &[Problem], language: Language) -> Self {
        let errors = problems.iter().map(|problem| BrokenParameter {
            parameter: problem.field.clone(),
            value: problem.typed.clone(),
            message: ProblemView::named(problem, &problem.field, language).sentence,
        });
        let names = problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>().join(", ");
        Self::naming(errors.collect(), &format!("Cannot be understood: {names}."))
    }

    /// Parameters that are refused, and what to know of all of them together.
    pub fn naming(errors: Vec<BrokenParameter>, detail: &str) -> Self {
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY) }.saying(detail)
    }

    /// As an answer.
    pub fn answer(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "no-cache")], body).into_response()
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(problems) => Self::of_parameters(&problems, Language::En),
            Error::Gone => Self::new(StatusCode::GONE).saying("The entry was deleted."),
            Error::NotFound | Error::Moved(_) => {
                Self::new(StatusCode::NOT_FOUND).saying("There is no such entry, or not for everybody.")
            }
            Error::SignIn | Error::Forbidden | Error::Taken(..) => Self::new(StatusCode::FORBIDDEN),
            Error::Unavailable => Self::new(StatusCode::SERVICE_UNAVAILABLE),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        self.answer()
    }
}

/// Nothing is written through the API.
pub fn method_not_allowed() -> Response {
    let mut response = Fault::new(StatusCode::METHOD_NOT_ALLOWED).saying("This interface can only be read.").answer();
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
    response
}
