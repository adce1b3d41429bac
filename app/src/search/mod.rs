//! One box over every kind of entry, in both languages.

pub mod compose;
mod search_page;
pub mod view;

pub use search_page::SearchPage;
