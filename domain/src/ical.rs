//! Events as iCalendar (RFC 5545): what a reader's own calendar takes in.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use crate::Language;
use crate::event::{EventState, EventTime, Precision};

/// One event of a calendar file.
#[derive(Debug, Clone)]
pub struct IcalEvent<'a> {
    /// Never changes, even when the address does.
    pub uid: &'a str,
    /// When the entry was last changed.
    pub updated: Timestamp,
    /// When it happens.
    pub time: &'a EventTime,
    /// The language that title, description and place are in.
    pub language: Language,
    /// The title.
    pub title: &'a str,
    /// Plain text.
    pub description: &'a str,
    /// Building, city and country, or "Online".
    pub place: &'a str,
    /// The full address of its page.
    pub url: &'a str,
}

/// Writes a calendar file with the definitions of the zones it needs. Lines end in CR LF and are folded at 75 bytes.
pub fn calendar(name: &str, language: Language, events: &[IcalEvent<'_>]) -> String {
    let mut lines = Lines::default();
    lines.push("BEGIN:VCALENDAR");
    lines.push("VERSION:2.0");
    lines.push("PRODID:-//Caribbean Migration Consultations//Portal//EN");
    lines.push("CALSCALE:GREGORIAN");
    lines.push("METHOD:PUBLISH");
    lines.text("NAME", name, language);
    lines.text("X-WR-CALNAME", name, language);
    for (zone, (first, last)) in zones_of(events) {
        if let Ok(tz) = TimeZone::get(zone) {
            push_zone(&mut lines, zone, &tz, first, last);
        }
    }
    for event in events {
        push_event(&mut lines, event);
    }
    lines.push("END:VCALENDAR");
    lines.0
}

/// Every zone that a timed event names, with the first and last day that it is needed for.
fn zones_of<'a>(events: &[IcalEvent<'a>]) -> BTreeMap<&'a str, (Date, Date)> {
    let mut zones: BTreeMap<&str, (Date, Date)> = BTreeMap::new();
    for time in events.iter().map(|event| event.time).filter(|time| time.start_time.is_some()) {
        let span = zones.entry(&time.zone).or_insert((time.start, time.end));
        span.0 = span.0.min(time.start);
        span.1 = span.1.max(time.end);
    }
    zones
}

/// The offset in force at the start, then each change up to the end.
fn push_zone(lines: &mut Lines, name: &str, tz: &TimeZone, first: Date, last: Date) {
    let instant = |day: Date| day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp());
    let begin = instant(first.saturating_sub(1.year()));
    let end = instant(last.saturating_add(1.year()));
    lines.push("BEGIN:VTIMEZONE");
    lines.push(&format!("TZID:{name}"));
    let mut before = tz.to_offset_info(begin);
    push_observance(
        lines,
        before.dst().is_dst(),
        "19700101T000000",
        before.offset(),
        before.offset(),
        before.abbreviation(),
    );
    for change in tz.following(begin).take_while(|change| change.timestamp() < end) {
        let local = before.offset().to_datetime(change.timestamp());
        let starts = local.strftime("%Y%m%dT%H%M%S").to_string();
        push_observance(lines, change.dst().is_dst(), &starts, before.offset(), change.offset(), change.abbreviation());
        before = tz.to_offset_info(change.timestamp());
    }
    lines.push("END:VTIMEZONE");
}

fn push_observance(lines: &mut Lines, summer: bool, starts: &str, from: Offset, to: Offset, name: &str) {
    let part = if summer { "DAYLIGHT" } else { "STANDARD" };
    lines.push(&format!("BEGIN:{part}"));
    lines.push(&format!("DTSTART:{starts}"));
    lines.push(&format!("TZOFFSETFROM:{}", offset(from)));
    lines.push(&format!("TZOFFSETTO:{}", offset(to)));
    lines.push(&format!("TZNAME:{name}"));
    lines.push(&format!("END:{part}"));
}

fn offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn push_event(lines: &mut Lines, event: &IcalEvent<'_>) {
    let time = event.time;
    lines.push("BEGIN:VEVENT");
    lines.push(&format!("UID:{}", event.uid));
    lines.push(&format!("DTSTAMP:{}", event.updated.strftime("%Y%m%dT%H%M%SZ")));
    lines.push(&format!("SEQUENCE:{}", time.sequence));
    if let Some(hour) = time.start_time {
        let local =
            |day: Date, hour| format!("{}T{}", day.strftime("%Y%m%d"), jiff::civil::Time::strftime(&hour, "%H%M%S"));
        lines.push(&format!("DTSTART;TZID={}:{}", time.zone, local(time.start, hour)));
        if let Some(end) = time.end_time {
            lines.push(&format!("DTEND;TZID={}:{}", time.zone, local(time.end, end)));
        }
    } else {
        // Days as dates with an exclusive end: a bar of days, not a block of hours.
        lines.push(&format!("DTSTART;VALUE=DATE:{}", time.start.strftime("%Y%m%d")));
        lines.push(&format!("DTEND;VALUE=DATE:{}", time.end.saturating_add(1.day()).strftime("%Y%m%d")));
        lines.push("TRANSP:TRANSPARENT");
    }
    lines.push(match (time.state, time.precision) {
        (EventState::Cancelled, _) => "STATUS:CANCELLED",
        (EventState::Postponed, _) | (_, Precision::Unconfirmed | Precision::Week | Precision::Month) => {
            "STATUS:TENTATIVE"
        }
        (EventState::Scheduled, _) => "STATUS:CONFIRMED",
    });
    lines.text("SUMMARY", event.title, event.language);
    lines.text("DESCRIPTION", event.description, event.language);
    if !event.place.is_empty() {
        lines.text("LOCATION", event.place, event.language);
    }
    lines.push(&format!("URL:{}", event.url));
    lines.push("END:VEVENT");
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, value: &str, language: Language) {
        let value =
            value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\r', "").replace('\n', "\\n");
        let parameter =
            if name == "X-WR-CALNAME" || name == "NAME" { String::new() } else { format!(";LANGUAGE={language}") };
        self.push(&format!("{name}{parameter}:{value}"));
    }

    /// Folds by bytes, never inside a character.
    fn push(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars().filter(|c| !c.is_control()) {
            if width + letter.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        let _ = write!(self.0, "\r\n");
    }
}
