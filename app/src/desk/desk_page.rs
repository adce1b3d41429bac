//! The pages of the desk.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::live::Live;
use crate::account::view::AccountView;
use crate::answer::{Address, Page, ask};
use crate::files::Uploads;
use crate::ui::{Inert, PageHead, Published, loaded};

/// Every page of the desk; the path says which.
#[derive(Debug)]
pub struct DeskPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for DeskPage {
    fn data() -> Self {
        Self { page: ask(Address::own) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(view: AccountView) -> AnyView {
    view! {
        <PageHead title=view.title crumbs=view.above description=String::new() published=Published::Unlisted />
        {view.uploads.then(|| view! { <Uploads /> })}
        {view.live.map(|live| view! { <Live live /> })}
        <Inert drawn=view.content />
    }
    .into_any()
}
