//! Puts the search page together.

use domain::request::search_words;
use domain::{Language, Portal};
use leptos::prelude::*;

use super::view::SearchView;
use crate::entries::present;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::ui::{Drawings, Item, ItemList};

/// How many hits are shown.
const HITS: u32 = 50;

/// Looks for words.
///
/// # Errors
/// Those of the store.
pub async fn search(
    portal: &Portal,
    typed: String,
    language: Language,
    ink: &mut Drawings,
) -> Result<SearchView, Failure> {
    let now = portal.clock.now();
    let (words, problems) = search_words(&typed);
    let listed = portal.library.search(&words, language, HITS, now).await?;
    let messages = Messages::of(language);
    let items: Vec<Item> = listed
        .items
        .iter()
        .map(|hit| {
            let mut item = present::item(hit, language, now);
            item.facts.insert(0, messages.kind(hit.kind).to_owned());
            item
        })
        .collect();
    Ok(SearchView {
        rows: ink.draw(view! { <ItemList items empty=messages.no_hits level=2 /> }.into_any()),
        problems: present::problems(&problems, language),
        count: messages.count(listed.total),
        words,
    })
}
