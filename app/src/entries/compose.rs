//! Puts the pages of entries together: asks the ports, and writes down what they return.

use std::collections::BTreeMap;

use domain::entry::{Details, Entry, Kind, Summary};
use domain::listing::{Listing, Order};
use domain::request::{ListQuery, ListRequest};
use domain::{Error, Language, Portal, Problem, Slug};
use jiff::Timestamp;
use leptos::prelude::*;

use super::content::{Contents, EntryContent};
use super::filters::{COUNTRY, NETWORK, resolve, retype};
use super::list_parts::Filters;
use super::view::{EntryHead, EntryView, ListView};
use super::{Figures, ListFiles, Shown, find, present};
use crate::failure::Failure;
use crate::files::LeadView;
use crate::messages::Messages;
use crate::paths;
use crate::site::use_site;
use crate::ui::{BodyView, Drawings, LinkedData, Marks, PagerView};

/// How many rows a page of a list has.
pub const ROWS: u32 = 20;

/// The most entries that a list as a file holds.
pub const MOST: u32 = 10_000;

/// The parameters of a query, without characters that no text has.
pub fn query_pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
    pairs.map(|(name, value)| (name.into_owned(), domain::plain::plain(value.into_owned())))
}

/// A list of a kind; `query` as it stands in the address.
///
/// # Errors
/// Those of the store.
pub async fn list(
    portal: &Portal,
    kind: Kind,
    query: &str,
    language: Language,
    ink: &mut Drawings,
) -> Result<ListView, Failure> {
    if kind == Kind::Publication {
        return crate::repository::list::list(portal, query, language, ink).await;
    }
    let mut request = ListRequest::of(query_pairs(query));
    let now = portal.clock.now();
    let countries = country_names(portal, language, now).await?;
    let (mut query, problems) = read(portal, &mut request, language, now).await?;
    let mut asked = listing(kind, language, &query);
    let mut listed = portal.library.list(&asked, now).await?;
    if let Some(last) = listed.last_page_instead(asked.limit) {
        query.page = last;
        asked = listing(kind, language, &query);
        listed = portal.library.list(&asked, now).await?;
    }
    let authors = crate::resources::compose::authors(portal, kind, language, now).await?;
    let pager = PagerView::new(query.page, listed.total, asked.limit, |page| {
        let page = page.to_string();
        paths::with_query(&paths::list(language, kind), request.filters().into_iter().chain([("page", page.as_str())]))
    });
    let files = ListFiles::of(kind, &request.filters(), language);
    let filtered = request.filters().iter().any(|(_, chosen)| !chosen.is_empty());
    let empty = Messages::of(language).nothing(filtered);
    let rows = if kind == Kind::Country {
        crate::countries::compose::list(listed.items, query.by_status, files, language)
    } else {
        crate::resources::compose::rows(kind, &listed.items, (empty, pager, files), language, now)
    };
    let broken = problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>();
    Ok(ListView {
        kind,
        filtered,
        problems: present::problems(&problems, language),
        count: Messages::of(language).count(listed.total),
        filters: ink.draw(view! { <Filters kind request countries authors broken /> }.into_any()),
        rows: ink.draw(rows),
    })
}

/// Understands what a list is narrowed to; the request then names networks and countries as they are called now.
async fn read(
    portal: &Portal,
    request: &mut ListRequest,
    language: Language,
    now: Timestamp,
) -> Result<(ListQuery, Vec<Problem>), Error> {
    let (mut query, mut problems) = request.read();
    resolve(portal, NETWORK, &mut query.network, language, now, &mut problems).await?;
    resolve(portal, COUNTRY, &mut query.country, language, now, &mut problems).await?;
    retype(&mut request.network, query.network.as_ref());
    retype(&mut request.country, query.country.as_ref());
    Ok((query, problems))
}

/// Every entry of a list, in its order; `query` as it stands in the address.
///
/// # Errors
/// Those of the store; [`Error::Invalid`] where the query makes no sense.
pub async fn every(portal: &Portal, kind: Kind, query: &str, language: Language) -> Result<Vec<Summary>, Failure> {
    let now = portal.clock.now();
    let (query, problems) = read(portal, &mut ListRequest::of(query_pairs(query)), language, now).await?;
    if !problems.is_empty() {
        return Err(Error::Invalid(problems).into());
    }
    let whole = Listing { offset: 0, limit: MOST, ..listing(kind, language, &query) };
    Ok(portal.library.list(&whole, now).await?.items)
}

/// What the store is asked for.
pub fn listing(kind: Kind, language: Language, query: &ListQuery) -> Listing {
    let arranged = matches!(kind, Kind::Page | Kind::Network | Kind::Country);
    Listing {
        kind,
        language,
        network: query.network.clone(),
        country: query.country.clone(),
        year: query.year,
        author: query.author.clone(),
        order: if arranged { Order::Position } else { Order::Newest },
        offset: if arranged { 0 } else { (query.page - 1) * ROWS },
        limit: if arranged { 1000 } else { ROWS },
    }
}

/// The participants' slugs and names, in the order of the reader's alphabet.
///
/// # Errors
/// Those of the store.
pub async fn country_names(
    portal: &Portal,
    language: Language,
    now: Timestamp,
) -> Result<Vec<(String, String)>, Error> {
    let listed = portal.library.list(&Listing::arranged(Kind::Country, language), now).await?;
    let mut names: Vec<(String, String)> =
        listed.items.into_iter().map(|country| (country.slug.to_string(), country.edition.title)).collect();
    names.sort_by_cached_key(|(_, name)| domain::fold::fold(name));
    Ok(names)
}

/// The names of the countries that an entry is about.
///
/// # Errors
/// Those of the store.
pub async fn countries_of(
    portal: &Portal,
    summary: &Summary,
    language: Language,
    now: Timestamp,
) -> Result<BTreeMap<Slug, String>, Error> {
    if summary.countries.is_empty() {
        return Ok(BTreeMap::new());
    }
    let names = country_names(portal, language, now).await?;
    let known = names.into_iter().filter_map(|(slug, name)| Some((slug.parse().ok()?, name)));
    Ok(known.filter(|(slug, _)| summary.countries.contains(slug)).collect())
}

/// Puts an entry into words; its documents are asked for apart.
///
/// # Errors
/// Those of the store.
pub async fn contents(portal: &Portal, entry: &Entry, language: Language, now: Timestamp) -> Result<Contents, Error> {
    let summary = &entry.summary;
    let figures = Figures::of(portal, entry, language, now).await?;
    let address = |(slug, name): (Slug, String)| (name, paths::entry(language, Kind::Country, &slug));
    let mut countries: Vec<_> = countries_of(portal, summary, language, now).await?.into_iter().map(address).collect();
    countries.sort_by_cached_key(|(name, _)| domain::fold::fold(name));
    Ok(Contents {
        kind: summary.kind,
        item: present::item(summary, language, now),
        countries,
        body: BodyView::of(&entry.blocks, (&entry.files, &figures.names), (language, entry.source), false),
        figures,
        contact: entry.contact.as_ref().map(|contact| present::contact(contact, language)),
        link: match &summary.details {
            Details::Event { link, .. } | Details::Course { link, .. } => link.clone(),
            _ => None,
        },
        details: details(entry, language),
        documents: Vec::new(),
        lead: LeadView::of(entry, language),
        here: paths::entry(language, summary.kind, &summary.slug),
    })
}

fn details(entry: &Entry, language: Language) -> Vec<(String, String)> {
    let messages = Messages::of(language);
    let words = &entry.summary.edition.words;
    let mut rows: Vec<(&str, String)> = Vec::new();
    match &entry.summary.details {
        Details::Country { status, official_languages, iso } => {
            rows.push((messages.status, messages.participation(*status).to_owned()));
            rows.push((messages.capital, words.capital.clone()));
            rows.push((messages.official_languages, messages.language_names(official_languages)));
            rows.push((messages.focal_institution, words.focal_institution.clone()));
            rows.push(("ISO 3166-1", iso.clone().unwrap_or_default()));
        }
        Details::Course { .. } => rows.extend(crate::resources::course_facts(&entry.summary, language)),
        Details::Event { organizers, .. } => rows.push((messages.organizers, organizers.join(", "))),
        Details::Plain
        | Details::Network { .. }
        | Details::Post { .. }
        | Details::News { .. }
        | Details::Publication { .. }
        | Details::Media { .. } => {}
    }
    rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// An entry by its address; `query` is that of the address, as it stands.
///
/// # Errors
/// Those of the store.
pub async fn entry(
    portal: &Portal,
    kind: Kind,
    slug: String,
    query: String,
    language: Language,
    ink: &mut Drawings,
) -> Result<Shown<EntryView>, Failure> {
    let now = portal.clock.now();
    let entry = match find(portal, kind, &slug, language, ink).await? {
        Shown::Page(entry) => entry,
        Shown::Instead(instead) => return Ok(Shown::Instead(instead)),
    };
    if kind == Kind::Publication {
        return Ok(Shown::Page(crate::repository::compose::page(portal, entry, language, ink).await?));
    }
    let slug = entry.summary.slug.clone();
    let head = EntryHead::of(&entry, language);
    let keep = crate::marks::compose::keep(portal, kind, &slug, language).await?;
    let documents = crate::files::compose::documents(portal, &entry.files, language).await?;
    let linked = use_site().with_value(|site| {
        let resource = || crate::resources::linked_data::of(&entry, site);
        crate::data::linked_data::of(&entry, site).or_else(resource)
    });
    let linked = linked.map(|data| view! { <LinkedData data /> });
    let contents = Contents { documents, ..contents(portal, &entry, language, now).await? };
    let edit = crate::marks::compose::edit(kind, &slug, language);
    let toggles = if kind == Kind::Page { Vec::new() } else { vec![keep] };
    let marks = (edit.is_some() || !toggles.is_empty()).then(|| view! { <Marks toggles edit /> });
    let mut problems = Vec::new();
    let content = match kind {
        Kind::Dataset => {
            let (content, found) =
                crate::data::compose::dataset(portal, &entry, contents, &query, language, now).await?;
            problems = found;
            content
        }
        Kind::Country => crate::countries::compose::country(portal, &entry, contents, language, now).await?,
        Kind::Post | Kind::News | Kind::Media => {
            crate::resources::compose::content(portal, &entry, contents, language, now).await?
        }
        _ => view! { <EntryContent contents /> }.into_any(),
    };
    let content = ink.draw(view! { {content} {marks} {linked} }.into_any());
    Ok(Shown::Page(EntryView { head, problems, content }))
}
