//! Networks as small links with pictogram and hue; the hue is never the only sign.

use domain::Slug;
use domain::entry::Kind;
use leptos::prelude::*;

use super::Pictogram;
use crate::paths;
use crate::site::{use_messages, use_site};

/// One network.
#[component]
pub fn NetworkChip(slug: Slug) -> impl IntoView {
    use_site().with_value(|site| {
        site.network(&slug).map(|network| {
            view! {
                <a
                    class=format!("chip hue-{}", network.hue)
                    href=paths::entry(site.language, Kind::Network, &network.slug)
                    lang=(network.language != site.language).then(|| network.language.code())
                >
                    <Pictogram slug=network.slug.clone() />
                    {network.title.clone()}
                </a>
            }
        })
    })
}

/// Several networks; all of them are said in a word.
#[component]
pub fn Chips(slugs: Vec<Slug>) -> impl IntoView {
    let messages = use_messages();
    let all = use_site().with_value(|site| slugs.len() >= site.networks.len() && !slugs.is_empty());
    if all {
        return view! { <p class="chips">{messages.all_networks}</p> }.into_any();
    }
    if slugs.is_empty() {
        return ().into_any();
    }
    view! {
        <ul class="chips" role="list" aria-label=messages.networks>
            {slugs.into_iter().map(|slug| view! { <li><NetworkChip slug /></li> }).collect_view()}
        </ul>
    }
    .into_any()
}
