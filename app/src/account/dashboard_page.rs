//! The page of what is one's own. A chunk of its own: only here does the browser listen for what is new.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::DashboardView;
use crate::answer::{Address, Page, ask};
use crate::notices::UnreadLine;
use crate::ui::{Inert, PageHead, Published, loaded};

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
    view! {
        <PageHead title=view.title published=Published::Unlisted />
        {view.unread.map(|unread| view! { <UnreadLine unread /> })}
        <Inert drawn=view.content />
    }
    .into_any()
}
