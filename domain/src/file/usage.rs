//! Which files an entry uses, and for what.

use std::collections::HashSet;

use super::{File, Uid};
use crate::pack::EntryDraft;

/// For what an entry uses a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Listed among its documents.
    Documents,
    /// Listed among those of a session of its programme.
    Programme,
    /// Its lead picture.
    Picture,
    /// Shown or linked in its text.
    Text,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 4] = [Self::Documents, Self::Programme, Self::Picture, Self::Text];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Programme => "programme",
            Self::Picture => "picture",
            Self::Text => "text",
        }
    }

    /// A place by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.code() == code)
    }
}

/// A file in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// For what.
    pub place: Place,
    /// The file.
    pub file: File,
}

/// Every file that an entry uses, each once for each place, in its order. What uses files in a new way is added here.
pub fn uses_of(draft: &EntryDraft) -> Vec<(Place, Uid)> {
    let documents = draft.files.iter().cloned().map(|uid| (Place::Documents, uid));
    let sessions = draft.sessions.iter().flat_map(|session| session.files.iter().cloned());
    let in_programme = sessions.map(|uid| (Place::Programme, uid));
    let picture = draft.picture.as_deref().and_then(picture_uid).map(|uid| (Place::Picture, uid));
    let texts = draft.blocks.iter().flat_map(|block| block.texts.iter());
    let in_text = texts.flat_map(|(_, text)| uids_in(&text.markdown)).map(|uid| (Place::Text, uid));
    let mut known = HashSet::new();
    documents.chain(in_programme).chain(picture).chain(in_text).filter(|its| known.insert(its.clone())).collect()
}

/// The file of the library that a lead picture is; none where it is one of the built-in pictures.
pub fn picture_uid(picture: &str) -> Option<Uid> {
    picture.strip_prefix("files/")?.parse().ok()
}

/// The files that a text leads to or shows: whatever follows `/files/`.
pub fn uids_in(markdown: &str) -> Vec<Uid> {
    let after = markdown.split("/files/").skip(1);
    after.filter_map(|rest| rest.split(|sign: char| !sign.is_ascii_alphanumeric()).next()?.parse().ok()).collect()
}
