//! Registering many members at once, as forms send it: a file, or its rows.

use app::account::import::{ROWS, SEEN, coming, emails, key, plan};
use app::account::visit::Visit;
use app::messages::ImportWords;
use app::paths;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::Response;
use domain::account::Role;
use domain::plain::plain;
use domain::{Error, Problem, Rule, Slug};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::reply::{self, language, lead_to, reply};
use super::seats::is_over;
use crate::desk::form::Fieldset;
use crate::files::sent::Sent;
use crate::page;
use crate::service::Service;

/// What came of the form.
enum Next {
    /// It is done.
    To(String),
    /// The page again: to look, or because something is wrong.
    Again(StatusCode, Option<&'static str>),
}

/// Shows what would become of each row, or registers them.
pub async fn import(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    request: Request,
) -> Response {
    // Who may not is told so before the file is read.
    let staff = match reply::staff(&service, &headers, Role::Editor).await {
        Ok(staff) => staff,
        Err(failure) => return reply(&service, &headers, &uri, Err(failure)).await,
    };
    let (task, table) = sent(&headers, request).await;
    let page = language(&uri);
    let done = async {
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        if is_over(&service, &slug, page).await? {
            return Err(Error::Forbidden);
        }
        let registrations = &service.portal.registrations;
        let outcomes = match plan(&service.portal, &staff, &slug, &table).await {
            Ok(outcomes) => outcomes,
            // The page says what is wrong with the table.
            Err(Error::Invalid(_)) => return Ok(Next::Again(StatusCode::UNPROCESSABLE_ENTITY, None)),
            Err(failure) => return Err(failure),
        };
        let seen = match task.as_str() {
            "show" => return Ok(Next::Again(StatusCode::OK, None)),
            task => match task.strip_prefix("do:") {
                Some(seen) => seen,
                None => return Err(Error::Invalid(vec![Problem::new("task", task, Rule::OneOfTheList)])),
            },
        };
        let changed = Ok(Next::Again(StatusCode::UNPROCESSABLE_ENTITY, Some(ImportWords::of(page).is_other_by_now)));
        if seen != key(&outcomes) || coming(&outcomes).is_none_or(|count| count == 0) {
            return changed;
        }
        let emails = emails(outcomes.iter().map(|(row, _)| row));
        match registrations.enrol_all(&staff, &slug, &emails, service.portal.clock.now()).await {
            Ok(_) => Ok(Next::To(paths::with_query(&paths::participants(page, &slug), [("done", "imported")]))),
            Err(Error::Invalid(_)) => changed,
            Err(failure) => Err(failure),
        }
    };
    match done.await {
        Ok(Next::To(address)) => lead_to(address),
        Ok(Next::Again(status, notice)) => {
            let typed = [(ROWS.to_owned(), vec![table])].into_iter().collect();
            let visit = Visit { typed, notice, ..Visit::default() };
            page::answer(&service, uri, headers, visit, status).await
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// What is to be done, and the table. A file is only looked at; what was seen of rows comes with the button, as `do:` and its key.
async fn sent(headers: &HeaderMap, request: Request) -> (String, String) {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/") {
        let file = match Multipart::from_request(request, &()).await {
            Ok(form) => Sent::read(form).await.file,
            Err(_broken) => None,
        };
        let table = file.map(|file| decoded(&file.bytes)).unwrap_or_default();
        return ("show".to_owned(), table);
    }
    let fields = Fieldset::read(&Bytes::from_request(request, &()).await.unwrap_or_default());
    let task = match fields.one("task") {
        "do" => format!("do:{}", fields.one(SEEN)),
        task => task.to_owned(),
    };
    (task, fields.one(ROWS).to_owned())
}

/// A table as spreadsheets write it: in UTF-8, in UTF-16 with a mark that says so ("Unicode text"), else in the Windows encoding of
/// Western Europe and the Americas.
fn decoded(bytes: &[u8]) -> String {
    let has_mark = Encoding::for_bom(bytes).is_some();
    let encoding = if has_mark || std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    plain(encoding.decode(bytes).0.into_owned())
}
