//! The parts of a list's page that are only read, and its form, which needs no script.

use domain::Language;
use domain::entry::Kind;
use domain::request::ListRequest;
use leptos::prelude::*;

use crate::messages::{ListFileWords, ResourceWords};
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Pager, PagerView, described_by};

/// The addresses of a list for machines, narrowed like the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFiles {
    /// Its Atom feed, where it has one.
    pub feed: Option<String>,
    /// Itself as JSON and as CSV.
    pub data: [String; 2],
}

impl ListFiles {
    /// Those of the list of a kind, with these filters.
    pub fn of(kind: Kind, filters: &[(&str, &str)], language: Language) -> Self {
        let narrowed = |address: String| paths::with_query(&address, filters.iter().copied());
        Self {
            feed: paths::has_feed(kind).then(|| narrowed(paths::feed(language, kind))),
            data: ["json", "csv"].map(|extension| narrowed(paths::list_file(language, kind, extension))),
        }
    }
}

/// What stands below the rows of a page of a list: links to its other pages, its feed, and itself as data.
#[component]
pub fn ListEnd(pager: PagerView, files: ListFiles) -> AnyView {
    let messages = use_messages();
    let feed = files.feed.map(|href| {
        view! {
            <p>
                <a href=href rel="external" type="application/atom+xml">
                    {messages.feed}
                </a>
            </p>
        }
    });
    view! {
        <Pager pager />
        {feed}
        <ListData data=files.data />
    }
    .into_any()
}

/// The list as data: JSON and CSV.
#[component]
pub fn ListData(data: [String; 2]) -> AnyView {
    let words = ListFileWords::of(use_language());
    let [json, csv] = data;
    view! {
        <p class="list-files">
            {words.this_list} ": " <a href=json rel="external nofollow">
                "JSON"
            </a> " " <a href=csv rel="external nofollow">
                "CSV"
            </a>
        </p>
    }
    .into_any()
}

/// A form of filters: plain GET, so that each answer is an address.
#[component]
pub fn Filters(
    kind: Kind,
    request: ListRequest,
    countries: Vec<(String, String)>,
    /// The authors that one can choose from; empty where nobody chooses by that.
    authors: Vec<(String, String)>,
    /// The fields that could not be understood.
    broken: Vec<String>,
) -> AnyView {
    if kind == Kind::Country {
        return ().into_any();
    }
    let messages = use_messages();
    let language = use_language();
    let year_is_broken = broken.iter().any(|field| field == "year");
    let author_is_broken = broken.iter().any(|field| field == "author");
    let words = ResourceWords::of(language);
    let by_author = (!authors.is_empty() || !request.author.is_empty()).then(|| {
        view! {
            <Choice
                name="author"
                label=words.author
                all=words.any_author
                options=authors
                chosen=request.author.clone()
                is_broken=author_is_broken
            />
        }
    });
    let chosen =
        [&request.network, &request.country, &request.year, &request.author].iter().any(|typed| !typed.is_empty());
    view! {
        <Fold open=chosen>
            <form class="filters" method="get" action=paths::list(language, kind)>
                <ByNetworkAndCountry network=request.network country=request.country countries broken />
                <YearField year=request.year is_broken=year_is_broken />
                {by_author}
                <button type="submit">{messages.show}</button>
                <a href=paths::list(language, kind)>{messages.clear}</a>
            </form>
        </Fold>
    }
    .into_any()
}

/// A year to type.
#[component]
pub fn YearField(
    /// As typed.
    year: String,
    /// Whether it could not be understood.
    is_broken: bool,
) -> AnyView {
    view! {
        <div class="field">
            <label for="year">{use_messages().year}</label>
            <input
                id="year"
                name="year"
                inputmode="numeric"
                size="6"
                value=year
                aria-invalid=is_broken.then_some("true")
                aria-describedby=described_by("year", is_broken)
            />
        </div>
    }
    .into_any()
}

/// The two choices that every list offers.
#[component]
pub fn ByNetworkAndCountry(
    /// The network chosen, as typed.
    network: String,
    /// The country chosen, as typed.
    country: String,
    /// The countries that one can choose from: slug and name.
    countries: Vec<(String, String)>,
    /// The fields that could not be understood.
    broken: Vec<String>,
) -> AnyView {
    let messages = use_messages();
    let is_broken = |field: &str| broken.iter().any(|broken| broken == field);
    view! {
        <Choice
            name="network"
            label=messages.network
            all=messages.any("network")
            options=network_options()
            is_broken=is_broken("network")
            chosen=network
        />
        <Choice
            name="country"
            label=messages.country
            all=messages.all
            options=countries
            is_broken=is_broken("country")
            chosen=country
        />
    }
    .into_any()
}

/// The networks that one can choose from: slug and name.
pub fn network_options() -> Vec<(String, String)> {
    use_site().with_value(|site| site.networks.iter().map(|n| (n.slug.to_string(), n.title.clone())).collect())
}

/// Filters, folded on a phone unless one is on.
#[component]
pub fn Fold(open: bool, children: Children) -> AnyView {
    let messages = use_messages();
    view! {
        <details class="fold" open=open>
            <summary>{messages.filters}</summary>
            {children()}
        </details>
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
    /// Whether it could not be understood.
    is_broken: bool,
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
            <select
                id=name
                name=name
                aria-invalid=is_broken.then_some("true")
                aria-describedby=described_by(name, is_broken)
            >
                <option value="">{all}</option>
                {unknown}
                {options}
            </select>
        </div>
    }
    .into_any()
}
