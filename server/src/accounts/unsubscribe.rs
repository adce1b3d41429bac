//! Ending letters with the key of one, from the page or by the button of a mail program (RFC 8058). Nobody has to sign in.

use app::account::visit::Visit;
use app::messages::NoticeWords;
use app::paths;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::token::TokenHash;
use domain::{Error, Slug};
use serde::Deserialize;

use super::reply::language;
use crate::page;
use crate::service::Service;

/// What the address of a letter says.
#[derive(Debug, Deserialize)]
pub struct End {
    #[serde(default)]
    key: String,
    #[serde(default)]
    network: String,
}

/// Ends letters, and says so. It does not lead on: mail programs do not follow.
pub async fn take(State(service): State<Service>, Query(end): Query<End>, uri: Uri, headers: HeaderMap) -> Response {
    let portal = &service.portal;
    let ended = async {
        let network = match end.network.as_str() {
            "" => None,
            slug => Some(slug.parse::<Slug>().map_err(|_unreadable| Error::NotFound)?),
        };
        portal.inbox.unsubscribe(&TokenHash::of(&end.key), network.as_ref(), portal.clock.now()).await
    };
    match ended.await {
        Ok(()) => {
            let done = paths::with_query(
                &paths::unsubscribe(language(&uri)),
                [("done", "1"), ("network", end.network.as_str())],
            );
            let request = shown(done.parse().unwrap_or_default(), headers);
            page::with_visit(&service, request, Visit::default(), StatusCode::OK).await
        }
        Err(Error::Gone) => {
            let notice = Some(NoticeWords::of(language(&uri)).key_lapsed);
            let visit = Visit { notice, ..Visit::default() };
            page::with_visit(&service, shown(uri, headers), visit, StatusCode::GONE).await
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

fn shown(uri: Uri, headers: HeaderMap) -> Request {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    request
}
