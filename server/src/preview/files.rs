//! The files of a draft, for who looks at it by a link: nobody else sees them yet.

use app::desk::preview::draft as draft_of;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use domain::account::{Role, Staff};
use domain::file::{Uid, uses_of};
use domain::manuscript::Manuscript;
use domain::preview::Shared;
use domain::token::TokenHash;
use domain::{Error, Portal};
use jiff::Timestamp;

use crate::language::cookie;

/// The cookie that holds the key of the link that was opened last, for the addresses of files alone.
const COOKIE: &str = "preview";

/// Lets who looks at a draft with files see them as long as the link works.
pub(super) fn let_see(response: &mut Response, key: &str, draft: &Manuscript, expires: Timestamp, now: Timestamp) {
    if uses_of(&draft.draft).is_empty() {
        return;
    }
    let seconds = expires.duration_since(now).as_secs();
    let cookie = format!("{COOKIE}={key}; Path=/files; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    // A key that no header can hold is none of ours.
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The draft that a key shares, while its link works and its maker still writes here.
pub(super) async fn shared(portal: &Portal, key: &str) -> Result<(Shared, Manuscript), Error> {
    let shared = portal.previews.shared(&TokenHash::of(key), portal.clock.now()).await?;
    let maker = portal.accounts.account(shared.account).await?;
    let maker = Staff::of(&maker, Role::Contributor).ok_or(Error::Gone)?;
    let draft = draft_of(portal, &maker, shared.kind, &shared.slug).await?;
    Ok((shared, draft))
}

/// Whether the draft that the request may look at uses a file.
///
/// # Errors
/// Those of the store.
pub async fn shows(portal: &Portal, headers: &HeaderMap, uid: &Uid) -> Result<bool, Error> {
    let Some(key) = cookie(headers, COOKIE) else { return Ok(false) };
    match shared(portal, key).await {
        Ok((_, draft)) => Ok(uses_of(&draft.draft).iter().any(|(_, used)| used == uid)),
        Err(Error::Gone | Error::NotFound) => Ok(false),
        Err(failure) => Err(failure),
    }
}
