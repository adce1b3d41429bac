//! The form that narrows a table of staff: an address that can be shared, and a way back to all of it.

use leptos::prelude::*;

use crate::site::use_messages;

/// The form.
#[component]
pub fn FilterForm(
    /// Where the whole table is.
    action: String,
    /// Its fields.
    children: Children,
) -> AnyView {
    let messages = use_messages();
    let whole = action.clone();
    view! {
        <form class="filters" method="get" action=action>
            {children()}
            <button type="submit">{messages.show}</button>
            <a href=whole>{messages.clear}</a>
        </form>
    }
    .into_any()
}
