//! The words of notices and of letters about networks. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::notice::About;

use super::Messages;

/// The words of notices in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct NoticeWords {
    pub choose: &'static str,
    pub digest: &'static str,
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
    digest: "New in your networks",
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
    digest: "Lo nuevo en sus redes",
    empty: "Aún no hay avisos. Elija «Todo, de inmediato» para una red, más abajo, o inscríbase en un evento: lo que ocurra se le dirá aquí.",
    end: "Darse de baja",
    end_all: "Darse de baja de todas las cartas sobre redes",
    ended: "Listo: no llegarán más cartas sobre redes. Usted las sigue como antes, y en su panel elige cuánto quiere saber de cada una.",
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

/// What a notice tells of its entry.
pub fn told(about: About, language: Language) -> String {
    match (about, language) {
        (About::Published, En) => "Published in a network that you follow".to_owned(),
        (About::Published, Es) => "Se publicó en una red que usted sigue".to_owned(),
        (About::Moved, En) => "An event that you registered for has changed".to_owned(),
        (About::Moved, Es) => "Cambió un evento en el que usted se inscribió".to_owned(),
        (About::Reminder, En) => "You have a seat at this event, and it is near".to_owned(),
        (About::Reminder, Es) => "Usted tiene un cupo en este evento, que se acerca".to_owned(),
        (About::Registration(state), En) => format!("Your registration: {}", Messages::of(En).seat_state(state)),
        (About::Registration(state), Es) => format!("Su inscripción: {}", Messages::of(Es).seat_state(state)),
    }
}

/// The subject of a letter about an event that has changed, or that is near; its title follows.
pub const fn about_event(about: About, language: Language) -> &'static str {
    match (about, language) {
        (About::Reminder, En) => "Reminder",
        (About::Reminder, Es) => "Recordatorio",
        (_, En) => "Changed",
        (_, Es) => "Cambio",
    }
}

/// How a letter about one entry begins; `networks` are titles.
pub fn new_in(networks: &str, language: Language) -> String {
    match language {
        En => format!("New in {networks}:"),
        Es => format!("Nuevo en {networks}:"),
    }
}

/// How the weekly letter begins; `days` are the days that it speaks of.
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
        Es => format!("Darse de baja de las cartas sobre {network}"),
    }
}

/// Letters about one network have ended.
pub fn ended_network(network: &str, language: Language) -> String {
    match language {
        En => format!("Done: no more letters about {network} will come. You still follow it."),
        Es => format!("Listo: no llegarán más cartas sobre {network}. Usted la sigue como antes."),
    }
}
