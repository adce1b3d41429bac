//! How each language writes days and hours.

mod common;

use common::event;
use domain::Language::{En, Es};
use domain::date::{day_with_weekday, days, event_days, event_hours, zone_name};
use domain::event::{EventTime, Precision};
use jiff::civil::{date, time};

#[test]
fn a_range_says_once_what_both_days_share() {
    let fifth = date(2019, 12, 5);
    for (first, last, english, spanish) in [
        (fifth, fifth, "5 December 2019", "5 de diciembre de 2019"),
        (fifth, date(2019, 12, 6), "5 to 6 December 2019", "5 y 6 de diciembre de 2019"),
        (fifth, date(2019, 12, 7), "5 to 7 December 2019", "5 al 7 de diciembre de 2019"),
        (
            date(2019, 11, 30),
            date(2019, 12, 1),
            "30 November to 1 December 2019",
            "30 de noviembre al 1 de diciembre de 2019",
        ),
        (
            date(2019, 12, 31),
            date(2020, 1, 1),
            "31 December 2019 to 1 January 2020",
            "31 de diciembre de 2019 al 1 de enero de 2020",
        ),
        (
            fifth,
            date(2020, 12, 6),
            "5 December 2019 to 6 December 2020",
            "5 de diciembre de 2019 al 6 de diciembre de 2020",
        ),
    ] {
        assert_eq!((days(first, last, En).as_str(), days(first, last, Es).as_str()), (english, spanish));
    }
}

#[test]
fn what_is_not_known_to_the_day_says_so() {
    let written = |precision| {
        let time = EventTime { precision, ..event(date(2019, 9, 9), date(2019, 9, 10)) };
        (event_days(&time, En), event_days(&time, Es))
    };
    for (precision, english, spanish) in [
        (Precision::Day, "9 to 10 September 2019", "9 y 10 de septiembre de 2019"),
        (Precision::Week, "Week of 9 September 2019", "Semana del 9 de septiembre de 2019"),
        (Precision::Month, "September 2019", "Septiembre de 2019"),
        (
            Precision::Unconfirmed,
            "9 to 10 September 2019 (to be confirmed)",
            "9 y 10 de septiembre de 2019 (por confirmar)",
        ),
    ] {
        assert_eq!(written(precision), (english.to_owned(), spanish.to_owned()));
    }
}

#[test]
fn a_weekday_is_lower_case_in_spanish() {
    assert_eq!(day_with_weekday(date(2019, 12, 7), En), "Saturday 7 December 2019");
    assert_eq!(day_with_weekday(date(2019, 12, 7), Es), "sábado 7 de diciembre de 2019");
}

#[test]
fn hours_bear_the_name_of_their_zone() {
    let on = date(2026, 5, 1);
    let open = EventTime { start_time: Some(time(9, 5, 0, 0)), precision: Precision::Minute, ..event(on, on) };
    let closed = EventTime { end_time: Some(time(11, 30, 0, 0)), ..open.clone() };
    assert_eq!(event_hours(&closed, En).as_deref(), Some("09:05 to 11:30, Nassau time"));
    assert_eq!(event_hours(&closed, Es).as_deref(), Some("09:05 a 11:30, hora de Nasáu"));
    assert_eq!(event_hours(&open, Es).as_deref(), Some("09:05, hora de Nasáu"));
    assert_eq!(event_hours(&event(on, on), En), None);
    assert_eq!(zone_name("America/Port_of_Spain", En), "Port of Spain");
    assert_eq!(zone_name("America/Curacao", En), "Curaçao");
    let spanish = ["Port_of_Spain", "Belize", "Havana", "Curacao", "Jamaica", "Santo_Domingo"]
        .map(|city| zone_name(&format!("America/{city}"), Es));
    assert_eq!(spanish, ["Puerto España", "Belice", "La Habana", "Curazao", "Jamaica", "Santo Domingo"]);
}
