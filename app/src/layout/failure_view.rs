//! Where no page can be shown: what happened, in the reader's language, and ways on.

use domain::Error;
use domain::entry::Kind;
use leptos::prelude::*;

use crate::account::visit::Visit;
use crate::failure::Failure;
use crate::http::{ON_SERVER, lead_to, set_status};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{PageHead, Published};

/// No route has this path.
#[component]
pub fn NotFound() -> AnyView {
    view! { <Faulty status=404 /> }.into_any()
}

/// The page for a status: what it means, search, and the main lists.
#[component]
pub fn Faulty(status: u16) -> AnyView {
    set_status(status);
    let messages = use_messages();
    let (title, text) = messages.fault(status);
    let why = if ON_SERVER { Visit::current().refusal } else { None };
    let text = why.unwrap_or_else(|| text.to_owned());
    view! {
        <PageHead title=title.to_owned() description=text.clone() published=Published::Unlisted />
        <p class="lead">{text}</p>
        <WaysOn />
    }
    .into_any()
}

/// A search, and the main lists: for who has come to where nothing is.
#[component]
pub fn WaysOn() -> AnyView {
    let (messages, language) = (use_messages(), use_language());
    view! {
        <form class="fault-search" role="search" method="get" action=paths::search(language)>
            <label for="fault-search">{messages.search_the_portal}</label>
            <input id="fault-search" type="search" name="q" maxlength="200" />
            <button type="submit">{messages.search_submit}</button>
        </form>
        <p>{messages.fault_ways_on}</p>
        <ul>
            {[Kind::Network, Kind::Event, Kind::Publication, Kind::Country]
                .map(|kind| view! { <li><a href=paths::list(language, kind)>{messages.section(kind)}</a></li> })
                .collect_view()}
        </ul>
    }
    .into_any()
}

/// What a page shows whose data could not be had.
#[component]
pub fn FailureView(failure: Failure) -> AnyView {
    let status = failure.status();
    if let Failure::Domain(Error::Moved(slug)) = failure {
        let location = leptos_router::hooks::use_location();
        let path = location.pathname.get_untracked();
        let query = location.search.get_untracked();
        let list = path.trim_end_matches('/').rsplit_once('/').map_or("", |(list, _)| list);
        let joint = if query.is_empty() { "" } else { "?" };
        lead_to(&format!("{list}/{slug}{joint}{query}"), status);
    } else if let Failure::Domain(Error::SignIn) = failure {
        let path = leptos_router::hooks::use_location().pathname.get_untracked();
        let login = paths::with_query(&paths::login(use_language()), [("next", path.as_str())]);
        let page = view! { <Faulty status /> }.into_any();
        lead_to(&login, 303);
        return page;
    }
    view! { <Faulty status /> }.into_any()
}
