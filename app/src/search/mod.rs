//! One box over every kind of entry, in both languages.

pub mod compose;
pub mod facets;
mod hits;
mod nothing;
mod search_page;
pub mod view;

pub use search_page::SearchPage;
