//! The words of seats at events. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::registration::{Registration, Seats, State};

/// The words of seats in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct SeatWords {
    pub answers: &'static str,
    pub accept: &'static str,
    pub admit: &'static str,
    pub approval: &'static str,
    pub as_csv: &'static str,
    pub capacity: &'static str,
    pub closed: &'static str,
    pub nobody: &'static str,
    pub nobody_fits: &'static str,
    pub open: &'static str,
    pub participants: &'static str,
    pub refuse: &'static str,
    pub remove: &'static str,
    pub save: &'static str,
    pub cancel: &'static str,
    pub enrol: &'static str,
    pub enrol_hint: &'static str,
    pub full: &'static str,
    pub heading: &'static str,
    pub import: &'static str,
    pub join_list: &'static str,
    pub list: &'static str,
    pub members_only: &'static str,
    pub none_yet: &'static str,
    pub register: &'static str,
    pub yours: &'static str,
}

static ENGLISH: SeatWords = SeatWords {
    answers: "Answers",
    accept: "Take the seat",
    admit: "Admit",
    approval: "Staff decide on each",
    as_csv: "The list as a CSV file",
    capacity: "Seats (empty: no limit)",
    closed: "Not through the portal",
    nobody: "Nobody has asked for a seat yet.",
    nobody_fits: "Nobody fits. Ask for all states and fewer words.",
    open: "Whoever comes first",
    participants: "Participants",
    refuse: "Refuse",
    remove: "Remove",
    save: "Save",
    cancel: "Cancel my registration",
    enrol: "Register this member",
    enrol_hint: "For somebody who has an account here. The rules above hold for them too; a letter tells them.",
    full: "Every seat is taken: who is accepted now goes to the waiting list.",
    heading: "Registration",
    import: "Register members by a table",
    join_list: "Join the waiting list",
    list: "Put on the waiting list",
    members_only: "Registration opens once the secretariat has approved your account.",
    none_yet: "You have not registered for an event. The calendar shows what is next.",
    register: "Register for this event",
    yours: "Your registrations",
};

static SPANISH: SeatWords = SeatWords {
    answers: "Respuestas",
    accept: "Tomar el cupo",
    admit: "Admitir",
    approval: "El personal decide sobre cada una",
    as_csv: "La lista como archivo CSV",
    capacity: "Cupos (vacío: sin límite)",
    closed: "No por el portal",
    nobody: "Nadie ha pedido un cupo todavía.",
    nobody_fits: "Nadie coincide. Pida todos los estados y menos palabras.",
    open: "Por orden de llegada",
    participants: "Participantes",
    refuse: "Rechazar",
    remove: "Retirar",
    save: "Guardar",
    cancel: "Cancelar mi inscripción",
    enrol: "Inscribir a este miembro",
    enrol_hint: "Para quien tiene una cuenta aquí. También para esa persona valen las reglas de arriba; un correo se lo dice.",
    full: "No quedan cupos: quien se acepte ahora pasa a la lista de espera.",
    heading: "Inscripción",
    import: "Inscribir a miembros con una tabla",
    join_list: "Unirse a la lista de espera",
    list: "Poner en la lista de espera",
    members_only: "Podrá inscribirse cuando la secretaría haya aprobado su cuenta.",
    none_yet: "Usted no se ha inscrito en ningún evento. El calendario muestra los próximos.",
    register: "Inscribirse en este evento",
    yours: "Sus inscripciones",
};

impl SeatWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How many seats are taken; nothing where there is no limit.
pub fn seats_taken(seats: &Seats, language: Language) -> Option<String> {
    let capacity = seats.rules.capacity?;
    let taken = seats.taken.min(capacity);
    let seats_are = match (language, capacity, taken) {
        (En, 1, 0) => "The one seat is free".to_owned(),
        (Es, 1, 0) => "El único cupo está libre".to_owned(),
        (En, 1, _) => "The one seat is taken".to_owned(),
        (Es, 1, _) => "El único cupo está ocupado".to_owned(),
        (En, capacity, 0) => format!("All {capacity} seats are free"),
        (Es, capacity, 0) => format!("Los {capacity} cupos están libres"),
        (En, capacity, 1) => format!("1 of {capacity} seats is taken"),
        (Es, capacity, 1) => format!("1 de {capacity} cupos está ocupado"),
        (En, capacity, taken) => format!("{taken} of {capacity} seats are taken"),
        (Es, capacity, taken) => format!("{taken} de {capacity} cupos están ocupados"),
    };
    Some(match (language, seats.waiting) {
        (_, 0) => format!("{seats_are}."),
        (En, 1) => format!("{seats_are}, and 1 person waits."),
        (Es, 1) => format!("{seats_are}, y 1 persona espera."),
        (En, n) => format!("{seats_are}, and {n} people wait."),
        (Es, n) => format!("{seats_are}, y {n} personas esperan."),
    })
}

/// What came of a decision, as the list says it to staff: the code of the state that somebody came to stand in.
pub fn decided(done: &str, language: Language) -> Option<&'static str> {
    if done == "imported" {
        return Some(match language {
            En => "Done: everybody of the table is on the list, and is told by letter.",
            Es => "Listo: todas las personas de la tabla están en la lista y reciben un correo.",
        });
    }
    Some(match (State::from_code(done)?, language) {
        (State::Registered, En) => "Done: the person has a seat, and is told by letter.",
        (State::Registered, Es) => "Listo: la persona tiene un cupo y recibe un correo.",
        (State::Waiting, En) => "Done: the person is on the waiting list, and is told by letter.",
        (State::Waiting, Es) => "Listo: la persona está en la lista de espera y recibe un correo.",
        (State::Pending, En) => "Done: the registration waits for a decision below, and the person is told by letter.",
        (State::Pending, Es) => "Listo: la inscripción espera una decisión abajo, y la persona recibe un correo.",
        (State::Refused, En) => "Done: the registration was refused, and the person reads your reason in a letter.",
        (State::Refused, Es) => "Listo: la inscripción se rechazó, y la persona lee el motivo en un correo.",
        (State::Cancelled, En) => "Done: the person was removed, and reads your reason in a letter.",
        (State::Cancelled, Es) => "Listo: la persona se retiró de la lista y lee el motivo en un correo.",
        (State::Offered | State::Lapsed, _) => return None,
    })
}

/// How many were not asked a question that needs an answer, because they registered before it.
pub fn not_asked(people: usize, question: &str, language: Language) -> String {
    match (language, people) {
        (En, 1) => format!("1 person registered before this was asked, and has not answered: {question}"),
        (Es, 1) => format!("1 persona se inscribió antes de que se preguntara esto, y no ha respondido: {question}"),
        (En, n) => format!("{n} people registered before this was asked, and have not answered: {question}"),
        (Es, n) => {
            format!("{n} personas se inscribieron antes de que se preguntara esto, y no han respondido: {question}")
        }
    }
}

/// Where a registration stands, said to its owner; `until` is when an offer ends, in words.
pub fn standing(registration: &Registration, until: &str, language: Language) -> String {
    let position = registration.position.unwrap_or(1);
    let reason = registration.reason.as_str();
    match (registration.state, language) {
        (State::Pending, En) => "Pending approval: the secretariat decides on your registration.".to_owned(),
        (State::Pending, Es) => "Pendiente de aprobación: la secretaría decide sobre su inscripción.".to_owned(),
        (State::Registered, En) => "You are registered.".to_owned(),
        (State::Registered, Es) => "Usted está inscrito o inscrita.".to_owned(),
        (State::Waiting, En) => format!("You are number {position} on the waiting list."),
        (State::Waiting, Es) => format!("Usted tiene el número {position} en la lista de espera."),
        (State::Offered, En) => format!("A seat is kept for you until {until}."),
        (State::Offered, Es) => format!("Se le reserva un cupo hasta el {until}."),
        (State::Lapsed, En) => "The seat that was kept for you was not taken in time.".to_owned(),
        (State::Lapsed, Es) => "El cupo que se le reservaba no se tomó a tiempo.".to_owned(),
        (State::Refused, En) if !reason.is_empty() => {
            format!("The secretariat could not accept your registration. The reason it gave: {reason}")
        }
        (State::Refused, Es) if !reason.is_empty() => {
            format!("La secretaría no pudo aceptar su inscripción. El motivo que dio: {reason}")
        }
        (State::Cancelled, En) if !reason.is_empty() => {
            format!("The secretariat cancelled your registration. The reason it gave: {reason}")
        }
        (State::Cancelled, Es) if !reason.is_empty() => {
            format!("La secretaría canceló su inscripción. El motivo que dio: {reason}")
        }
        (State::Cancelled, En) => "Your registration was cancelled.".to_owned(),
        (State::Cancelled, Es) => "Su inscripción se canceló.".to_owned(),
        (State::Refused, En) => "The secretariat could not accept your registration.".to_owned(),
        (State::Refused, Es) => "La secretaría no pudo aceptar su inscripción.".to_owned(),
    }
}
