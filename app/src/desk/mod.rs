//! The desk: what waits for staff, everything that the portal says, and the one editor for all of it.

mod announcement;
pub mod asked;
mod audit;
mod banner;
pub mod change;
mod changes;
pub mod checks;
pub mod chooser;
pub mod compose;
mod content_table;
mod controls;
mod desk_page;
mod editor;
mod figure_rows;
mod file_fields;
pub mod form;
mod history;
pub mod left;
mod live;
mod live_remarks;
mod missed;
mod opening;
pub mod outbox;
mod overview;
pub mod preview;
pub mod preview_page;
mod programme;
mod tasks;
mod toolbar;
pub mod traffic;
mod versions;
pub mod view;
mod words_changed;

pub use desk_page::DeskPage;
