//! Puts the page of a network together.

use domain::entry::Kind;
use domain::listing::{EventListing, Listing, When};
use domain::{Error, Language, Portal, Problem, Rule, Slug};
use jiff::Timestamp;

use super::view::{NetworkView, PARALLEL};
use crate::entries::present;
use crate::entries::view::EntryView;
use crate::failure::Failure;
use crate::paths;
use crate::ui::Related;

/// How many rows each related list shows.
const ROWS: u32 = 3;
/// How many events: the next ones, then past ones.
const EVENT_ROWS: u32 = 4;

/// A network by its address; `view` is `parallel`, or empty for the page's language alone.
///
/// # Errors
/// Those of the store.
pub async fn network(portal: &Portal, slug: String, view: String, language: Language) -> Result<NetworkView, Failure> {
    let now = portal.clock.now();
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let parallel = view == PARALLEL;
    let problems = if parallel || view.is_empty() {
        Vec::new()
    } else {
        present::problems(&[Problem::new("view", &view, Rule::OneOfTheList)], language)
    };
    let entry = portal.library.entry(Kind::Network, &slug, language, now).await?;
    Ok(NetworkView {
        entry: EntryView::of(&entry, language, parallel, now),
        posts: related(portal, Kind::Post, &slug, language, now).await?,
        events: related_events(portal, &slug, language, now).await?,
        publications: related(portal, Kind::Publication, &slug, language, now).await?,
        slug,
        parallel,
        problems,
    })
}

async fn related(
    portal: &Portal,
    kind: Kind,
    network: &Slug,
    language: Language,
    now: Timestamp,
) -> Result<Related, Error> {
    let listing = Listing::newest(kind, language, ROWS).of_network(network.clone());
    let listed = portal.library.list(&listing, now).await?;
    Ok(Related {
        items: present::items(&listed.items, language, now),
        total: listed.total,
        href: paths::with_query(&paths::list(language, kind), [("network", network.as_str())]),
    })
}

async fn related_events(portal: &Portal, network: &Slug, language: Language, now: Timestamp) -> Result<Related, Error> {
    let listing = |when, limit| EventListing {
        network: Some(network.clone()),
        when: Some(when),
        ..EventListing::all(language, limit)
    };
    let next = portal.library.events(&listing(When::Next, EVENT_ROWS - 1), now).await?;
    let shown = u32::try_from(next.items.len()).unwrap_or(EVENT_ROWS);
    let past = portal.library.events(&listing(When::Past, EVENT_ROWS - shown), now).await?;
    let mut items = present::items(&next.items, language, now);
    items.extend(present::items(&past.items, language, now));
    Ok(Related {
        items,
        total: next.total + past.total,
        href: paths::with_query(
            &paths::list(language, Kind::Event),
            [("view", "list"), ("when", "all"), ("network", network.as_str())],
        ),
    })
}
