//! The desk: what waits for staff, everything that the portal says, and the one editor for all of it.

mod audit;
mod banner;
pub mod compose;
mod content_table;
mod controls;
mod desk_page;
mod editor;
mod file_fields;
pub mod form;
mod history;
mod live;
mod overview;
mod programme;
pub mod view;
mod words_changed;

pub use desk_page::DeskPage;
