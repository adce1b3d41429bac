//! A mark that a member sets and takes away: "Follow", "Save for later". A plain form; where scripts run, it is sent without
//! leaving the page, and shown at once.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::http;
use crate::site::use_messages;

/// A mark, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToggleView {
    /// Where it is posted to; for who is not signed in, where to sign in.
    pub action: String,
    /// The name of the field.
    pub field: String,
    /// Whether the mark is set; none for who has to sign in first.
    pub is_on: Option<bool>,
    /// What the button says while the mark is not set, and while it is.
    pub labels: [String; 2],
    /// How many have set it, in words: without and with the reader. Empty where nobody counts.
    pub counts: [String; 2],
}

/// What the form sends to set a mark, and to take it away.
const VALUES: [&str; 2] = ["yes", "no"];

/// What one can do with an entry: its marks in a row.
#[component]
pub fn Marks(toggles: Vec<ToggleView>) -> AnyView {
    view! {
        <div class="marks" id="marks">
            {toggles.into_iter().map(|toggle| view! { <Toggle toggle /> }).collect_view()}
        </div>
    }
    .into_any()
}

/// The mark as a button, or as a link to sign in.
#[component]
fn Toggle(toggle: ToggleView) -> AnyView {
    let ToggleView { action, field, is_on, labels, counts } = toggle;
    let Some(is_on) = is_on else {
        let [label, _] = labels;
        let [count, _] = counts;
        return view! {
            <span class="toggle">
                <a class="button button-quiet" href=action>
                    {label}
                </a>
                <span class="hint">{count}</span>
            </span>
        }
        .into_any();
    };
    let messages = use_messages();
    let is_on = RwSignal::new(is_on);
    let failed = RwSignal::new(false);
    let at = move || usize::from(is_on.get());
    let sent = (action.clone(), field.clone());
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let before = is_on.get_untracked();
        is_on.set(!before);
        let (action, field) = sent.clone();
        spawn_local(async move {
            let done = http::post(&action, &field, VALUES[usize::from(before)]).await;
            failed.set(!done);
            if !done {
                is_on.set(before);
            }
        });
    };
    view! {
        <form class="toggle" method="post" action=action on:submit=send>
            <button
                type="submit"
                class="button-quiet"
                name=field
                value=move || VALUES[at()]
            >
                {move || labels[at()].clone()}
            </button>
            <span class="hint" role="status">
                {move || if failed.get() { messages.not_saved.to_owned() } else { counts[at()].clone() }}
            </span>
        </form>
    }
    .into_any()
}
