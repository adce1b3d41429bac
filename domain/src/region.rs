//! The region's own day: the zone that the portal counts its days in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The zone whose day is "today": Jamaica, in the middle of the region's zones.
pub const REGION: &str = "America/Jamaica";

/// The zone itself.
pub fn region() -> TimeZone {
    TimeZone::get(REGION).unwrap_or(TimeZone::UTC)
}

/// The day that it is in the region at an instant.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(region()).date()
}

/// The instant at which a day begins in the region.
pub fn start_of(day: Date) -> Timestamp {
    // Out of reach are days before the year -9998 and after 9998 alone.
    day.to_zoned(region()).map_or(Timestamp::MAX, |start| start.timestamp())
}
