//! What is derived from a draft when it is written: stored documents, search texts, the first revision.

use domain::Language;
use domain::fold::fold;
use domain::markdown::to_text;
use domain::pack::EntryDraft;
use domain::revision::Change;
use serde_json::to_string;

use crate::fault::{Halt, stored};

/// The words of an edition that search looks through, folded: title, then all of it.
pub(super) fn search_texts(draft: &EntryDraft, language: Language) -> (String, String) {
    let Some(edition) = draft.editions.get(language) else { return (String::new(), String::new()) };
    let words = &edition.words;
    let mut parts = vec![edition.title.clone(), edition.summary.clone(), edition.picture_alt.clone()];
    parts.extend([&words.place, &words.venue, &words.capital, &words.focal_institution].map(Clone::clone));
    parts.extend(draft.blocks.iter().filter_map(|block| Some(to_text(&block.texts.get(language)?.markdown))));
    parts.extend(draft.figures.iter().filter_map(|figure| Some(figure.words.get(language)?.label.clone())));
    (fold(&edition.title), fold(&parts.join(" ")))
}

/// A value as JSON.
pub(super) fn json<T: serde::Serialize>(column: &str, value: &T) -> Result<String, Halt> {
    stored(column, to_string(value))
}

/// The first revision: every field as it came into being.
pub(super) fn first_changes(draft: &EntryDraft, block_ids: &[i64]) -> Vec<Change> {
    let born = |field: String, after: String| Change { field, before: None, after: Some(after) };
    let mut changes = vec![born("slug".to_owned(), draft.slug.to_string())];
    for (language, edition) in draft.editions.iter() {
        changes.push(born(format!("{language}.title"), edition.title.clone()));
        changes.push(born(format!("{language}.summary"), edition.summary.clone()));
    }
    for (block, id) in draft.blocks.iter().zip(block_ids) {
        for (language, text) in block.texts.iter() {
            changes.push(born(format!("block.{id}.{language}"), text.markdown.clone()));
        }
    }
    changes
}
