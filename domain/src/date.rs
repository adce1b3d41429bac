//! Days and hours as each language writes them: "5 to 6 December 2019", "5 y 6 de diciembre de 2019".

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use crate::Language;
use crate::event::{EventTime, Precision};

const MONTHS: [[&str; 12]; 2] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
];

const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
];

const fn row(language: Language) -> usize {
    match language {
        Language::En => 0,
        Language::Es => 1,
    }
}

fn index(one_based: i8) -> usize {
    usize::try_from(one_based - 1).unwrap_or(0)
}

/// The name of a day's month, in lower case where the language writes it so.
pub fn month_name(day: Date, language: Language) -> &'static str {
    MONTHS[row(language)][index(day.month())]
}

/// The month in three letters.
pub fn short_month_name(day: Date, language: Language) -> &'static str {
    SHORT_MONTHS[row(language)][index(day.month())]
}

/// The name of a weekday.
pub fn weekday_name(weekday: Weekday, language: Language) -> &'static str {
    WEEKDAYS[row(language)][index(weekday.to_monday_one_offset())]
}

/// "December 2019", "diciembre de 2019".
pub fn month_and_year(day: Date, language: Language) -> String {
    let (month, year) = (month_name(day, language), day.year());
    match language {
        Language::En => format!("{month} {year}"),
        Language::Es => format!("{month} de {year}"),
    }
}

/// "5 December 2019", "5 de diciembre de 2019".
pub fn day(date: Date, language: Language) -> String {
    match language {
        Language::En => format!("{} {}", date.day(), month_and_year(date, language)),
        Language::Es => format!("{} de {}", date.day(), month_and_year(date, language)),
    }
}

/// "Thursday 5 December 2019", "jueves 5 de diciembre de 2019".
pub fn day_with_weekday(date: Date, language: Language) -> String {
    let weekday = weekday_name(date.weekday(), language);
    format!("{weekday} {}", self::day(date, language))
}

/// The days from the first to the last, saying once what both share: "5 to 6 December 2019", "5 y 6 de diciembre de 2019".
pub fn days(first: Date, last: Date, language: Language) -> String {
    if first >= last {
        return day(first, language);
    }
    let same_month = first.year() == last.year() && first.month() == last.month();
    let same_year = first.year() == last.year();
    match language {
        Language::En if same_month => format!("{} to {}", first.day(), day(last, language)),
        Language::En if same_year => {
            format!("{} {} to {}", first.day(), month_name(first, language), day(last, language))
        }
        Language::En => format!("{} to {}", day(first, language), day(last, language)),
        Language::Es if same_month && last == first.saturating_add(1.day()) => {
            format!("{} y {}", first.day(), day(last, language))
        }
        Language::Es if same_month => format!("{} al {}", first.day(), day(last, language)),
        Language::Es if same_year => {
            format!("{} de {} al {}", first.day(), month_name(first, language), day(last, language))
        }
        Language::Es => format!("{} al {}", day(first, language), day(last, language)),
    }
}

/// "10:00", in both languages.
pub fn hour(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The days of an event in words: a range, "Week of 9 September 2019", "January 2016".
pub fn event_days(time: &EventTime, language: Language) -> String {
    match (time.precision, language) {
        (Precision::Week, Language::En) => format!("Week of {}", day(time.start, language)),
        (Precision::Week, Language::Es) => format!("Semana del {}", day(time.start, language)),
        (Precision::Month, Language::En) => month_and_year(time.start, language),
        (Precision::Month, Language::Es) => capitalised(&month_and_year(time.start, language)),
        (Precision::Unconfirmed, Language::En) => {
            format!("{} (to be confirmed)", days(time.start, time.end, language))
        }
        (Precision::Unconfirmed, Language::Es) => {
            format!("{} (por confirmar)", days(time.start, time.end, language))
        }
        (Precision::Minute | Precision::Day, _) => days(time.start, time.end, language),
    }
}

/// The hours of a timed event with the place that its zone is named after: "10:00 to 11:30, Jamaica time".
pub fn event_hours(time: &EventTime, language: Language) -> Option<String> {
    let start = time.start_time?;
    let zone = zone_name(&time.zone, language);
    Some(match (time.end_time, language) {
        (Some(end), Language::En) => format!("{} to {}, {zone} time", hour(start), hour(end)),
        (Some(end), Language::Es) => format!("{} a {}, hora de {zone}", hour(start), hour(end)),
        (None, Language::En) => format!("{}, {zone} time", hour(start)),
        (None, Language::Es) => format!("{}, hora de {zone}", hour(start)),
    })
}

/// Days and hours of an event in one line: "5 December 2019, 10:00 to 11:30, Jamaica time".
pub fn event_when(time: &EventTime, language: Language) -> String {
    let days = event_days(time, language);
    event_hours(time, language).map_or_else(|| days.clone(), |hours| format!("{days}, {hours}"))
}

/// Zones whose city or country the languages name otherwise than the zone does: the zone, English, Spanish.
const ZONE_NAMES: [(&str, &str, &str); 14] = [
    ("America/Curacao", "Curaçao", "Curazao"),
    ("America/Grenada", "Grenada", "Granada"),
    ("America/Nassau", "Nassau", "Nasáu"),
    ("America/St_Lucia", "Saint Lucia", "Santa Lucía"),
    ("America/St_Kitts", "Saint Kitts", "San Cristóbal"),
    ("America/St_Vincent", "Saint Vincent", "San Vicente"),
    ("America/Belize", "Belize", "Belice"),
    ("America/Havana", "Havana", "La Habana"),
    ("America/New_York", "New York", "Nueva York"),
    ("America/Panama", "Panama", "Panamá"),
    ("America/Port-au-Prince", "Port-au-Prince", "Puerto Príncipe"),
    ("America/Port_of_Spain", "Port of Spain", "Puerto España"),
    ("Europe/London", "London", "Londres"),
    ("Europe/Zurich", "Zurich", "Zúrich"),
];

/// The city or country that a zone is named after: `America/Port_of_Spain` is "Port of Spain", "Puerto España".
pub fn zone_name(zone: &str, language: Language) -> String {
    match ZONE_NAMES.iter().find(|(known, _, _)| *known == zone) {
        Some((_, english, spanish)) => match language {
            Language::En => (*english).to_owned(),
            Language::Es => (*spanish).to_owned(),
        },
        None => zone.rsplit('/').next().unwrap_or(zone).replace('_', " "),
    }
}

/// The text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
