//! Serving a file: streamed from its parts, whole or a range of it, to whom its rule lets.

use app::failure::Failure;
use app::messages::{FileWords, opens_on};
use app::paths;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::response::Builder;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::file::{Access, Closed, File, Files, PART, Span, Uid, Variant};
use domain::traffic::Subject;
use domain::{Error, Language};
use futures::stream::{Stream, unfold};
use jiff::civil::Date;
use std::sync::Arc;

use crate::accepted::wants_page;
use crate::accounts::reply::lead_to;
use crate::accounts::session;
use crate::service::Service;
use crate::traffic::{self, ByStaff};
use crate::{language, page, preview};

/// What a browser may do with a file: nothing.
const SEALED: &str = "default-src 'none'; sandbox";
/// A sandbox would keep browsers from showing a PDF at all, and what shows it bears styles of its own. Pages of the portal show one
/// in a frame.
const SEALED_PDF: &str = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/// A document; of a picture, its widest body.
pub async fn document(
    State(service): State<Service>,
    Path((uid, _name)): Path<(String, String)>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let response = serve(&service, &uid, 0, &uri, &headers).await;
    if let Some(Downloaded(uid)) = response.extensions().get()
        && traffic::is_person(&method, &headers)
    {
        service.tally.count(&service.portal, Subject::File(uid.clone()));
    }
    response
}

/// Marks an answer with which a download begins: all of a document or the first part of it, for who is no staff and looks at no draft.
#[derive(Clone)]
struct Downloaded(Uid);

/// A picture, as wide as asked for, or the next width that there is.
pub async fn picture(
    State(service): State<Service>,
    Path((uid, width, _name)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match width.parse() {
        Ok(width) => serve(&service, &uid, width, &uri, &headers).await,
        Err(_unreadable) => refuse(&service, &uri, &headers, Shut::By(Error::NotFound)).await,
    }
}

async fn serve(service: &Service, uid: &str, width: u32, uri: &Uri, headers: &HeaderMap) -> Response {
    match opened(service, uid, width, headers).await {
        Ok(opened) => answer(service, &opened, headers),
        Err(shut) => refuse(service, uri, headers, shut).await,
    }
}

/// Why a file is not sent.
enum Shut {
    By(Error),
    /// Its day has not come: which, and for whom it opens then.
    NotYet(Date, Access),
}

impl From<Error> for Shut {
    fn from(failure: Error) -> Self {
        Self::By(failure)
    }
}

/// The file and the body to send.
struct Opened {
    file: File,
    variant: Variant,
    /// Whether anybody may have it.
    is_public: bool,
    /// Whether a page shows it to readers; else a preview of a draft does.
    is_shown: bool,
    by_staff: bool,
}

async fn opened(service: &Service, uid: &str, width: u32, headers: &HeaderMap) -> Result<Opened, Shut> {
    let uid: Uid = uid.parse().map_err(|_unreadable| Error::NotFound)?;
    let session = session::of(&service.portal, headers).await?;
    let account = session.as_ref().map(|session| &session.account);
    let reader = account.map(|account| account.id);
    let now = service.portal.clock.now();
    let (file, mut reach) = service.portal.files.reached(&uid, reader, now).await?;
    let is_shown = reach.is_shown;
    let is_public = file.is_for_all(now) && is_shown;
    reach.is_shown = is_shown || preview::files::shows(&service.portal, headers, &uid).await?;
    file.opens_for(account, reach, now).map_err(|closed| match closed {
        Closed::SignIn => Shut::By(Error::SignIn),
        Closed::ForMembers | Closed::ForRegistered | Closed::ForStaff => Shut::By(Error::Forbidden),
        Closed::Hidden if file.is_deleted => Shut::By(Error::Gone),
        Closed::Hidden => Shut::By(Error::NotFound),
        Closed::NotYet(day) => Shut::NotYet(day, file.about.access),
    })?;
    let variant = file.variant(width).ok_or(Error::NotFound)?;
    Ok(Opened { file, variant, is_public, is_shown, by_staff: account.is_some_and(ByStaff::is) })
}

/// The address says no language: the page that the reader comes from does.
async fn refuse(service: &Service, uri: &Uri, headers: &HeaderMap, shut: Shut) -> Response {
    let from = language::came_from(headers)
        .and_then(Language::of_path)
        .unwrap_or_else(|| language::of_request(uri.path(), headers));
    // Tomorrow the answer may be another one.
    let unkept = [(header::CACHE_CONTROL, "private, no-store")];
    let failure = match shut {
        Shut::By(failure) => failure,
        Shut::NotYet(..) if !wants_page(headers) => return (StatusCode::FORBIDDEN, unkept).into_response(),
        Shut::NotYet(day, access) => {
            let why = format!("{} {}.", FileWords::of(from).not_open_yet, opens_on(day, access, from));
            let page = page::refused(service, headers, &paths::home(from), StatusCode::FORBIDDEN, why).await;
            return (unkept, page).into_response();
        }
    };
    if !wants_page(headers) {
        let status = Failure::Domain(failure).status();
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
        return (status, unkept).into_response();
    }
    if failure == Error::SignIn {
        return lead_to(paths::with_query(&paths::login(from), [("next", uri.path())]));
    }
    let address: Uri = paths::home(from).parse().unwrap_or_default();
    page::failure(service, headers, &address, failure).await
}

fn answer(service: &Service, opened: &Opened, headers: &HeaderMap) -> Response {
    let Opened { file, variant, is_public, is_shown, by_staff } = opened;
    let tag = format!("\"{}-{}\"", file.hash.get(..32).unwrap_or(&file.hash), variant.width);
    let of = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let response = head(file, *is_public, &tag);
    let is_known = of(header::IF_NONE_MATCH).is_some_and(|known| {
        known.split(',').map(str::trim).any(|its| its == "*" || its.trim_start_matches("W/") == tag)
    });
    if is_known {
        return sent(response.status(StatusCode::NOT_MODIFIED), Body::empty());
    }
    // A range of another state of the file would be mixed with this one.
    let is_same = of(header::IF_RANGE).is_none_or(|known| known == tag);
    let span = of(header::RANGE).filter(|_| is_same).map_or(Span::Whole, |range| Span::read(range, variant.size));
    let (status, first, last) = match span {
        Span::Whole => (StatusCode::OK, 0, variant.size.saturating_sub(1)),
        Span::Part(first, last) => (StatusCode::PARTIAL_CONTENT, first, last),
        Span::Nowhere => {
            let all = format!("bytes */{}", variant.size);
            let response = response.status(StatusCode::RANGE_NOT_SATISFIABLE).header(header::CONTENT_RANGE, all);
            return sent(response.header(header::CONTENT_LENGTH, 0), Body::empty());
        }
    };
    let mut response = response.status(status).header(header::CONTENT_LENGTH, last + 1 - first);
    if status == StatusCode::PARTIAL_CONTENT {
        response = response.header(header::CONTENT_RANGE, format!("bytes {first}-{last}/{}", variant.size));
    }
    if first == 0 && *is_shown && !by_staff && !file.medium.is_picture() {
        response = response.extension(Downloaded(file.uid.clone()));
    }
    let parts = Parts { files: service.portal.files.clone(), uid: file.uid.clone(), width: variant.width, first, last };
    sent(response, Body::from_stream(parts.stream()))
}

/// The headers that every answer with this file bears.
fn head(file: &File, is_public: bool, tag: &str) -> Builder {
    let caching = match (is_public, file.medium.is_picture()) {
        (false, _) => "private, no-store",
        (true, true) => "public, max-age=86400",
        // Who may open it can change: not for long.
        (true, false) => "public, max-age=600",
    };
    let is_pdf = file.medium == domain::file::Medium::Pdf;
    let policy = if is_pdf { SEALED_PDF } else { SEALED };
    Response::builder()
        .header(header::ETAG, tag)
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_TYPE, file.medium.media_type())
        .header(header::CONTENT_DISPOSITION, disposition(file))
        .header(header::CACHE_CONTROL, caching)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, policy)
        .header(header::X_FRAME_OPTIONS, if is_pdf { "SAMEORIGIN" } else { "DENY" })
}

/// The name in full (RFC 6266), and for old browsers what of it is ASCII.
fn disposition(file: &File) -> String {
    let way = if file.medium.is_shown() { "inline" } else { "attachment" };
    let plain: String = file.name.chars().map(|sign| if sign.is_ascii() { sign } else { '_' }).collect();
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{}", paths::encoded(&file.name))
}

fn sent(response: Builder, body: Body) -> Response {
    response.body(body).unwrap_or_else(|_unsound| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The bytes that are still to be sent: one part of them at a time is in memory.
struct Parts {
    files: Arc<dyn Files>,
    uid: Uid,
    width: u32,
    first: u64,
    last: u64,
}

impl Parts {
    fn stream(self) -> impl Stream<Item = Result<Bytes, std::io::Error>> {
        unfold(Some(self), |parts| async move {
            let mut parts = parts.filter(|parts| parts.first <= parts.last)?;
            match parts.next().await {
                Ok(bytes) => {
                    parts.first += bytes.len() as u64;
                    Some((Ok(bytes), Some(parts)))
                }
                // The reader's browser sees that the answer broke off; the cause is in the log.
                Err(failure) => Some((Err(std::io::Error::other(failure)), None)),
            }
        })
    }

    async fn next(&self) -> Result<Bytes, Error> {
        let size = PART as u64;
        let place = u32::try_from(self.first / size).map_err(|_beyond| Error::NotFound)?;
        let part = Bytes::from(self.files.part(&self.uid, self.width, place).await?);
        let start = usize::try_from(self.first % size).map_err(|_beyond| Error::NotFound)?;
        let end =
            usize::try_from(self.last + 1 - u64::from(place) * size).map_or(part.len(), |end| end.min(part.len()));
        if start < end { Ok(part.slice(start..end)) } else { Err(Error::NotFound) }
    }
}
