//! Days of events: fixed, or relative to the day of seeding, so that a demonstration always has something ahead.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// `2019-12-05`, or `+2w-tue`: the Tuesday of the second week after this one.
pub fn read(text: &str, today: Date) -> Option<Date> {
    let Some(relative) = text.strip_prefix('+') else {
        return text.parse().ok();
    };
    let (weeks, weekday) = relative.split_once("w-")?;
    let weeks: i64 = weeks.parse().ok().filter(|weeks| (0..=520).contains(weeks))?;
    let weekday = match weekday {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    };
    let monday = domain::calendar::monday_of(today).checked_add(weeks.weeks()).ok()?;
    monday.checked_add(i64::from(weekday.to_monday_zero_offset()).days()).ok()
}
