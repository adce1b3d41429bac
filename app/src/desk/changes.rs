//! What differs between two states of an entry, field by field, as people read it.

use domain::Language;
use domain::entry::EditionState;
use domain::manuscript::session_field;
use domain::revision::Change;
use leptos::prelude::*;

use super::programme::in_words;
use super::words_changed::words_changed;
use crate::events::region::moment;
use crate::messages::{field_name, state_name};
use crate::site::use_language;

/// Whether all of it came into being: that is looked up, not compared.
pub fn is_first(changes: &[Change]) -> bool {
    changes.iter().all(|change| change.before.is_none())
}

/// The fields that differ, with their words.
#[component]
pub fn Changes(changes: Vec<Change>) -> AnyView {
    let mut changes = changes;
    let page = use_language();
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
    view! { <dl class="changes">{changes.collect::<Vec<_>>()}</dl> }.into_any()
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
            text.parse().map_or_else(|_unreadable| text.to_owned(), |at| moment(at, page))
        }
        Some("state") => {
            EditionState::from_code(text).map_or_else(String::new, |state| state_name(state, page).to_owned())
        }
        _ => in_words(field, text, page),
    }
}
