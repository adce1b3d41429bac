//! The lead picture of an entry, where it is one of the library.

use domain::Language;
use domain::entry::Entry;
use domain::file::{Access, File, Place, picture_uid};
use leptos::prelude::*;

use crate::paths;

/// A lead picture, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadView {
    /// Its address.
    src: String,
    /// Its addresses, each with its width.
    set: String,
    /// Width and height in pixels.
    size: (u32, u32),
    /// What it shows.
    alt: String,
    /// Who made it.
    credit: String,
}

/// What is not for everybody leads no page.
fn lead(entry: &Entry) -> Option<&File> {
    let used = entry.files.iter().find(|used| used.place == Place::Picture)?;
    Some(&used.file).filter(|file| file.medium.is_picture() && file.about.access == Access::Everybody)
}

/// The address of the lead picture, where there is one that everybody may see.
pub fn lead_address(entry: &Entry) -> Option<String> {
    let picture = entry.summary.picture.as_deref()?;
    match picture_uid(picture) {
        Some(_) => lead(entry).map(|file| paths::file_picture(file, 960)),
        None => Some(paths::picture(picture)),
    }
}

/// What the lead picture shows: in the words of this entry, else in those of the library.
pub fn lead_alt(entry: &Entry, language: Language) -> String {
    let own = &entry.summary.edition.picture_alt;
    let of_library = || lead(entry).and_then(|file| file.about.alts.get(language).cloned()).unwrap_or_default();
    if own.is_empty() { of_library() } else { own.clone() }
}

impl LeadView {
    /// The lead picture of an entry.
    pub fn of(entry: &Entry, language: Language) -> Option<Self> {
        let file = lead(entry)?;
        let widest = file.variants.last()?;
        let set = file.variants.iter().map(|its| format!("{} {}w", paths::file_picture(file, its.width), its.width));
        Some(Self {
            src: paths::file_picture(file, 960),
            set: set.collect::<Vec<_>>().join(", "),
            size: (widest.width, widest.height),
            alt: lead_alt(entry, language),
            credit: file.about.credit.clone(),
        })
    }
}

/// A lead picture with its credit; nothing where there is none.
#[component]
pub fn Lead(lead: Option<LeadView>) -> AnyView {
    let Some(lead) = lead else { return ().into_any() };
    let credit = (!lead.credit.is_empty()).then(|| view! { <figcaption class="hint">{lead.credit}</figcaption> });
    view! {
        <figure class="lead-figure">
            <img
                src=lead.src
                srcset=lead.set
                sizes="(min-width: 74rem) 66rem, 100vw"
                alt=lead.alt
                width=lead.size.0.to_string()
                height=lead.size.1.to_string()
                fetchpriority="high"
            />
            {credit}
        </figure>
    }
    .into_any()
}
