//! What readers look for and do not find, shown to staff.

use domain::account::Staff;
use domain::search::{Filters, Missed, Query};
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use crate::messages::{SearchWords, language_name};
use crate::paths;

/// How many are shown.
const SHOWN: usize = 10;

/// What was looked for often and found nowhere, and what no page has by now, either.
///
/// # Errors
/// Those of the store.
pub async fn missed(portal: &Portal, staff: &Staff) -> Result<Vec<Missed>, Error> {
    let now = portal.clock.now();
    let mut left = Vec::new();
    for missed in portal.search.most_missed(staff, now).await? {
        let query = Query {
            words: missed.words.clone(),
            any: false,
            filters: Filters::default(),
            language: missed.language,
            offset: 0,
            limit: 0,
            explained: false,
        };
        if portal.search.search(&query, now).await?.total == 0 {
            left.push(missed);
        }
        if left.len() == SHOWN {
            break;
        }
    }
    Ok(left)
}

/// A list of it; nothing where there is none.
pub fn list(missed: Vec<Missed>, page: Language) -> AnyView {
    let words = SearchWords::of(page);
    if missed.is_empty() {
        return ().into_any();
    }
    let row = |its: Missed| {
        let href = paths::with_query(&paths::search(its.language), [("q", its.words.as_str())]);
        view! {
            <li>
                <a href=href>{its.words}</a>
                " ("
                {language_name(its.language, page)}
                "): "
                {words.searches(its.times)}
            </li>
        }
    };
    view! {
        <section aria-labelledby="missed">
            <h2 id="missed">{words.missed}</h2>
            <p class="hint">{words.missed_hint}</p>
            <ul>{missed.into_iter().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}
