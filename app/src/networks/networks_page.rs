//! The ten networks.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::NetworksView;
use crate::answer::{Ask, Page, ask};
use crate::site::use_messages;
use crate::ui::{Inert, PageHead, loaded};

/// The list of networks.
#[derive(Debug)]
pub struct NetworksPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for NetworksPage {
    fn data() -> Self {
        Self { page: ask(|_address| Ask::Networks) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(networks: NetworksView) -> AnyView {
    let messages = use_messages();
    let intro = messages.section_intro(Kind::Network);
    view! {
        <PageHead title=messages.networks.to_owned() description=intro.to_owned() />
        <p class="lead">{intro}</p>
        <Inert drawn=networks.rows />
    }
    .into_any()
}
