//! The desk over HTTP: the editor's form, what is kept of it unsaved, the bin, restoring, the table of content as a file.

pub mod change;
pub mod edit;
pub mod form;
pub mod former;
pub mod outbox;
mod seated;
pub mod secretariat;
pub mod table;
pub mod unsaved;
