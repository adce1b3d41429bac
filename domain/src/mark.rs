//! What members mark for themselves: networks that they follow, and how much they hear of each; entries that they keep.

use serde::{Deserialize, Serialize};

use crate::Slug;
use crate::entry::Kind;

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
}
