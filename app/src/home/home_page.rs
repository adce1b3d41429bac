//! The home page.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::HomeView;
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{DocumentHead, Heading, Inert, alternate, loaded};

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
    let identity = use_site().with_value(|site| site.identity.clone());
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
        <Inert drawn=home.sections />
    }
    .into_any()
}
