//! The main menu: at most two levels, one markup for every width.
//!
//! On a phone it is a popover that its button opens, on a wide screen a bar; both work with scripts off.

use domain::entry::Kind;
use domain::{Language, Slug};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::messages::Messages;
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Icon, Pictogram};

struct Entry {
    title: String,
    href: String,
    pictogram: Option<Slug>,
}

impl Entry {
    fn new(title: impl Into<String>, href: String) -> Self {
        Self { title: title.into(), href, pictogram: None }
    }
}

/// The menu.
#[component]
pub fn Menu() -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let networks = use_site().with_value(|site| {
        let entry = |network: &crate::site::NetworkName| Entry {
            pictogram: Some(network.slug.clone()),
            ..Entry::new(network.title.clone(), paths::entry(language, Kind::Network, &network.slug))
        };
        let all = Entry::new(messages.all_networks_link, paths::list(language, Kind::Network));
        std::iter::once(all).chain(site.networks.iter().map(entry)).collect::<Vec<_>>()
    });
    let home = Entry::new(messages.home, paths::home(language));
    let events = Entry::new(messages.events, paths::list(language, Kind::Event));
    view! {
        <button class="menu-button" type="button" popovertarget="menu">
            <Icon name="menu" />
            {messages.menu}
        </button>
        <nav class="menu" id="menu" popover="auto" aria-label=messages.main_menu>
            // Where the screen is narrow there is nothing beside the menu that a touch could close it by.
            <button class="menu-close button-quiet" type="button" popovertarget="menu" popovertargetaction="hide">
                <Icon name="close" />
                {messages.close_menu}
            </button>
            <ul role="list">
                <li>
                    <MenuLink entry=home />
                </li>
                <Group title=messages.about entries=about(messages, language) />
                <li>
                    <MenuLink entry=events />
                </li>
                <Group title=messages.networks entries=networks />
                <Group title=messages.resources entries=resources(messages, language) />
            </ul>
        </nav>
    }
    .into_any()
}

fn about(messages: &Messages, language: Language) -> Vec<Entry> {
    vec![
        Entry::new(messages.about_the_cmc, paths::about(language, paths::ABOUT)),
        Entry::new(messages.how_it_works, paths::about(language, "how-it-works")),
        Entry::new(messages.objectives, paths::about(language, "objectives")),
        Entry::new(messages.join, paths::about(language, "join")),
        Entry::new(messages.countries, paths::list(language, Kind::Country)),
        Entry::new(messages.structure, paths::about(language, "structure")),
        Entry::new(messages.other_processes, paths::about(language, "other-processes")),
    ]
}

fn resources(messages: &Messages, language: Language) -> Vec<Entry> {
    [Kind::Post, Kind::Course, Kind::News, Kind::Media, Kind::Publication, Kind::Dataset]
        .into_iter()
        .map(|kind| Entry::new(messages.section(kind), paths::list(language, kind)))
        .collect()
}

#[component]
fn Group(title: &'static str, entries: Vec<Entry>) -> AnyView {
    view! {
        <li>
            <details name="menu">
                <summary>{title}</summary>
                <ul class="submenu" role="list">
                    {entries.into_iter().map(|entry| view! { <li><MenuLink entry /></li> }).collect_view()}
                </ul>
            </details>
        </li>
    }
    .into_any()
}

#[component]
fn MenuLink(entry: Entry) -> AnyView {
    let location = use_location();
    let href = entry.href.clone();
    let current = move || (location.pathname.get().trim_end_matches('/') == href).then_some("page");
    view! {
        <a href=entry.href.clone() aria-current=current>
            {entry.pictogram.map(|slug| view! { <Pictogram slug /> })}
            {entry.title}
        </a>
    }
    .into_any()
}
