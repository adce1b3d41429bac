//! The ten networks.

use domain::entry::Kind;
use domain::request::ListRequest;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::answer::{Ask, Page, ask};
use crate::entries::view::ListView;
use crate::site::{use_messages, use_site};
use crate::ui::{Item, PageHead, Pictogram, loaded};

/// The list of networks.
#[derive(Debug)]
pub struct NetworksPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for NetworksPage {
    fn data() -> Self {
        Self { page: ask(|_address| Ask::List { kind: Kind::Network, request: ListRequest::default() }) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(list: ListView) -> AnyView {
    let messages = use_messages();
    let intro = messages.section_intro(Kind::Network);
    view! {
        <PageHead title=messages.networks.to_owned() description=intro.to_owned() />
        <p class="lead">{intro}</p>
        <ul class="network-list" role="list">
            {list.items.into_iter().map(|item| view! { <NetworkRow item /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn NetworkRow(item: Item) -> AnyView {
    let named = use_site()
        .with_value(|site| site.networks.iter().find(|network| item.href.ends_with(network.slug.as_str())).cloned());
    let hue = named.as_ref().map_or(0, |named| named.hue);
    let lang = item.foreign.map(domain::Language::code);
    view! {
        <li class=format!("network-row hue-{hue}")>
            {named.map(|named| view! { <Pictogram slug=named.slug /> })}
            <div>
                <h2 class="item-title">
                    <a href=item.href lang=lang>
                        {item.title}
                    </a>
                </h2>
                <p lang=lang>{item.summary}</p>
            </div>
        </li>
    }
    .into_any()
}
