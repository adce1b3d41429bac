//! The pages of accounts, but for the dashboard.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::AccountView;
use crate::answer::{Address, Page, ask};
use crate::ui::{Inert, PageHead, Published, loaded};

/// Every page of accounts but the dashboard; the path says which.
#[derive(Debug)]
pub struct AccountPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for AccountPage {
    fn data() -> Self {
        Self { page: ask(Address::own) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(view: AccountView) -> AnyView {
    let published = if view.description.is_empty() { Published::Unlisted } else { Published::Everywhere };
    view! {
        <PageHead title=view.title crumbs=view.above description=view.description published />
        <Inert drawn=view.content />
    }
    .into_any()
}
