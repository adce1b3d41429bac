//! The repository: the page of a publication, how it is cited, and what its head tells machines.

mod cite;
pub mod compose;
mod facts;
mod linked_data;
pub mod list;
mod machines;
mod publication;
mod related;

pub use cite::{Citations, HowToCite};
