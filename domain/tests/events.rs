//! When events happen, and how a month of them is laid out.

use domain::Language::{En, Es};
use domain::calendar::MonthTable;
use domain::date;
use domain::event::{BadTime, EventState, EventTime, Mode, Precision};
use domain::ical::{IcalEvent, calendar};
use jiff::civil::{Date, Weekday, date as day, time};
use proptest::prelude::*;

fn days(start: Date, end: Date) -> EventTime {
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

fn nine_o_clock(on: Date) -> EventTime {
    EventTime { start_time: Some(time(9, 0, 0, 0)), precision: Precision::Minute, ..days(on, on) }
}

#[test]
fn an_event_cannot_end_before_it_starts() {
    assert_eq!(days(day(2026, 5, 2), day(2026, 5, 1)).check(), Err(BadTime::EndsBeforeStart));
    assert_eq!(days(day(2026, 5, 1), day(2026, 5, 1)).check(), Ok(()));
}

#[test]
fn an_hour_goes_with_minute_precision_and_a_zone_must_exist() {
    let timed = EventTime { precision: Precision::Day, ..nine_o_clock(day(2026, 5, 1)) };
    assert_eq!(timed.check(), Err(BadTime::HourWithoutMinutePrecision));
    let nowhere = EventTime { zone: "America/Atlantis".to_owned(), ..days(day(2026, 5, 1), day(2026, 5, 1)) };
    assert!(matches!(nowhere.check(), Err(BadTime::UnknownZone(_))));
}

#[test]
fn nine_o_clock_stays_nine_o_clock_when_the_clocks_change() {
    let utc = |on| nine_o_clock(on).starts_at().unwrap().to_string();
    assert_eq!(utc(day(2026, 1, 15)), "2026-01-15T14:00:00Z");
    assert_eq!(utc(day(2026, 7, 15)), "2026-07-15T13:00:00Z");
}

#[test]
fn a_meeting_is_past_when_its_last_day_is_over_where_it_takes_place() {
    let meeting = days(day(2019, 12, 5), day(2019, 12, 6));
    assert!(!meeting.is_past("2019-12-07T04:59:00Z".parse().unwrap()));
    assert!(meeting.is_past("2019-12-07T05:00:00Z".parse().unwrap()));
}

#[test]
fn days_are_written_as_each_language_writes_them() {
    let (from, to) = (day(2019, 12, 5), day(2019, 12, 6));
    assert_eq!(date::days(from, to, En), "5 to 6 December 2019");
    assert_eq!(date::days(from, to, Es), "5 y 6 de diciembre de 2019");
    assert_eq!(date::days(from, day(2019, 12, 8), Es), "5 al 8 de diciembre de 2019");
    assert_eq!(date::days(from, day(2020, 1, 8), En), "5 December 2019 to 8 January 2020");
    let week = EventTime { precision: Precision::Week, ..days(day(2019, 9, 9), day(2019, 9, 15)) };
    assert_eq!(date::event_days(&week, En), "Week of 9 September 2019");
    assert_eq!(date::event_days(&week, Es), "Semana del 9 de septiembre de 2019");
}

#[test]
fn a_month_begins_on_monday_and_holds_its_days() {
    let table = MonthTable::of(day(2026, 2, 14), &[]);
    assert!(table.weeks.iter().all(|week| week.days[0].date.weekday() == Weekday::Monday));
    let shown: Vec<Date> = table.weeks.iter().flat_map(|week| &week.days).map(|each| each.date).collect();
    assert!(shown.contains(&day(2026, 2, 1)) && shown.contains(&day(2026, 2, 28)));
}

#[test]
fn a_calendar_file_has_days_with_an_exclusive_end_and_zones_for_hours() {
    let updated = "2026-01-01T00:00:00Z".parse().unwrap();
    let (meeting, call) = (days(day(2019, 12, 5), day(2019, 12, 6)), nine_o_clock(day(2026, 7, 1)));
    let cancelled = EventTime { state: EventState::Cancelled, ..call.clone() };
    let event = |uid, time| IcalEvent {
        uid,
        updated,
        time,
        title: "A meeting, with a comma; and a título long enough that its line has to be folded somewhere",
        description: "",
        place: "Kingston",
        url: "https://portal.example.org/en/events/a",
    };
    let file = calendar("Events", En, &[event("a", &meeting), event("b", &call), event("c", &cancelled)]);
    assert!(file.contains("DTSTART;VALUE=DATE:20191205\r\nDTEND;VALUE=DATE:20191207\r\n"));
    assert!(file.contains("BEGIN:VTIMEZONE\r\nTZID:America/Nassau\r\n") && file.contains("BEGIN:DAYLIGHT"));
    assert!(file.contains("DTSTART;TZID=America/Nassau:20260701T090000"));
    assert!(file.contains("STATUS:CANCELLED") && file.contains("A meeting\\, with a comma\\;"));
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn events_that_run_on_one_day_never_share_a_lane(spans in prop::collection::vec((0_i32..40, 0_i32..12), 0..12)) {
        let first = day(2026, 3, 1);
        let after = |n: i32| first.checked_add(jiff::Span::new().days(n)).unwrap();
        let times: Vec<EventTime> = spans.iter().map(|(start, length)| days(after(*start), after(start + length))).collect();
        for each in MonthTable::of(first, &times).weeks.iter().flat_map(|week| &week.days) {
            let lanes: std::collections::HashSet<usize> = each.segments.iter().map(|segment| segment.lane).collect();
            prop_assert_eq!(lanes.len(), each.segments.len());
            let running = times.iter().filter(|time| time.touches(each.date, each.date)).count();
            prop_assert_eq!(running, each.segments.len());
        }
    }
}
