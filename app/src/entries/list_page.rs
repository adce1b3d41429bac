//! The list of a kind: blog, news, media, repository, e-campus, data, countries.

use domain::Slug;
use domain::entry::Kind;
use domain::request::ListRequest;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::ListView;
use crate::answer::{Ask, Page, ask};
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{ItemList, PageHead, Pager, Problems, Published, alternate, loaded};

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
                Some(kind) => Ask::List {
                    kind,
                    request: ListRequest {
                        network: address.parameter("network"),
                        country: address.parameter("country"),
                        year: address.parameter("year"),
                        page: address.parameter("page"),
                    },
                },
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
    let has_feed = matches!(kind, Kind::Post | Kind::News | Kind::Publication);
    let filtered =
        !(list.request.network.is_empty() && list.request.country.is_empty() && list.request.year.is_empty());
    if has_feed {
        alternate("application/atom+xml", title.to_owned(), paths::feed(language, kind));
    }
    view! {
        <PageHead
            title=title.to_owned()
            description=messages.section_intro(kind).to_owned()
            published=if filtered { Published::Unlisted } else { Published::Everywhere }
        />
        <p class="lead">{messages.section_intro(kind)}</p>
        <Problems problems=list.problems />
        {(kind != Kind::Country).then(|| view! { <Filters kind request=list.request countries=list.countries /> })}
        <p class="count" role="status">
            {messages.count(list.total)}
        </p>
        <ItemList items=list.items empty=messages.nothing_here level=2 />
        <Pager pager=list.pager />
        {has_feed
            .then(|| {
                view! {
                    <p>
                        <a href=paths::feed(language, kind) rel="external" type="application/atom+xml">
                            {messages.feed}
                        </a>
                    </p>
                }
            })}
    }
    .into_any()
}

/// A form of filters: plain GET, so that each answer is an address.
#[component]
fn Filters(kind: Kind, request: ListRequest, countries: Vec<(String, String)>) -> AnyView {
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
