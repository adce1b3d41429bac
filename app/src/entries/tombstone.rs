//! The page of an entry that was withdrawn: what it was, since when it is gone, and ways on. Its status says that it is gone.

use domain::citation::Work;
use domain::entry::{Kind, Summary};
use domain::listing::{EventListing, Listing};
use domain::tombstone::Tombstone;
use domain::{Error, Language, Portal, Slug, date};
use jiff::Timestamp;
use leptos::prelude::*;

use super::present;
use super::related::{related, related_events};
use super::shown::Instead;
use super::view::EntryHead;
use crate::events::region;
use crate::failure::Failure;
use crate::http::set_status;
use crate::layout::WaysOn;
use crate::messages::{Messages, RepositoryWords, withdrawn_on};
use crate::paths;
use crate::repository::{Citations, HowToCite};
use crate::site::{use_language, use_messages};
use crate::ui::{Drawings, Item, ItemList};

/// How many other entries it leads to at most.
const ALIKE: u32 = 3;

/// The tombstone at an address.
///
/// # Errors
/// [`Error::Gone`] where readers never saw what is gone; those of the store.
pub async fn tombstone(
    portal: &Portal,
    kind: Kind,
    slug: &Slug,
    language: Language,
    ink: &mut Drawings,
) -> Result<Instead, Failure> {
    let now = portal.clock.now();
    let tombstone = portal.library.tombstone(kind, slug, language, now).await?.ok_or(Error::Gone)?;
    let Tombstone { summary, withdrawn } = tombstone;
    let instead = portal.library.linked_works(&summary, language, now).await?.replaced_by;
    let instead = present::items(&instead, language, now);
    let mut alike = alike(portal, &summary, language, now).await?;
    alike.retain(|item| !instead.contains(item));
    // A law is cited as one of its state.
    let countries = crate::entries::compose::countries_of(portal, &summary, language, now).await?;
    let citations = crate::repository::compose::work(&summary, &crate::site::public_url(), &countries, language);
    let citations = citations.map(|work: Work| Citations::text_only(&work, language, region::day_of(now)));
    set_status(Failure::Domain(Error::Gone).status());
    let day = date::day(region::day_of(withdrawn), language);
    let head = head(&summary, language);
    let item = present::item(&summary, language, now);
    let content = view! { <Grave kind item day instead alike citations /> }.into_any();
    Ok(Instead { head, content: ink.draw(content) })
}

/// What is there of its kind: of its networks where one has any, else of all.
async fn alike(portal: &Portal, gone: &Summary, language: Language, now: Timestamp) -> Result<Vec<Item>, Error> {
    let every = match gone.kind {
        Kind::Page | Kind::Network | Kind::Country => Listing::arranged(gone.kind, language),
        kind => Listing::newest(kind, language, ALIKE),
    };
    let every = Listing { limit: ALIKE, ..every };
    for network in gone.networks.iter().cloned().map(Some).chain([None]) {
        let items = if gone.kind == Kind::Event {
            let events = EventListing { network, ..EventListing::all(language, ALIKE) };
            related_events(portal, events, now).await?.items
        } else {
            related(portal, Listing { network, ..every.clone() }, now).await?.items
        };
        if !items.is_empty() {
            return Ok(items);
        }
    }
    Ok(Vec::new())
}

/// It is in no language any more, so that no search engine keeps it.
fn head(summary: &Summary, language: Language) -> EntryHead {
    EntryHead {
        kind: summary.kind,
        href: paths::entry(language, summary.kind, &summary.slug),
        title: summary.edition.title.clone(),
        summary: String::new(),
        foreign: Some(summary.title_language()).filter(|its| *its != language),
        languages: Vec::new(),
        picture: None,
    }
}

/// What is said below the title.
#[component]
fn Grave(
    kind: Kind,
    /// What it was.
    item: Item,
    /// When it was withdrawn, in words.
    day: String,
    /// What stands in its place.
    instead: Vec<Item>,
    /// What else is there of its kind.
    alike: Vec<Item>,
    /// How to cite it.
    citations: Option<Citations>,
) -> AnyView {
    let (messages, language) = (use_messages(), use_language());
    let words = RepositoryWords::of(language);
    let facts = std::iter::once(Messages::of(language).kind(kind).to_owned()).chain(item.facts);
    let facts = facts.map(|fact| view! { <span>{fact}</span> }).collect_view();
    let time = item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    let list = |id: &'static str, title: &'static str, items: Vec<Item>| {
        (!items.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <ItemList items empty="" chips=false />
                </section>
            }
        })
    };
    view! {
        <p class="facts">
            <span class="badge badge-strong">{words.withdrawn}</span>
            {facts} {time}
        </p>
        <p class="lead">{withdrawn_on(&day, language)}</p>
        <p>{words.withdrawn_hint}</p>
        <p>
            <a href=paths::write_to(language, paths::OFFICE) rel="external nofollow">
                {messages.write_to_secretariat}
            </a>
        </p>
        {list("instead", words.newer_in_its_place, instead)}
        {citations.map(|citations| view! { <HowToCite citations title=words.still_cited /> })}
        {list("alike", words.alike, alike)}
        <WaysOn />
    }
    .into_any()
}
