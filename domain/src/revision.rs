//! What every write leaves behind: who changed what, when and why.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Saves of one person that follow each other more closely than this are one sitting.
pub const PAUSE: SignedDuration = SignedDuration::from_mins(30);
/// The most characters of a version's name.
pub const LONGEST_NAME: usize = 80;

/// Who saved what is loaded with a pack: nobody.
pub const SEED: &str = "seed";

/// One save of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The stored id; later ones are greater.
    pub id: i64,
    /// When it was saved, and since when it holds.
    pub valid_from: Timestamp,
    /// When the next save took its place; none for the one that holds now.
    pub valid_to: Option<Timestamp>,
    /// Who saved it: a person's signature, or [`SEED`].
    pub actor: String,
    /// Why, in the words of who saved it.
    pub reason: String,
    /// The name that somebody has given to what it left.
    pub name: Option<String>,
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

/// What one person has saved without a longer pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The saves, the latest first; never none.
    pub saves: Vec<Revision>,
}

impl Sitting {
    /// What is different after all of it, field by field; what was changed back is not.
    pub fn changes(&self) -> Vec<Change> {
        let mut fields: BTreeMap<&str, Change> = BTreeMap::new();
        for change in self.saves.iter().rev().flat_map(|save| &save.changes) {
            let known = fields.entry(&change.field).or_insert_with(|| change.clone());
            known.after.clone_from(&change.after);
        }
        fields.into_values().filter(|change| change.before != change.after).collect()
    }

    /// Why, each reason once, the first one first.
    pub fn reasons(&self) -> Vec<&str> {
        let mut reasons: Vec<&str> = Vec::new();
        for save in self.saves.iter().rev() {
            if !save.reason.is_empty() && !reasons.contains(&save.reason.as_str()) {
                reasons.push(&save.reason);
            }
        }
        reasons
    }
}

/// Folds a history, the latest save first, into sittings. A version with a name ends one: what is saved later is kept apart.
pub fn sittings(history: Vec<Revision>) -> Vec<Sitting> {
    let mut sittings: Vec<Sitting> = Vec::new();
    for save in history {
        let goes_on = sittings.last().and_then(|sitting| sitting.saves.last()).is_some_and(|later| {
            later.actor == save.actor
                && save.name.is_none()
                && later.valid_from.duration_since(save.valid_from) <= PAUSE
        });
        match sittings.last_mut().filter(|_| goes_on) {
            Some(sitting) => sitting.saves.push(save),
            None => sittings.push(Sitting { saves: vec![save] }),
        }
    }
    sittings
}
