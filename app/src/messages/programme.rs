//! The words of an event's programme, and of joining it online. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::date;
use domain::event::EventTime;
use domain::manuscript::session_field;
use domain::programme::Session;
use jiff::Timestamp;
use jiff::civil::Time;

use super::language_name;

/// The words of a programme in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct ProgrammeWords {
    pub add: &'static str,
    pub documents: &'static str,
    pub hint: &'static str,
    pub join: &'static str,
    pub join_for_registered: &'static str,
    pub join_none: &'static str,
    pub join_over: &'static str,
    pub join_refused: &'static str,
    pub join_too_early: &'static str,
    pub new_session: &'static str,
    pub place: &'static str,
    pub session: &'static str,
    pub speakers: &'static str,
    pub title: &'static str,
}

static ENGLISH: ProgrammeWords = ProgrammeWords {
    add: "Add sessions",
    documents: "Documents of this session",
    hint: "Sessions come by day and hour by themselves, in the time zone of the event, and move with it. An end hour is not needed. Empty both titles of a session to remove it.",
    join: "Join the meeting",
    join_for_registered: "Who is registered gets the link to join here.",
    join_none: "This event cannot be joined here.",
    join_over: "The meeting is over; its link leads nowhere any more.",
    join_refused: "The link to join is for who is registered for this event.",
    join_too_early: "The link to join is not open yet.",
    new_session: "New session",
    place: "Place",
    session: "Session",
    speakers: "Speakers",
    title: "Programme",
};

static SPANISH: ProgrammeWords = ProgrammeWords {
    add: "Añadir sesiones",
    documents: "Documentos de esta sesión",
    hint: "Las sesiones se ordenan solas por día y hora, en la zona horaria del evento, y se mueven con él. No hace falta la hora de término. Deje vacíos los dos títulos de una sesión para quitarla.",
    join: "Entrar a la reunión",
    join_for_registered: "Quien está inscrito o inscrita recibe aquí el enlace para entrar.",
    join_none: "A este evento no se entra por aquí.",
    join_over: "La reunión terminó; su enlace ya no lleva a ninguna parte.",
    join_refused: "El enlace para entrar es para quien está inscrito o inscrita en este evento.",
    join_too_early: "El enlace para entrar aún no está abierto.",
    new_session: "Sesión nueva",
    place: "Lugar",
    session: "Sesión",
    speakers: "Intervienen",
    title: "Programa",
};

impl ProgrammeWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// The label of a field of a session; none where the field is none.
pub(super) fn session_label(field: &str, language: Language) -> Option<&'static str> {
    let (english, spanish) = match session_field(field)?.2 {
        "day" => ("Day", "Día"),
        "start" => ("Begins at", "Empieza a las"),
        "end" => ("Ends at", "Termina a las"),
        "title" => ("Title of the session", "Título de la sesión"),
        "speakers" => (
            "Speakers, one a line: name, role, institution",
            "Intervienen, una persona por línea: nombre, cargo, institución",
        ),
        "place" => ("Place or room", "Lugar o sala"),
        "description" => ("Description", "Descripción"),
        "files" => ("Documents of this session", "Documentos de esta sesión"),
        _ => ("Session", "Sesión"),
    };
    Some(match language {
        En => english,
        Es => spanish,
    })
}

/// What a field of a session is called where it stands among others.
pub(super) fn session_field_name(field: &str, language: Language) -> Option<String> {
    let label = match session_field(field)?.2 {
        // The label in the form also says how they are written.
        "speakers" => ProgrammeWords::of(language).speakers,
        _ => session_label(field, language)?,
    };
    let of = session_field(field)?.1.map(|of| format!(" ({})", language_name(of, language))).unwrap_or_default();
    Some(format!("{}: {label}{of}", ProgrammeWords::of(language).title))
}

/// A day of an event, counted from 0.
pub fn day_number(day: u16, language: Language) -> String {
    match language {
        En => format!("Day {}", u32::from(day) + 1),
        Es => format!("Día {}", u32::from(day) + 1),
    }
}

/// From when until when: "09:00 to 10:30".
pub fn session_hours(start: Time, end: Option<Time>, language: Language) -> String {
    let start = date::hour(start);
    match (end, language) {
        (Some(end), En) => format!("{start} to {}", date::hour(end)),
        (Some(end), Es) => format!("{start} a {}", date::hour(end)),
        (None, _) => start,
    }
}

/// Whose hours a programme says.
pub fn hours_are_of(zone: &str, language: Language) -> String {
    let zone = date::zone_name(zone, language);
    match language {
        En => format!("All hours are {zone} time."),
        Es => format!("Todas las horas se indican en hora de {zone}."),
    }
}

/// The title of a session in a language, else in another.
pub fn session_title(session: &Session, language: Language, source: Language) -> String {
    session.shown("title", language, source).map(|(_, title)| title.to_owned()).unwrap_or_default()
}

/// Day and hour of an instant in the zone of an event: "15 December 2026 at 09:30 (Jamaica time)".
fn moment(at: Timestamp, time: &EventTime, language: Language) -> String {
    let zone = time.time_zone().unwrap_or(jiff::tz::TimeZone::UTC);
    let (at, zone) = (at.to_zoned(zone), date::zone_name(&time.zone, language));
    let (day, hour) = (date::day(at.date(), language), date::hour(at.time()));
    match language {
        En => format!("{day} at {hour} ({zone} time)"),
        Es => format!("{day} a las {hour} (hora de {zone})"),
    }
}

/// When the link to join opens.
pub fn link_opens(at: Timestamp, time: &EventTime, language: Language) -> String {
    let at = moment(at, time, language);
    match language {
        En => format!("The link to join opens on {at}."),
        Es => format!("El enlace para entrar se abre el {at}."),
    }
}

/// What a letter says of the address that leads to the meeting.
pub fn join_by_letter(at: Timestamp, time: &EventTime, language: Language) -> String {
    let at = moment(at, time, language);
    match language {
        En => format!("You join online with this address, which opens on {at}. You will be asked to log in:"),
        Es => format!("Usted entra en línea con esta dirección, que se abre el {at}. Se le pedirá iniciar sesión:"),
    }
}
