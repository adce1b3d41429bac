//! What the calendar asks the store for.

use domain::Language;
use domain::listing::EventListing;
use domain::request::{EventQuery, View};

/// How many events a page of the list has.
pub const ROWS: u32 = 20;

/// What the store is asked for.
pub fn listing(query: &EventQuery, language: Language) -> EventListing {
    let paged = query.view == View::List;
    EventListing {
        language,
        network: query.network.clone(),
        country: query.country.clone(),
        mode: query.mode,
        within: query.period(),
        when: query.when,
        held_first: false,
        offset: if paged { (query.page - 1) * ROWS } else { 0 },
        limit: if paged { ROWS } else { 1000 },
    }
}
