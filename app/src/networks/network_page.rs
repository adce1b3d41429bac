//! The page of a network: what the matter is, in text and figures; who to ask; what happens and what to read.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::{NetworkView, PARALLEL};
use crate::answer::{Ask, Page, ask};
use crate::entries::{EntryTop, Shown};
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Inert, Pictogram, Problems, alternate, loaded};

/// The page of a network.
#[derive(Debug)]
pub struct NetworkPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for NetworkPage {
    fn data() -> Self {
        Self { page: ask(|address| Ask::Network { slug: address.segment("slug"), view: address.parameter("view") }) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(|shown: Shown<_>| shown.show(show)))
    }
}

fn show(network: NetworkView) -> AnyView {
    let messages = use_messages();
    let head = network.head;
    name_feeds(network.slug.as_str(), &head.title);
    let hue = use_site().with_value(|site| site.network(&network.slug).map_or(0, |named| named.hue));
    let (href, summary) = (head.href.clone(), head.summary.clone());
    view! {
        <article class=format!("network hue-{hue}")>
            <EntryTop head />
            <Problems problems=network.problems />
            <Inert drawn=network.picture />
            <div class="network-lead">
                <Pictogram slug=network.slug />
                <p class="lead">{summary}</p>
            </div>
            <div class="network-actions">
                <Inert drawn=network.marks />
                <SideBySide href parallel=network.parallel />
            </div>
            <div class="with-aside" class:with-aside-wide=network.parallel>
                <div class="network-text">
                    <Inert drawn=network.text />
                </div>
                <div class="network-events">
                    <Inert drawn=network.events />
                </div>
                <aside class="network-aside" aria-label=messages.aside>
                    <Inert drawn=network.aside />
                </aside>
                <div class="network-posts">
                    <Inert drawn=network.posts />
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// Feeds of this network, for the document's head.
fn name_feeds(network: &str, title: &str) {
    let messages = use_messages();
    let language = use_language();
    let of_network = |path: String| paths::with_query(&path, [("network", network)]);
    let posts = format!("{title}: {}", messages.section(Kind::Post));
    alternate("application/atom+xml", posts, of_network(paths::feed(language, Kind::Post)));
    let events = format!("{title}: {}", messages.events);
    alternate("text/calendar", events, of_network(paths::events_file(language)));
}

/// One control: both languages side by side, or back to one.
#[component]
fn SideBySide(href: String, parallel: bool) -> AnyView {
    let messages = use_messages();
    let (href, text) = if parallel {
        (href, messages.one_language)
    } else {
        (format!("{href}?view={PARALLEL}"), messages.side_by_side)
    };
    view! {
        <p class="side-by-side">
            <a class="button button-quiet" href=href data-noscroll>
                {text}
            </a>
        </p>
    }
    .into_any()
}
