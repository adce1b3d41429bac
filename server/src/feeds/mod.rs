//! What machines read: calendar files, Atom feeds, the site map.

pub mod atom;
pub mod calendar;
mod conditional;
pub mod sitemap;

pub use conditional::conditional;
