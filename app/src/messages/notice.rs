//! The words of notices and of letters about networks. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::event::EventState;
use domain::notice::About;

use super::{Messages, event_told};

/// The words of notices in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct NoticeWords {
    pub choose: &'static str,
    pub empty: &'static str,
    pub end: &'static str,
    pub end_all: &'static str,
    pub ended: &'static str,
    pub key_lapsed: &'static str,
    pub mark_read: &'static str,
    pub show: &'static str,
    pub title: &'static str,
    pub unread: &'static str,
}

static ENGLISH: NoticeWords = NoticeWords {
    choose: "Choose for each network",
    empty: "No notices yet. Choose “Everything at once” for a network below, or register for an event: what happens then is told here.",
    end: "Unsubscribe",
    end_all: "Unsubscribe from every letter about networks",
    ended: "Done: no more letters about networks will come. You still follow them, and choose in your dashboard how much you hear of each.",
    key_lapsed: "This link has lapsed. Log in and choose in your dashboard how much you hear of each network.",
    mark_read: "Mark all as read",
    show: "Show them",
    title: "Notices",
    unread: "Unread",
};

static SPANISH: NoticeWords = NoticeWords {
    choose: "Elegir para cada red",
    empty: "Aún no hay avisos. Elija «Todo, de inmediato» para una red, más abajo, o inscríbase en un evento: lo que ocurra se le dirá aquí.",
    end: "Darse de baja",
    end_all: "Darse de baja de todos los correos sobre redes",
    ended: "Listo: no llegarán más correos sobre redes. Usted las sigue como antes, y en su panel elige cuánto quiere saber de cada una.",
    key_lapsed: "Este enlace venció. Inicie sesión y elija en su panel cuánto quiere saber de cada red.",
    mark_read: "Marcar todo como leído",
    show: "Mostrarlos",
    title: "Avisos",
    unread: "Sin leer",
};

impl NoticeWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How many notices are not read.
pub fn unread_notices(number: u32, language: Language) -> String {
    match (language, number) {
        (En, 0) => "No unread notices".to_owned(),
        (En, 1) => "1 unread notice".to_owned(),
        (En, n) => format!("{n} unread notices"),
        (Es, 0) => "Ningún aviso sin leer".to_owned(),
        (Es, 1) => "1 aviso sin leer".to_owned(),
        (Es, n) => format!("{n} avisos sin leer"),
    }
}

/// What a notice tells of its entry; `state` is how the event stands, where it is one.
pub fn told(about: About, state: EventState, language: Language) -> String {
    match (about, language) {
        (About::Published, En) => "Published in a network that you follow".to_owned(),
        (About::Published, Es) => "Se publicó en una red que usted sigue".to_owned(),
        (About::Moved | About::Reminder, _) => event_told(about, state, language).to_owned(),
        (About::Applicant(_), En) => "Asks for an account".to_owned(),
        (About::Applicant(_), Es) => "Solicita una cuenta".to_owned(),
        (About::Registration(state), En) => format!("Your registration: {}", Messages::of(En).seat_state(state)),
        (About::Registration(state), Es) => format!("Su inscripción: {}", Messages::of(Es).seat_state(state)),
    }
}

/// How a letter about one entry begins; `networks` are titles.
pub fn new_in(networks: &str, language: Language) -> String {
    match language {
        En => format!("New in {networks}:"),
        Es => format!("Nuevo en {networks}:"),
    }
}

/// How a digest begins; `days` are the days that it speaks of.
pub fn new_in_days(days: &str, language: Language) -> String {
    match language {
        En => format!("What was published in the networks that you follow ({days}):"),
        Es => format!("Lo que se publicó en las redes que usted sigue ({days}):"),
    }
}

/// The link to end letters about one network.
pub fn end_network(network: &str, language: Language) -> String {
    match language {
        En => format!("Unsubscribe from letters about {network}"),
        Es => format!("Darse de baja de los correos sobre {network}"),
    }
}

/// Letters about one network have ended.
pub fn ended_network(network: &str, language: Language) -> String {
    match language {
        En => format!("Done: no more letters about {network} will come. You still follow it."),
        Es => format!("Listo: no llegarán más correos sobre {network}. Usted la sigue como antes."),
    }
}
