//! What one writer has typed in several forms of one entry and not saved: in two tabs, on two devices. Each form is kept under
//! its own name, so that none replaces another; opening the editor brings them together, field by field.

use domain::block::fingerprint;
use domain::manuscript::{Typed, UnsavedForm};
use jiff::Timestamp;

/// The hidden field that names the forms that were brought together, each with when it was kept.
pub const LEFT: &str = "left";
/// The hidden field that names the texts that were shown beside those in the fields, each by its fingerprint.
pub const OTHERS: &str = "others";

/// What is left of several forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// What each field shows: what was typed there last.
    pub typed: Vec<Typed>,
    /// What was typed into the same fields before that, elsewhere.
    pub others: Vec<Typed>,
    /// Where all of it is kept, as [`LEFT`] says it.
    pub places: String,
}

fn is_changed(typed: &Typed) -> bool {
    fingerprint(&typed.text) != typed.base
}

impl Left {
    /// Brings forms together, the last kept first. A field that was not touched in one of them says nothing of what another
    /// has. None where nothing was typed.
    pub fn of(forms: Vec<UnsavedForm>) -> Option<Self> {
        let mut left = Self::default();
        let places = forms.iter().map(|form| format!("{}@{}", form.place, form.kept.as_microsecond()));
        left.places = places.collect::<Vec<_>>().join(" ");
        for typed in forms.into_iter().flat_map(|form| form.typed).filter(is_changed) {
            let is_known = |known: &[Typed]| known.iter().any(|its| its.field == typed.field && its.text == typed.text);
            if left.typed.iter().all(|its| its.field != typed.field) {
                left.typed.push(typed);
            // An order of parts is no text that somebody could miss.
            } else if !is_known(&left.typed) && !is_known(&left.others) && typed.field != "blocks" {
                left.others.push(typed);
            }
        }
        (!left.typed.is_empty()).then_some(left)
    }

    /// The other texts, as [`OTHERS`] says them.
    pub fn others(&self) -> String {
        self.others.iter().map(other).collect::<Vec<_>>().join(" ")
    }
}

/// How a text is named that was shown beside the one in the field.
pub fn other(typed: &Typed) -> String {
    format!("{}:{}", typed.field, fingerprint(&typed.text))
}

/// Reads what [`Left::places`] says: where, and when it was kept.
pub fn read_places(text: &str) -> Vec<(String, Timestamp)> {
    let read = |word: &str| {
        let (place, kept) = word.rsplit_once('@')?;
        Some((place.to_owned(), Timestamp::from_microsecond(kept.parse().ok()?).ok()?))
    };
    text.split_whitespace().filter_map(read).collect()
}
