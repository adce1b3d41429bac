//! The session's cookie: a secret of 256 bits, of which the portal keeps the hash.

use axum::http::{HeaderMap, header};
use domain::session::{LIFE, Session, device_name};
use domain::token::{Token, TokenHash};
use domain::{Error, Portal};

use crate::language::cookie;

/// `__Host-`: the browser takes it only with `Secure`, for this host and the whole site.
const COOKIE: &str = "__Host-session";

/// Whether the request bears a session's cookie, open or not.
pub fn is_borne(headers: &HeaderMap) -> bool {
    cookie(headers, COOKIE).is_some()
}

/// The open session of a request.
///
/// # Errors
/// Those of the store.
pub async fn of(portal: &Portal, headers: &HeaderMap) -> Result<Option<Session>, Error> {
    match cookie(headers, COOKIE) {
        Some(token) => portal.accounts.session(&TokenHash::of(token), portal.clock.now()).await,
        None => Ok(None),
    }
}

/// The same, without counting as a use of the session.
///
/// # Errors
/// Those of the store.
pub async fn glance(portal: &Portal, headers: &HeaderMap) -> Result<Option<Session>, Error> {
    match cookie(headers, COOKIE) {
        Some(token) => portal.accounts.glance(&TokenHash::of(token), portal.clock.now()).await,
        None => Ok(None),
    }
}

/// Opens a session for an account, and ends the one that the request came with; the cookie to set.
///
/// # Errors
/// Those of the store.
pub async fn open(portal: &Portal, account: i64, headers: &HeaderMap) -> Result<String, Error> {
    if let Some(before) = of(portal, headers).await? {
        portal.accounts.close_session(before.account.id, before.id).await?;
    }
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let device = device_name(agent);
    let token = Token::new(&*portal.chance);
    portal.accounts.open_session(account, &token.hash(), &device, portal.clock.now()).await?;
    Ok(format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", token.text(), LIFE.as_secs()))
}

/// The cookie that takes the session's away.
pub fn ended() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}
