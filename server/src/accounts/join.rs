//! The way to an event's meeting. Seat and window are looked at here, at the click: no page holds the link, and an old page
//! leads nobody in.

use app::account::visit::Visit;
use app::messages::ProgrammeWords;
use app::paths;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::{Member, Role, Staff};
use domain::entry::Kind;
use domain::meeting::{Door, Meeting, Window};
use domain::{Error, Language, Slug};

use super::reply::{language, lead_to, reply};
use super::session;
use crate::accepted::wants_page;
use crate::page;
use crate::service::Service;

/// Where somebody comes who wants to join.
enum Way {
    /// Into the meeting.
    In(HeaderValue),
    /// To another page of the portal.
    To(String),
    /// To the page of the event, which says why not.
    Told(StatusCode, &'static str),
}

/// Leads who has a seat, and staff, into the meeting while its link is open; tells others why not.
pub async fn join(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let language = language(&uri);
    match way(&service, &slug, language, &headers).await {
        Ok(Way::In(link)) => {
            let unkept = HeaderValue::from_static("private, no-store");
            let alone = HeaderValue::from_static("no-referrer");
            let headers = [(header::LOCATION, link), (header::CACHE_CONTROL, unkept), (header::REFERRER_POLICY, alone)];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Ok(Way::To(address)) => lead_to(address),
        Ok(Way::Told(status, _)) if !wants_page(&headers) => status.into_response(),
        Ok(Way::Told(status, notice)) => {
            let address = uri.path().trim_end_matches("/join").parse().unwrap_or_default();
            let visit = Visit { notice: Some(notice), is_elsewhere: true, ..Visit::default() };
            page::answer(&service, address, headers, visit, status).await
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

async fn way(service: &Service, slug: &str, language: Language, headers: &HeaderMap) -> Result<Way, Error> {
    let (portal, now, words) = (&service.portal, service.portal.clock.now(), ProgrammeWords::of(language));
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    // Only to what readers may see; a letter may name a former address.
    let entry = match portal.library.entry(Kind::Event, &slug, language, now).await {
        Ok(entry) => entry,
        Err(Error::Moved(new)) => return Ok(Way::To(paths::join(language, &new))),
        Err(failure) => return Err(failure),
    };
    let Some(open) = session::of(portal, headers).await? else {
        if !wants_page(headers) {
            return Err(Error::SignIn);
        }
        // Back to the event and not here: browsers let no form that was sent to the portal lead on to another site.
        let event = paths::entry(language, Kind::Event, &slug);
        return Ok(Way::To(paths::with_query(&paths::login(language), [("next", event.as_str())])));
    };
    let meeting = match (Staff::of(&open.account, Role::Contributor), Member::of(&open.account)) {
        (Some(staff), _) => portal.registrations.meeting_for_staff(&staff, &slug).await?,
        (None, Some(member)) => match portal.registrations.meeting(&member, &slug).await {
            Err(Error::Forbidden) => return Ok(Way::Told(StatusCode::FORBIDDEN, words.join_refused)),
            found => found?,
        },
        (None, None) => return Ok(Way::Told(StatusCode::FORBIDDEN, words.join_refused)),
    };
    let nothing = Way::Told(StatusCode::NOT_FOUND, words.join_none);
    let (Some(Meeting { link, opens }), Some(time)) = (meeting, entry.summary.time) else { return Ok(nothing) };
    let Some(window) = Window::of(opens, &time) else { return Ok(nothing) };
    match window.at(now) {
        Door::Before => Ok(Way::Told(StatusCode::NOT_FOUND, words.join_too_early)),
        Door::Over => Ok(Way::Told(StatusCode::GONE, words.join_over)),
        Door::Open => HeaderValue::try_from(link).map(Way::In).map_err(|_unfit| Error::Unavailable),
    }
}
