//! Parts of entries that several tests write.

use domain::event::{EventState, EventTime, Mode, Precision};
use jiff::civil::Date;

/// All of one day, in person, in Jamaica, as planned.
pub(crate) fn all_day(day: Date) -> EventTime {
    EventTime {
        start: day,
        start_time: None,
        end: day,
        end_time: None,
        zone: "America/Jamaica".to_owned(),
        precision: Precision::Day,
        state: EventState::Scheduled,
        mode: Mode::InPerson,
        sequence: 0,
    }
}
