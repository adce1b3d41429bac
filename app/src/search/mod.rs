//! One box over every kind of entry, in both languages.

pub mod compose;
pub mod facets;
mod hits;
mod nothing;
mod search_box;
mod search_page;
pub mod suggestions;
pub mod view;

pub use search_box::SearchBox;
pub use search_page::SearchPage;
