//! What the ports promise, proved on both databases: each case runs as `sqlite::…` and as `postgres::…`.

mod desk;
mod library;
mod opening;
mod outbox;
#[path = "../support/postgres.rs"]
mod postgres;
mod support;
