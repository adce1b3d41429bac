//! The search page.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::SearchBox;
use super::view::SearchView;
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Inert, PageHead, Problems, Published, loaded};

/// The search page.
#[derive(Debug)]
pub struct SearchPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for SearchPage {
    fn data() -> Self {
        Self { page: ask(|address| Ask::Search { query: address.query() }) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(hits: SearchView) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    view! {
        <PageHead
            title=hits.title
            description=messages.search_hint
            published=Published::Unlisted
        />
        <Problems problems=hits.problems.clone() />
        <form class="fault-search" role="search" method="get" action=paths::search(language)>
            <label for="q">{messages.search_the_portal}</label>
            <SearchBox id="q" words=hits.words.clone() is_broken=hits.problems.iter().any(|its| its.field == "q") />
            <button type="submit">{messages.search_submit}</button>
        </form>
        {match hits.count {
            Some(count) => {
                view! {
                    <p class="count" role="status">
                        {count}
                    </p>
                }
                    .into_any()
            }
            None => view! { <p>{messages.search_hint}</p> }.into_any(),
        }}
        <Inert drawn=hits.results />
    }
    .into_any()
}
