//! Everything a person sees, for the server that renders it and for the browser that hydrates it.
//!
//! - [`routes`]: every address on one screen; [`paths`]: the only place that spells one;
//! - [`site`]: what every page knows (language, names, menu); [`messages`]: the words of both languages;
//! - [`layout`]: the frame around every page; [`ui`]: what several pages share;
//! - [`answer`]: the one server function; one folder for each feature: its `view` (what its pages show), its `compose`
//!   (how that is put together from the ports, on the server) and its pages;
//! - [`own`]: the addresses of people's own pages; [`desk`]: what staff write; [`account`]: people's own pages; [`marks`]: what they follow and keep; [`notices`]: what
//!   they are told; [`messages`] has the words of their letters too;
//! - [`failure`], [`http`]: what goes wrong, and the few words of HTTP that a page may speak.

pub mod account;
pub mod answer;
pub mod countries;
pub mod data;
pub mod desk;
pub mod entries;
pub mod events;
pub mod failure;
pub mod files;
pub mod frames;
pub mod home;
pub mod http;
pub mod layout;
pub mod marks;
pub mod messages;
pub mod networks;
pub mod notices;
pub mod own;
pub mod paths;
pub mod repository;
pub mod resources;
pub mod routes;
pub mod search;
pub mod shell;
pub mod site;
pub mod ui;

pub use routes::App;
pub use shell::shell;
