//! Entries of every kind that has no page of its own design: their lists and their pages.

pub mod compose;
mod entry_page;
mod figures;
mod list_page;
pub mod present;
pub mod view;

pub use entry_page::{DetailList, EntryPage, MissingEdition};
pub use figures::{FigureList, FigureView};
pub use list_page::{Choice, ListPage};
