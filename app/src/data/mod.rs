//! Migration data: sets of figures as charts, as a table that says the same, and as files of its rows.

mod bars;
pub mod compose;
mod lines;
pub mod linked_data;
mod page;
pub mod rows;
mod view;
