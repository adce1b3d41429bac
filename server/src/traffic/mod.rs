//! Counting what is read and downloaded: in memory, by the day, and written down once a minute. Nothing of a reader is kept.

pub mod file;
mod reader;
mod seen;
mod tally;

pub use self::reader::{ByStaff, is_person};
pub use self::seen::{asked, page};
pub use self::tally::Tally;
