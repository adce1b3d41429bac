//! Saving, publishing, the bin, restoring.

use app::account::visit::Visit;
use app::desk::compose::place;
use app::events::compose::today;
use app::messages::DeskWords;
use app::paths;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;
use domain::account::{Role, Staff};
use domain::block::fingerprint;
use domain::entry::{EditionState, Kind};
use domain::manuscript::{Conflict, Edit, Fields, Manuscript, Outcome, Refusal, Typed, as_of};
use domain::{Error, Language, Problem, Rule, Slug};
use serde::Deserialize;

use super::form::{self, Fieldset};
use crate::accounts::reply::{self, language, lead_to, reply};
use crate::page;
use crate::service::Service;

/// What came of a form: where to go on, or the form again.
enum Next {
    To(String),
    Again { typed: Vec<Typed>, conflicts: Vec<Conflict>, problems: Vec<Problem>, status: StatusCode },
}

/// Saves a new entry.
pub async fn begin(
    State(service): State<Service>,
    Path((_, section)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let kind = paths::kind_of(&section).ok_or(Error::NotFound)?;
        let blank = Manuscript::blank(kind, language(&uri), today(service.portal.clock.now()));
        take(&service, &staff, &blank, None, language(&uri), &body).await
    };
    let done = done.await;
    answer(&service, uri, headers, done).await
}

/// Saves what was changed of an entry.
pub async fn save(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let (kind, slug) = named(&section, &slug)?;
        let manuscript = service.portal.manuscripts.manuscript(&staff, kind, &slug).await?;
        take(&service, &staff, &manuscript, Some(&slug), language(&uri), &body).await
    };
    let done = done.await;
    answer(&service, uri, headers, done).await
}

fn named(section: &str, slug: &str) -> Result<(Kind, Slug), Error> {
    let kind = paths::kind_of(section).ok_or(Error::NotFound)?;
    Ok((kind, slug.parse().map_err(|_unreadable| Error::NotFound)?))
}

async fn take(
    service: &Service,
    staff: &Staff,
    manuscript: &Manuscript,
    slug: Option<&Slug>,
    language: Language,
    body: &[u8],
) -> Result<Next, Error> {
    let (manuscripts, now) = (&service.portal.manuscripts, service.portal.clock.now());
    let kind = manuscript.draft.kind;
    let place = slug.map_or_else(|| format!("new/{}", paths::segment(kind)), |slug| place(kind, slug));
    let here = slug.map_or_else(|| paths::new_entry(language, kind), |slug| paths::edit(language, kind, slug));
    let fields = Fieldset::read(body);
    let mut typed = fields.typed(manuscript);
    let is_published = manuscript.publication.iter().any(|(_, its)| its.state == EditionState::Published);
    let task = fields.one("task").to_owned();
    let parts: Vec<&str> = task.split('.').collect();
    let mut done = "saved";
    match parts.as_slice() {
        ["discard"] => {
            manuscripts.keep_form(staff, &place, &[], now).await?;
            return Ok(Next::To(paths::with_query(&here, [("done", "discarded")])));
        }
        ["move", key, way] => {
            let order = form::moved(&form::get(&typed, "blocks"), key, *way == "up");
            form::set(&mut typed, manuscript, "blocks", &order);
            return Ok(Next::Again { typed, conflicts: Vec::new(), problems: Vec::new(), status: StatusCode::OK });
        }
        // What readers see changes when somebody says so, not by the way.
        ["save"] if is_published => {
            manuscripts.keep_form(staff, &place, &typed, now).await?;
            return Ok(Next::To(paths::with_query(&here, [("done", "kept")])));
        }
        ["save"] => {}
        ["state", of, state] => {
            let (of, state) = (of.parse::<Language>(), EditionState::from_code(state));
            let (Ok(of), Some(state)) = (of, state) else {
                return Err(Error::Invalid(vec![Problem::new("task", &task, Rule::OneOfTheList)]));
            };
            form::set(&mut typed, manuscript, &format!("{of}.state"), state.code());
        }
        ["publish"] => {
            done = "published";
            for of in fields.all("publish").iter().filter_map(|code| code.parse::<Language>().ok()) {
                publish(&mut typed, manuscript, of, &now.to_string());
            }
        }
        _ => return Err(Error::Invalid(vec![Problem::new("task", &task, Rule::OneOfTheList)])),
    }
    let edit = fields.edit(typed);
    let outcome = match slug {
        Some(slug) => manuscripts.save(staff, kind, slug, &edit, now).await,
        None => manuscripts.begin(staff, manuscript, &edit, now).await,
    };
    let again = |conflicts, problems| {
        Ok(Next::Again { typed: edit.typed.clone(), conflicts, problems, status: StatusCode::UNPROCESSABLE_ENTITY })
    };
    match outcome {
        Ok(Outcome::Saved(slug)) => {
            manuscripts.keep_form(staff, &place, &[], now).await?;
            Ok(Next::To(paths::with_query(&paths::edit(language, kind, &slug), [("done", done)])))
        }
        Ok(Outcome::Refused(Refusal::Conflicts(conflicts))) => again(conflicts, Vec::new()),
        Ok(Outcome::Refused(Refusal::Problems(problems))) | Err(Error::Invalid(problems)) => {
            again(Vec::new(), problems)
        }
        Ok(Outcome::Refused(Refusal::Forbidden)) => Err(Error::Forbidden),
        Err(Error::Taken(_, slug)) => again(Vec::new(), vec![Problem::new("slug", slug.as_str(), Rule::Known)]),
        Err(failure) => Err(failure),
    }
}

/// Publishes a language that says something: from now on, unless a later time is set.
fn publish(typed: &mut Vec<Typed>, manuscript: &Manuscript, of: Language, now: &str) {
    let field = |name: &str| format!("{of}.{name}");
    if form::get(typed, &field("title")).is_empty() && form::get(typed, &field("summary")).is_empty() {
        return;
    }
    form::set(typed, manuscript, &field("state"), EditionState::Published.code());
    if form::get(typed, &field("publish_at")).is_empty() {
        form::set(typed, manuscript, &field("publish_at"), now);
    }
}

async fn answer(service: &Service, uri: Uri, headers: HeaderMap, next: Result<Next, Error>) -> Response {
    match next {
        Ok(Next::To(address)) => lead_to(address),
        Ok(Next::Again { typed, conflicts, problems, status }) => {
            let visit = Visit { edit: Some((typed, conflicts)), problems, ..Visit::default() };
            let mut request = Request::new(Body::empty());
            *request.method_mut() = Method::GET;
            *request.uri_mut() = uri;
            *request.headers_mut() = headers;
            page::with_visit(service, request, visit, status).await
        }
        Err(failure) => reply(service, &headers, &uri, Err(failure)).await,
    }
}

/// What is to be done with an entry and its bin.
#[derive(Debug, Deserialize)]
pub struct BinTask {
    #[serde(default)]
    task: String,
}

/// Puts an entry into the bin, or takes it out.
pub async fn bin(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    axum::Form(wish): axum::Form<BinTask>,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let (kind, slug) = named(&section, &slug)?;
        let (desk, now) = (&service.portal.desk, service.portal.clock.now());
        let name = &staff.account().profile.name;
        match wish.task.as_str() {
            "delete" => desk.delete(kind, &slug, name, now).await?,
            "restore" => {
                desk.restore(kind, &slug, name, now).await?;
                return Ok(paths::with_query(&paths::edit(language(&uri), kind, &slug), [("done", "restored")]));
            }
            other => return Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
        }
        Ok(paths::with_query(&paths::content(language(&uri)), [("binned", &*place(kind, &slug))]))
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

/// A former state that somebody wants back.
#[derive(Debug, Deserialize)]
pub struct Former {
    revision: i64,
}

/// Restores a former state of an entry: its texts, not whether it is published.
pub async fn restore(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    axum::Form(former): axum::Form<Former>,
) -> Response {
    let page = language(&uri);
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let (kind, slug) = named(&section, &slug)?;
        let portal = &service.portal;
        let manuscript = portal.manuscripts.manuscript(&staff, kind, &slug).await?;
        let history = portal.desk.history(kind, &slug).await?;
        let now = Fields::of(&manuscript);
        let then = as_of(&now, &history, former.revision).ok_or(Error::NotFound)?;
        let reason = format!("{} ({})", DeskWords::of(page).restored, former.revision);
        let edit = Edit { typed: back_to(&now, &then), still_right: Vec::new(), reason };
        match portal.manuscripts.save(&staff, kind, &slug, &edit, portal.clock.now()).await? {
            Outcome::Saved(slug) => Ok(paths::with_query(&paths::edit(page, kind, &slug), [("done", "restored")])),
            Outcome::Refused(Refusal::Problems(problems)) => Err(Error::Invalid(problems)),
            Outcome::Refused(_) => Err(Error::Forbidden),
        }
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

/// Every field that has to change; addresses and states stay as they are.
fn back_to(now: &Fields, then: &Fields) -> Vec<Typed> {
    let stays = |field: &str| {
        let of_edition = field.split_once('.').filter(|(code, _)| code.parse::<Language>().is_ok());
        matches!(field, "slug" | "source" | "position")
            || field.starts_with("figure.")
            || of_edition.is_some_and(|(_, name)| matches!(name, "state" | "publish_at" | "unpublish_at"))
    };
    let mut names: Vec<&str> = now.iter().chain(then.iter()).map(|(field, _)| field).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter(|field| !stays(field))
        .map(|field| Typed::new(field, then.get(field), &fingerprint(now.get(field))))
        .collect()
}
