//! The page of an entry that needs no design of its own: About pages, posts, news, publications, courses, countries.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::interest::open_by_interest;
use super::shown::Shown;
use super::view::{EntryHead, EntryView};
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::ui::{Crumb, Inert, PageHead, Problems, Published, loaded, offer_to_copy};

/// The page of an entry.
#[derive(Debug)]
pub struct EntryPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for EntryPage {
    fn data() -> Self {
        Self {
            page: ask(|address| {
                // `/about` itself has neither segment: it is the first page of its section.
                let or_about = |text: String| if text.is_empty() { paths::ABOUT.to_owned() } else { text };
                match paths::kind_of(&or_about(address.segment("section"))) {
                    None => Ask::Nothing,
                    Some(kind) => Ask::Entry { kind, slug: or_about(address.segment("slug")), query: address.query() },
                }
            }),
        }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(|shown: Shown<_>| shown.show(show)))
    }
}

fn show(entry: EntryView) -> AnyView {
    offer_to_copy();
    view! {
        <EntryTop head=entry.head />
        <Problems problems=entry.problems />
        <Inert drawn=entry.content />
    }
    .into_any()
}

/// The top of an entry's page: document head, breadcrumb and title.
#[component]
pub fn EntryTop(head: EntryHead) -> AnyView {
    open_by_interest();
    let list = Crumb::list(head.kind);
    // The first page of the About section stands where another kind has its list.
    let crumbs = if list.href == head.href { Vec::new() } else { vec![list] };
    view! {
        <PageHead
            title=head.title
            foreign=head.foreign
            description=head.summary
            crumbs
            published=Published::In(head.languages)
            picture=head.picture
        />
    }
    .into_any()
}
