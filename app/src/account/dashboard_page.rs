//! The page of what is one's own. A chunk of its own: only here does the browser listen for what is new.

use leptos::html::Div;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::DashboardView;
use crate::answer::{Address, Ask, Page, ask, fetch};
use crate::notices::UnreadLine;
use crate::site::use_language;
use crate::ui::{Inert, PageHead, Published, Renewable, loaded};

/// The dashboard.
#[derive(Debug)]
pub struct DashboardPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for DashboardPage {
    fn data() -> Self {
        Self { page: ask(Address::own) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(view: DashboardView) -> AnyView {
    let renewed = RwSignal::new(None);
    let place = NodeRef::new();
    let language = use_language();
    // Whoever reads or writes in that part is not interrupted: they are told, and ask for it themselves.
    let renew = move || async move {
        if holds_focus(place) {
            return false;
        }
        let asked = Ask::Own { path: DASHBOARD.to_owned(), query: String::new() };
        let Ok(answer) = fetch(asked, language).await else { return false };
        let Ok(DashboardView { today: Some(today), .. }) = answer.read() else { return false };
        renewed.set(Some(answer.drawings().html(today)));
        true
    };
    view! {
        <PageHead title=view.title published=Published::Unlisted />
        {view.unread.map(|unread| view! { <UnreadLine unread renew /> })}
        {view.today.map(|drawn| view! { <Renewable drawn renewed place /> })}
        <Inert drawn=view.content />
    }
    .into_any()
}

/// The path of the dashboard after the language.
const DASHBOARD: &str = "dashboard";

/// Whether the focus is in a part of the page.
fn holds_focus(place: NodeRef<Div>) -> bool {
    let focused = document().active_element();
    place.get_untracked().is_some_and(|place| place.contains(focused.as_ref().map(AsRef::as_ref)))
}
