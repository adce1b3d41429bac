//! The composition root: the only place that knows every other crate.
//!
//! [`accounts`] are people's forms and sessions, [`mail`] writes to them; [`config`] reads the settings, [`command`] is the command line, [`router`] puts the service together:
//! [`page`] renders pages, [`scripts`] says which scripts in them may run, [`cache`] keeps them, [`guard`] stands before them, [`feeds`], [`repository`] and [`oai`] speak to machines, [`content`] reads the content folder,
//! [`traffic`] counts what is read.

pub mod accepted;
pub mod accounts;
pub mod api;
pub mod cache;
pub mod chance;
pub mod command;
pub mod config;
pub mod content;
mod csv;
pub mod desk;
pub mod dismissed;
pub mod feeds;
mod files;
pub mod frames;
pub mod guard;
pub mod health;
pub mod language;
pub mod light;
pub mod mail;
pub mod oai;
pub mod page;
pub mod people;
pub mod preview;
pub mod repository;
pub mod router;
pub mod scripts;
pub mod service;
pub mod startup;
mod suggest;
pub mod telemetry;
pub mod traffic;
mod typed;
pub mod write_to;
