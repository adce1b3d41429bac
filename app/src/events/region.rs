//! The region's own day: the zone that the portal counts its days in.

use domain::{Language, date};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The zone whose day is "today": Jamaica, in the middle of the region's zones.
pub const REGION: &str = "America/Jamaica";
/// The same, as a reader reads it.
pub const REGION_NAME: &str = "Jamaica";

/// The zone itself.
pub fn region() -> TimeZone {
    TimeZone::get(REGION).unwrap_or(TimeZone::UTC)
}

/// An instant as staff and members read it: day and hour in the region's zone, and its name.
pub fn moment(at: Timestamp, language: Language) -> String {
    let at = at.to_zoned(region());
    format!("{}, {} ({REGION_NAME})", date::day(at.date(), language), date::hour(at.time()))
}

/// The day that it is in the region at an instant.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(region()).date()
}
