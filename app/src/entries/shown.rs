//! What stands at the address of an entry: its page, or what is shown in its place.

use domain::entry::{Entry, Kind};
use domain::{Error, Language, Portal, Slug};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::content::MissingEdition;
use super::entry_page::EntryTop;
use super::tombstone::tombstone;
use super::view::EntryHead;
use crate::failure::Failure;
use crate::ui::{Drawings, Drawn, Inert};

/// What stands at the address of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown<T> {
    /// Its page.
    Page(T),
    /// An honest word where it does not exist in the page's language, a tombstone where it was withdrawn.
    Instead(Instead),
}

/// What is shown in the place of an entry, below its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The top of the page; without a summary, so that nobody takes it for the entry.
    pub head: EntryHead,
    /// Everything below.
    pub content: Drawn,
}

impl<T> Shown<T> {
    /// Shows the page with `page`, or what stands in its place.
    pub fn show(self, page: impl FnOnce(T) -> AnyView) -> AnyView {
        match self {
            Self::Page(shown) => page(shown),
            Self::Instead(Instead { head, content }) => view! { <EntryTop head /> <Inert drawn=content /> }.into_any(),
        }
    }
}

/// The entry at an address, for its page to be put together; or what is shown in its place, with the status of that.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Moved`]; [`Error::Gone`] for what readers never saw; those of the store.
pub async fn find(
    portal: &Portal,
    kind: Kind,
    slug: &str,
    language: Language,
    ink: &mut Drawings,
) -> Result<Shown<Entry>, Failure> {
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let entry = match portal.library.entry(kind, &slug, language, portal.clock.now()).await {
        Err(Error::Gone) => return Ok(Shown::Instead(tombstone(portal, kind, &slug, language, ink).await?)),
        found => found?,
    };
    if entry.editions.languages().any(|its| its == language) {
        return Ok(Shown::Page(entry));
    }
    let head = EntryHead { summary: String::new(), ..EntryHead::of(&entry, language) };
    let content = ink.draw(view! { <MissingEdition summary=entry.summary /> }.into_any());
    Ok(Shown::Instead(Instead { head, content }))
}
