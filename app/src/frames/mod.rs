//! Frames: the calendar and its next events as pages of their own that other sites may show in theirs. They bear no script, set
//! no cookie, and their links open in the window around them.

mod compose;
mod document;
mod snippet;

pub use compose::{FrameRequest, Shown, frame};
pub use snippet::Snippets;
