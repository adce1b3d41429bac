//! Puts the list of participants and the page of each together.

use domain::entry::{Details, Entry, Kind, Summary};
use domain::listing::{EventListing, Listing};
use domain::{Error, Language, Portal};
use jiff::Timestamp;
use leptos::prelude::*;

use super::figures::StatedView;
use super::map::PlaceView;
use super::page::{CountryContent, CountryView};
use super::rows::{Countries, CountryRow};
use crate::entries::content::Contents;
use crate::entries::related::{related, related_events};
use crate::entries::{ListData, ListFiles};
use crate::messages::{CountryWords, Messages};

/// How many rows each related list shows.
const ROWS: u32 = 3;
/// How many events: the next ones, then past ones.
const EVENT_ROWS: u32 = 4;

/// Map and list of all participants.
pub fn list(mut countries: Vec<Summary>, by_status: bool, files: ListFiles, language: Language) -> AnyView {
    let rows = CountryRow::all(&mut countries, language);
    view! { <Countries rows by_status /> <ListData data=files.data /> }.into_any()
}

/// What stands below the name of a participant; `contents` is what every entry has.
///
/// # Errors
/// Those of the store.
pub async fn country(
    portal: &Portal,
    entry: &Entry,
    contents: Contents,
    language: Language,
    now: Timestamp,
) -> Result<AnyView, Error> {
    let slug = &entry.summary.slug;
    let of_kind = |kind| Listing { country: Some(slug.clone()), ..Listing::newest(kind, language, ROWS) };
    let events = EventListing { country: Some(slug.clone()), ..EventListing::all(language, EVENT_ROWS) };
    let country = CountryView {
        figures: StatedView::all(&portal.library.figures_of(slug, language, now).await?, slug, language),
        events: related_events(portal, events, now).await?,
        publications: related(portal, of_kind(Kind::Publication), now).await?,
        news: related(portal, of_kind(Kind::News), now).await?,
        posts: related(portal, of_kind(Kind::Post), now).await?,
        media: related(portal, of_kind(Kind::Media), now).await?,
        place: PlaceView::numbered(std::slice::from_ref(&entry.summary), language).pop(),
        contents: Contents { details: details(entry, contents.details, language), ..contents },
    };
    Ok(view! { <CountryContent country /> }.into_any())
}

/// The facts; what a source leaves open is said to be open.
fn details(entry: &Entry, mut details: Vec<(String, String)>, language: Language) -> Vec<(String, String)> {
    let (messages, words) = (Messages::of(language), CountryWords::of(language));
    if let Details::Country { iso, official_languages, .. } = &entry.summary.details {
        let open = [(messages.official_languages, official_languages.is_empty()), ("ISO 3166-1", iso.is_none())];
        for (name, _) in open.into_iter().filter(|(_, is_open)| *is_open) {
            details.push((name.to_owned(), words.left_open.to_owned()));
        }
    }
    details
}
