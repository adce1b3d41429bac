//! The parts of a network's page that are only read.

use domain::Slug;
use domain::entry::Kind;
use leptos::prelude::*;

use crate::entries::present::ContactView;
use crate::entries::{FigureList, Figures};
use crate::paths;
use crate::site::{public_url, use_language, use_messages};
use crate::ui::{Icon, Related, RelatedList};

/// A lead picture that was drawn for the portal.
#[component]
pub fn DrawnPicture(src: String, alt: String) -> AnyView {
    view! { <img class="lead-picture" src=src alt=alt width="1200" height="480" fetchpriority="high" /> }.into_any()
}

/// Events of the network, and its calendar: to subscribe to, and as a file.
#[component]
pub fn Events(related: Related, network: Slug) -> AnyView {
    let messages = use_messages();
    let file = paths::with_query(&paths::events_file(use_language()), [("network", network.as_str())]);
    let calendar = paths::subscribed(&format!("{}{file}", public_url()));
    view! {
        <RelatedList related title=messages.related_events empty=messages.no_related_events id="related-events" />
        <p class="list-files dots">
            <a href=calendar rel="external">
                {messages.subscribe}
            </a>
            <a href=file rel="external" download="events.ics">
                {messages.download_calendar}
            </a>
        </p>
    }
    .into_any()
}

/// Blog posts of the network, and the feeds of its posts and its news.
#[component]
pub fn Posts(related: Related, network: Slug) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let feeds = [Kind::Post, Kind::News].map(|kind| {
        let href = paths::with_query(&paths::feed(language, kind), [("network", network.as_str())]);
        view! {
            <a href=href rel="external" type="application/atom+xml">
                {format!("{}: {}", messages.feed, messages.section(kind))}
            </a>
        }
    });
    view! {
        <RelatedList related title=messages.related_posts empty=messages.no_related_posts id="related-posts" />
        <p class="list-files dots">{feeds.collect_view()}</p>
    }
    .into_any()
}

/// Publications, who to ask, numbers.
#[component]
pub fn Aside(publications: Related, contact: Option<ContactView>, figures: Figures) -> AnyView {
    let messages = use_messages();
    view! {
        <RelatedList
            related=publications
            title=messages.related_publications
            empty=messages.no_related_publications
            id="related-publications"
        />
        {contact.map(|contact| view! { <Specialist contact /> })}
        <FigureList figures />
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
