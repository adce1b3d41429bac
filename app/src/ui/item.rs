//! An entry as a row of a list: title, what to know at a glance, one or two sentences.

use domain::{Language, Slug};
use leptos::prelude::*;

use super::Chips;
use crate::site::use_messages;

/// A row of a list, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it leads.
    pub href: String,
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The language of the title, where it is not the page's.
    pub title_foreign: Option<Language>,
    /// The language of the texts, where it is not the page's.
    pub foreign: Option<Language>,
    /// When: the day it bears, or when it happens.
    pub time: Option<TimeTag>,
    /// Facts in words: type, year, languages, place.
    pub facts: Vec<String>,
    /// States that must not be missed, most important first.
    pub badges: Vec<Badge>,
    /// Its networks.
    pub networks: Vec<Slug>,
}

/// A time in words with its machine-readable form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeTag {
    /// In words.
    pub text: String,
    /// As HTML's `datetime` takes it.
    pub machine: String,
}

/// A state in a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// The word.
    pub text: String,
    /// How much it weighs.
    pub tone: Tone,
}

/// How much a state weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Quiet,
    /// Changes what one does.
    Strong,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Quiet => "badge",
            Self::Strong => "badge badge-strong",
        }
    }
}

/// Badges, one behind the other.
#[component]
pub fn Badges(badges: Vec<Badge>) -> AnyView {
    badges
        .into_iter()
        .map(|badge| view! { <span class=badge.tone.class()>{badge.text}</span> })
        .collect_view()
        .into_any()
}

/// Rows under headings of the given level (2 to 4), or `empty` where there are none.
#[component]
pub fn ItemList(
    /// The rows.
    items: Vec<Item>,
    /// What to say where there are none.
    empty: &'static str,
    /// The level of the titles' headings.
    #[prop(default = 3)]
    level: u8,
    /// Whether to show networks.
    #[prop(default = true)]
    chips: bool,
) -> AnyView {
    if items.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    view! {
        <ul class="items" role="list">
            {items.into_iter().map(|item| view! { <Row item level chips /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Row(item: Item, level: u8, chips: bool) -> AnyView {
    let messages = use_messages();
    let lang = item.foreign.map(Language::code);
    let label = item.foreign.map(|language| view! { <span class="badge">{messages.in_language(language)}</span> });
    let link = view! { <a href=item.href lang=item.title_foreign.map(Language::code)>{item.title}</a> };
    let title = match level {
        2 => view! { <h2 class="item-title">{link}</h2> }.into_any(),
        3 => view! { <h3 class="item-title">{link}</h3> }.into_any(),
        _ => view! { <h4 class="item-title">{link}</h4> }.into_any(),
    };
    let time = item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    let facts = item.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
    view! {
        <li class="item">
            {title} <p class="facts">{time} {facts} <Badges badges=item.badges /> {label}</p>
            <p class="item-summary" lang=lang>
                {item.summary}
            </p> {chips.then(|| view! { <Chips slugs=item.networks /> })}
        </li>
    }
    .into_any()
}

/// The first rows of a list, how many there are in all, and where the whole list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The first rows.
    pub items: Vec<Item>,
    /// How many there are in all.
    pub total: u64,
    /// The whole list, filtered alike.
    pub href: String,
}

/// A section with the first rows of a list and a "View more" that says how many there are.
#[component]
pub fn RelatedList(
    /// The rows.
    related: Related,
    /// The heading.
    title: &'static str,
    /// What to say where there are none.
    empty: &'static str,
    /// The section's id.
    id: &'static str,
) -> AnyView {
    let messages = use_messages();
    let total = related.total;
    view! {
        <section class="related" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <ItemList items=related.items empty chips=false />
            {(total > 0)
                .then(|| {
                    view! {
                        <p class="more">
                            <a href=related.href>
                                {messages.view_more} <span class="visually-hidden">": "{title}</span> " ("{total}")"
                            </a>
                        </p>
                    }
                })}
        </section>
    }
    .into_any()
}
