//! What the media library asks for, and what it answers to a file that was sent.

use domain::Language;
use domain::file::{FileFilter, Uid, Unfit};

use crate::messages::{FileWords, unfit};

/// The filters of the library, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MediaRequest {
    /// `pictures` or `documents`.
    pub kind: String,
    /// `unused` or `alt`: pictures whose alternative text is missing.
    pub only: String,
    /// Words of title, name or credit.
    pub q: String,
    /// Whether the bin is meant.
    pub bin: bool,
    /// A page of the list.
    pub page: String,
    /// What was just done: `uploaded`, `deleted`, `restored`.
    pub done: String,
    /// The editor that one came from.
    pub back: String,
}

impl MediaRequest {
    /// What the store is asked for; what cannot be understood is no filter.
    pub fn filter(&self) -> FileFilter {
        FileFilter {
            pictures: match self.kind.as_str() {
                "pictures" => Some(true),
                "documents" => Some(false),
                _ => None,
            },
            unused: self.only == "unused",
            lacks_alt: self.only == "alt",
            words: self.q.clone(),
            in_bin: self.bin,
        }
    }
}

/// Why a file that was sent was not stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// None was sent.
    Missing,
    /// It is not fit.
    Unfit(Unfit),
    /// It broke off in the middle.
    Broken,
    /// The same bytes are stored already.
    Known(Uid),
}

/// The same as a sentence.
pub const fn sentence(refused: &Refused, language: Language) -> &'static str {
    let words = FileWords::of(language);
    match refused {
        Refused::Missing => words.file_needed,
        Refused::Unfit(why) => unfit(*why, language),
        Refused::Broken => words.broken,
        Refused::Known(_) => words.known,
    }
}
