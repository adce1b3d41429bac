//! Participants: the map and the list of them, and the page of each.

pub mod compose;
mod figures;
mod geometry;
mod map;
mod page;
mod places;
mod rows;

pub use map::{PlaceView, ValueMap};
