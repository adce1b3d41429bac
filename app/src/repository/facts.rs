//! What is known of a work: its facts with their names, and the languages that it exists in.

use std::collections::{BTreeMap, BTreeSet};

use domain::citation::{Author, bodies, doi_address};
use domain::entry::{Details, Entry, Kind, Summary};
use domain::file::Place;
use domain::{Language, Slug, date};
use leptos::prelude::*;

use crate::files::FileLine;
use crate::messages::{Messages, RepositoryWords};
use crate::paths;
use crate::site::use_language;

/// A fact with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    name: &'static str,
    values: Vec<Value>,
}

/// A text, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    text: String,
    href: Option<String>,
}

impl Value {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }

    fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()) }
    }
}

/// What is known of a publication; what is not is left out. Only that no copy is known online is said.
pub fn facts(entry: &Entry, countries: &BTreeMap<Slug, String>, language: Language) -> Vec<Fact> {
    let (messages, words) = (Messages::of(language), RepositoryWords::of(language));
    let Details::Publication {
        form, year, authors, publisher, city, languages, pages, isbn, doi, license, link, ..
    } = &entry.summary.details
    else {
        return Vec::new();
    };
    let note = &entry.summary.edition.words.year_note;
    let year = if note.is_empty() { year.to_string() } else { format!("{year} ({note})") };
    let text = |text: &Option<String>| text.iter().map(Value::plain).collect::<Vec<_>>();
    let countries = entry.summary.countries.iter().filter_map(|slug| {
        let name = countries.get(slug)?;
        Some(Value::link(name, paths::entry(language, Kind::Country, slug)))
    });
    let has_document = entry.files.iter().any(|used| used.place == Place::Documents);
    let is_found = has_document || link.is_some() || doi.is_some() || isbn.is_some();
    let known = [
        (messages.form, vec![Value::plain(messages.publication_form(*form))]),
        (words.authors, authors.iter().map(|line| Value::plain(Author::read(line).indexed())).collect()),
        (messages.year, vec![Value::plain(year)]),
        (messages.publisher, publisher.iter().flat_map(|line| bodies(line)).map(Value::plain).collect()),
        (words.city, text(city)),
        (messages.countries, countries.collect()),
        (messages.languages, Some(messages.language_names(languages)).iter().map(Value::plain).collect()),
        (messages.page_count, pages.iter().map(|pages| Value::plain(pages.to_string())).collect()),
        ("ISBN", text(isbn)),
        ("DOI", doi.iter().map(|doi| Value::link(doi, doi_address(doi))).collect()),
        (words.online_copy, (!is_found).then(|| Value::plain(words.no_copy)).into_iter().collect()),
        (words.license, license.iter().map(|address| Value::link(license_name(address), address)).collect()),
    ];
    let named = known.into_iter().map(|(name, values): (_, Vec<Value>)| Fact {
        name,
        values: values.into_iter().filter(|value| !value.text.is_empty()).collect(),
    });
    named.filter(|fact| !fact.values.is_empty()).collect()
}

/// What a licence is called: `CC BY 3.0 IGO` by its address, else the address.
fn license_name(address: &str) -> String {
    let parts = address.split_once("creativecommons.org/licenses/").map(|(_, rest)| rest.trim_end_matches('/'));
    parts.map_or_else(|| address.to_owned(), |parts| format!("CC {}", parts.replace('/', " ").to_uppercase()))
}

/// The languages that the work exists in beside the one at hand: each leads to its document, to its own entry, or to its page.
pub fn editions(entry: &Entry, documents: &[FileLine], others: &[Summary], language: Language) -> Vec<Value> {
    let Details::Publication { languages, title_language, .. } = &entry.summary.details else { return Vec::new() };
    let messages = Messages::of(language);
    let at_hand = title_language.unwrap_or(entry.summary.language).code();
    let of_others = others.iter().flat_map(|other| languages_of(other).iter().map(move |code| (code, other)));
    let mut codes: Vec<&String> = languages.iter().chain(of_others.clone().map(|(code, _)| code)).collect();
    let mut known = BTreeSet::new();
    codes.retain(|code| *code != at_hand && known.insert(*code));
    let named = codes.into_iter().map(|code| {
        let name = date::capitalised(messages.language_name(code));
        let document = documents.iter().find(|file| file.language.as_deref() == Some(code) && file.href.is_some());
        // A page whose title is not that of another language is that of its own edition.
        let page = || {
            let its = code.parse().ok().filter(|_| title_language.is_none())?;
            entry.editions.get(its)?;
            Some(paths::entry(its, Kind::Publication, &entry.summary.slug))
        };
        let own_entry = || {
            let (_, other) = of_others.clone().find(|(its, _)| *its == code)?;
            Some(paths::entry(language, Kind::Publication, &other.slug))
        };
        match document.and_then(|file| file.href.clone()).or_else(own_entry).or_else(page) {
            Some(href) => Value::link(name, href),
            None => Value::plain(name),
        }
    });
    named.collect()
}

fn languages_of(summary: &Summary) -> &[String] {
    match &summary.details {
        Details::Publication { languages, .. } => languages,
        _ => &[],
    }
}

/// Facts with their names.
#[component]
pub fn FactList(facts: Vec<Fact>) -> AnyView {
    let rows = facts.into_iter().map(|fact| {
        let values = fact.values.into_iter().map(|value| view! { <ValueText value /> }).collect_view();
        view! {
            <div>
                <dt>{fact.name}</dt>
                <dd class="dots">{values}</dd>
            </div>
        }
    });
    view! { <dl class="details publication-facts">{rows.collect_view()}</dl> }.into_any()
}

/// The languages that a work exists in beside the one at hand; that it can be had in them is said only where something is there to
/// open.
#[component]
pub fn Editions(editions: Vec<Value>) -> AnyView {
    if editions.is_empty() {
        return ().into_any();
    }
    let words = RepositoryWords::of(use_language());
    let said = if editions.iter().any(|edition| edition.href.is_some()) { words.also } else { words.exists };
    let values = editions.into_iter().map(|value| view! { <ValueText value /> }).collect_view();
    view! {
        <p class="editions">
            <strong>{said} ": "</strong>
            {values}
        </p>
    }
    .into_any()
}

#[component]
fn ValueText(value: Value) -> AnyView {
    match value.href {
        // A file, another site, or a page in another language: none of them is the router's.
        Some(href) => view! {
            <span>
                <a href=href rel="external">
                    {value.text}
                </a>
            </span>
        }
        .into_any(),
        None => view! { <span>{value.text}</span> }.into_any(),
    }
}
