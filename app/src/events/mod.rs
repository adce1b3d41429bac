//! The calendar and the page of an event.

mod answers;
mod calendar_page;
mod calendar_parts;
pub mod compose;
mod event_page;
mod join;
pub mod letter;
mod linked_data;
pub mod listing;
mod local_time;
mod month;
pub mod month_days;
pub mod month_table;
mod moving;
mod next_event;
pub mod programme;
pub mod region;
pub mod seats;
pub mod view;

pub use calendar_page::CalendarPage;
pub use event_page::EventPage;
