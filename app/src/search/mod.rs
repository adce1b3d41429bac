//! One box over every kind of entry, in both languages.

pub mod api;
pub mod compose;
mod search_page;

pub use search_page::SearchPage;
