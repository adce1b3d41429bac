//! The page of an entry that needs no design of its own: About pages, posts, news, publications, courses, countries.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::FigureList;
use super::view::EntryView;
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Body, Chips, Crumb, Icon, PageHead, Published, loaded};

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
                    Some(kind) => Ask::Entry { kind, slug: or_about(address.segment("slug")) },
                }
            }),
        }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(entry: EntryView) -> AnyView {
    let messages = use_messages();
    let kind = entry.kind;
    let crumbs = match kind {
        Kind::Page => Vec::new(),
        kind => vec![Crumb::list(kind)],
    };
    if !entry.exists_in(use_language()) {
        return view! { <MissingEdition entry crumbs /> }.into_any();
    }
    let time = entry.item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    // Publications, courses and countries say their facts in a table below, with their names.
    let facts = matches!(kind, Kind::Post | Kind::News)
        .then(|| entry.item.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view());
    let meta = (time.is_some() || facts.is_some()).then(|| view! { <p class="facts">{time} {facts}</p> });
    view! {
        <PageHead
            title=entry.item.title
            description=entry.item.summary.clone()
            crumbs
            published=Published::In(entry.languages)
            picture=entry.picture.as_ref().map(|(path, _)| path.clone())
        />
        {meta}
        <p class="lead">{entry.item.summary}</p>
        <Chips slugs=entry.item.networks />
        <DetailList details=entry.details />
        {entry
            .link
            .map(|link| {
                view! {
                    <p>
                        <a class="button" href=link rel="external">
                            <Icon name="external" />
                            {messages.go_to_source}
                        </a>
                    </p>
                }
            })}
        <Body body=entry.body />
        <FigureList figures=entry.figures />
        {entry
            .contact
            .map(|contact| {
                view! {
                    <p class="contact-line">
                        {messages.contact} ": " {contact.role} ", "
                        <a href=contact.href rel="external nofollow">
                            {contact.address}
                        </a>
                    </p>
                }
            })}
    }
    .into_any()
}

/// Facts with their names.
#[component]
pub fn DetailList(details: Vec<(String, String)>) -> AnyView {
    if details.is_empty() {
        return ().into_any();
    }
    view! {
        <dl class="details">
            {details
                .into_iter()
                .map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> })
                .collect_view()}
        </dl>
    }
    .into_any()
}

/// An honest page for an entry that does not exist in this language: it says so, and offers the original.
#[component]
pub fn MissingEdition(entry: EntryView, crumbs: Vec<Crumb>) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let original = entry.item.foreign.unwrap_or(entry.source);
    let href = paths::twin(original, &entry.item.href, "");
    view! {
        <PageHead
            title=entry.item.title.clone()
            foreign=Some(original)
            crumbs
            published=Published::In(entry.languages)
        />
        <p class="lead">{messages.only_in(original)}</p>
        <p lang=original.code()>{entry.item.summary}</p>
        <p>
            <a class="button" href=href rel="external" hreflang=original.code()>
                {messages.read_in(original)}
            </a>
        </p>
        <p>
            <a href=paths::list(language, entry.kind)>{messages.see_all(entry.kind)}</a>
        </p>
    }
    .into_any()
}
