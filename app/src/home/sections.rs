//! The sections of the home page.

use domain::entry::Kind;
use leptos::prelude::*;

use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Item, ItemList, Pictogram};

/// What the sections show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The participants: slug and name, in the order of the reader's alphabet.
    pub countries: Vec<(String, String)>,
    /// The next events.
    pub events: Vec<Item>,
    /// The latest posts.
    pub posts: Vec<Item>,
    /// The latest news.
    pub news: Vec<Item>,
    /// The latest publications.
    pub publications: Vec<Item>,
}

/// Networks, what is next and what is new, who takes part.
#[component]
pub fn Sections(contents: Contents) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let networks = use_site().with_value(|site| site.networks.clone());
    let participants = contents
        .countries
        .into_iter()
        .map(|(slug, name)| {
            let href = format!("{}/{slug}", paths::list(language, Kind::Country));
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect::<Vec<_>>();
    let count = participants.len();
    view! {
        <section aria-labelledby="home-networks">
            <h2 id="home-networks">{messages.networks}</h2>
            <ul class="network-grid" role="list">
                {networks
                    .into_iter()
                    .map(|network| {
                        view! {
                            <li class=format!("hue-{}", network.hue)>
                                <a href=paths::entry(language, Kind::Network, &network.slug)>
                                    <Pictogram slug=network.slug.clone() />
                                    <span lang=(network.language != language)
                                        .then(|| network.language.code())>{network.title}</span>
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
        <div class="columns">
            <Latest kind=Kind::Event title=messages.next_events items=contents.events empty=messages.no_next_events />
            <Latest kind=Kind::News title=messages.latest_news items=contents.news empty=messages.nothing_here />
        </div>
        <div class="columns">
            <Latest kind=Kind::Post title=messages.latest_posts items=contents.posts empty=messages.nothing_here />
            <Latest
                kind=Kind::Publication
                title=messages.latest_publications
                items=contents.publications
                empty=messages.nothing_here
            />
        </div>
        <section aria-labelledby="home-countries">
            <h2 id="home-countries">{messages.who_takes_part(count)}</h2>
            <ul class="participants" role="list">
                {participants}
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn Latest(kind: Kind, title: &'static str, items: Vec<Item>, empty: &'static str) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let id = paths::segment(kind);
    let href = match kind {
        Kind::Event => paths::with_query(&paths::list(language, kind), [("view", "list")]),
        kind => paths::list(language, kind),
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <ItemList items empty chips=false />
            <p class="more">
                <a href=href>{messages.see_all(kind)}</a>
            </p>
        </section>
    }
    .into_any()
}
