//! The store: the portal's ports on SQLite and PostgreSQL. The only crate that names sqlx.
//!
//! Adding a query: write the SQL once, as a `const` with `$1` placeholders and columns of the common types; decode it into a
//! private row struct; run it with `on!` in the file of its port; prove it in `tests/contract`, on both databases.

#![warn(missing_docs)]

mod db;
mod desk;
mod fault;
mod library;
mod outbox;
mod pulse;

pub use db::{Db, OpenError};
