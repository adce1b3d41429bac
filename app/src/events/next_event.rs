//! Where a calendar leads whose period is empty: to the next period that has an event.

use domain::listing::{EventListing, When};
use domain::request::EventQuery;
use domain::{Error, Language, Portal, date};
use jiff::Timestamp;
use jiff::civil::Date;

use super::listing::listing;
use crate::messages::Messages;

/// The last day that addresses take.
const LAST_DAY: Date = Date::constant(2199, 12, 31);

/// The day of the first event after the period that the same filters let through, and the words that lead there.
///
/// # Errors
/// Those of the store.
pub async fn next_event(
    portal: &Portal,
    query: &EventQuery,
    language: Language,
    now: Timestamp,
) -> Result<Option<(Date, String)>, Error> {
    let Some(after) = query.day_after() else { return Ok(None) };
    // Past events come latest first: the next of them is the last of all.
    let limit = if query.when == Some(When::Past) { 1000 } else { 1 };
    let later = EventListing { within: Some((after, LAST_DAY)), limit, ..listing(query, language) };
    let listed = portal.library.events(&later, now).await?;
    let first = listed.items.iter().filter_map(|event| event.time.as_ref()).min_by_key(|time| time.start);
    Ok(first.map(|time| {
        let days = date::event_days(time, language);
        (time.start, Messages::of(language).next_event(&days))
    }))
}
