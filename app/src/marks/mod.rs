//! What members mark: following a network, keeping an entry for later.

pub mod compose;
mod parts;
pub mod saved;

pub use parts::{FollowChoice, FollowedNetworks, KeptEntries, OwnCalendar};
