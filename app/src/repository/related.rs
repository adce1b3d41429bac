//! What belongs to the same network as a publication: a few works, events and posts.

use domain::entry::{Kind, Summary};
use domain::listing::{EventListing, Listing};
use domain::{Error, Language, Portal};
use jiff::Timestamp;
use leptos::prelude::*;

use crate::entries::related::{related, related_events};
use crate::paths;
use crate::site::use_messages;
use crate::ui::{Related, RelatedList};

/// How many rows each list has at most.
const ROWS: u32 = 3;

/// Lists of a publication's page; none where it is of no network, or there is nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RelatedLists {
    publications: Option<Related>,
    events: Option<Related>,
    posts: Option<Related>,
}

/// What belongs to the network that weighs most for a publication.
///
/// # Errors
/// Those of the store.
pub async fn of_same_network(
    portal: &Portal,
    summary: &Summary,
    language: Language,
    now: Timestamp,
) -> Result<RelatedLists, Error> {
    let Some(network) = summary.networks.first() else { return Ok(RelatedLists::default()) };
    let of_kind = |kind| Listing::newest(kind, language, ROWS).of_network(network.clone());
    let events = EventListing { network: Some(network.clone()), ..EventListing::all(language, ROWS) };
    let mut publications = related(portal, of_kind(Kind::Publication), now).await?;
    let here = paths::entry(language, summary.kind, &summary.slug);
    publications.items.retain(|item| item.href != here);
    let is_there = |related: &Related| !related.items.is_empty();
    Ok(RelatedLists {
        publications: Some(publications).filter(is_there),
        events: Some(related_events(portal, events, now).await?).filter(is_there),
        posts: Some(related(portal, of_kind(Kind::Post), now).await?).filter(is_there),
    })
}

/// The lists, each with its heading.
#[component]
pub fn RelatedEntries(related: RelatedLists) -> AnyView {
    let messages = use_messages();
    let list = |related: Option<Related>, title, id| {
        related.map(|related| view! { <RelatedList related title empty="" id /> })
    };
    view! {
        {list(related.publications, messages.related_publications, "related-publications")}
        {list(related.events, messages.related_events, "related-events")}
        {list(related.posts, messages.related_posts, "related-posts")}
    }
    .into_any()
}
