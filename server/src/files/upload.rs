//! What staff do with files: upload, describe, throw away, bring back.

use std::fmt::Write as _;

use app::account::visit::Visit;
use app::files::{Refused, sentence};
use app::messages::file_field;
use app::paths;
use app::ui::ProblemView;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::{Role, Staff};
use domain::file::{About, File, LARGEST_DOCUMENT, NewFile, Stored, Uid, Unfit, Variant, accept, safe_name};
use domain::{Error, Language, Problem, Rule};
use sha2::{Digest, Sha256};

use super::picture::{Redrawn, redraw};
use super::sent::{Sent, SentFile, about};
use crate::accepted::wants_page;
use crate::accounts::reply::{self, language, lead_to, reply};
use crate::desk::form::Fieldset;
use crate::page;
use crate::service::Service;

/// The most bytes of a form with a file.
pub const LONGEST_UPLOAD: usize = LARGEST_DOCUMENT + 7 * 1024 * 1024;

/// What came of an upload.
enum Next {
    Stored(Uid),
    Again { problems: Vec<Problem>, refused: Option<Refused> },
}

/// Takes a file into the library.
pub async fn upload(State(service): State<Service>, request: Request) -> Response {
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    // Who may not upload is told so before anything is read.
    let staff = match reply::staff(&service, &headers, Role::Contributor).await {
        Ok(staff) => staff,
        Err(failure) => return reply(&service, &headers, &uri, Err(failure)).await,
    };
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let mut sent = if length.is_some_and(|length| length > LONGEST_UPLOAD) {
        Sent { refused: Some(Refused::Unfit(Unfit::TooLarge(LARGEST_DOCUMENT))), ..Sent::default() }
    } else {
        match Multipart::from_request(request, &()).await {
            Ok(form) => Sent::read(form).await,
            // A form of another sort holds no file.
            Err(_unreadable) => Sent { refused: Some(Refused::Missing), ..Sent::default() },
        }
    };
    match take(&service, &staff, &mut sent).await {
        Ok(Next::Stored(uid)) => stored(&uri, &headers, &sent, &uid),
        Ok(Next::Again { problems, refused }) => again(&service, uri, headers, sent, problems, refused).await,
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

async fn take(service: &Service, staff: &Staff, sent: &mut Sent) -> Result<Next, Error> {
    let refuse = |refused| Ok(Next::Again { problems: Vec::new(), refused: Some(refused) });
    if let Some(refused) = &sent.refused {
        return refuse(refused.clone());
    }
    let Some(SentFile { name, bytes }) = sent.file.take() else { return refuse(Refused::Missing) };
    let medium = match accept(&bytes) {
        Ok(medium) => medium,
        Err(unfit) => return refuse(Refused::Unfit(unfit)),
    };
    let hash = Sha256::digest(&bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    if let Some(uid) = service.portal.files.known(staff, &hash).await? {
        return refuse(Refused::Known(uid));
    }
    let about = match sent.about(medium.is_picture()) {
        Ok(about) => about,
        Err(problems) => return Ok(Next::Again { problems, refused: None }),
    };
    let drawn = if medium.is_picture() {
        redraw(bytes, medium).await
    } else {
        let size = bytes.len() as u64;
        let variants = vec![Variant { width: 0, height: 0, size }];
        Ok(Redrawn { medium, variants, bodies: vec![bytes] })
    };
    let Redrawn { medium, variants, bodies } = match drawn {
        Ok(drawn) => drawn,
        Err(unfit) => return refuse(Refused::Unfit(unfit)),
    };
    let now = service.portal.clock.now();
    let uid = Uid::new(&*service.portal.chance);
    let file = File {
        uid: uid.clone(),
        name: safe_name(&name, medium),
        medium,
        hash,
        variants,
        about,
        created: now,
        created_by: staff.signature(),
        is_deleted: false,
    };
    match service.portal.files.store(staff, NewFile { file, bodies }, now).await? {
        Stored::New => Ok(Next::Stored(uid)),
        // Somebody else was faster.
        Stored::Known(uid) => refuse(Refused::Known(uid)),
    }
}

/// Back to the editor that one came from, else to the library. Who wants no page, as scripts do, is told where.
fn stored(uri: &Uri, headers: &HeaderMap, sent: &Sent, uid: &Uid) -> Response {
    let back = sent.line("back");
    let back = back.split(['?', '#']).next().unwrap_or_default();
    let address = if paths::is_local(back) {
        paths::with_query(back, [("add", uid.as_str())])
    } else {
        format!("{}#file-{uid}", paths::with_query(&paths::media(language(uri)), [("done", "uploaded")]))
    };
    if wants_page(headers) { lead_to(address) } else { (StatusCode::CREATED, address).into_response() }
}

/// The library again with what was typed and what is wrong; who wants no page gets the sentences alone.
async fn again(
    service: &Service,
    uri: Uri,
    headers: HeaderMap,
    sent: Sent,
    problems: Vec<Problem>,
    refused: Option<Refused>,
) -> Response {
    let status = match refused {
        Some(Refused::Unfit(Unfit::TooLarge(_))) => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    if !wants_page(&headers) {
        return (status, sentences(&problems, refused.as_ref(), language(&uri))).into_response();
    }
    let mut typed = sent.typed;
    // That a form was sent is told by what was typed: an empty one too.
    typed.entry("back".to_owned()).or_default();
    let visit = Visit { problems, typed, refused, ..Visit::default() };
    page::answer(service, uri, headers, visit, status).await
}

fn sentences(problems: &[Problem], refused: Option<&Refused>, page: Language) -> String {
    let fields =
        problems.iter().map(|problem| ProblemView::named(problem, file_field(&problem.field, page), page).sentence);
    let all: Vec<String> =
        refused.map(|refused| sentence(refused, page).to_owned()).into_iter().chain(fields).collect();
    all.join("\n")
}

fn named(uid: &str) -> Result<Uid, Error> {
    uid.parse().map_err(|_unreadable| Error::NotFound)
}

/// Changes what is said of a file.
pub async fn describe(
    State(service): State<Service>,
    Path((_, uid)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fieldset::read(&body);
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let uid = named(&uid)?;
        let held = service.portal.files.held(&staff, &uid).await?;
        // What is shown to readers is an editor's to change.
        if !held.uses.is_empty() && staff.account().role < Role::Editor {
            return Err(Error::Forbidden);
        }
        let (before, is_used) = (&held.file.about, !held.uses.is_empty());
        let line = |field: &str| {
            // A closed field is shown, and not sent.
            if fields.all(field).is_empty() && !About::is_open(field, &staff, is_used) {
                return before.field(field);
            }
            fields.one(field).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let about = about(line, held.file.medium.is_picture()).map_err(Error::Invalid)?;
        if !before.may_become(&about, &staff, is_used) {
            return Err(Error::Forbidden);
        }
        service.portal.files.describe(&staff, &uid, &about, fields.seen(), service.portal.clock.now()).await?;
        Ok(paths::with_query(&paths::media_file(language(&uri), &uid), [("done", "1")]))
    };
    match done.await {
        Err(Error::Invalid(problems)) if wants_page(&headers) => {
            let visit = Visit { problems, typed: fields.into_inner(), ..Visit::default() };
            page::answer(&service, uri, headers, visit, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        done => reply(&service, &headers, &uri, done).await,
    }
}

/// Puts a file into the bin, unless something uses it; or takes it out.
pub async fn bin(
    State(service): State<Service>,
    Path((_, uid)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let (fields, page) = (Fieldset::read(&body), language(&uri));
    let (files, now) = (&service.portal.files, service.portal.clock.now());
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let uid = named(&uid)?;
        let done = match fields.one("task") {
            "delete" if files.discard(&staff, &uid, now).await?.is_empty() => "deleted",
            // What uses it stands on its page.
            "delete" => return Ok(Err(uid)),
            "restore" => {
                files.bring_back(&staff, &uid, now).await?;
                "restored"
            }
            other => return Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
        };
        Ok(Ok(paths::with_query(&paths::media(page), [("done", done)])))
    };
    match done.await {
        Ok(Err(uid)) => {
            let words = app::messages::FileWords::of(page);
            let visit = Visit { notice: Some(words.in_use), ..Visit::default() };
            reply::again(&service, headers, &paths::media_file(page, &uid), visit).await
        }
        Ok(Ok(address)) => reply(&service, &headers, &uri, Ok(address)).await,
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}
