//! Answers kept for readers who have not signed in: each is made once a second at most, and not sent to who has it already.
//!
//! A write in this process counts at once. One in another process (a second node, `portal seed`) and everything that
//! depends on the hour are seen within a second.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Portal;
use quick_cache::Weighter;
use sha2::{Digest, Sha256};

use crate::accounts::session;
use crate::{accepted, dismissed, language, light};

/// How much is kept, in bytes.
const CAPACITY: u64 = 8_000_000;
/// How much an answer weighs beside its body: headers and key, roughly, in bytes.
const OVERHEAD: u64 = 2_000;

/// The answers. Cheap to clone.
#[derive(Clone)]
pub struct Cache(Arc<quick_cache::sync::Cache<String, Arc<Kept>, Weight>>);

struct Kept {
    stamp: Stamp,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// The state of the portal that an answer speaks of.
#[derive(Clone, Copy)]
struct Stamp {
    writes: u64,
    second: i64,
}

#[derive(Clone)]
struct Weight;

impl Weighter<String, Arc<Kept>> for Weight {
    fn weight(&self, key: &String, kept: &Arc<Kept>) -> u64 {
        OVERHEAD + key.len() as u64 + kept.body.len() as u64
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self(Arc::new(quick_cache::sync::Cache::with_weighter(500, CAPACITY, Weight)))
    }
}

/// Answers from the cache, else fills it. Readers who ask for the same at once wait for one answer.
pub async fn keep(
    State(cache): State<Cache>,
    State(portal): State<Portal>,
    mut request: Request,
    next: Next,
) -> Response {
    let only_head = request.method() == Method::HEAD;
    let reads = only_head || request.method() == Method::GET;
    if !reads || session::is_borne(request.headers()) {
        return next.run(request).await;
    }
    // What stands inside always answers in full; what of it the reader needs is decided here.
    *request.method_mut() = Method::GET;
    let encoding = accepted::encoding(request.headers());
    request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static(encoding));
    let reader = Reader { known: request.headers_mut().remove(header::IF_NONE_MATCH), only_head };
    let key = key(&request, encoding);
    let now = Stamp::now(&portal);
    let cache = &cache.0;
    loop {
        match cache.get_value_or_guard_async(&key).await {
            Ok(kept) if kept.stamp.is_of(now) => return kept.answer(&reader),
            Ok(_outdated) => {
                cache.remove_if(&key, |kept| !kept.stamp.is_of(now));
            }
            Err(place) => {
                let response = next.run(request).await;
                // It speaks of the writes before it was begun, and of the second in which it was finished: who has waited
                // for it shall not wait for another one.
                let stamp = Stamp { second: Stamp::now(&portal).second, ..now };
                return match Kept::of(response, stamp).await {
                    Ok(kept) => {
                        let kept = Arc::new(kept);
                        // Refused only when the cache was emptied meanwhile.
                        let _ = place.insert(kept.clone());
                        kept.answer(&reader)
                    }
                    Err(response) => response,
                };
            }
        }
    }
}

/// What a reader has, and wants.
struct Reader {
    known: Option<HeaderValue>,
    only_head: bool,
}

/// Everything that an answer depends on.
fn key(request: &Request, encoding: &str) -> String {
    let headers = request.headers();
    let language = language::of_request(request.uri().path(), headers);
    let light = if light::is_on(headers) { "light" } else { "full" };
    let wants = if accepted::wants_page(headers) { "page" } else { "file" };
    let banner = dismissed::banner(headers).unwrap_or_default();
    format!("{language} {light} {encoding} {wants} {banner} {}", request.uri())
}

impl Stamp {
    fn now(portal: &Portal) -> Self {
        Self { writes: portal.pulse.writes(), second: portal.clock.now().as_second() }
    }

    /// Whether nothing can have changed since `now`.
    fn is_of(self, now: Self) -> bool {
        self.writes >= now.writes && self.second >= now.second
    }
}

impl Kept {
    /// An answer to keep, or back as it was one that sets a cookie. A fault is kept too: who waits for the same does not
    /// have to find it out again.
    async fn of(response: Response, stamp: Stamp) -> Result<Self, Response> {
        if response.headers().contains_key(header::SET_COOKIE) {
            return Err(response);
        }
        let (mut parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        };
        let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&Sha256::digest(&body)[..16]));
        if parts.status.is_success()
            && let Ok(tag) = HeaderValue::from_str(&tag)
        {
            parts.headers.insert(header::ETAG, tag);
        }
        Ok(Self { stamp, status: parts.status, headers: parts.headers, body })
    }

    /// The whole answer, or 304 where the reader's tag is the same.
    fn answer(&self, reader: &Reader) -> Response {
        let tag = self.headers.get(header::ETAG);
        let known = reader.known.as_ref().and_then(|known| known.to_str().ok());
        let unchanged = known.zip(tag).is_some_and(|(known, tag)| {
            known.split(',').map(str::trim).any(|its| its == "*" || its.trim_start_matches("W/").as_bytes() == tag)
        });
        let body = if unchanged || reader.only_head { Body::empty() } else { Body::from(self.body.clone()) };
        let mut response = Response::new(body);
        *response.status_mut() = if unchanged { StatusCode::NOT_MODIFIED } else { self.status };
        *response.headers_mut() = self.headers.clone();
        if unchanged {
            response.headers_mut().remove(header::CONTENT_LENGTH);
            response.headers_mut().remove(header::CONTENT_ENCODING);
        }
        response
    }
}
