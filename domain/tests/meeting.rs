//! The window in which one can join an event online, to the minute. 14.3.10

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use domain::event::{EventState, EventTime, Mode, Precision};
use domain::meeting::{Door, Window};
use jiff::Timestamp;
use jiff::civil::{Time, date, time};

/// An online event in Jamaica, where clocks never change: from 10:00 to 11:30, 15:00 to 16:30 UTC.
fn briefing() -> EventTime {
    EventTime {
        start: date(2026, 12, 15),
        start_time: Some(time(10, 0, 0, 0)),
        end: date(2026, 12, 15),
        end_time: Some(time(11, 30, 0, 0)),
        zone: "America/Jamaica".to_owned(),
        precision: Precision::Minute,
        state: EventState::Scheduled,
        mode: Mode::Online,
        sequence: 0,
    }
}

fn door(opens: u32, time: &EventTime, at: &str) -> Option<Door> {
    Some(Window::of(opens, time)?.at(at.parse::<Timestamp>().unwrap()))
}

#[test]
fn the_link_opens_and_closes_to_the_minute() {
    for (opens, at, expected) in [
        (30, "2026-12-15T14:29:59Z", Door::Before),
        (30, "2026-12-15T14:30:00Z", Door::Open),
        (30, "2026-12-15T16:29:59Z", Door::Open),
        (30, "2026-12-15T16:30:00Z", Door::Over),
        (0, "2026-12-15T14:59:59Z", Door::Before),
        (0, "2026-12-15T15:00:00Z", Door::Open),
        (1440, "2026-12-14T14:59:59Z", Door::Before),
        (1440, "2026-12-14T15:00:00Z", Door::Open),
    ] {
        assert_eq!(door(opens, &briefing(), at), Some(expected), "{opens} minutes before, at {at}");
    }
}

#[test]
fn minutes_are_counted_across_a_change_of_the_clocks() {
    // On 14 March 2027 clocks in New York jump from 02:00 to 03:00; half an hour before 03:15 is 01:45.
    let early = |hour: Time| EventTime {
        start: date(2027, 3, 14),
        end: date(2027, 3, 14),
        start_time: Some(hour),
        end_time: Some(time(4, 0, 0, 0)),
        zone: "America/New_York".to_owned(),
        ..briefing()
    };
    let event = early(time(3, 15, 0, 0));
    assert_eq!(door(30, &event, "2027-03-14T06:44:59Z"), Some(Door::Before), "01:44:59 EST");
    assert_eq!(door(30, &event, "2027-03-14T06:45:00Z"), Some(Door::Open), "01:45 EST");
    assert_eq!(door(30, &event, "2027-03-14T07:59:59Z"), Some(Door::Open), "03:59:59 EDT");
    assert_eq!(door(30, &event, "2027-03-14T08:00:00Z"), Some(Door::Over), "04:00 EDT");
    // An event whose link opens the day before opens a day of 1440 minutes before, by whatever clock.
    let noon = EventTime { end_time: Some(time(13, 0, 0, 0)), ..early(time(12, 0, 0, 0)) };
    assert_eq!(door(1440, &noon, "2027-03-13T15:59:59Z"), Some(Door::Before));
    assert_eq!(door(1440, &noon, "2027-03-13T16:00:00Z"), Some(Door::Open));
}

#[test]
fn without_an_end_hour_the_link_is_open_for_an_hour_and_without_hours_on_its_days() {
    let open_end = EventTime { end_time: None, ..briefing() };
    assert_eq!(door(30, &open_end, "2026-12-15T15:59:59Z"), Some(Door::Open));
    assert_eq!(door(30, &open_end, "2026-12-15T16:00:00Z"), Some(Door::Over));
    let days = EventTime { start_time: None, end_time: None, precision: Precision::Day, ..briefing() };
    assert_eq!(door(30, &days, "2026-12-15T04:29:59Z"), Some(Door::Before), "before midnight in Jamaica");
    assert_eq!(door(30, &days, "2026-12-15T04:30:00Z"), Some(Door::Open));
    assert_eq!(door(30, &days, "2026-12-16T05:00:00Z"), Some(Door::Over));
}

#[test]
fn what_does_not_take_place_online_as_announced_has_no_window() {
    let now = "2026-12-15T15:30:00Z";
    for (event, has_window) in [
        (EventTime { mode: Mode::Hybrid, ..briefing() }, true),
        (EventTime { mode: Mode::InPerson, ..briefing() }, false),
        (EventTime { state: EventState::Cancelled, ..briefing() }, false),
        (EventTime { state: EventState::Postponed, ..briefing() }, false),
        (EventTime { start_time: None, end_time: None, precision: Precision::Week, ..briefing() }, false),
        (EventTime { start_time: None, end_time: None, precision: Precision::Unconfirmed, ..briefing() }, false),
    ] {
        assert_eq!(door(30, &event, now).is_some(), has_window, "{event:?}");
    }
}
