//! The region's own day, and how an instant of it is read.

use domain::{Language, date};
use jiff::Timestamp;

pub use domain::region::{REGION, day_of, region};

/// The zone of the region, as a reader reads it.
pub const REGION_NAME: &str = "Jamaica";

/// An instant as staff and members read it: day and hour in the region's zone, and its name.
pub fn moment(at: Timestamp, language: Language) -> String {
    let at = at.to_zoned(region());
    format!("{}, {} ({REGION_NAME})", date::day(at.date(), language), date::hour(at.time()))
}
