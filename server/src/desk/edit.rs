//! Saving, publishing, the bin.

use app::account::visit::Visit;
use app::desk::asked::{ANSWERED, Asked, asked};
use app::desk::compose::{form_place, place};
use app::events::region::day_of;
use app::paths;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::account::{Role, Staff};
use domain::block::fingerprint;
use domain::entry::{EditionState, Kind};
use domain::manuscript::{Conflict, Fields, Manuscript, Outcome, Refusal, Typed, language_of};
use domain::{Error, Language, Problem, Rule, Slug};
use serde::Deserialize;

use super::form::{self, Fieldset};
use super::seated::{before_it_is_hidden, before_the_bin};
use crate::accounts::reply::{self, language, lead_to, reply};
use crate::page;
use crate::service::Service;
use crate::typed::Form;

/// What came of a form: where to go on, or the form again.
enum Next {
    To(String),
    Again {
        typed: Vec<Typed>,
        conflicts: Vec<Conflict>,
        problems: Vec<Problem>,
        status: StatusCode,
    },
    /// The form again, with a question before it is taken.
    Asked(Vec<Typed>, Asked),
}

/// Saves a new entry.
pub async fn begin(
    State(service): State<Service>,
    Path((_, section)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fieldset::read(&body);
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let kind = paths::kind_of(&section).ok_or(Error::NotFound)?;
        let blank = Manuscript::blank(kind, language(&uri), day_of(service.portal.clock.now()));
        take(&service, &staff, &blank, None, language(&uri), &fields).await
    };
    let done = done.await;
    answer(&service, uri, headers, fields, done).await
}

/// Saves what was changed of an entry.
pub async fn save(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fieldset::read(&body);
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let (kind, slug) = named(&section, &slug)?;
        let (slug, manuscript) = found(&service, &staff, kind, slug).await?;
        take(&service, &staff, &manuscript, Some(&slug), language(&uri), &fields).await
    };
    let done = done.await;
    answer(&service, uri, headers, fields, done).await
}

/// An entry, also where somebody has given it another address since the form was opened.
///
/// # Errors
/// Those of the store.
pub async fn found(service: &Service, staff: &Staff, kind: Kind, slug: Slug) -> Result<(Slug, Manuscript), Error> {
    let manuscripts = &service.portal.manuscripts;
    match manuscripts.manuscript(staff, kind, &slug).await {
        Ok(manuscript) => Ok((slug, manuscript)),
        Err(Error::Moved(new)) => manuscripts.manuscript(staff, kind, &new).await.map(|manuscript| (new, manuscript)),
        Err(failure) => Err(failure),
    }
}

/// The entry that an address names.
///
/// # Errors
/// [`Error::NotFound`] where it names none.
pub fn named(section: &str, slug: &str) -> Result<(Kind, Slug), Error> {
    let kind = paths::kind_of(section).ok_or(Error::NotFound)?;
    Ok((kind, slug.parse().map_err(|_unreadable| Error::NotFound)?))
}

/// What is saved now, and what stays with its writer until it is to be seen.
struct Plan {
    typed: Vec<Typed>,
    held: Vec<Typed>,
    done: &'static str,
}

async fn take(
    service: &Service,
    staff: &Staff,
    manuscript: &Manuscript,
    slug: Option<&Slug>,
    language: Language,
    fields: &Fieldset,
) -> Result<Next, Error> {
    let (manuscripts, now) = (&service.portal.manuscripts, service.portal.clock.now());
    let kind = manuscript.draft.kind;
    let here = slug.map_or_else(|| paths::new_entry(language, kind), |slug| paths::edit(language, kind, slug));
    let at = place(kind, slug);
    let kept_at = form_place(&at, fields.one("form"));
    let left = fields.left(&at).into_iter().filter(|(left, _)| *left != kept_at).collect::<Vec<_>>();
    let mut typed = fields.typed(manuscript);
    let task = fields.one("task").to_owned();
    if task == "discard" {
        manuscripts.keep_form(staff, &kept_at, &[], now).await?;
        for (left, kept) in &left {
            manuscripts.settle_form(staff, left, *kept, &[]).await?;
        }
        return Ok(Next::To(paths::with_query(&here, [("done", "discarded")])));
    }
    if let [what @ ("move" | "file"), key, way] = task.split('.').collect::<Vec<_>>().as_slice() {
        let list = if *what == "move" { "blocks" } else { "files" };
        let order = form::moved(&form::get(&typed, list), key, *way == "up");
        form::retype(&mut typed, list, &order);
        let (conflicts, problems) = (Vec::new(), Vec::new());
        return Ok(Next::Again { typed, conflicts, problems, status: StatusCode::OK });
    }
    // Whatever comes of it, nothing that was typed is lost.
    manuscripts.keep_form(staff, &kept_at, &typed, now).await?;
    if task == "library" {
        if !form::has_changes(&typed) {
            manuscripts.keep_form(staff, &kept_at, &[], now).await?;
        }
        return Ok(Next::To(paths::with_query(&paths::media(language), [("back", here.as_str())])));
    }
    let Plan { typed, held, done } = plan(fields, &task, manuscript, typed, &now.to_string())?;
    let edit = fields.edit(typed);
    // A second click is not asked about what the first has made; what cannot be saved says so below.
    let is_made = slug.is_none() && manuscripts.made(staff, &fields.name()).await?.is_some();
    if !is_made && let Ok(after) = manuscript.edited(&edit, staff) {
        if let Some(first) = before_it_is_hidden(service, staff, (manuscript, &after), language).await? {
            return Ok(Next::To(first));
        }
        if let Some(asked) = asked(&service.portal, staff, manuscript, &after, &service.public_url).await?
            && asked.key() != fields.one(ANSWERED)
        {
            return Ok(Next::Asked(edit.typed.into_iter().chain(held).collect(), asked));
        }
    }
    let outcome = match slug {
        Some(slug) => manuscripts.save(staff, kind, slug, &edit, now).await,
        None => manuscripts.begin(staff, manuscript, &edit, &fields.name(), now).await,
    };
    let again = |conflicts, problems| {
        let typed = edit.typed.iter().chain(&held).cloned().collect();
        Ok(Next::Again { typed, conflicts, problems, status: StatusCode::UNPROCESSABLE_ENTITY })
    };
    match outcome {
        Ok(Outcome::Saved(slug)) => {
            let held = if form::has_changes(&held) { held } else { Vec::new() };
            let done = if held.is_empty() || done != "saved" { done } else { "kept" };
            manuscripts.keep_form(staff, &kept_at, &[], now).await?;
            manuscripts
                .keep_form(staff, &form_place(&place(kind, Some(&slug)), fields.one("form")), &held, now)
                .await?;
            // What was brought back into this form was before its writer, and is done with.
            for (left, kept) in &left {
                manuscripts.settle_form(staff, left, *kept, &[]).await?;
            }
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

/// What readers see changes only when somebody says so: saving a draft, or publishing one language, leaves what others show.
fn plan(
    fields: &Fieldset,
    task: &str,
    manuscript: &Manuscript,
    mut typed: Vec<Typed>,
    now: &str,
) -> Result<Plan, Error> {
    let published = manuscript.public_languages();
    let unknown = || Error::Invalid(vec![Problem::new("task", task, Rule::OneOfTheList)]);
    match task.split('.').collect::<Vec<_>>().as_slice() {
        ["save"] => {
            let is_seen = |field: &str| {
                !published.is_empty() && language_of(field).is_none_or(|language| published.contains(&language))
            };
            let held = form::hold(&mut typed, is_seen);
            Ok(Plan { typed, held, done: "saved" })
        }
        ["state", of, state] => {
            let of = of.parse::<Language>().map_err(|_unknown| unknown())?;
            let state = EditionState::from_code(state).ok_or_else(unknown)?;
            let held = if published.is_empty() { Vec::new() } else { std::mem::take(&mut typed) };
            form::set(&mut typed, manuscript, &format!("{of}.state"), state.code());
            let done = match state {
                EditionState::Draft if published.contains(&of) => "hidden",
                EditionState::Draft => "drafted",
                EditionState::InReview => "review",
                EditionState::Published => "published",
                EditionState::Archived => "archived",
            };
            Ok(Plan { typed, held, done })
        }
        ["publish"] => {
            let chosen = fields.all("publish").iter().filter_map(|code| code.parse::<Language>().ok());
            let chosen: Vec<Language> = chosen.collect();
            let is_unwanted = |field: &str| {
                language_of(field).is_some_and(|language| published.contains(&language) && !chosen.contains(&language))
            };
            let held = form::hold(&mut typed, is_unwanted);
            for of in chosen {
                publish(&mut typed, manuscript, of, now);
            }
            Ok(Plan { typed, held, done: "published" })
        }
        _ => Err(unknown()),
    }
}

/// Publishes a language that says something: from now on, unless a later time is set.
fn publish(typed: &mut Vec<Typed>, manuscript: &Manuscript, of: Language, now: &str) {
    let field = |name: &str| format!("{of}.{name}");
    if form::get(typed, &field("title")).is_empty() && form::get(typed, &field("summary")).is_empty() {
        return;
    }
    form::set(typed, manuscript, &field("state"), EditionState::Published.code());
    let (at, stored) = (field("publish_at"), Fields::of(manuscript));
    // Somebody else may have published it since: then it has its time, unless that was seen and emptied.
    let was_seen = typed.iter().any(|its| its.field == at && its.base == fingerprint(stored.get(&at)));
    if form::get(typed, &at).is_empty() && (stored.get(&at).is_empty() || was_seen) {
        form::set(typed, manuscript, &field("publish_at"), now);
    }
}

async fn answer(
    service: &Service,
    uri: Uri,
    headers: HeaderMap,
    fields: Fieldset,
    next: Result<Next, Error>,
) -> Response {
    match next {
        Ok(Next::To(address)) => lead_to(address),
        Ok(Next::Again { typed, conflicts, problems, status }) => {
            let form = fields.into_inner();
            let visit = Visit { edit: Some((typed, conflicts)), problems, typed: form, ..Visit::default() };
            page::answer(service, uri, headers, visit, status).await
        }
        Ok(Next::Asked(typed, asked)) => {
            let form = fields.into_inner();
            let visit = Visit { edit: Some((typed, Vec::new())), asked: Some(asked), typed: form, ..Visit::default() };
            page::answer(service, uri, headers, visit, StatusCode::UNPROCESSABLE_ENTITY).await
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
    Form(wish): Form<BinTask>,
) -> Response {
    let done = async {
        // An entry goes there in every language.
        let staff = reply::staff_of_all(&service, &headers, Role::Editor).await?;
        let (kind, slug) = named(&section, &slug)?;
        let (desk, now) = (&service.portal.desk, service.portal.clock.now());
        match wish.task.as_str() {
            "delete" => {
                let entry = service.portal.manuscripts.manuscript(&staff, kind, &slug).await?;
                if let Some(first) = before_the_bin(&service, &staff, &entry, language(&uri)).await? {
                    return Ok(first);
                }
                desk.delete(kind, &slug, &staff.signature(), now).await?;
            }
            "restore" => {
                desk.restore(kind, &slug, &staff.signature(), now).await?;
                return Ok(paths::with_query(&paths::edit(language(&uri), kind, &slug), [("done", "restored")]));
            }
            other => return Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
        }
        Ok(paths::with_query(&paths::content(language(&uri)), [("binned", &*place(kind, Some(&slug)))]))
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}
