//! Puts the page of a network together.

use domain::entry::Kind;
use domain::listing::{EventListing, Listing};
use domain::{Language, Portal, Problem, Rule};
use leptos::prelude::*;

use super::parts::{Aside, DrawnPicture, Events, Posts};
use super::rows::NetworkRows;
use super::view::{NetworkView, NetworksView, PARALLEL};
use crate::entries::related::{related, related_events};
use crate::entries::view::EntryHead;
use crate::entries::{Figures, ListData, ListFiles, Shown, find, present};
use crate::failure::Failure;
use crate::files::{Lead, LeadView, lead_alt};
use crate::marks::FollowChoice;
use crate::ui::{Body, BodyView, Drawings, Marks, ParallelBody};

/// How many rows each related list shows.
const ROWS: u32 = 3;
/// How many events: the next ones, then past ones.
const EVENT_ROWS: u32 = 4;

/// A network by its address; `view` is `parallel`, or empty for the page's language alone.
///
/// # Errors
/// Those of the store.
pub async fn network(
    portal: &Portal,
    slug: String,
    view: String,
    language: Language,
    ink: &mut Drawings,
) -> Result<Shown<NetworkView>, Failure> {
    let now = portal.clock.now();
    let parallel = view == PARALLEL;
    let problems = if parallel || view.is_empty() {
        Vec::new()
    } else {
        present::problems(&[Problem::new("view", &view, Rule::OneOfTheList)], language)
    };
    let entry = match find(portal, Kind::Network, &slug, language, ink).await? {
        Shown::Page(entry) => entry,
        Shown::Instead(instead) => return Ok(Shown::Instead(instead)),
    };
    let slug = entry.summary.slug.clone();
    let source = entry.source;
    let edit = crate::marks::compose::edit(Kind::Network, &slug, language);
    let follow = crate::marks::compose::follow(portal, &slug, language).await?;
    let keep = crate::marks::compose::keep(portal, Kind::Network, &slug, language).await?;
    let choice = crate::marks::compose::follow_choice(portal, &slug).await?;
    let network = slug.clone();
    let choice = choice.map(|(own, every)| view! { <FollowChoice network own every /> });
    let of_kind = |kind| Listing::newest(kind, language, ROWS).of_network(slug.clone());
    let posts = related(portal, of_kind(Kind::Post), now).await?;
    let events = EventListing { network: Some(slug.clone()), ..EventListing::all(language, EVENT_ROWS) };
    let events = related_events(portal, events, now).await?;
    let publications = related(portal, of_kind(Kind::Publication), now).await?;
    let contact = entry.contact.as_ref().map(|contact| present::contact(contact, language));
    let figures = Figures::of(portal, &entry, language, now).await?;
    let body = BodyView::of(&entry.blocks, (&entry.files, &figures.names), (language, source), parallel);
    let text =
        if parallel { view! { <ParallelBody body language /> }.into_any() } else { view! { <Body body /> }.into_any() };
    let head = EntryHead::of(&entry, language);
    let picture = match LeadView::of(&entry, language) {
        None => {
            head.picture.clone().map(|src| view! { <DrawnPicture src alt=lead_alt(&entry, language) /> }.into_any())
        }
        lead => Some(view! { <Lead lead /> }.into_any()),
    };
    Ok(Shown::Page(NetworkView {
        head,
        marks: ink.draw(view! { <Marks toggles=vec![follow, keep] edit /> {choice} }.into_any()),
        picture: ink.draw(picture.into_any()),
        text: ink.draw(text),
        events: ink.draw(view! { <Events related=events network=slug.clone() /> }.into_any()),
        aside: ink.draw(view! { <Aside publications contact figures /> }.into_any()),
        posts: ink.draw(view! { <Posts related=posts network=slug.clone() /> }.into_any()),
        slug,
        parallel,
        problems,
    }))
}

/// The list of networks.
///
/// # Errors
/// Those of the store.
pub async fn networks(portal: &Portal, language: Language, ink: &mut Drawings) -> Result<NetworksView, Failure> {
    let now = portal.clock.now();
    let listed = portal.library.list(&Listing::arranged(Kind::Network, language), now).await?;
    let items = listed.items.iter().map(|network| (network.slug.clone(), present::item(network, language, now)));
    let items = items.collect::<Vec<_>>();
    let data = ListFiles::of(Kind::Network, &[], language).data;
    Ok(NetworksView { rows: ink.draw(view! { <NetworkRows items /> <ListData data /> }.into_any()) })
}
