//! Notices: marked as read by a form, counted for a page that is open; what else changes on it is told by the same stream.

use std::convert::Infallible;
use std::time::Duration;

use app::messages::unread_notices;
use app::notices::UNREAD;
use app::paths;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::account::Member;
use domain::session::Session;
use domain::{Error, Language};
use futures::stream::unfold;
use jiff::Timestamp;
use serde::Deserialize;

use super::reply::{self, language, reply};
use super::session;
use crate::accepted::wants_page;
use crate::service::Service;
use crate::typed::Form;

/// How often it is looked whether something was written.
const PAUSE: Duration = Duration::from_secs(2);
/// After so many pauses it is looked all the same: another node may have written, and the session may have ended.
const PATIENCE: u32 = 15;

/// The latest notice that was seen.
#[derive(Debug, Deserialize)]
pub struct Seen {
    latest: i64,
}

/// Marks what was seen as read.
pub async fn mark_read(
    State(service): State<Service>,
    uri: Uri,
    headers: HeaderMap,
    Form(seen): Form<Seen>,
) -> Response {
    let done = async {
        let member = reply::member(&service, &headers).await?;
        service.portal.inbox.mark_read(&member, seen.latest, service.portal.clock.now()).await?;
        Ok(format!("{}#notices", paths::dashboard(language(&uri))))
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

/// How many notices are not read, in words; who wants a page is led to them.
pub async fn count(State(service): State<Service>, uri: Uri, headers: HeaderMap) -> Response {
    let language = language(&uri);
    let counted = async {
        let watcher = watcher(&service, &headers).await?;
        service.portal.inbox.unread(watcher.account.id, service.portal.clock.now()).await
    };
    match counted.await {
        Ok(unread) if !wants_page(&headers) => {
            ([(header::CACHE_CONTROL, "private, no-store")], unread_notices(unread, language)).into_response()
        }
        counted => {
            let done = counted.map(|_| format!("{}#notices", paths::dashboard(language)));
            reply(&service, &headers, &uri, done).await
        }
    }
}

/// The same as a stream: now, and whenever the dashboard would show something else.
pub async fn stream(State(service): State<Service>, uri: Uri, headers: HeaderMap) -> Response {
    let watcher = match watcher(&service, &headers).await {
        Ok(watcher) => watcher,
        Err(failure) => return reply(&service, &headers, &uri, Err(failure)).await,
    };
    let watch = Watch { service, watcher, language: language(&uri), told: None, writes: None, pauses: 0 };
    let events = unfold(watch, |watch| async {
        let (state, watch) = watch.next().await?;
        let sentence = unread_notices(state.unread, watch.language);
        Some((Ok::<_, Infallible>(Event::default().event(UNREAD).data(sentence)), watch))
    });
    let headers = [
        (header::CACHE_CONTROL, "private, no-store"),
        // A proxy would hold back what is to be heard at once.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    (headers, Sse::new(events).keep_alive(KeepAlive::default())).into_response()
}

/// Who is signed in, as a member. A page that asks by itself does not keep the session alive.
async fn watcher(service: &Service, headers: &HeaderMap) -> Result<Session, Error> {
    let open = session::glance(&service.portal, headers).await?.ok_or(Error::SignIn)?;
    Member::of(&open.account).map(|_| open).ok_or(Error::Forbidden)
}

/// Somebody who waits for changes.
struct Watch {
    service: Service,
    watcher: Session,
    language: Language,
    told: Option<Shown>,
    /// How many writes there had been when it was last counted.
    writes: Option<u64>,
    pauses: u32,
}

impl Watch {
    /// The next state that differs from the last one; none once the session has ended, or the service ends.
    async fn next(mut self) -> Option<(Shown, Self)> {
        let mut ending = self.service.ending.subscribe();
        loop {
            let writes = Some(self.service.portal.pulse.writes());
            if writes != self.writes || self.pauses >= PATIENCE {
                (self.writes, self.pauses) = (writes, 0);
                let state = self.look().await.ok().flatten()?;
                if self.told.replace(state) != Some(state) {
                    return Some((state, self));
                }
            }
            self.pauses += 1;
            tokio::select! {
                _ = ending.wait_for(|ending| *ending) => return None,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    /// How it stands, while the session is open.
    async fn look(&self) -> Result<Option<Shown>, Error> {
        let (portal, now) = (&self.service.portal, self.service.portal.clock.now());
        let account = self.watcher.account.id;
        let open = portal.accounts.sessions(account, now).await?;
        if !open.iter().any(|session| session.id == self.watcher.id && Member::of(&session.account).is_some()) {
            return Ok(None);
        }
        Ok(Some(Shown {
            unread: portal.inbox.unread(account, now).await?,
            latest: portal.inbox.notices(account, 1, now).await?.first().map(|notice| notice.id),
            fresh: portal.inbox.fresh(account, 1, now).await?.first().map(|fresh| fresh.since),
        }))
    }
}

/// What somebody's dashboard would show anew where it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown {
    /// How many notices are not read.
    unread: u32,
    /// The latest notice.
    latest: Option<i64>,
    /// Since when the latest of what is new in their networks is seen.
    fresh: Option<Timestamp>,
}
