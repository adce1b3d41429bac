//! Closing one's own account: what happens then, and a form that asks for the password.

use domain::account::{Account, Role, Standing};
use leptos::prelude::*;

use super::parts::{Field, whose};
use super::visit::Visit;
use crate::messages::{AccountWords, ProfileWords};
use crate::paths;
use crate::site::use_language;

/// What closing does, and the form. Nothing for who has not shown yet that the address is theirs.
#[component]
pub fn CloseForm(account: Account, visit: Visit) -> AnyView {
    if account.standing == Standing::Unconfirmed {
        return ().into_any();
    }
    let language = use_language();
    let words = ProfileWords::of(language);
    let writes = account.role >= Role::Contributor;
    view! {
        <h2 id="close">{words.close_title}</h2>
        <p>{words.close_intro}</p>
        <ul>
            <li>{words.close_seats}</li>
            <li>{words.close_deleted}</li>
            <li>{words.close_kept}</li>
            {writes.then(|| view! { <li>{words.close_written}</li> })}
        </ul>
        <form class="form" method="post" action=paths::profile(language)>
            <input type="hidden" name="form" value="close" />
            {whose(account.profile.email.as_str())}
            <Field
                name="close-current"
                label=AccountWords::of(language).current_password
                kind="password"
                autocomplete="current-password"
                visit
            />
            <button type="submit" class="button-quiet">
                {words.close}
            </button>
        </form>
    }
    .into_any()
}
