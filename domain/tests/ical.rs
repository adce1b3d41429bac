//! What a reader's own calendar takes in.

mod common;

use common::event;
use domain::Language::Es;
use domain::event::{EventState, EventTime, Precision};
use domain::ical::{IcalEvent, calendar};
use jiff::civil::{date, time};

fn file(time: &EventTime, title: &str) -> String {
    let event = IcalEvent {
        language: Es,
        uid: "1@example.org",
        updated: "2026-01-02T03:04:05Z".parse().expect("an instant"),
        time,
        title,
        description: "First\r\nsecond; third",
        place: "",
        url: "https://example.org/es/events/a",
    };
    calendar("Eventos", Es, &[event])
}

fn meeting() -> EventTime {
    event(date(2019, 12, 30), date(2019, 12, 31))
}

#[test]
fn days_have_an_exclusive_end_and_need_no_zone() {
    let file = file(&meeting(), "A");
    assert!(file.contains("\r\nDTSTART;VALUE=DATE:20191230\r\nDTEND;VALUE=DATE:20200101\r\n"), "{file}");
    assert!(!file.contains("VTIMEZONE"));
}

#[test]
fn hours_name_a_zone_that_the_file_defines() {
    let on = date(2026, 7, 1);
    let call = EventTime {
        start_time: Some(time(9, 0, 0, 0)),
        end_time: Some(time(10, 30, 0, 0)),
        precision: Precision::Minute,
        ..event(on, on)
    };
    let file = file(&call, "A");
    assert!(file.contains("\r\nDTSTART;TZID=America/Nassau:20260701T090000\r\n"), "{file}");
    assert!(file.contains("\r\nDTEND;TZID=America/Nassau:20260701T103000\r\n"), "{file}");
    let (zone, _) = file.split_once("END:VTIMEZONE").unwrap();
    assert!(zone.contains("BEGIN:VTIMEZONE\r\nTZID:America/Nassau\r\n"), "{file}");
    // The second Sunday of March, at two in the morning.
    let summer = "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n";
    assert!(zone.contains(summer), "{file}");
}

#[test]
fn the_status_says_whether_one_can_count_on_it() {
    use {EventState::*, Precision::*};
    for (state, precision, status) in [
        (Scheduled, Day, "CONFIRMED"),
        (Scheduled, Week, "TENTATIVE"),
        (Scheduled, Month, "TENTATIVE"),
        (Scheduled, Unconfirmed, "TENTATIVE"),
        (Postponed, Day, "TENTATIVE"),
        (Cancelled, Day, "CANCELLED"),
        (Cancelled, Week, "CANCELLED"),
    ] {
        let file = file(&EventTime { state, precision, ..meeting() }, "A");
        assert!(file.contains(&format!("\r\nSTATUS:{status}\r\n")), "{file}");
    }
}

#[test]
fn signs_with_a_meaning_are_escaped() {
    let file = file(&meeting(), "Uno, dos; tres \\ cuatro");
    assert!(file.contains("\r\nSUMMARY;LANGUAGE=es:Uno\\, dos\\; tres \\\\ cuatro\r\n"), "{file}");
    assert!(file.contains("\r\nDESCRIPTION;LANGUAGE=es:First\\nsecond\\; third\r\n"), "{file}");
    assert!(!file.contains("LOCATION"));
}

#[test]
fn lines_are_folded_at_75_bytes_and_unfold_to_what_they_were() {
    let title = "Ñandú y cigüeña — reunión ".repeat(12);
    let file = file(&meeting(), &title);
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{file}");
    assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY;LANGUAGE=es:{title}\r\n")), "{file}");
}

#[test]
fn a_title_cannot_smuggle_in_a_line() {
    let file = file(&meeting(), "A\r\nATTENDEE:x\rEND:VEVENT");
    assert!(!file.contains("\nATTENDEE") && file.matches("\r\nEND:VEVENT").count() == 1, "{file}");
}
