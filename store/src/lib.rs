//! The store: the portal's ports on SQLite and PostgreSQL. The only crate that names sqlx.
//!
//! To add a query: write its SQL once, as a `const` with `$1` placeholders and columns that both databases have; decode
//! it into a private row; run it with `on!` in the file of its port, inside `Db::read` or `Db::write` where it is one of
//! several; prove it in `tests/contract`, which runs on both databases. `db.rs` explains the three words.

#![warn(missing_docs)]

mod accounts;
mod address;
mod audit;
mod db;
mod desk;
mod effect;
mod fault;
mod files;
mod inbox;
mod library;
mod marks;
mod open;
mod outbox;
mod previews;
mod pulse;
mod registrations;
mod rows;
mod search;
mod stored;
mod targets;
mod traffic;

pub use db::Db;
pub use open::{Condition, OpenError};
