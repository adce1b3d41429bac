//! When an event happens, and when it is over.

mod common;

use common::event;
use domain::event::{BadTime, EventTime, Precision};
use jiff::Timestamp;
use jiff::civil::{Date, date, time};

fn at_nine(on: Date) -> EventTime {
    EventTime { start_time: Some(time(9, 0, 0, 0)), precision: Precision::Minute, ..event(on, on) }
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

const MAY: Date = date(2026, 5, 1);

#[test]
fn an_event_cannot_end_before_it_starts() {
    assert_eq!(event(MAY, date(2026, 4, 30)).check(), Err(BadTime::EndsBeforeStart));
    assert_eq!(event(MAY, MAY).check(), Ok(()));
    let until = |hour| EventTime { end_time: Some(time(hour, 0, 0, 0)), ..at_nine(MAY) }.check();
    assert_eq!(until(8), Err(BadTime::EndsBeforeStart));
    assert_eq!(until(9), Ok(()));
}

#[test]
fn an_event_may_end_at_an_earlier_hour_of_a_later_day() {
    let night = EventTime { end: date(2026, 5, 2), end_time: Some(time(1, 0, 0, 0)), ..at_nine(MAY) };
    assert_eq!(night.check(), Ok(()));
}

#[test]
fn an_hour_goes_with_minute_precision_and_only_with_it() {
    let wrong = Err(BadTime::HourWithoutMinutePrecision);
    assert_eq!(at_nine(MAY).check(), Ok(()));
    for precision in [Precision::Day, Precision::Week, Precision::Month, Precision::Unconfirmed] {
        assert_eq!(EventTime { precision, ..at_nine(MAY) }.check(), wrong);
    }
    assert_eq!(EventTime { precision: Precision::Minute, ..event(MAY, MAY) }.check(), wrong);
    assert_eq!(EventTime { end_time: Some(time(9, 0, 0, 0)), ..event(MAY, MAY) }.check(), wrong);
}

#[test]
fn an_unknown_zone_is_refused_and_never_past() {
    let nowhere = EventTime { zone: "America/Atlantis".to_owned(), ..event(MAY, MAY) };
    let unknown = BadTime::UnknownZone("America/Atlantis".to_owned());
    assert_eq!(nowhere.check(), Err(unknown.clone()));
    assert_eq!(nowhere.starts_at(), Err(unknown));
    assert!(!nowhere.is_past(Timestamp::MAX));
}

#[test]
fn nine_o_clock_stays_nine_o_clock_when_the_clocks_change() {
    assert_eq!(at_nine(date(2026, 1, 15)).starts_at(), Ok(at("2026-01-15T14:00:00Z")));
    assert_eq!(at_nine(date(2026, 7, 15)).starts_at(), Ok(at("2026-07-15T13:00:00Z")));
}

#[test]
fn days_are_over_at_the_midnight_after_the_last_one() {
    let meeting = event(date(2019, 12, 5), date(2019, 12, 6));
    assert_eq!(meeting.ends_at(), Ok(at("2019-12-07T05:00:00Z")));
    assert!(!meeting.is_past(at("2019-12-07T04:59:59Z")));
    assert!(meeting.is_past(at("2019-12-07T05:00:00Z")));
}

#[test]
fn a_timed_event_is_over_at_its_end_or_after_an_hour() {
    assert_eq!(at_nine(MAY).ends_at(), Ok(at("2026-05-01T14:00:00Z")));
    let course = EventTime { end: date(2026, 5, 3), end_time: Some(time(12, 30, 0, 0)), ..at_nine(MAY) };
    assert_eq!(course.ends_at(), Ok(at("2026-05-03T16:30:00Z")));
    let open = EventTime { end_time: None, ..course };
    assert_eq!(open.ends_at(), Ok(at("2026-05-04T04:00:00Z")));
}
