//! What waits for staff, and what can be begun.

use domain::account::{Role, Staff};
use domain::entry::Kind;
use leptos::prelude::*;

use crate::messages::{AccountWords, AuditWords, DeskWords, FileWords, OutboxWords};
use crate::paths;
use crate::site::use_language;

/// How much waits.
#[derive(Debug, Clone, Copy)]
pub struct Waiting {
    /// People who wait for a decision.
    pub people: usize,
    /// Letters that were given up.
    pub letters: usize,
    /// Editions that wait for a second pair of eyes.
    pub in_review: usize,
    /// Entries with a language that is missing.
    pub missing: usize,
    /// Entries with a language that is behind its source.
    pub behind: usize,
}

/// The desk.
#[component]
pub fn Overview(staff: Staff, waiting: Waiting) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    let is_editor = staff.account().role >= Role::Editor;
    let is_admin = staff.account().role >= Role::Admin;
    let content = |standing: &str| paths::with_query(&paths::content(page), [("standing", standing)]);
    let tasks = [
        (waiting.people, words.people_wait, paths::people(page)),
        (waiting.letters, OutboxWords::of(page).failed, paths::with_query(&paths::outbox(page), [("state", "failed")])),
        (waiting.in_review, words.review_waits, content("in-review")),
        (waiting.behind, words.translations_behind, content("stale")),
        (waiting.missing, words.translations_missing, content("missing")),
    ];
    let rows = tasks.into_iter().filter(|(count, _, _)| *count > 0).map(|(count, name, href)| {
        view! {
            <li class="item">
                <a href=href>{name}</a>
                ": "
                <strong>{count}</strong>
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let rows = if rows.is_empty() {
        view! { <p class="empty">{words.nothing_to_do}</p> }.into_any()
    } else {
        view! {
            <ul class="items" role="list">
                {rows}
            </ul>
        }
        .into_any()
    };
    view! {
        <p class="lead">{words.desk_intro}</p>
        <p class="desk-begin">
            <a class="button" href=paths::new_entry(page, Kind::Event)>
                {words.new_event}
            </a>
            <a class="button button-quiet" href=paths::content(page)>
                {words.content}
            </a>
            <a class="button button-quiet" href=paths::media(page)>
                {FileWords::of(page).library}
            </a>
            {is_editor
                .then(|| {
                    let words = AuditWords::of(page);
                    view! {
                        <a class="button button-quiet" href=paths::banner(page)>
                            {words.banner}
                        </a>
                        <a class="button button-quiet" href=paths::outbox(page)>
                            {OutboxWords::of(page).title}
                        </a>
                        <a class="button button-quiet" href=paths::audit(page)>
                            {words.title}
                        </a>
                    }
                })}
            {is_admin
                .then(|| {
                    view! {
                        <a class="button button-quiet" href=paths::people(page)>
                            {AccountWords::of(page).people}
                        </a>
                    }
                })}
        </p>
        {rows}
    }
    .into_any()
}
