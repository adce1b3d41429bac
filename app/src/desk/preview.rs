//! Drafts as their readers will see them: what is shown, and the bar above it that says so.

use domain::account::Staff;
use domain::entry::{Details, Entry, Kind};
use domain::file::{Used, uses_of};
use domain::manuscript::{Edit, Manuscript};
use domain::pack::EntryDraft;
use domain::{Error, Language, Portal, Slug};
use jiff::Timestamp;
use leptos::prelude::*;

use super::compose::place;
use super::left::Left;
use crate::messages::PreviewWords;
use crate::site::use_language;

/// The bar above a preview: it says what one sees, and where one can go from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewBar {
    /// What one sees, and until when.
    pub sentence: String,
    /// Ways on, each with its name; only for staff.
    pub links: Vec<(String, String)>,
    /// The address of this preview in the other language.
    pub twin: String,
}

/// A draft as a writer sees it: with what they have typed and not saved, where that can be saved as it stands.
///
/// # Errors
/// Those of the store.
pub async fn draft(portal: &Portal, staff: &Staff, kind: Kind, slug: &Slug) -> Result<Manuscript, Error> {
    let manuscript = portal.manuscripts.manuscript(staff, kind, slug).await?;
    if manuscript.is_deleted {
        return Err(Error::Gone);
    }
    let kept = portal.manuscripts.kept_forms(staff, &place(kind, Some(slug))).await?;
    let typed = Left::of(kept).map(|left| left.typed).unwrap_or_default();
    let edited = manuscript.edited(&Edit { typed, ..Edit::default() }, staff);
    Ok(edited.map_or(manuscript, |edited| {
        let draft = EntryDraft { slug: slug.clone(), ..edited.draft };
        Manuscript { draft, ..edited }
    }))
}

/// The entry that readers of a language will see of a draft; none where it says nothing in any.
///
/// # Errors
/// Those of the store.
pub async fn entry(
    portal: &Portal,
    draft: &Manuscript,
    language: Language,
    now: Timestamp,
) -> Result<Option<Entry>, Error> {
    let Some(mut entry) = draft.entry(language, now) else { return Ok(None) };
    for (place, uid) in uses_of(&draft.draft) {
        entry.files.extend(portal.files.files(&[uid]).await?.into_iter().map(|file| Used { place, file }));
    }
    entry.contact = match &draft.draft.details {
        Details::Network { contact, .. } | Details::News { contact, .. } => match portal.library.contact(contact).await
        {
            Ok(contact) => Some(contact),
            Err(Error::NotFound) => None,
            Err(failure) => return Err(failure),
        },
        _ => None,
    };
    Ok(Some(entry))
}

/// The bar of a preview.
#[component]
pub fn PreviewNotice(bar: PreviewBar) -> AnyView {
    let words = PreviewWords::of(use_language());
    let links = bar.links.into_iter().map(|(name, href)| {
        view! {
            <li>
                <a href=href>{name}</a>
            </li>
        }
    });
    let links = links.collect::<Vec<_>>();
    view! {
        <section class="banner preview-bar" aria-label=words.title>
            <p>
                <strong>{words.title}</strong>
                " "
                {bar.sentence}
            </p>
            <ul class="desk-links" role="list">{links}</ul>
        </section>
    }
    .into_any()
}
