//! A form that comes after its writer's session has ended: it is answered by a page that holds all of it and asks who sends it;
//! what is sent from there signs in, and then goes on as if the session had never ended.

use std::net::SocketAddr;

use app::account::visit::Visit;
use app::account::{AGAIN_EMAIL, AGAIN_PASSWORD};
use app::messages::AccountWords;
use app::paths;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Error;

use super::forms::{Entrance, enter};
use super::reply::language;
use super::session;
use crate::accepted::wants_page;
use crate::desk::form::Fieldset;
use crate::language::came_from;
use crate::page;
use crate::service::Service;

/// Stands before a form that holds what somebody typed.
pub async fn keep(State(service): State<Service>, request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    if request.method() != Method::POST || !wants_page(&headers) {
        return next.run(request).await;
    }
    let has_ended = match session::glance(&service.portal, &headers).await {
        Ok(open) => open.is_none(),
        Err(failure) => return page::failure(&service, &headers, &uri, failure).await,
    };
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/") {
        return if has_ended { without_file(&service, &uri, headers).await } else { next.run(request).await };
    }
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0);
    let (mut parts, body) = request.into_parts();
    let body = match Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await {
        Ok(body) => body,
        Err(refusal) => return refusal.into_response(),
    };
    let fields = Fieldset::read(&body);
    let is_signing_in = !fields.one(AGAIN_PASSWORD).is_empty();
    if !is_signing_in {
        if has_ended && fields.holds_text() {
            return kept(&service, &uri, headers, fields, None).await;
        }
        return next.run(Request::from_parts(parts, Body::from(body))).await;
    }
    let entrance = enter(&service, &uri, &headers, from, fields.one(AGAIN_EMAIL), fields.one(AGAIN_PASSWORD)).await;
    let cookie = match entrance {
        Ok(Entrance::Open(cookie)) => cookie,
        Ok(Entrance::Shut(why)) => return kept(&service, &uri, headers, fields, Some(why)).await,
        Err(failure) => return page::failure(&service, &headers, &uri, failure).await,
    };
    let pair = cookie.split(';').next().unwrap_or_default();
    let (Ok(pair), Ok(cookie)) = (HeaderValue::from_str(pair), HeaderValue::from_str(&cookie)) else {
        return page::failure(&service, &headers, &uri, Error::Unavailable).await;
    };
    parts.headers.insert(header::COOKIE, pair);
    parts.headers.remove(header::CONTENT_LENGTH);
    let mut answer = next.run(Request::from_parts(parts, Body::from(without_secrets(&body)))).await;
    if answer.status() == StatusCode::FORBIDDEN {
        let why = AccountWords::of(language(&uri)).may_not_send;
        return kept(&service, &uri, headers, fields, Some(why)).await;
    }
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    answer
}

/// The form as it was first sent.
fn without_secrets(body: &[u8]) -> String {
    let fields = form_urlencoded::parse(body).filter(|(name, _)| name != AGAIN_EMAIL && name != AGAIN_PASSWORD);
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The page that keeps a form.
async fn kept(
    service: &Service,
    uri: &Uri,
    headers: HeaderMap,
    fields: Fieldset,
    notice: Option<&'static str>,
) -> Response {
    let mut typed = fields.into_inner();
    typed.remove(AGAIN_PASSWORD);
    let unsent = uri.path_and_query().map(|here| here.as_str().to_owned());
    let visit = Visit { typed, notice, unsent, is_elsewhere: true, ..Visit::default() };
    let address = paths::login(language(uri)).parse().unwrap_or_default();
    page::answer(service, address, headers, visit, StatusCode::UNAUTHORIZED).await
}

/// The page to sign in, which says that the file has to be chosen again: a page cannot hold one.
async fn without_file(service: &Service, uri: &Uri, headers: HeaderMap) -> Response {
    let notice = Some(AccountWords::of(language(uri)).file_not_kept);
    let next = came_from(&headers).unwrap_or_default();
    let address = paths::with_query(&paths::login(language(uri)), [("next", next)]).parse().unwrap_or_default();
    let visit = Visit { notice, is_elsewhere: true, ..Visit::default() };
    page::answer(service, address, headers, visit, StatusCode::UNAUTHORIZED).await
}
