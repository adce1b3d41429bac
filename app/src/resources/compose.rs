//! Puts the lists and pages of resources together.

use domain::entry::{Details, Entry, Kind, Summary};
use domain::listing::Listing;
use domain::{Error, Language, Portal, date};
use jiff::Timestamp;
use leptos::prelude::*;

use super::article::{Article, Byline};
use super::courses::{CourseView, Courses};
use super::media::{MediaContent, MediaRow, MediaRows, MediaView, lead_of};
use super::picture::PictureView;
use super::reading;
use crate::entries::content::Contents;
use crate::entries::{ListEnd, ListFiles, present};
use crate::events::region::day_of;
use crate::messages::{ResourceWords, reading_time};
use crate::paths;
use crate::ui::{ItemList, PagerView, Related, TimeTag};

/// How many others a post names.
const MORE: u32 = 3;

/// Who has written entries of a kind, to choose from; empty where nobody chooses by that.
///
/// # Errors
/// Those of the store.
pub async fn authors(
    portal: &Portal,
    kind: Kind,
    language: Language,
    now: Timestamp,
) -> Result<Vec<(String, String)>, Error> {
    if !matches!(kind, Kind::Post | Kind::News) {
        return Ok(Vec::new());
    }
    let authors = portal.catalogue.authors(kind, language, now).await?;
    Ok(authors.into_iter().map(|author| (author.clone(), author)).collect())
}

/// The rows of a list, as its kind shows them, or `empty`.
pub fn rows(
    kind: Kind,
    listed: &[Summary],
    (empty, pager, files): (&'static str, PagerView, ListFiles),
    language: Language,
    now: Timestamp,
) -> AnyView {
    let rows = match kind {
        Kind::Course => {
            let courses = listed.iter().filter_map(|course| CourseView::of(course, language)).collect();
            view! { <Courses courses empty /> }.into_any()
        }
        Kind::Media => {
            let row = |entry: &Summary| MediaRow { item: present::item(entry, language, now), picture: lead_of(entry) };
            view! { <MediaRows rows=listed.iter().map(row).collect() empty /> }.into_any()
        }
        _ => {
            let items = present::items(listed, language, now);
            view! { <ItemList items empty level=2 /> }.into_any()
        }
    };
    view! { {rows} <ListEnd pager files /> }.into_any()
}

/// What stands below the title of a post, of news or of a media entry.
///
/// # Errors
/// Those of the store.
pub async fn content(
    portal: &Portal,
    entry: &Entry,
    contents: Contents,
    language: Language,
    now: Timestamp,
) -> Result<AnyView, Error> {
    if entry.summary.kind == Kind::Media {
        let media = MediaView::of(entry, &contents.figures.names, language);
        return Ok(view! { <MediaContent contents media /> }.into_any());
    }
    let byline = byline(entry, language);
    let picture = PictureView::drawn_lead(entry);
    let more = more(portal, entry, language, now).await?;
    // Said above, with their links.
    let contents = Contents { details: Vec::new(), link: None, ..contents };
    Ok(view! { <Article contents picture byline more /> }.into_any())
}

fn byline(entry: &Entry, language: Language) -> Byline {
    let summary = &entry.summary;
    let words = &summary.edition.words;
    let day = |day: jiff::civil::Date| TimeTag { text: date::day(day, language), machine: day.to_string() };
    // Readers could not see a change that was made before the day that it bears.
    let (changed, created) = (day_of(summary.updated), summary.created);
    let is_changed = summary.updated > created && summary.published.is_none_or(|published| changed > published);
    let written = paths::with_query(&paths::list(language, summary.kind), [("author", words.author.as_str())]);
    let first = match &summary.details {
        Details::Post { first_published } => first_published.clone(),
        _ => None,
    };
    Byline {
        dateline: summary.written_from().unwrap_or_default().to_owned(),
        author: (!words.author.is_empty()).then(|| (words.author.clone(), written)),
        published: summary.published.map(day),
        updated: is_changed.then(|| day(changed)),
        reading: reading::minutes(entry, language).map(|minutes| reading_time(minutes, language)),
        first,
        credit: words.credit.clone(),
    }
}

/// Others of the first network of an entry; none where there are none.
async fn more(
    portal: &Portal,
    entry: &Entry,
    language: Language,
    now: Timestamp,
) -> Result<Option<(Related, &'static str)>, Error> {
    let summary = &entry.summary;
    let Some(network) = summary.networks.first() else { return Ok(None) };
    let listing = Listing::newest(summary.kind, language, MORE + 1).of_network(network.clone());
    let listed = portal.library.list(&listing, now).await?;
    let mut others: Vec<_> = listed.items.into_iter().filter(|other| other.slug != summary.slug).collect();
    others.truncate(usize::try_from(MORE).unwrap_or(usize::MAX));
    if others.is_empty() {
        return Ok(None);
    }
    let words = ResourceWords::of(language);
    let title = if summary.kind == Kind::News { words.more_news } else { words.more_posts };
    let related = Related {
        items: present::items(&others, language, now),
        total: listed.total,
        href: paths::with_query(&paths::list(language, summary.kind), [("network", network.as_str())]),
    };
    Ok(Some((related, title)))
}
