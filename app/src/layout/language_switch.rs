//! The language switch: a link to the same page under the other prefix, with path and query kept.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::account::visit::Visit;
use crate::paths;
use crate::site::use_language;

/// A link to the twin of this page. A full load, so that the document's language changes with it.
#[component]
pub fn LanguageSwitch() -> AnyView {
    let other = use_language().other();
    let location = use_location();
    // A preview stands at another address than the page that it shows.
    let preview = Visit::current().preview.map(|bar| bar.twin);
    let href = move || {
        let twin = || paths::twin(other, &location.pathname.get(), location.search.get().trim_start_matches('?'));
        preview.clone().unwrap_or_else(twin)
    };
    view! {
        <a id="language-switch" href=href rel="external" lang=other.code() hreflang=other.code()>
            {other.own_name()}
        </a>
    }
    .into_any()
}
