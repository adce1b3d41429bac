//! Facets: choices with the number of entries that each leaves, as links. The search and the lists of the repository have them.

use domain::entry::{Kind, PublicationForm};
use domain::search::{Facet, FacetCounts, SearchRequest};
use domain::{Language, Problem, Slug};
use leptos::prelude::*;

use crate::messages::{Messages, SearchWords};
use crate::paths;
use crate::ui::ProblemView;

/// How many values of a facet are seen at once.
const SEEN: usize = 6;

/// The order of parameters in addresses, so that one choice has one address.
const PARAMETERS: [&str; 10] =
    ["q", "any", "kind", "type", "network", "country", "year", "language", "in", "publisher"];

/// A facet, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetView {
    /// Its name.
    name: &'static str,
    /// Its values.
    values: Vec<ValueView>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct ValueView {
    name: String,
    count: usize,
    /// Where the choice leads; for one that is chosen, where taking it back leads.
    href: String,
    is_chosen: bool,
}

/// A list with facets at one address.
pub struct Faceted<'a> {
    /// The address of the list.
    pub path: String,
    /// What is chosen.
    pub request: &'a SearchRequest,
    /// The reader's language.
    pub language: Language,
    /// Slug and name of every network and every country.
    pub names: &'a [(String, String)],
}

impl Faceted<'_> {
    /// The address with one parameter as given, and from the first page; empty takes it back.
    pub fn with(&self, name: &str, value: &str) -> String {
        self.with_all(&[(name, value)])
    }

    /// The same for several parameters.
    pub fn with_all(&self, changes: &[(&str, &str)]) -> String {
        let value = |name: &'static str| {
            let new = changes.iter().find(|(its, _)| *its == name).map(|(_, value)| *value);
            (name, new.unwrap_or_else(|| self.request.get(name)))
        };
        let page = changes.iter().copied().filter(|(name, _)| *name == "page");
        paths::with_query(&self.path, PARAMETERS.map(value).into_iter().chain(page))
    }

    /// These facets of what was found. One that offers no choice is left out.
    pub fn views(&self, counts: &FacetCounts, wanted: &[Facet]) -> Vec<FacetView> {
        let words = SearchWords::of(self.language);
        let views = wanted.iter().filter_map(|wanted| counts.iter().find(|(facet, _)| facet == wanted)).map(
            |(facet, values)| {
                let parameter = facet.parameter();
                let chosen = self.request.get(parameter);
                let mut values: Vec<ValueView> = values
                    .iter()
                    .map(|(value, count)| {
                        let is_chosen = value == chosen;
                        let href = self.with(parameter, if is_chosen { "" } else { value });
                        ValueView { name: self.name(*facet, value), count: *count, href, is_chosen }
                    })
                    .collect();
                if !chosen.is_empty() && !values.iter().any(|value| value.is_chosen) {
                    // Nothing has it, or nothing of what else is asked for: it is shown so that it can be taken back.
                    let (name, href) = (self.name(*facet, chosen), self.with(parameter, ""));
                    values.push(ValueView { name, count: 0, href, is_chosen: true });
                }
                values.sort_by_key(|value| !value.is_chosen);
                FacetView { name: words.facet(*facet), values }
            },
        );
        views.filter(|view| view.values.len() > 1 || view.values.iter().any(|value| value.is_chosen)).collect()
    }

    /// Problems in words, each leading to its field where it is one of these, which the page shows.
    pub fn problems(&self, problems: &[Problem], fields: &[&str]) -> Vec<ProblemView> {
        let label = |name: &str| match Facet::ALL.into_iter().find(|facet| facet.parameter() == name) {
            Some(facet) => SearchWords::of(self.language).facet(facet),
            None => Messages::of(self.language).field(name),
        };
        let view = |problem: &Problem| {
            let mut view = ProblemView::named(problem, label(&problem.field), self.language);
            if !fields.contains(&problem.field.as_str()) {
                view.field.clear();
            }
            view
        };
        problems.iter().map(view).collect()
    }

    /// A value in words.
    fn name(&self, facet: Facet, value: &str) -> String {
        let messages = Messages::of(self.language);
        let known = match facet {
            Facet::Kind => value.parse::<Kind>().ok().map(|kind| messages.section(kind).to_owned()),
            Facet::Form => PublicationForm::from_code(value).map(|form| messages.publication_form(form).to_owned()),
            Facet::Network | Facet::Country => value
                .parse::<Slug>()
                .ok()
                .and_then(|_| self.names.iter().find(|(slug, _)| slug == value))
                .map(|(_, name)| name.clone()),
            Facet::Language | Facet::WorkLanguage => Some(messages.language_names(&[value.to_owned()])),
            Facet::Year | Facet::Publisher => None,
        };
        known.unwrap_or_else(|| value.to_owned())
    }
}

/// What is chosen, each with a way to take it back; and the way to take back everything.
#[component]
pub fn Chosen(facets: Vec<FacetView>, language: Language, clear: String) -> AnyView {
    let words = SearchWords::of(language);
    let chosen: Vec<(&'static str, ValueView)> = facets
        .into_iter()
        .flat_map(|facet| {
            facet.values.into_iter().filter(|value| value.is_chosen).map(move |value| (facet.name, value))
        })
        .collect();
    if chosen.is_empty() {
        return ().into_any();
    }
    let several = chosen.len() > 1;
    view! {
        <ul class="chosen" role="list">
            {chosen
                .into_iter()
                .map(|(facet, value)| {
                    view! {
                        <li>
                            <a class="chip" href=value.href rel="nofollow">
                                <span class="visually-hidden">{words.remove} " "</span>
                                {facet}
                                ": "
                                {value.name}
                                <span aria-hidden="true">" ×"</span>
                            </a>
                        </li>
                    }
                })
                .collect_view()}
            {several
                .then(|| {
                    view! {
                        <li>
                            <a href=clear rel="nofollow">{words.remove_all}</a>
                        </li>
                    }
                })}
        </ul>
    }
    .into_any()
}

/// The facets, beside the list; on a phone above it, folded: what is chosen stands above the list as well, and can be taken
/// back there.
#[component]
pub fn Facets(facets: Vec<FacetView>, language: Language) -> AnyView {
    let words = SearchWords::of(language);
    if facets.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="fold facets">
            <summary>{words.narrow}</summary>
            <nav aria-label=words.narrow>
                {facets.into_iter().map(|facet| view! { <FacetList facet more=words.more /> }).collect_view()}
            </nav>
        </details>
    }
    .into_any()
}

#[component]
fn FacetList(facet: FacetView, more: &'static str) -> AnyView {
    let mut values = facet.values;
    // One more is no shorter than a fold.
    let rest = if values.len() > SEEN + 1 { values.split_off(SEEN) } else { Vec::new() };
    let (seen, folded) = (list(values), list(rest.clone()));
    view! {
        <section>
            <h2>{facet.name}</h2>
            {seen}
            {(!rest.is_empty())
                .then(|| {
                    view! {
                        <details>
                            <summary>
                                {more} <span class="visually-hidden">": "{facet.name}</span> " ("{rest.len()}")"
                            </summary>
                            {folded}
                        </details>
                    }
                })}
        </section>
    }
    .into_any()
}

fn list(values: Vec<ValueView>) -> AnyView {
    view! {
        <ul role="list">
            {values
                .into_iter()
                .map(|value| {
                    view! {
                        <li>
                            <a href=value.href aria-current=value.is_chosen.then_some("true") rel="nofollow">
                                <span>{value.name}</span>
                                " "
                                <span class="facet-count">{value.count}</span>
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}
