//! What was meant where nothing has a word as it was typed.

use domain::search::{Hit, Reason};

use crate::asked::Asked;

/// What was typed as the best hit writes it.
pub(crate) fn respelled(asked: &Asked, hits: &[Hit]) -> Option<String> {
    let spelled = |typed: &str| {
        hits.first()?.reasons.iter().find_map(|reason| match reason {
            Reason::Spelling { typed: its, found } if its == typed => Some(found.to_lowercase()),
            _ => None,
        })
    };
    let words: Vec<String> =
        asked.parts.iter().map(|part| spelled(&part.typed).unwrap_or_else(|| part.typed.clone())).collect();
    (asked.parts.iter().any(|part| spelled(&part.typed).is_some())).then(|| words.join(" "))
}
