//! Forms that say the whole of something: who saves one must have seen what it takes the place of.
//!
//! The form bears a mark of what was stored when it was opened. Where something else is stored by now, nothing is written: the
//! form is shown again with both, and the mark of what is stored now, so that saving it then is done knowingly.

use std::fmt::Debug;

use crate::block::fingerprint;
use crate::{Error, Problem, Rule};

/// The questions of an event.
pub const QUESTIONS: &str = "seen-questions";
/// The rules of an event's seats.
pub const SEATS: &str = "seen-seats";
/// The notice above every page.
pub const BANNER: &str = "seen-banner";
/// What is said of a file.
pub const FILE: &str = "seen-file";

/// The mark of what is stored. It is compared with marks of the same program alone: after an update, somebody may be shown once
/// more what they have seen.
pub fn mark(stored: &impl Debug) -> String {
    fingerprint(&format!("{stored:?}"))
}

/// Checks that a writer has seen what is stored; `form` names the form, `seen` is the mark that it bears. No mark: whoever asks
/// is no form, and means whatever is stored. What is stored already may be said again.
///
/// # Errors
/// [`Error::Invalid`] with [`Rule::Seen`].
pub fn check<T: Debug + PartialEq>(form: &str, seen: Option<&str>, stored: &T, new: &T) -> Result<(), Error> {
    match seen {
        Some(seen) if seen != mark(stored) && stored != new => {
            Err(Error::Invalid(vec![Problem::new(form, "", Rule::Seen)]))
        }
        _ => Ok(()),
    }
}
