//! The networks as rows: pictogram, title, one sentence.

use leptos::prelude::*;

use crate::site::use_site;
use crate::ui::{Item, Pictogram};

/// The rows.
#[component]
pub fn NetworkRows(items: Vec<Item>) -> AnyView {
    view! {
        <ul class="network-list" role="list">
            {items.into_iter().map(|item| view! { <NetworkRow item /> }).collect_view()}
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
