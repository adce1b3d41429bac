//! Forms as they came, without characters that nobody types.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use domain::plain::plain;
use serde::de::DeserializeOwned;

/// The fields of a form, in their order.
pub fn pairs(body: &[u8]) -> impl Iterator<Item = (String, String)> {
    form_urlencoded::parse(body).map(|(name, value)| (plain(name.into_owned()), plain(value.into_owned())))
}

/// A form that is read into a type.
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        let body = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let clean = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs(&body)).finish();
        let request = Request::from_parts(parts, Body::from(clean));
        let axum::Form(form) = axum::Form::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self(form))
    }
}
