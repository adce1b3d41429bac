//! A month as a table of weeks, and the lanes in which its events run.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::event::EventTime;

/// The days that a month's table shows: whole weeks from Monday to Sunday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthTable {
    /// The first of the month.
    pub first: Date,
    /// Its weeks.
    pub weeks: Vec<Week>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its seven days, Monday first.
    pub days: Vec<Day>,
    /// How many lanes its events need.
    pub lanes: usize,
}

/// A cell of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// What runs on it.
    pub segments: Vec<Segment>,
}

/// The part of an event that falls on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The event, as an index into the times that were given.
    pub event: usize,
    /// The lane that it keeps through the week, from 0.
    pub lane: usize,
    /// Whether the event begins on this day.
    pub begins: bool,
    /// Whether the event ends on this day.
    pub ends: bool,
    /// Whether this is the first of its segments in this week, the one that bears the title.
    pub titled: bool,
    /// How many days of this week it still runs, this one included.
    pub days_left_in_week: usize,
}

impl MonthTable {
    /// Lays out the month that `day` falls in. An event keeps its lane from its first to its last day of a week.
    pub fn of(day: Date, times: &[EventTime]) -> Self {
        let first = day.first_of_month();
        let mut monday = monday_of(first);
        let mut weeks = Vec::new();
        while monday <= day.last_of_month() {
            weeks.push(Week::of(monday, times));
            monday = monday.saturating_add(7.days());
        }
        Self { first, weeks }
    }

    /// The first and the last day shown, which may lie in the neighbouring months.
    pub fn span(day: Date) -> (Date, Date) {
        (monday_of(day.first_of_month()), monday_of(day.last_of_month()).saturating_add(6.days()))
    }
}

/// The Monday on or before a day.
pub fn monday_of(day: Date) -> Date {
    let back = i64::from(day.weekday().since(Weekday::Monday));
    day.saturating_sub(back.days())
}

impl Week {
    fn of(monday: Date, times: &[EventTime]) -> Self {
        let sunday = monday.saturating_add(6.days());
        let mut running: Vec<usize> = (0..times.len()).filter(|i| times[*i].touches(monday, sunday)).collect();
        // Long events first among those that begin together, so that bars lie on top and stay straight.
        running.sort_by_key(|i| {
            let time = &times[*i];
            (time.start.max(monday), std::cmp::Reverse(time.end), time.start_time, *i)
        });
        let mut lane_ends: Vec<Date> = Vec::new();
        let mut days: Vec<Day> =
            (0..7).map(|n: i64| Day { date: monday.saturating_add(n.days()), segments: Vec::new() }).collect();
        for i in running {
            let (from, to) = (times[i].start.max(monday), times[i].end.min(sunday));
            let lane = lane_ends.iter().position(|end| *end < from).unwrap_or(lane_ends.len());
            if lane == lane_ends.len() {
                lane_ends.push(to);
            } else {
                lane_ends[lane] = to;
            }
            for day in days.iter_mut().filter(|day| day.date >= from && day.date <= to) {
                day.segments.push(Segment {
                    event: i,
                    lane,
                    begins: day.date == times[i].start,
                    ends: day.date == times[i].end,
                    titled: day.date == from,
                    days_left_in_week: days_between(day.date, to) + 1,
                });
            }
        }
        for day in &mut days {
            day.segments.sort_by_key(|segment| segment.lane);
        }
        Self { days, lanes: lane_ends.len() }
    }
}

fn days_between(from: Date, to: Date) -> usize {
    from.until(to).map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0))
}
