//! The home page.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::HomeView;
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{DocumentHead, Heading, Item, ItemList, Pictogram, alternate, loaded};

/// The home page.
#[derive(Debug)]
pub struct HomePage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for HomePage {
    fn data() -> Self {
        Self { page: ask(|_address| Ask::Home) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(home: HomeView) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let (identity, networks) = use_site().with_value(|site| (site.identity.clone(), site.networks.clone()));
    let participants = home
        .countries
        .into_iter()
        .map(|(slug, name)| {
            let href = format!("{}/{slug}", paths::list(language, Kind::Country));
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect::<Vec<_>>();
    let count = participants.len();
    let news = messages.section(Kind::News).to_owned();
    alternate("application/atom+xml", news, paths::feed(language, Kind::News));
    view! {
        <DocumentHead title=identity.tagline.clone() description=identity.about.clone() />
        <div class="hero">
            <img class="hero-picture" src="/pictures/home.svg" alt="" width="1200" height="360" fetchpriority="high" />
            <div class="hero-text">
                <Heading title=identity.name />
                <p class="lead">{identity.about}</p>
                <p class="hero-links">
                    <a class="button" href=paths::list(language, Kind::Network)>
                        {messages.see_networks}
                    </a>
                    <a class="button button-quiet" href=paths::about(language, paths::ABOUT)>
                        {messages.about_the_cmc}
                    </a>
                </p>
            </div>
        </div>
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
            <Latest kind=Kind::Event title=messages.next_events items=home.events empty=messages.no_next_events />
            <Latest kind=Kind::News title=messages.latest_news items=home.news empty=messages.nothing_here />
        </div>
        <div class="columns">
            <Latest kind=Kind::Post title=messages.latest_posts items=home.posts empty=messages.nothing_here />
            <Latest
                kind=Kind::Publication
                title=messages.latest_publications
                items=home.publications
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
