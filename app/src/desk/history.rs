//! Every save of an entry: who, when, why, and what changed word by word.

use domain::entry::{EditionState, Kind};
use domain::manuscript::session_field;
use domain::revision::Revision;
use domain::{Language, Slug, date};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leptos::prelude::*;

use super::programme::in_words;
use super::words_changed::words_changed;
use crate::events::region::{REGION, REGION_NAME};
use crate::messages::{DeskWords, field_name, state_name};
use crate::paths;
use crate::site::use_language;

/// The history of an entry.
#[component]
pub fn History(kind: Kind, slug: Slug, title: String, revisions: Vec<Revision>, can_restore: bool) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    let rows = revisions.into_iter().enumerate().map(|(place, revision)| {
        let action = paths::history(page, kind, &slug);
        let restore = (place > 0 && can_restore).then(|| {
            view! {
                <form method="post" action=action>
                    <button type="submit" name="revision" value=revision.id.to_string() class="button-quiet">
                        {words.restore_this}
                    </button>
                </form>
            }
        });
        view! { <Save revision is_latest=place == 0 /> {restore} }
    });
    let rows = rows.map(|row| view! { <li class="item">{row}</li> }).collect::<Vec<_>>();
    view! {
        <p>
            <a href=paths::edit(page, kind, &slug)>{words.back_to_editor}</a>
        </p>
        <p class="lead">{title}</p>
        <p class="hint">{words.history_intro}</p>
        <ol class="items history" role="list">
            {rows}
        </ol>
    }
    .into_any()
}

/// Day and hour in the zone that the portal counts its days in.
pub fn when(at: Timestamp, page: Language) -> String {
    let at = at.to_zoned(TimeZone::get(REGION).unwrap_or(TimeZone::UTC));
    format!("{}, {} ({REGION_NAME})", date::day(at.date(), page), date::hour(at.time()))
}

#[component]
fn Save(revision: Revision, is_latest: bool) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    // What came into being all at once is looked up, not compared.
    let is_first = revision.changes.iter().all(|change| change.before.is_none());
    let mut changes = revision.changes;
    changes.sort_by_key(|change| rank(&change.field));
    // A session that comes into being, or goes, has no other day to be compared with.
    let whole: Vec<String> = changes
        .iter()
        .filter(|its| its.before.is_none() || its.after.is_none())
        .filter_map(|its| session_field(&its.field).filter(|(_, _, part)| *part == "start"))
        .map(|(key, _, _)| key.to_owned())
        .collect();
    let changes = changes.into_iter().map(|change| {
        let is_whole = session_field(&change.field).is_some_and(|(key, _, _)| whole.iter().any(|its| its == key));
        let said = |text: Option<String>| match text {
            None if is_whole => String::new(),
            text => said(&change.field, &text.unwrap_or_default(), page),
        };
        let (before, after) = (said(change.before), said(change.after));
        view! {
            <div>
                <dt>{field_name(&change.field, page)}</dt>
                <dd>{words_changed(&before, &after)}</dd>
            </div>
        }
    });
    let is_open = is_latest && !is_first;
    let latest = is_latest.then(|| view! { <span class="badge">{words.now}</span> });
    view! {
        <p class="facts">
            <time datetime=revision.valid_from.to_string()>{when(revision.valid_from, page)}</time>
            <span>{revision.actor}</span>
            <span>{revision.reason}</span>
            {latest}
        </p>
        <details open=is_open>
            <summary>{words.what_changed}</summary>
            <dl class="changes">{changes.collect::<Vec<_>>()}</dl>
        </details>
    }
    .into_any()
}

/// The name of a text of an edition: `title` of `es.title`.
fn of_edition(field: &str) -> Option<&str> {
    let (code, name) = field.split_once('.')?;
    code.parse::<Language>().ok().map(|_| name)
}

/// Texts come first, then what both languages share, then the programme and the parts of the body.
fn rank(field: &str) -> (u8, String) {
    let rank = match of_edition(field) {
        Some("title") => 0,
        Some(_) => 1,
        None if field.starts_with("session.") => 3,
        None if field.starts_with("block.") => 4,
        None if field.starts_with("figure.") => 5,
        None => 2,
    };
    (rank, field.to_owned())
}

/// What a field holds, as people read it.
pub fn said(field: &str, text: &str, page: Language) -> String {
    match of_edition(field) {
        Some("publish_at" | "unpublish_at") => {
            text.parse().map_or_else(|_unreadable| text.to_owned(), |at| when(at, page))
        }
        Some("state") => {
            EditionState::from_code(text).map_or_else(String::new, |state| state_name(state, page).to_owned())
        }
        _ => in_words(field, text, page),
    }
}
