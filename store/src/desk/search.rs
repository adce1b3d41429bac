//! What search will look through, written with the entry.

use domain::entry::Edition;
use domain::fold::fold;
use domain::markdown::to_text;
use domain::pack::EntryDraft;
use domain::programme::SESSION_TEXTS;
use domain::{Error, Language};
use serde_json::Value;

use crate::db::{Tx, execute};
use crate::fault::fault;
use crate::stored::stored;

const FORGET: &str = "delete from search_document where entry_id = $1";

const DOCUMENT: &str = "
    insert into search_document (entry_id, language, title_folded, text_folded)
    values ($1, $2, $3, $4)";

/// Puts what search looks through in order.
pub(super) async fn write_documents(tx: &mut Tx, entry: i64, draft: &EntryDraft) -> Result<(), Error> {
    execute!(tx, FORGET, entry).map_err(fault)?;
    for (language, edition) in draft.editions.iter() {
        let text = all_text(draft, language, edition)?;
        execute!(tx, DOCUMENT, entry, language.code(), fold(&edition.title), fold(&text)).map_err(fault)?;
    }
    Ok(())
}

/// Every text of one language that the entry's page shows.
fn all_text(draft: &EntryDraft, language: Language, edition: &Edition) -> Result<String, Error> {
    let mut texts = vec![edition.title.clone(), edition.summary.clone(), edition.picture_alt.clone()];
    // Whatever words a kind has, now or later.
    if let Value::Object(words) = stored("edition.words", serde_json::to_value(&edition.words))? {
        texts.extend(words.into_iter().filter_map(|(_, word)| word.as_str().map(str::to_owned)));
    }
    for block in &draft.blocks {
        texts.extend(block.texts.get(language).map(|text| to_text(&text.markdown)));
    }
    for text in draft.sessions.iter().filter_map(|session| session.texts.get(language)) {
        texts.extend(SESSION_TEXTS.map(|part| text.get(part).to_owned()));
    }
    for words in draft.figures.iter().filter_map(|figure| figure.words.get(language)) {
        texts.push(words.label.clone());
        texts.extend(words.note.clone());
    }
    Ok(texts.join(" "))
}
