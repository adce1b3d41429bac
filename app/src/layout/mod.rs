//! The frame around every page, and what is shown where no page can be.

mod failure_view;
mod footer;
mod frame;
mod header;
mod language_switch;
mod menu;
mod menu_keys;
mod route_watch;

pub use failure_view::{FailureView, Faulty, NotFound, WaysOn};
pub use frame::Frame;
pub(crate) use menu_keys::has_modifier;
pub use route_watch::RouteWatch;
