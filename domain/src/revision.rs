//! What every write leaves behind: who changed what, when and why.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One save of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The stored id; later ones are greater.
    pub id: i64,
    /// When it was saved, and since when it holds.
    pub valid_from: Timestamp,
    /// When the next save took its place; none for the one that holds now.
    pub valid_to: Option<Timestamp>,
    /// Who saved it: a person's key, or `seed`.
    pub actor: String,
    /// Why, in the words of who saved it.
    pub reason: String,
    /// Field by field.
    pub changes: Vec<Change>,
}

/// One field before and after. Text is kept whole, so that any two revisions can be compared by words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The field: `slug`, `en.title`, `block.12.es`.
    pub field: String,
    /// What it was; none where it did not exist.
    pub before: Option<String>,
    /// What it became; none where it was removed.
    pub after: Option<String>,
}
