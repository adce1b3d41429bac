//! The networks as rows: pictogram, title, one sentence.

use domain::Slug;
use leptos::prelude::*;

use crate::site::use_site;
use crate::ui::{Item, Pictogram};

/// The rows.
#[component]
pub fn NetworkRows(items: Vec<(Slug, Item)>) -> AnyView {
    view! {
        <ul class="network-list" role="list">
            {items.into_iter().map(|(slug, item)| view! { <NetworkRow slug item /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn NetworkRow(slug: Slug, item: Item) -> AnyView {
    let hue = use_site().with_value(|site| site.network(&slug).map_or(0, |named| named.hue));
    let lang = item.foreign.map(domain::Language::code);
    view! {
        <li class=format!("network-row hue-{hue}")>
            <Pictogram slug />
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
