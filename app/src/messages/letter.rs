//! What letters about seats and events say: their subjects tell what happened, to what and when. Only the server writes them.

use domain::Language::{self, En, Es};
use domain::event::EventState;
use domain::notice::About;
use domain::registration::State;

/// Who letters are from, where the sender's address comes without a name.
pub const fn sender(language: Language) -> &'static str {
    match language {
        En => "Caribbean Migration Portal",
        Es => "Portal sobre Migración en el Caribe",
    }
}

/// The subject of a letter about a seat: `event` is its title, `when` its days and hours, `place` the number on the waiting
/// list, `until` when an offer ends.
pub fn seat_subject(
    state: State,
    (event, when): (&str, &str),
    place: Option<u32>,
    until: &str,
    language: Language,
) -> String {
    let what = match (state, language) {
        (State::Pending, En) => "Registration waits for approval".to_owned(),
        (State::Pending, Es) => "Inscripción pendiente de aprobación".to_owned(),
        (State::Registered, En) => "Registered".to_owned(),
        (State::Registered, Es) => "Inscripción confirmada".to_owned(),
        (State::Waiting, En) => {
            place.map_or_else(|| "Waiting list".to_owned(), |n| format!("Waiting list, number {n}"))
        }
        (State::Waiting, Es) => {
            place.map_or_else(|| "Lista de espera".to_owned(), |n| format!("Lista de espera, número {n}"))
        }
        (State::Offered, En) if until.is_empty() => "A seat is kept for you".to_owned(),
        (State::Offered, Es) if until.is_empty() => "Se le reserva un cupo".to_owned(),
        (State::Offered, En) => format!("A seat is kept for you until {until}"),
        (State::Offered, Es) => format!("Se le reserva un cupo hasta el {until}"),
        (State::Lapsed, En) => "Your offer of a seat has ended".to_owned(),
        (State::Lapsed, Es) => "Venció la oferta de su cupo".to_owned(),
        (State::Cancelled, En) => "Registration cancelled".to_owned(),
        (State::Cancelled, Es) => "Inscripción cancelada".to_owned(),
        (State::Refused, En) => "Registration not accepted".to_owned(),
        (State::Refused, Es) => "Inscripción no aceptada".to_owned(),
    };
    subject(&what, event, when)
}

/// The subject of a letter about an event that has changed, or that is near.
pub fn event_subject(about: About, state: EventState, (event, when): (&str, &str), language: Language) -> String {
    let what = match (about, state, language) {
        (About::Reminder, _, En) => "Reminder",
        (About::Reminder, _, Es) => "Recordatorio",
        (_, EventState::Cancelled, En) => "Cancelled",
        (_, EventState::Cancelled, Es) => "Cancelado",
        (_, EventState::Postponed, En) => "Postponed, no new date yet",
        (_, EventState::Postponed, Es) => "Aplazado, aún sin nueva fecha",
        (_, EventState::Scheduled, En) => "Changed",
        (_, EventState::Scheduled, Es) => "Cambio",
    };
    subject(what, event, when)
}

fn subject(what: &str, event: &str, when: &str) -> String {
    let when = if when.is_empty() { String::new() } else { format!(", {when}") };
    format!("{what}: {event}{when}")
}

/// How a letter about an event begins, and what a notice of it says.
pub const fn event_told(about: About, state: EventState, language: Language) -> &'static str {
    match (about, state, language) {
        (About::Reminder, _, En) => "You have a seat at this event, and it is near",
        (About::Reminder, _, Es) => "Usted tiene un cupo en este evento, que se acerca",
        (_, EventState::Cancelled, En) => "An event that you registered for was cancelled",
        (_, EventState::Cancelled, Es) => "Se canceló un evento en el que usted se inscribió",
        (_, EventState::Postponed, En) => "An event that you registered for was postponed",
        (_, EventState::Postponed, Es) => "Se aplazó un evento en el que usted se inscribió",
        (_, EventState::Scheduled, En) => "An event that you registered for has changed",
        (_, EventState::Scheduled, Es) => "Cambió un evento en el que usted se inscribió",
    }
}

/// How the letter begins that tells who decides that people ask for an account.
pub const fn applicants_ask(count: usize, language: Language) -> &'static str {
    match (language, count) {
        (En, 1) => "This person waits for a decision:",
        (En, _) => "These people wait for a decision:",
        (Es, 1) => "Esta persona espera una decisión:",
        (Es, _) => "Estas personas esperan una decisión:",
    }
}

/// The subject of a letter about something new in a network.
pub fn news_subject(network: &str, title: &str, when: &str, language: Language) -> String {
    let what = match language {
        En => format!("New in {network}"),
        Es => format!("Nuevo en {network}"),
    };
    subject(&what, title, when)
}

/// The subject of a digest; `days` are those that it speaks of.
pub fn digest_subject(count: usize, days: &str, language: Language) -> String {
    match (language, count) {
        (En, 1) => format!("New in your networks: 1 item, {days}"),
        (En, n) => format!("New in your networks: {n} items, {days}"),
        (Es, 1) => format!("Lo nuevo en sus redes: 1 publicación, {days}"),
        (Es, n) => format!("Lo nuevo en sus redes: {n} publicaciones, {days}"),
    }
}
