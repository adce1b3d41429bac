//! The text of a PDF, page by page, so that the search finds what stands in it.

use std::time::Duration;

use domain::file::Uid;
use domain::{Error, Portal};
use lopdf::{Document, LoadOptions};

/// The most pages that are read of a document, and the most characters of a page.
const MOST_PAGES: usize = 1_000;
const LONGEST_PAGE: usize = 20_000;

/// The most that a page may unpack to, in bytes.
const LARGEST_PAGE: usize = 8 * 1024 * 1024;

/// How long other documents wait for one to be read.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads a document that was stored, and keeps its text. One that cannot be read, or holds pictures of pages alone, has none.
///
/// # Errors
/// Those of the store.
pub async fn read(portal: &Portal, uid: &Uid) -> Result<(), Error> {
    let mut bytes = Vec::new();
    for place in 0.. {
        match portal.files.part(uid, 0, place).await {
            Ok(part) => bytes.extend(part),
            Err(Error::NotFound) => break,
            Err(failure) => return Err(failure),
        }
    }
    // A document is whatever somebody sent: should the reader of it fall over, the program does not.
    let reading = tokio::task::spawn_blocking(move || pages(&bytes));
    let pages = match tokio::time::timeout(PATIENCE, reading).await {
        Ok(Ok(pages)) => pages,
        Ok(Err(cause)) => {
            tracing::warn!(%uid, %cause, "a document could not be read");
            Vec::new()
        }
        Err(_late) => {
            tracing::warn!(%uid, "a document takes too long to read");
            Vec::new()
        }
    };
    match portal.files.put_pages(uid, &pages).await {
        // It is gone meanwhile.
        Err(Error::NotFound) => Ok(()),
        outcome => outcome,
    }
}

/// The text of each page, the first first.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_PAGE), ..LoadOptions::default() };
    let Ok(document) = Document::load_mem_with_options(bytes, options) else { return Vec::new() };
    if document.is_encrypted() {
        return Vec::new();
    }
    let numbers = document.get_pages().into_keys().take(MOST_PAGES);
    numbers
        .map(|number| {
            let text = document.extract_text_with_limit(&[number], LARGEST_PAGE).unwrap_or_default();
            // One blank between words, whatever the layout was; hyphens at line ends are joined.
            let text = text.replace("-\n", "");
            let words: Vec<&str> = text.split_whitespace().collect();
            let text = words.join(" ");
            domain::plain::plain(text.chars().take(LONGEST_PAGE).collect())
        })
        .collect()
}
