//! What is asked before something goes public that cannot be taken back: an event that is there already would be there twice,
//! and letters would go out.

use domain::account::Staff;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{DeskItem, ItemFilter, Manuscript};
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use super::announcement::{Announcement, Consequences, announcement};
use crate::messages::{ChangeWords, send_letters};
use crate::paths;

/// The field of the editor's form that says which question was answered.
pub const ANSWERED: &str = "answered";

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// An event that looks like the one to be published.
    twin: Option<DeskItem>,
    /// The letters that would go out.
    announcement: Option<Announcement>,
}

impl Asked {
    /// What tells it from every other question.
    pub fn key(&self) -> String {
        fingerprint(&format!("{:?} {:?}", self.twin.as_ref().map(|twin| &twin.slug), self.announcement))
    }
}

/// What is to be asked before `before` becomes `after`; nothing where nothing of the sort follows.
///
/// # Errors
/// Those of the store.
pub async fn asked(
    portal: &Portal,
    staff: &Staff,
    before: &Manuscript,
    after: &Manuscript,
    public_url: &str,
) -> Result<Option<Asked>, Error> {
    if after.draft.kind != Kind::Event {
        return Ok(None);
    }
    let is_published = |manuscript: &Manuscript| !manuscript.public_languages().is_empty();
    let twin = if is_published(after) && !is_published(before) {
        let events = ItemFilter { kind: Some(Kind::Event), ..ItemFilter::default() };
        let events = portal.manuscripts.items(staff, &events, portal.clock.now()).await?;
        let is_other = |item: &DeskItem| before.revision == 0 || item.slug != before.draft.slug;
        events.into_iter().find(|item| is_other(item) && item.looks_like(after))
    } else {
        None
    };
    let announcement = if before.revision > 0 && is_published(before) {
        let announcement = announcement(portal, staff, before, after, public_url).await?;
        Some(announcement).filter(|announcement| announcement.count() > 0)
    } else {
        None
    };
    Ok((twin.is_some() || announcement.is_some()).then_some(Asked { twin, announcement }))
}

/// The question, above the editor's form and part of it.
#[component]
pub fn Question(asked: Asked, page: Language) -> AnyView {
    let words = ChangeWords::of(page);
    let key = asked.key();
    let count = asked.announcement.as_ref().map_or(0, Announcement::count);
    let twin = asked.twin.map(|twin| {
        view! {
            <p>
                {words.twin} " "
                <a href=paths::edit(page, twin.kind, &twin.slug)>{twin.title(page).to_owned()}</a>
            </p>
        }
    });
    let announcement = asked.announcement.map(|announcement| view! { <Consequences announcement page /> });
    view! {
        <section class="problems" role="alert" aria-labelledby="asked" tabindex="-1" autofocus>
            <h2 id="asked">{words.not_yet}</h2>
            {twin}
            {announcement}
            <input type="hidden" name=ANSWERED value=key form="editor" />
            <button type="submit" name="task" value="publish" form="editor">
                {send_letters(count, page)}
            </button>
        </section>
    }
    .into_any()
}
