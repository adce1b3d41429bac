//! The desk: what waits for staff, everything that the portal says, and the one editor for all of it.

mod announcement;
pub mod asked;
mod audit;
mod banner;
pub mod change;
pub mod checks;
pub mod compose;
mod content_table;
mod controls;
mod desk_page;
mod editor;
mod file_fields;
pub mod form;
mod history;
mod live;
mod live_remarks;
pub mod outbox;
mod overview;
mod programme;
mod tasks;
mod toolbar;
pub mod view;
mod words_changed;

pub use desk_page::DeskPage;
pub use history::when;
