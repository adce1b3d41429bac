//! How often one address may ask. The measure is kept by each node, in memory.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use super::problem::Fault;
use crate::accounts::caller;

/// How many requests an address has a minute, in the long run; it may send as many at once.
pub const A_MINUTE: u32 = 240;
/// Of how many addresses the measure is kept before those that have been quiet are forgotten.
const MOST_KEPT: usize = 10_000;

/// The measure of each address. Cheap to clone.
#[derive(Clone)]
pub struct Limit(Arc<DefaultKeyedRateLimiter<String>>);

impl Default for Limit {
    fn default() -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(A_MINUTE).unwrap_or(NonZeroU32::MIN));
        Self(Arc::new(DefaultKeyedRateLimiter::keyed(quota)))
    }
}

/// Lets through what is within the measure. Nobody is known here, whatever cookie they send.
pub async fn keep_to(State(Limit(limiter)): State<Limit>, mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(header::COOKIE);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip());
    let caller = caller::address(peer, request.headers());
    if limiter.len() > MOST_KEPT {
        limiter.retain_recent();
    }
    match limiter.check_key(&caller) {
        Ok(()) => next.run(request).await,
        Err(until) => {
            let wait = until.wait_time_from(DefaultClock::default().now());
            too_many(wait.as_secs() + 1)
        }
    }
}

fn too_many(seconds: u64) -> Response {
    let mut response = Fault::new(StatusCode::TOO_MANY_REQUESTS)
        .saying(format!("An address has {A_MINUTE} requests a minute. Ask again in {seconds} seconds."))
        .answer();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}
