//! The parts of a network's page that are only read.

use leptos::prelude::*;

use crate::entries::present::ContactView;
use crate::entries::{FigureList, Figures};
use crate::site::use_messages;
use crate::ui::{Icon, Related, RelatedList};

/// A lead picture that was drawn for the portal.
#[component]
pub fn DrawnPicture(src: String, alt: String) -> AnyView {
    view! { <img class="lead-picture" src=src alt=alt width="1200" height="480" fetchpriority="high" /> }.into_any()
}

/// Events of the network.
#[component]
pub fn Events(related: Related) -> AnyView {
    let messages = use_messages();
    view! {
        <RelatedList related title=messages.related_events empty=messages.no_related_events id="related-events" />
    }
    .into_any()
}

/// Blog posts of the network.
#[component]
pub fn Posts(related: Related) -> AnyView {
    let messages = use_messages();
    view! { <RelatedList related title=messages.related_posts empty=messages.no_related_posts id="related-posts" /> }
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
