//! The search page.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::api::{SearchView, run_search};
use crate::failure::Failure;
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{ItemList, PageHead, Problems, Published, loaded, page_query};

/// The search page.
#[derive(Debug)]
pub struct SearchPage {
    hits: Resource<Result<SearchView, Failure>>,
}

#[lazy_route]
impl LazyRoute for SearchPage {
    fn data() -> Self {
        let language = use_language();
        let words = page_query(|get| get("q"));
        Self { hits: Resource::new(move || words.get(), move |words| run_search(words, language)) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.hits, show)
    }
}

fn show(hits: SearchView) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let asked = !hits.words.is_empty();
    view! {
        <PageHead title=messages.search_title(&hits.words) published=Published::Unlisted />
        <Problems problems=hits.problems />
        <form class="fault-search" role="search" method="get" action=paths::search(language)>
            <label for="q">{messages.search_the_portal}</label>
            <input id="q" type="search" name="q" maxlength="200" value=hits.words.clone() />
            <button type="submit">{messages.search_submit}</button>
        </form>
        {if asked {
            view! {
                <p class="count" role="status">
                    {messages.count(hits.total)}
                </p>
                <ItemList items=hits.items empty=messages.no_hits level=2 />
            }
                .into_any()
        } else {
            view! { <p>{messages.search_hint}</p> }.into_any()
        }}
    }
    .into_any()
}
