//! A mark that a member sets and takes away: "Follow", "Save for later". A plain form, drawn by the server; where scripts run,
//! `in_place` sends it without leaving the page.

use leptos::prelude::*;

use crate::messages::DeskWords;
use crate::site::{use_language, use_messages};

/// A mark, ready to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToggleView {
    /// Where it is posted to; for who is not signed in, where to sign in.
    pub action: String,
    /// The name of the field.
    pub field: &'static str,
    /// Whether the mark is set; none for who has to sign in first.
    pub is_on: Option<bool>,
    /// What the button says while the mark is not set, and while it is.
    pub labels: [String; 2],
    /// How many have set it, in words: without and with the reader. Empty where nobody counts.
    pub counts: [String; 2],
}

/// What the form sends to set a mark, and to take it away.
pub(super) const VALUES: [&str; 2] = ["yes", "no"];

/// What one can do with an entry: its marks in a row, and editing it for who may.
#[component]
pub fn Marks(toggles: Vec<ToggleView>, #[prop(default = None)] edit: Option<String>) -> AnyView {
    let edit = edit.map(|href| {
        view! {
            <a class="button button-quiet" href=href>
                {DeskWords::of(use_language()).edit}
            </a>
        }
    });
    view! {
        <div class="marks" id="marks">
            {toggles.into_iter().map(|toggle| view! { <Toggle toggle /> }).collect_view()}
            {edit}
        </div>
    }
    .into_any()
}

/// The mark as a button, or as a link to sign in. What each part says after the next click stands in `data-other`.
#[component]
fn Toggle(toggle: ToggleView) -> AnyView {
    let ToggleView { action, field, is_on, labels, counts } = toggle;
    let [label, other_label] = turned(labels, is_on.unwrap_or(false));
    let [count, other_count] = turned(counts, is_on.unwrap_or(false));
    let Some(is_on) = is_on else {
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
    view! {
        <form class="toggle" method="post" action=action data-failed=use_messages().not_saved>
            <button
                type="submit"
                class="button-quiet"
                name=field
                value=VALUES[usize::from(is_on)]
                data-other=other_label
            >
                {label}
            </button>
            <span class="hint" role="status" data-other=other_count>
                {count}
            </span>
        </form>
    }
    .into_any()
}

fn turned(pair: [String; 2], is_on: bool) -> [String; 2] {
    let [off, on] = pair;
    if is_on { [on, off] } else { [off, on] }
}
