//! Puts the search page together.

use domain::request::{page_number, search_words};
use domain::{Language, Portal};
use leptos::prelude::*;

use super::view::SearchView;
use crate::entries::present;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::paths;
use crate::ui::{Drawings, ItemList, Pager, PagerView};

/// How many hits a page has.
const ROWS: u32 = 20;

/// Looks for words; `page` as typed.
///
/// # Errors
/// Those of the store.
pub async fn search(
    portal: &Portal,
    typed: String,
    page: String,
    language: Language,
    ink: &mut Drawings,
) -> Result<SearchView, Failure> {
    let now = portal.clock.now();
    let messages = Messages::of(language);
    let (words, mut problems) = search_words(&typed);
    let mut page = page_number("page", &page, &mut problems);
    let mut listed = portal.library.search(&words, language, (page - 1) * ROWS, ROWS, now).await?;
    if let Some(last) = listed.last_page_instead(ROWS) {
        page = last;
        listed = portal.library.search(&words, language, (page - 1) * ROWS, ROWS, now).await?;
    }
    let items = listed.items.iter().map(|hit| {
        let mut item = present::item(hit, language, now);
        item.facts.insert(0, messages.kind(hit.kind).to_owned());
        item
    });
    let items = items.collect::<Vec<_>>();
    let pager = PagerView::new(page, listed.total, ROWS, |page| {
        paths::with_query(&paths::search(language), [("q", words.as_str()), ("page", &page.to_string())])
    });
    Ok(SearchView {
        rows: ink.draw(view! { <ItemList items empty=messages.no_hits level=2 /> <Pager pager /> }.into_any()),
        problems: present::problems(&problems, language),
        count: messages.count(listed.total),
        words,
    })
}
