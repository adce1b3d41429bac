//! The box of the search.

use leptos::prelude::*;

use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::described_by;

/// The input of a search; with scripts it suggests titles.
#[component]
pub fn SearchBox(
    /// Its id.
    id: &'static str,
    /// What stands in it.
    #[prop(optional)]
    words: String,
    /// Whether that could not be understood.
    #[prop(optional)]
    is_broken: bool,
) -> AnyView {
    let messages = use_messages();
    view! {
        <input
            id=id
            type="search"
            name="q"
            placeholder=messages.search
            maxlength="200"
            value=words
            aria-invalid=is_broken.then_some("true")
            aria-describedby=described_by("q", is_broken)
            data-suggest=paths::suggest(use_language())
            data-label=messages.search
        />
    }
    .into_any()
}
