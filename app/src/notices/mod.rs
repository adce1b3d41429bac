//! What members are told in the portal: notices on the dashboard, and how many are not read, kept up to date while it is open.

pub mod compose;
mod live;
mod parts;
pub mod view;

pub use live::{UNREAD, UnreadLine};
pub use parts::{EndLetters, LettersEnded, Notices};
