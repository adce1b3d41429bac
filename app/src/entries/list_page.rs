//! The list of a kind: blog, news, media, repository, e-campus, data, countries.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::ListView;
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Inert, PageHead, Problems, Published, alternate, loaded};

/// The page of a list.
#[derive(Debug)]
pub struct ListPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for ListPage {
    fn data() -> Self {
        Self {
            page: ask(|address| match paths::kind_of(&address.segment("section")) {
                // The pages of the About section have their own places in the menu: there is no list of them.
                None | Some(Kind::Page) => Ask::Nothing,
                Some(kind) => Ask::List { kind, query: address.query() },
            }),
        }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(list: ListView) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let kind = list.kind;
    let title = messages.section(kind);
    if paths::has_feed(kind) {
        alternate("application/atom+xml", title.to_owned(), paths::feed(language, kind));
    }
    view! {
        <PageHead
            title=title.to_owned()
            description=messages.section_intro(kind).to_owned()
            published=if list.filtered { Published::Unlisted } else { Published::Everywhere }
        />
        <p class="lead">{messages.section_intro(kind)}</p>
        <Problems problems=list.problems />
        <Inert drawn=list.filters />
        <p class="count" role="status">
            {list.count}
        </p>
        <Inert drawn=list.rows />
    }
    .into_any()
}
