//! Puts the documents of an entry and the pages of the library together.

use std::collections::BTreeMap;

use domain::account::{Role, Staff};
use domain::file::{File, Place, Reach, Uid, Used};
use domain::programme::Session;
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use super::documents::FileLine;
use super::library::Library;
use super::media_file::MediaFile;
use super::view::MediaRequest;
use crate::account::visit::Visit;
use crate::messages::FileWords;

/// How many files a page of the library shows.
pub const ROWS: u32 = 30;

/// The documents among what an entry uses, as the reader at hand sees them.
///
/// # Errors
/// Those of the store.
pub async fn documents(portal: &Portal, used: &[Used], language: Language) -> Result<Vec<FileLine>, Error> {
    let listed = used.iter().filter(|used| used.place == Place::Documents).map(|used| used.file.clone()).collect();
    lines(portal, listed, language).await
}

/// The documents of each session of a programme that has any, as the reader at hand sees them: by the session's place among
/// the others.
///
/// # Errors
/// Those of the store.
pub async fn of_sessions(
    portal: &Portal,
    sessions: &[Session],
    used: &[Used],
    language: Language,
) -> Result<BTreeMap<usize, Vec<FileLine>>, Error> {
    let mut all = BTreeMap::new();
    for (place, session) in sessions.iter().enumerate().filter(|(_, session)| !session.files.is_empty()) {
        let find = |uid: &Uid| used.iter().find(|used| used.place == Place::Programme && used.file.uid == *uid);
        let files = session.files.iter().filter_map(find).map(|used| used.file.clone()).collect();
        all.insert(place, lines(portal, files, language).await?);
    }
    Ok(all)
}

/// Any files of a page that is shown, as the reader at hand sees them.
///
/// # Errors
/// Those of the store.
pub async fn lines(portal: &Portal, files: Vec<File>, language: Language) -> Result<Vec<FileLine>, Error> {
    let visit = Visit::current();
    let (account, now) = (visit.account(), portal.clock.now());
    let mut lines = Vec::new();
    for file in files {
        // A draft is shown as it will be, whatever its files are by now.
        let reach = if file.is_for_all(now) || account.is_none() || visit.preview.is_some() {
            Reach { is_shown: true, has_seat: false }
        } else {
            let reader = account.map(|account| account.id);
            portal.files.reached(&file.uid, reader, now).await?.1
        };
        lines.push(FileLine::of(&file, file.opens_for(account, reach, now), now, language));
    }
    Ok(lines)
}

/// The media library.
///
/// # Errors
/// Those of the store.
pub async fn library(
    portal: &Portal,
    staff: Staff,
    request: MediaRequest,
    visit: Visit,
    language: Language,
) -> Result<(String, AnyView), Error> {
    let words = FileWords::of(language);
    let held = portal.files.library(&staff, &request.filter()).await?;
    let title = if request.bin { words.bin } else { words.library };
    let is_editor = staff.account().role >= Role::Editor;
    Ok((title.to_owned(), view! { <Library request held visit is_editor /> }.into_any()))
}

/// A file of the library.
///
/// # Errors
/// Those of the store.
pub async fn media_file(
    portal: &Portal,
    staff: Staff,
    uid: &str,
    (is_done, back): (bool, String),
    visit: Visit,
    language: Language,
) -> Result<(String, AnyView), Error> {
    let uid = uid.parse().map_err(|_unreadable| Error::NotFound)?;
    let held = portal.files.held(&staff, &uid).await?;
    let title = held.file.title(language).1.to_owned();
    Ok((title, view! { <MediaFile held visit staff is_done back /> }.into_any()))
}
