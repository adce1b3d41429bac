//! What readers look for and do not find.

use crate::Language;

/// Words that are looked for and that no page has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// Folded.
    pub words: String,
    /// The language of the page that they were typed into.
    pub language: Language,
    /// How often, in three months.
    pub times: u64,
}

/// On so many days must words have been looked for before staff see them: what somebody typed once, perhaps a name, and looked
/// at again, is shown to nobody.
pub const LEAST_MISSED: i64 = 3;
