//! Three texts of one field: what it was when the form was opened, what is typed, what is stored by now.

use serde::{Deserialize, Serialize};

use super::Fields;
use crate::block::fingerprint;

/// A field as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Its name.
    pub field: String,
    /// What is typed.
    pub text: String,
    /// The [`fingerprint`] of what the field held when the form was opened.
    pub base: String,
}

impl Typed {
    /// A field of a form, as browsers send it: with their line ends.
    pub fn new(field: &str, text: &str, base: &str) -> Self {
        Self { field: field.to_owned(), text: text.replace("\r\n", "\n").trim().to_owned(), base: base.to_owned() }
    }
}

/// What somebody wants to save.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edit {
    /// The fields of the form; those that it does not have stay as they are.
    pub typed: Vec<Typed>,
    /// Translations that their writer has found still right, though the source has changed.
    pub still_right: Vec<String>,
    /// Why, in the writer's words.
    pub reason: String,
}

impl Edit {
    /// Whether the writer has found a translation still right.
    pub(super) fn confirms(&self, field: &str) -> bool {
        self.still_right.iter().any(|its| its == field)
    }

    /// The fingerprint of a text that the writer had before them and that somebody else has changed since; none where they
    /// have seen, or written, what is stored.
    pub(super) fn outdated(&self, field: &str, stored: &str) -> Option<String> {
        let typed = self.typed.iter().find(|typed| typed.field == field)?;
        (fingerprint(&typed.text) == typed.base && fingerprint(stored) != typed.base).then(|| typed.base.clone())
    }
}

/// A field that two people have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Its name.
    pub field: String,
    /// What the second writer has typed.
    pub mine: String,
    /// What is stored by now.
    pub theirs: String,
}

/// The fields after an edit; or every field that two people have changed to different texts.
pub(super) fn merge(stored: &Fields, edit: &Edit) -> Result<Fields, Vec<Conflict>> {
    let mut merged = stored.clone();
    let mut conflicts = Vec::new();
    for Typed { field, text, base } in &edit.typed {
        let theirs = stored.get(field);
        if fingerprint(text) == *base || text == theirs.trim() {
            // Not changed here, or to the same.
        } else if fingerprint(theirs) == *base {
            merged.set(field, text);
        } else {
            conflicts.push(Conflict { field: field.clone(), mine: text.clone(), theirs: theirs.to_owned() });
        }
    }
    if conflicts.is_empty() { Ok(merged) } else { Err(conflicts) }
}

/// Fields that an edit removes with what they are a part of, and that others have changed where its writer has not seen it.
pub(super) fn removed_unseen(stored: &Fields, edit: &Edit, is_removed: impl Fn(&str) -> bool) -> Vec<Conflict> {
    let is_unseen =
        |typed: &&Typed| is_removed(&typed.field) && edit.outdated(&typed.field, stored.get(&typed.field)).is_some();
    let conflict = |typed: &Typed| Conflict {
        field: typed.field.clone(),
        mine: typed.text.clone(),
        theirs: stored.get(&typed.field).to_owned(),
    };
    edit.typed.iter().filter(is_unseen).map(conflict).collect()
}
