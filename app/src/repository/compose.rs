//! Puts the page of a publication together.

use std::collections::BTreeMap;

use domain::citation::Work;
use domain::entry::{Details, Entry, Kind, Summary};
use domain::file::Place;
use domain::{Error, Language, Portal, Slug};
use jiff::Timestamp;
use leptos::prelude::*;

use super::cite::Citations;
use super::facts::{editions, facts};
use super::publication::{Publication, PublicationContent, Versions};
use super::related::{RelatedEntries, of_same_network};
use super::{linked_data, machines};
use crate::entries::compose::countries_of;
use crate::entries::view::{EntryHead, EntryView};
use crate::entries::{Figures, present};
use crate::events::region;
use crate::failure::Failure;
use crate::files::LeadView;
use crate::messages::{downloaded, pages_count};
use crate::paths;
use crate::site::use_site;
use crate::ui::{BodyView, Drawings, Marks};

/// How many downloads are told: a few say nothing, and might discourage.
const WORTH_TELLING: u64 = 10;

/// The page of a publication.
///
/// # Errors
/// Those of the store.
pub async fn page(portal: &Portal, entry: Entry, language: Language, ink: &mut Drawings) -> Result<EntryView, Failure> {
    let now = portal.clock.now();
    let summary = &entry.summary;
    let slug = &summary.slug;
    let keep = crate::marks::compose::keep(portal, Kind::Publication, slug, language).await?;
    let edit = crate::marks::compose::edit(Kind::Publication, slug, language);
    let related = of_same_network(portal, summary, language, now).await?;
    let linked = portal.library.linked_works(summary, language, now).await?;
    let versions =
        Versions { newer: links(&linked.replaced_by, language), older: links(linked.replaces.as_slice(), language) };
    let publication = publication(portal, &entry, &linked.editions, language, now).await?;
    let head = EntryHead::of(&entry, language);
    let content = view! {
        <PublicationContent publication versions />
        <Marks toggles=vec![keep] edit />
        <RelatedEntries related />
    };
    Ok(EntryView { head, problems: Vec::new(), content: ink.draw(content.into_any()) })
}

fn links(works: &[Summary], language: Language) -> Vec<(String, String)> {
    let link = |work: &Summary| (work.edition.title.clone(), paths::entry(language, work.kind, &work.slug));
    works.iter().map(link).collect()
}

async fn publication(
    portal: &Portal,
    entry: &Entry,
    other_editions: &[Summary],
    language: Language,
    now: Timestamp,
) -> Result<Publication, Error> {
    let summary = &entry.summary;
    let countries = countries_of(portal, summary, language, now).await?;
    let figures = Figures::of(portal, entry, language, now).await?;
    let site = crate::site::public_url();
    let work = work(summary, &site, &countries, language);
    let linked = work.as_ref().map(|work| {
        machines::tell(entry, work, &site, language, now);
        use_site().with_value(|site| linked_data::of(entry, work, &countries, now, site))
    });
    let mut documents = crate::files::compose::documents(portal, &entry.files, language).await?;
    let (link, pages) = match &summary.details {
        Details::Publication { link, pages, .. } => (link.clone(), *pages),
        _ => (None, None),
    };
    // The pages of the work are those of its document, where there is one.
    if let ([document], Some(pages)) = (documents.as_mut_slice(), pages) {
        document.facts.push(pages_count(pages, language));
    }
    let listed: Vec<_> = entry.files.iter().filter(|used| used.place == Place::Documents).collect();
    let uids: Vec<_> = listed.iter().map(|used| used.file.uid.clone()).collect();
    let times = portal.traffic.downloaded(&uids).await?;
    Ok(Publication {
        item: present::item(summary, language, now),
        lead: LeadView::of(entry, language),
        body: BodyView::of(&entry.blocks, (&entry.files, &figures.names), (language, entry.source), false),
        facts: facts(entry, &countries, language),
        editions: editions(entry, &documents, other_editions, language),
        citations: work.map(|work| Citations::of(&work, &summary.slug, language, region::day_of(now))),
        documents,
        downloaded: (times >= WORTH_TELLING).then(|| downloaded(times, language)),
        link,
        linked,
        figures,
        here: paths::entry(language, Kind::Publication, &summary.slug),
    })
}

/// The work that a publication is, as it is cited; none for another kind. `site` is the address of the portal.
pub fn work(summary: &Summary, site: &str, countries: &BTreeMap<Slug, String>, language: Language) -> Option<Work> {
    let page = format!("{site}{}", paths::entry(language, summary.kind, &summary.slug));
    let jurisdiction = match summary.countries.as_slice() {
        [only] => countries.get(only).cloned(),
        _ => None,
    };
    Work::of(summary, page, jurisdiction)
}
