//! The first rows of lists that belong to a network or a country, with the address of the whole list.

use domain::entry::Kind;
use domain::listing::{EventListing, Listing, When};
use domain::{Error, Portal, Slug};
use jiff::Timestamp;

use super::present;
use crate::paths;
use crate::ui::Related;

/// The first entries of a list.
///
/// # Errors
/// Those of the store.
pub async fn related(portal: &Portal, listing: Listing, now: Timestamp) -> Result<Related, Error> {
    let listed = portal.library.list(&listing, now).await?;
    let filters = chosen(listing.network.as_ref(), listing.country.as_ref());
    Ok(Related {
        items: present::items(&listed.items, listing.language, now),
        total: listed.total,
        href: paths::with_query(&paths::list(listing.language, listing.kind), filters),
    })
}

/// The first events: the next ones, that which takes place first, and past ones where there is room. At least one past one has
/// room.
///
/// # Errors
/// Those of the store.
pub async fn related_events(portal: &Portal, listing: EventListing, now: Timestamp) -> Result<Related, Error> {
    let (language, rows) = (listing.language, listing.limit);
    let of = |when, limit| EventListing { when: Some(when), held_first: true, limit, ..listing.clone() };
    let next = portal.library.events(&of(When::Next, rows - 1), now).await?;
    let shown = u32::try_from(next.items.len()).unwrap_or(rows);
    let past = portal.library.events(&of(When::Past, rows - shown), now).await?;
    let mut items = present::items(&next.items, language, now);
    items.extend(present::items(&past.items, language, now));
    let filters = [("view", "list"), ("when", "all")]
        .into_iter()
        .chain(chosen(listing.network.as_ref(), listing.country.as_ref()));
    Ok(Related {
        items,
        total: next.total + past.total,
        href: paths::with_query(&paths::list(language, Kind::Event), filters),
    })
}

fn chosen<'a>(network: Option<&'a Slug>, country: Option<&'a Slug>) -> [(&'static str, &'a str); 2] {
    [("network", network.map_or("", Slug::as_str)), ("country", country.map_or("", Slug::as_str))]
}
