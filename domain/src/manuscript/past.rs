//! Former states of a manuscript, from what every save has left behind.

use super::Fields;
use crate::revision::{Change, Revision};

/// The fields as a revision left them: `history` is every save, the latest first.
///
/// None where the history knows no such revision.
pub fn as_of(now: &Fields, history: &[Revision], revision: i64) -> Option<Fields> {
    let newer = history.iter().position(|its| its.id == revision)?;
    let mut fields = now.clone();
    for change in history[..newer].iter().flat_map(|its| &its.changes) {
        fields.set(&change.field, change.before.as_deref().unwrap_or_default());
    }
    Some(fields)
}

/// What differs between two states, field by field.
pub fn differences(before: &Fields, after: &Fields) -> Vec<Change> {
    let mut names: Vec<&str> = before.iter().chain(after.iter()).map(|(field, _)| field).collect();
    names.sort_unstable();
    names.dedup();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    names
        .into_iter()
        .filter(|field| before.get(field) != after.get(field))
        .map(|field| Change { field: field.to_owned(), before: some(before.get(field)), after: some(after.get(field)) })
        .collect()
}
