//! The page of a network: what the matter is, in text and figures; who to ask; what happens and what to read.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::{NetworkView, PARALLEL};
use crate::answer::{Ask, Page, ask};
use crate::entries::present::ContactView;
use crate::entries::{FigureList, MissingEdition};
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{
    Body, Crumb, Icon, PageHead, ParallelBody, Pictogram, Problems, Published, RelatedList, alternate, loaded,
};

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
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(network: NetworkView) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let entry = network.entry;
    let crumbs = vec![Crumb::list(Kind::Network)];
    if !entry.exists_in(language) {
        return view! { <MissingEdition entry crumbs /> }.into_any();
    }
    let title = entry.item.title.clone();
    name_feeds(network.slug.as_str(), &title);
    let hue = use_site().with_value(|site| site.network(&network.slug).map_or(0, |named| named.hue));
    let picture = entry.picture.clone().map(|(path, alt)| {
        view! { <img class="lead-picture" src=path alt=alt width="1200" height="480" fetchpriority="high" /> }
    });
    view! {
        <article class=format!("network hue-{hue}")>
            <PageHead
                title=title
                description=entry.item.summary.clone()
                crumbs
                published=Published::In(entry.languages.clone())
                picture=entry.picture.as_ref().map(|(path, _)| path.clone())
            />
            <Problems problems=network.problems />
            {picture}
            <div class="network-lead">
                <Pictogram slug=network.slug.clone() />
                <p class="lead">{entry.item.summary}</p>
            </div>
            <SideBySide href=entry.item.href parallel=network.parallel />
            <div class="with-aside" class:with-aside-wide=network.parallel>
                <div class="network-text">
                    {if network.parallel {
                        view! { <ParallelBody body=entry.body language /> }.into_any()
                    } else {
                        view! { <Body body=entry.body /> }.into_any()
                    }}
                </div>
                <div class="network-events">
                    <RelatedList
                        related=network.events
                        title=messages.related_events
                        empty=messages.no_related_events
                        id="related-events"
                    />
                </div>
                <aside class="network-aside" aria-label=messages.aside>
                    <RelatedList
                        related=network.publications
                        title=messages.related_publications
                        empty=messages.no_related_publications
                        id="related-publications"
                    />
                    {entry.contact.map(|contact| view! { <Specialist contact /> })}
                    <FigureList figures=entry.figures />
                </aside>
                <div class="network-posts">
                    <RelatedList
                        related=network.posts
                        title=messages.related_posts
                        empty=messages.no_related_posts
                        id="related-posts"
                    />
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

/// Who to ask.
#[component]
fn Specialist(contact: ContactView) -> AnyView {
    let messages = use_messages();
    view! {
        <section class="specialist" aria-labelledby="specialist">
            <h2 id="specialist">{messages.specialist}</h2>
            <p>
                {match contact.name {
                    Some(name) => view! { <strong>{name}</strong> <br /> {contact.role} }.into_any(),
                    None => view! { <strong>{contact.role}</strong> <br /> {messages.functional_contact} }.into_any(),
                }}
            </p>
            <p>
                <a href=contact.href rel="external nofollow">
                    <Icon name="mail" />
                    {contact.address}
                </a>
            </p>
        </section>
    }
    .into_any()
}
