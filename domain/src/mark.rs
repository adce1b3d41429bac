//! What members mark for themselves: networks that they follow, and how much they hear of each; entries that they keep.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::entry::Kind;
use crate::fold::fold;
use crate::{Problem, Rule, Slug};

/// How much somebody hears of a network that they follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Notices {
    /// Everything, as soon as it is published.
    All,
    /// One letter a day or a week, as they have chosen in their profile.
    Digest,
    /// Nothing; the dashboard still shows its events.
    None,
}

impl Notices {
    /// Every choice, the loudest first.
    pub const ALL: [Self; 3] = [Self::All, Self::Digest, Self::None];

    /// What following begins with.
    pub const FIRST: Self = Self::Digest;

    /// The name of the choice, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Digest => "digest",
            Self::None => "none",
        }
    }

    /// A choice by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notices| notices.code() == code)
    }
}

/// A network that somebody follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Its address.
    pub network: Slug,
    /// How much they hear of it.
    pub notices: Notices,
}

/// How a network is followed, as one person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Following {
    /// One's own choice, where one follows it.
    pub own: Option<Notices>,
    /// How many members follow it, oneself included.
    pub followers: u32,
}

/// An entry that somebody keeps for later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// What its owner calls it, in their order.
    pub labels: Vec<String>,
    /// What its owner notes of it; nobody else sees it.
    pub note: String,
    /// Since when.
    pub since: Timestamp,
}

/// The most characters of all labels together, as they are typed.
pub const LONGEST_LABELS: usize = 300;
/// The most characters of a note.
pub const LONGEST_NOTE: usize = 1000;

/// Reads labels, typed with commas between them: each once, whatever its case and accents.
///
/// # Errors
/// The field `labels`, where they are too long.
pub fn read_labels(typed: &str) -> Result<Vec<String>, Problem> {
    let mut labels: Vec<String> = Vec::new();
    for label in typed.split([',', '\n']) {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        if !label.is_empty() && !labels.iter().any(|known| fold(known) == fold(&label)) {
            labels.push(label);
        }
    }
    if typed.chars().count() > LONGEST_LABELS {
        return Err(Problem::new("labels", typed, Rule::AtMost(LONGEST_LABELS)));
    }
    Ok(labels)
}

/// Reads a note.
///
/// # Errors
/// The field `note`, where it is too long.
pub fn read_note(typed: &str) -> Result<String, Problem> {
    let note = typed.trim().replace("\r\n", "\n");
    if note.chars().count() > LONGEST_NOTE {
        return Err(Problem::new("note", typed, Rule::AtMost(LONGEST_NOTE)));
    }
    Ok(note)
}
