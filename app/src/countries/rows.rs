//! The list of participants beside the map: the same in text, by name or by how they take part.

use domain::entry::{Details, Kind, Participation, Summary};
use domain::{Language, fold};
use leptos::prelude::*;

use super::map::{CountryMap, PlaceView, status_class};
use crate::messages::{CountryWords, Messages};
use crate::paths;
use crate::site::{use_language, use_messages};

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryRow {
    place: PlaceView,
    /// The language of the name, where it is not the page's.
    foreign: Option<Language>,
    capital: String,
    languages: String,
}

impl CountryRow {
    /// Rows of countries, in the reader's alphabet.
    pub fn all(countries: &mut [Summary], language: Language) -> Vec<Self> {
        let messages = Messages::of(language);
        countries.sort_by_cached_key(|country| fold::fold(&country.edition.title));
        let places = PlaceView::numbered(countries, language);
        let rows = places.into_iter().zip(countries.iter()).map(|(place, country)| {
            let languages = match &country.details {
                Details::Country { official_languages, .. } => messages.language_names(official_languages),
                _ => String::new(),
            };
            Self {
                place,
                foreign: (country.language != language).then_some(country.language),
                capital: country.edition.words.capital.clone(),
                languages,
            }
        });
        rows.collect()
    }
}

/// Map and list; by status if `by_status`, else by name.
#[component]
pub fn Countries(rows: Vec<CountryRow>, by_status: bool) -> AnyView {
    let places = rows.iter().map(|row| row.place.clone()).collect();
    let list = if by_status {
        let statuses = [Participation::Founding, Participation::Participating, Participation::Observer];
        let groups = statuses.into_iter().filter_map(|status| {
            let of_status: Vec<_> = rows.iter().filter(|row| row.place.status == status).cloned().collect();
            (!of_status.is_empty()).then(|| view! { <Group status rows=of_status /> })
        });
        groups.collect_view().into_any()
    } else {
        view! { <List rows level=2 /> }.into_any()
    };
    view! {
        <div class="countries">
            <CountryMap places />
            <div class="country-list">
                <Orders by_status />
                {list}
            </div>
        </div>
    }
    .into_any()
}

/// In which order the list comes: two links, of which one is where one is.
#[component]
fn Orders(by_status: bool) -> AnyView {
    let words = CountryWords::of(use_language());
    let here = paths::list(use_language(), Kind::Country);
    let current = |is: bool| is.then_some("true");
    view! {
        <nav class="orders" aria-label=words.order>
            <a href=here.clone() aria-current=current(!by_status) data-noscroll>
                {words.by_name}
            </a>
            <a href=paths::with_query(&here, [("by", "status")]) aria-current=current(by_status) data-noscroll>
                {words.by_status}
            </a>
        </nav>
    }
    .into_any()
}

#[component]
fn Group(status: Participation, rows: Vec<CountryRow>) -> AnyView {
    let words = CountryWords::of(use_language());
    view! {
        <section>
            <h2>{words.statuses(status)}</h2>
            <p class="hint">{words.status_means(status)}</p>
            <List rows level=3 />
        </section>
    }
    .into_any()
}

#[component]
fn List(rows: Vec<CountryRow>, level: u8) -> AnyView {
    view! {
        <ul class="place-list" role="list">
            {rows.into_iter().map(|row| view! { <Row row level /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Row(row: CountryRow, level: u8) -> AnyView {
    let messages = use_messages();
    let lang = row.foreign.map(Language::code);
    let status = row.place.status;
    let link = view! { <a href=row.place.href lang=lang>{row.place.name}</a> };
    let title = if level == 2 {
        view! { <h2 class="item-title">{link}</h2> }.into_any()
    } else {
        view! { <h3 class="item-title">{link}</h3> }.into_any()
    };
    let facts = [row.capital, row.languages].into_iter().filter(|fact| !fact.is_empty());
    let facts = facts.map(|fact| view! { <span>{fact}</span> }).collect_view();
    view! {
        <li>
            <span class=format!("place-mark place-{}", status_class(status)) aria-hidden="true">
                {row.place.sign}
            </span>
            <div>
                {title} <p class="facts"><span>{messages.participation(status)}</span> {facts}</p>
            </div>
        </li>
    }
    .into_any()
}
