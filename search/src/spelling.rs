//! What was meant where nothing has a word as it was typed.

use domain::search::{Hit, Reason};

use crate::asked::Asked;

/// A word as it was typed, and as something has it.
type Change = (String, String);

/// Words put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Respelled {
    /// All of them.
    pub(crate) words: String,
    /// Those that were typed otherwise.
    changes: Vec<Change>,
}

impl Respelled {
    /// What was typed as the best hit writes it; none where that is no other way.
    pub(crate) fn of(asked: &Asked, best: Option<&Hit>) -> Option<Self> {
        let changes: Vec<Change> = best?.reasons.iter().filter_map(change).collect();
        let right = |typed: &str| changes.iter().find(|(its, _)| its == typed).map(|(_, right)| right.clone());
        let words: Vec<String> =
            asked.parts.iter().map(|part| right(&part.typed).unwrap_or_else(|| part.written())).collect();
        (!changes.is_empty()).then(|| Self { words: words.join(" "), changes })
    }

    /// The words understood; each part knows what was typed for it.
    pub(crate) fn asked(&self) -> Asked {
        let mut asked = Asked::read(&self.words);
        let typed = |right: &str| {
            let change = self.changes.iter().find(|(_, its)| its == right);
            change.map_or_else(|| right.to_owned(), |(typed, _)| typed.clone())
        };
        for part in &mut asked.parts {
            let words: Vec<String> = part.typed.split(' ').map(typed).collect();
            let mistyped = words.join(" ");
            part.mistyped = (mistyped != part.typed).then_some(mistyped);
        }
        asked
    }
}

fn change(reason: &Reason) -> Option<Change> {
    match reason {
        Reason::Spelling { typed, found } => Some((typed.clone(), found.to_lowercase())),
        _ => None,
    }
}
