//! The part of the dashboard that changes while somebody looks: what needs them, what they are told, what comes next. Scripts
//! draw it anew when the stream of notices says that something has changed.

use domain::Slug;
use leptos::prelude::*;

use super::actions::{Action, Actions};
use crate::messages::{AccountWords, DashboardWords, NoticeWords, SeatWords};
use crate::notices::Notices;
use crate::notices::view::NoticeRow;
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Chips, Item, ItemList};

/// What is shown.
#[derive(Debug, Clone)]
pub struct TodayContents {
    /// Whose it is.
    pub name: String,
    /// What has changed since they were here before; none at their first visit.
    pub changed: Option<String>,
    /// What waits for them.
    pub actions: Vec<Action>,
    /// What they are told.
    pub notices: Vec<NoticeRow>,
    /// Their registrations, the earliest event first.
    pub registrations: Vec<RegistrationRow>,
    /// What is new in the networks that they follow.
    pub fresh: Vec<Item>,
    /// Whether they follow any.
    pub follows: bool,
    /// Those networks.
    pub networks: Vec<Slug>,
    /// The next events of those networks.
    pub events: Vec<Item>,
}

/// A registration as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationRow {
    /// The event's address.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its days and hours.
    pub when: String,
    /// Where the registration stands.
    pub standing: String,
    /// Whether it is of an event to come.
    pub is_next: bool,
}

/// The blocks.
#[component]
pub fn Today(contents: TodayContents) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), DashboardWords::of(language));
    let fresh = if contents.follows {
        view! { <ItemList items=contents.fresh empty=words.fresh_empty /> }.into_any()
    } else {
        view! {
            <p class="empty">
                {words.fresh_empty} " " <a href=paths::list(language, domain::entry::Kind::Network)>{words.browse_networks}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <p class="lead">{messages.standing(&domain::account::Standing::Approved, &contents.name)}</p>
        {contents.changed.map(|changed| view! { <p class="since">{changed}</p> })}
        <section aria-labelledby="actions">
            <h2 id="actions">{words.actions}</h2>
            <Actions actions=contents.actions />
        </section>
        <section aria-labelledby="notices">
            <h2 id="notices">{NoticeWords::of(language).title}</h2>
            <Notices notices=contents.notices />
        </section>
        <section aria-labelledby="registrations">
            <h2 id="registrations">{SeatWords::of(language).yours}</h2>
            <Registrations rows=contents.registrations />
        </section>
        <section aria-labelledby="fresh">
            <h2 id="fresh">{words.fresh}</h2>
            {fresh}
        </section>
        <section aria-labelledby="your-networks">
            <h2 id="your-networks">{AccountWords::of(language).your_networks}</h2>
            <Chips slugs=contents.networks />
            <ItemList items=contents.events empty=AccountWords::of(language).none_coming />
        </section>
    }
    .into_any()
}

/// Registrations of events to come, and the others folded.
#[component]
fn Registrations(rows: Vec<RegistrationRow>) -> AnyView {
    let language = use_language();
    let words = DashboardWords::of(language);
    let (next, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_next);
    let next = if next.is_empty() {
        view! {
            <p class="empty">
                {SeatWords::of(language).none_yet} " "
                <a href=paths::list(language, domain::entry::Kind::Event)>{words.browse_calendar}</a>
            </p>
        }
        .into_any()
    } else {
        list(next)
    };
    let others = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.earlier}</summary>
                {list(others)}
            </details>
        }
    });
    view! {
        {next}
        {others}
    }
    .into_any()
}

fn list(rows: Vec<RegistrationRow>) -> AnyView {
    let rows = rows.into_iter().map(|row| {
        view! {
            <li class="item">
                <h3 class="item-title">
                    <a href=row.href>{row.title}</a>
                </h3>
                <p class="facts">
                    <span>{row.when}</span>
                    <span>{row.standing}</span>
                </p>
            </li>
        }
    });
    view! {
        <ul class="items" role="list">
            {rows.collect_view()}
        </ul>
    }
    .into_any()
}
