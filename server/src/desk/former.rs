//! What can be done with a former state of an entry: it can be given a name, and restored.

use app::desk::compose::{form_place, place};
use app::messages::DeskWords;
use app::paths;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::{Role, Staff};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Outcome, Typed, as_of};
use domain::revision::LONGEST_NAME;
use domain::{Error, Language, Slug};
use serde::Deserialize;

use super::edit::named;
use super::form::has_changes;
use crate::accounts::reply::{self, language, reply};
use crate::service::Service;
use crate::typed::Form;

/// A former state, and what is to be done with it.
#[derive(Debug, Deserialize)]
pub struct Former {
    revision: i64,
    /// Nothing said: to restore it.
    #[serde(default)]
    task: String,
    /// The name that it is to have.
    #[serde(default)]
    name: String,
}

/// Names a version of an entry, or restores it: its texts, not whether it is published.
pub async fn change(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(former): Form<Former>,
) -> Response {
    let page = language(&uri);
    let done = async {
        let (kind, slug) = named(&section, &slug)?;
        if former.task == "name" {
            let staff = reply::staff(&service, &headers, Role::Contributor).await?;
            let name = former.name.split_whitespace().collect::<Vec<_>>().join(" ");
            let name: String = name.chars().take(LONGEST_NAME).collect();
            let name = Some(name.trim()).filter(|name| !name.is_empty());
            service.portal.manuscripts.name_version(&staff, kind, &slug, former.revision, name).await?;
            return Ok(format!("{}#save-{}", paths::history(page, kind, &slug), former.revision));
        }
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        restore(&service, &staff, kind, &slug, former.revision, page).await
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

/// Makes an entry what it was after a revision; says where to go on. What readers would see, or what cannot be saved as it was,
/// is only typed into the editor: publishing it shows letters first. What is typed there already stays.
async fn restore(
    service: &Service,
    staff: &Staff,
    kind: Kind,
    slug: &Slug,
    revision: i64,
    page: Language,
) -> Result<String, Error> {
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let manuscript = portal.manuscripts.manuscript(staff, kind, slug).await?;
    let history = portal.desk.history(kind, slug).await?;
    let stored = Fields::of(&manuscript);
    let then = as_of(&stored, &history, revision).ok_or(Error::NotFound)?;
    let reason = format!("{} ({revision})", DeskWords::of(page).restored);
    let edit = Edit { typed: back_to(&stored, &then), still_right: Vec::new(), reason };
    let editor = |slug: &Slug, done| paths::with_query(&paths::edit(page, kind, slug), [("done", done)]);
    if manuscript.public_languages().is_empty()
        && let Outcome::Saved(slug) = portal.manuscripts.save(staff, kind, slug, &edit, now).await?
    {
        return Ok(editor(&slug, "restored"));
    }
    let at = place(kind, Some(slug));
    if portal.manuscripts.kept_forms(staff, &at).await?.iter().any(|form| has_changes(&form.typed)) {
        return Ok(editor(slug, "first"));
    }
    portal.manuscripts.keep_form(staff, &form_place(&at, "former"), &edit.typed, now).await?;
    Ok(editor(slug, "former"))
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
