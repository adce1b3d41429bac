//! How a month and its events are laid out.

mod common;

use std::collections::HashSet;

use common::event;
use domain::calendar::{MonthTable, Segment, monday_of};
use domain::event::EventTime;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

fn days_of(table: &MonthTable) -> Vec<Date> {
    table.weeks.iter().flat_map(|week| &week.days).map(|day| day.date).collect()
}

#[test]
fn a_month_begins_on_monday_and_is_covered_whole() {
    for month in 1..=12 {
        for year in [2024, 2026, 2027] {
            let middle = date(year, month, 15);
            let days = days_of(&MonthTable::of(middle, &[]));
            assert_eq!((days[0].weekday(), days.len() % 7), (Weekday::Monday, 0));
            assert!(days.windows(2).all(|pair| pair[0].tomorrow().unwrap() == pair[1]));
            assert!(days.contains(&middle.first_of_month()) && days.contains(&middle.last_of_month()));
            assert_eq!(MonthTable::span(middle), (days[0], days[days.len() - 1]));
        }
    }
}

#[test]
fn a_month_touches_its_neighbours_only_as_far_as_its_weeks_reach() {
    assert_eq!(MonthTable::span(date(2026, 11, 24)), (date(2026, 10, 26), date(2026, 12, 6)));
    // February 2027 is four whole weeks.
    assert_eq!(MonthTable::span(date(2027, 2, 14)), (date(2027, 2, 1), date(2027, 2, 28)));
    let eve = [event(date(2026, 10, 26), date(2026, 10, 26)), event(date(2026, 10, 25), date(2026, 10, 25))];
    let table = MonthTable::of(date(2026, 11, 1), &eve);
    assert_eq!(table.weeks[0].days[0].segments.len(), 1);
    assert_eq!(table.first, date(2026, 11, 1));
}

#[test]
fn monday_of_a_monday_is_itself() {
    assert_eq!(monday_of(date(2026, 11, 23)), date(2026, 11, 23));
    assert_eq!(monday_of(date(2026, 11, 29)), date(2026, 11, 23));
}

#[test]
fn an_event_of_many_days_keeps_its_lane_and_bears_its_title_once_a_week() {
    // Thursday to the Tuesday after it, beside a shorter event that begins before it.
    let times = [event(date(2026, 11, 12), date(2026, 11, 17)), event(date(2026, 11, 11), date(2026, 11, 13))];
    let table = MonthTable::of(date(2026, 11, 1), &times);
    let of_week = |n: usize| -> Vec<Segment> {
        table.weeks[n].days.iter().flat_map(|day| &day.segments).filter(|s| s.event == 0).copied().collect()
    };
    let (before, after) = (of_week(2), of_week(3));
    assert_eq!((before.len(), after.len()), (4, 2));
    assert!(before.iter().all(|segment| segment.lane == 1) && after.iter().all(|segment| segment.lane == 0));
    let flags = |segment: &Segment| (segment.begins, segment.ends, segment.titled, segment.days_left_in_week);
    assert_eq!(flags(&before[0]), (true, false, true, 4));
    assert_eq!(flags(&before[3]), (false, false, false, 1));
    assert_eq!(flags(&after[0]), (false, false, true, 2));
    assert_eq!(flags(&after[1]), (false, true, false, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn overlapping_events_never_share_a_lane(spans in prop::collection::vec((0_i64..50, 0_i64..15), 0..16)) {
        let first = date(2026, 10, 20);
        let times: Vec<EventTime> = spans
            .iter()
            .map(|(start, length)| event(first + start.days(), first + (start + length).days()))
            .collect();
        for week in MonthTable::of(date(2026, 11, 1), &times).weeks {
            let mut lane_of = vec![None; times.len()];
            for day in &week.days {
                let lanes: HashSet<usize> = day.segments.iter().map(|segment| segment.lane).collect();
                prop_assert_eq!(lanes.len(), day.segments.len());
                prop_assert!(lanes.iter().all(|lane| *lane < week.lanes));
                prop_assert_eq!(times.iter().filter(|t| t.touches(day.date, day.date)).count(), day.segments.len());
                for segment in &day.segments {
                    prop_assert_eq!(*lane_of[segment.event].get_or_insert(segment.lane), segment.lane);
                }
            }
        }
    }
}
