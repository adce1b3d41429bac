//! The service by address, on a fresh SQLite database with the portal's own content: what people and machines get back,
//! also for what makes no sense.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

mod accounts;
mod api;
mod applications;
mod authorization;
mod bad_input;
mod caching;
mod calendar;
mod changes;
mod checks;
mod closing;
mod content;
mod countries;
mod dashboard;
mod data;
mod desk;
mod documents;
mod enrolment;
mod feeds;
mod figures;
mod files;
mod frames;
mod health;
mod history;
mod job;
mod join;
mod languages;
mod late_letters;
mod leaks;
mod letters;
mod linked_data;
mod lists;
mod marks;
mod notices;
mod oai;
mod outbox;
mod pages;
mod pictures;
mod portal;
mod previews;
mod programme;
mod publication_files;
mod queries;
mod questions;
mod redirects;
mod repository;
mod resources;
mod saved;
mod seated;
mod seats;
mod tasks;
mod traffic;
mod unsaved;
