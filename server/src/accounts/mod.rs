//! Accounts over HTTP: forms that post to their own page, the session's cookie, passwords.

pub mod calendar;
pub mod caller;
pub mod decisions;
pub mod forms;
pub mod import;
pub mod join;
pub mod marks;
pub mod notices;
pub mod participants;
pub mod password;
pub mod people;
pub mod profile;
pub mod questions;
pub mod reply;
pub mod saved;
pub mod seats;
pub mod session;
pub mod unsent;
pub mod unsubscribe;
