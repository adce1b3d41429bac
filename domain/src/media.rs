//! What sort of thing a media entry is.

use serde::{Deserialize, Serialize};

/// What sort of thing a media entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MediaForm {
    /// One picture.
    #[default]
    Picture,
    /// Several pictures: those of its body, in their order.
    Gallery,
    /// A video that is shown elsewhere.
    Video,
    /// A sound recording that is heard elsewhere.
    Recording,
}

impl MediaForm {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Picture, Self::Gallery, Self::Video, Self::Recording];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Gallery => "gallery",
            Self::Video => "video",
            Self::Recording => "recording",
        }
    }

    /// The form with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    /// Whether it lasts: its words are then a transcript.
    pub const fn lasts(self) -> bool {
        matches!(self, Self::Video | Self::Recording)
    }
}
