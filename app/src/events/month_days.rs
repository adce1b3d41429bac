//! A month, ready to show: whole weeks, and in every day the events that run through it.

use domain::calendar::{Day, MonthTable, Segment};
use domain::entry::Summary;
use domain::event::{EventState, EventTime};
use domain::{Language, Slug, date};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use crate::entries::present;
use crate::messages::Messages;
use crate::paths;

/// A month, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthDays {
    /// "December 2026".
    pub caption: String,
    /// Monday to Sunday: the short form and the whole name.
    pub weekdays: Vec<(String, String)>,
    /// The rows.
    pub weeks: Vec<Vec<DayView>>,
}

/// A day of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayView {
    /// `2026-12-05`.
    pub date: String,
    /// The day of the month.
    pub number: i8,
    /// "Saturday 5 December 2026", with the number of events.
    pub label: String,
    /// Where the day's own view is.
    pub href: String,
    /// Whether it belongs to the month shown.
    pub in_month: bool,
    /// Whether it is today.
    pub today: bool,
    /// Its look.
    pub class: String,
    /// Its lanes from the top; a lane may be empty.
    pub lanes: Vec<Option<SegmentView>>,
}

/// The part of an event that falls on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentView {
    /// Where the event's page is.
    pub href: String,
    /// What stands before the title: the hour, or the word that it is postponed.
    pub before: String,
    /// The title.
    pub title: String,
    /// Title, days and state: what a screen reader says.
    pub name: String,
    /// The language of the title, where it is not the page's.
    pub foreign: Option<Language>,
    /// Its look: hue, whether it begins, ends, bears its title, is called off, has no new day yet.
    pub class: String,
    /// It bears the title in this week.
    pub titled: bool,
    /// The first day of the event: `2026-12-05`.
    pub start: String,
    /// Where staff move it.
    pub change: String,
}

/// Finds the hue of a network.
pub type HueOf<'a> = &'a dyn Fn(&Slug) -> u16;

/// What a month's days need to know.
pub struct Context<'a> {
    pub language: Language,
    pub now: Timestamp,
    pub today: Date,
    pub hue_of: HueOf<'a>,
    /// The filters, as parameters.
    pub filters: &'a [(&'a str, &'a str)],
}

impl MonthDays {
    /// Lays out the month of a day.
    pub fn of(day: Date, events: &[Summary], context: &Context<'_>) -> Self {
        let times: Vec<EventTime> = events.iter().filter_map(|event| event.time.clone()).collect();
        let table = MonthTable::of(day, &times);
        let weekdays = Weekday::Monday.cycle_forward().take(7).map(|weekday| {
            let name = date::weekday_name(weekday, context.language);
            (date::capitalised(&name.chars().take(3).collect::<String>()), date::capitalised(name))
        });
        let weeks = table.weeks.iter().map(|week| {
            week.days.iter().map(|each| DayView::of(each, table.first, events, context)).collect::<Vec<_>>()
        });
        Self {
            caption: date::capitalised(&date::month_and_year(table.first, context.language)),
            weekdays: weekdays.collect(),
            weeks: weeks.collect(),
        }
    }
}

impl MonthDays {
    /// The day that Tab reaches first: today where the month has it, else the first of the month.
    pub(super) fn first_stop(&self) -> String {
        let mut days = self.weeks.iter().flatten().filter(|day| day.in_month);
        let first = days.clone().next();
        days.find(|day| day.today).or(first).map(|day| day.date.clone()).unwrap_or_default()
    }
}

impl DayView {
    fn of(day: &Day, first: Date, events: &[Summary], context: &Context<'_>) -> Self {
        let iso = day.date.to_string();
        let lanes = day.segments.last().map_or(0, |segment| segment.lane + 1);
        let mut slots: Vec<Option<SegmentView>> = vec![None; lanes];
        for segment in &day.segments {
            slots[segment.lane] = events.get(segment.event).and_then(|event| SegmentView::of(segment, event, context));
        }
        let label = Messages::of(context.language)
            .day_with_events(&date::day_with_weekday(day.date, context.language), day.segments.len());
        let parameters = [("view", "day"), ("date", iso.as_str())].into_iter().chain(context.filters.iter().copied());
        Self {
            href: paths::with_query(&paths::list(context.language, domain::entry::Kind::Event), parameters),
            number: day.date.day(),
            label,
            in_month: day.date.month() == first.month(),
            today: day.date == context.today,
            class: match (day.date.month() == first.month(), day.date == context.today) {
                (true, true) => "today",
                (true, false) => "",
                (false, true) => "other-month today",
                (false, false) => "other-month",
            }
            .to_owned(),
            lanes: slots,
            date: iso,
        }
    }
}

impl SegmentView {
    fn of(segment: &Segment, event: &Summary, context: &Context<'_>) -> Option<Self> {
        let time = event.time.as_ref()?;
        let language = context.language;
        let postponed = Messages::of(language).postponed;
        let before = match time.start_time {
            // Its day and hour are the former ones.
            _ if time.state == EventState::Postponed => format!("{postponed}: "),
            Some(hour) if segment.begins => format!("{} ", date::hour(hour)),
            _ => String::new(),
        };
        let title = event.edition.title.clone();
        let badges = present::badges(time, language, context.now).into_iter().map(|badge| badge.text);
        let mut name = format!("{before}{title}, {}", date::event_days(time, language));
        for more in date::event_hours(time, language).into_iter().chain(badges.filter(|badge| badge != postponed)) {
            name.push_str(", ");
            name.push_str(&more);
        }
        Some(Self {
            href: paths::entry(language, event.kind, &event.slug),
            before,
            title,
            name,
            foreign: (event.language != language).then_some(event.language),
            class: class(segment, event.networks.first().map_or(0, |slug| (context.hue_of)(slug)), time.state),
            titled: segment.titled,
            start: time.start.to_string(),
            change: paths::with_query(&paths::change(language, &event.slug), [("change", "move")]),
        })
    }
}

fn class(segment: &Segment, hue: u16, state: EventState) -> String {
    let mut class = format!("segment hue-{hue} span-{}", segment.days_left_in_week);
    for (holds, name) in [
        (segment.begins, " begins"),
        (segment.ends, " ends"),
        (!segment.titled, " untitled"),
        (state == EventState::Cancelled, " struck"),
        (state == EventState::Postponed, " open"),
    ] {
        if holds {
            class.push_str(name);
        }
    }
    class
}
