//! What several of these tests need: an event that lasts whole days in Nassau.

use domain::event::{EventState, EventTime, Mode, Precision};
use jiff::civil::Date;

pub fn event(start: Date, end: Date) -> EventTime {
    EventTime {
        start,
        start_time: None,
        end,
        end_time: None,
        zone: "America/Nassau".to_owned(),
        precision: Precision::Day,
        state: EventState::Scheduled,
        mode: Mode::InPerson,
        sequence: 0,
    }
}
