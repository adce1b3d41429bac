//! The words of the outbox. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::outbox::{LetterKind, LetterState};

/// The words of the outbox in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct OutboxWords {
    pub any_state: &'static str,
    pub empty: &'static str,
    pub failed: &'static str,
    pub intro: &'static str,
    pub letter: &'static str,
    pub no_letter: &'static str,
    pub resend: &'static str,
    pub resent: &'static str,
    pub resent_before: &'static str,
    pub sent_again: &'static str,
    pub state: &'static str,
    pub title: &'static str,
    pub to: &'static str,
    pub written: &'static str,
}

static ENGLISH: OutboxWords = OutboxWords {
    any_state: "Any",
    empty: "No letter matches. Ask for any state and fewer words.",
    failed: "Letters could not be sent",
    intro: "Letters that the portal sends by itself, the latest first. What fails is tried again for four days; then it waits here for you. A letter that is sent again says what is true by then, with new links.",
    letter: "Letter",
    no_letter: "No letter has been called for yet. One is, as soon as somebody registers for an event, asks for an account or follows a network.",
    resend: "Send again",
    resent: "It goes out again now, as a letter of its own.",
    resent_before: "It was sent again already. Nothing more was done.",
    sent_again: "Sent again since",
    state: "State",
    title: "Outbox",
    to: "To",
    written: "Called for",
};

static SPANISH: OutboxWords = OutboxWords {
    any_state: "Cualquiera",
    empty: "Ningún correo coincide. Pida cualquier estado y menos palabras.",
    failed: "Correos que no se pudieron enviar",
    intro: "Correos que el portal envía por sí mismo, lo último primero. Lo que falla se intenta de nuevo durante cuatro días; después espera aquí. Un correo que se envía de nuevo dice lo que vale en ese momento, con enlaces nuevos.",
    letter: "Correo",
    no_letter: "Todavía no hubo ningún correo que enviar. Lo habrá en cuanto alguien se inscriba en un evento, solicite una cuenta o siga una red.",
    resend: "Enviar de nuevo",
    resent: "Sale de nuevo ahora, como un correo aparte.",
    resent_before: "Ya se había enviado de nuevo. No se hizo nada más.",
    sent_again: "Enviado de nuevo después",
    state: "Estado",
    title: "Bandeja de salida",
    to: "Para",
    written: "Solicitado",
};

impl OutboxWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// Where a letter stands, in a word.
pub const fn letter_state(state: LetterState, language: Language) -> &'static str {
    match (state, language) {
        (LetterState::Waiting, En) => "Waiting",
        (LetterState::Waiting, Es) => "En espera",
        (LetterState::Retrying, En) => "Being tried again",
        (LetterState::Retrying, Es) => "Se intenta de nuevo",
        (LetterState::Sent, En) => "Sent",
        (LetterState::Sent, Es) => "Enviado",
        (LetterState::Needless, En) => "Not needed any more",
        (LetterState::Needless, Es) => "Ya no hacía falta",
        (LetterState::Failed, En) => "Failed",
        (LetterState::Failed, Es) => "Fallido",
    }
}

/// The same with its time, and with how often it was tried.
pub fn letter_standing(state: LetterState, attempts: i64, at: &str, language: Language) -> String {
    let tried = match (language, attempts) {
        (En, 1) => "tried once".to_owned(),
        (Es, 1) => "se intentó una vez".to_owned(),
        (En, n) => format!("tried {n} times"),
        (Es, n) => format!("se intentó {n} veces"),
    };
    match (state, language) {
        (LetterState::Waiting, En) => format!("due {at}"),
        (LetterState::Waiting, Es) => format!("previsto: {at}"),
        (LetterState::Retrying, En) => format!("{tried}; next {at}"),
        (LetterState::Retrying, Es) => format!("{tried}; otra vez: {at}"),
        (LetterState::Failed, En) => format!("{tried}; given up {at}"),
        (LetterState::Failed, Es) => format!("{tried}; se abandonó: {at}"),
        (LetterState::Sent | LetterState::Needless, _) => at.to_owned(),
    }
}

/// What a letter is about.
pub const fn letter_kind(kind: LetterKind, language: Language) -> &'static str {
    match (kind, language) {
        (LetterKind::Confirm, En) => "Confirm a mail address",
        (LetterKind::Confirm, Es) => "Confirmar un correo electrónico",
        (LetterKind::Known, En) => "There is an account already",
        (LetterKind::Known, Es) => "Ya existe una cuenta",
        (LetterKind::Reset, En) => "Link to set a new password",
        (LetterKind::Reset, Es) => "Enlace para fijar una contraseña nueva",
        (LetterKind::NewAddress, En) => "Confirm a new mail address",
        (LetterKind::NewAddress, Es) => "Confirmar un correo electrónico nuevo",
        (LetterKind::AddressChanged, En) => "The mail address has changed",
        (LetterKind::AddressChanged, Es) => "El correo electrónico cambió",
        (LetterKind::PasswordChanged, En) => "The password has changed",
        (LetterKind::PasswordChanged, Es) => "La contraseña cambió",
        (LetterKind::Decision, En) => "Decision on an application",
        (LetterKind::Decision, Es) => "Decisión sobre una solicitud",
        (LetterKind::Applicants, En) => "People ask for an account",
        (LetterKind::Applicants, Es) => "Hay solicitudes de cuenta",
        (LetterKind::Registration, En) => "Registration for an event",
        (LetterKind::Registration, Es) => "Inscripción en un evento",
        (LetterKind::Moved, En) => "Change of an event",
        (LetterKind::Moved, Es) => "Cambio de un evento",
        (LetterKind::Reminder, En) => "Reminder of an event",
        (LetterKind::Reminder, Es) => "Recordatorio de un evento",
        (LetterKind::Published, En) => "News of a network",
        (LetterKind::Published, Es) => "Novedad de una red",
        (LetterKind::Digest, En) => "Digest of networks",
        (LetterKind::Digest, Es) => "Resumen de redes",
    }
}

/// How many letters were found.
pub fn letters_count(total: u64, language: Language) -> String {
    match (language, total) {
        (En, 1) => "1 letter".to_owned(),
        (Es, 1) => "1 correo".to_owned(),
        (En, n) => format!("{n} letters"),
        (Es, n) => format!("{n} correos"),
    }
}
