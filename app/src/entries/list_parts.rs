//! The parts of a list's page that are only read, and its form, which needs no script.

use domain::Slug;
use domain::entry::Kind;
use domain::request::ListRequest;
use leptos::prelude::*;

use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Item, ItemList, Pager, PagerView};

/// Whether a list has an Atom feed.
pub const fn has_feed(kind: Kind) -> bool {
    matches!(kind, Kind::Post | Kind::News | Kind::Publication)
}

/// The rows of a page of a list, links to its other pages, and its feed.
#[component]
pub fn Rows(kind: Kind, items: Vec<Item>, pager: PagerView) -> AnyView {
    let messages = use_messages();
    let feed = has_feed(kind).then(|| {
        view! {
            <p>
                <a href=paths::feed(use_language(), kind) rel="external" type="application/atom+xml">
                    {messages.feed}
                </a>
            </p>
        }
    });
    view! {
        <ItemList items empty=messages.nothing_here level=2 />
        <Pager pager />
        {feed}
    }
    .into_any()
}

/// A form of filters: plain GET, so that each answer is an address.
#[component]
pub fn Filters(kind: Kind, request: ListRequest, countries: Vec<(String, String)>) -> AnyView {
    if kind == Kind::Country {
        return ().into_any();
    }
    let messages = use_messages();
    let language = use_language();
    let networks: Vec<(String, String)> = use_site()
        .with_value(|site| site.networks.iter().map(|n| (Slug::to_string(&n.slug), n.title.clone())).collect());
    view! {
        <form class="filters" method="get" action=paths::list(language, kind)>
            <Choice name="network" label=messages.network all=messages.all options=networks chosen=request.network />
            <Choice name="country" label=messages.country all=messages.all options=countries chosen=request.country />
            <div class="field">
                <label for="year">{messages.year}</label>
                <input id="year" name="year" inputmode="numeric" size="6" value=request.year />
            </div>
            <button type="submit">{messages.show}</button>
            <a href=paths::list(language, kind)>{messages.clear}</a>
        </form>
    }
    .into_any()
}

/// A choice among options; what was typed and is not among them stays visible as it was typed.
#[component]
pub fn Choice(
    /// The parameter.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// The name of no choice.
    all: &'static str,
    /// Values and their names.
    options: Vec<(String, String)>,
    /// The value chosen.
    chosen: String,
) -> AnyView {
    let unknown = (!chosen.is_empty() && !options.iter().any(|(value, _)| *value == chosen))
        .then(|| view! { <option value=chosen.clone() selected=true>{chosen.clone()}</option> });
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>
                <option value="">{all}</option>
                {unknown}
                {options}
            </select>
        </div>
    }
    .into_any()
}
