//! The words of the dashboard. Only the server draws them.

use domain::Language::{self, En, Es};

/// The words of the dashboard in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct DashboardWords {
    pub actions: &'static str,
    pub ask_confirm: &'static str,
    pub browse_calendar: &'static str,
    pub browse_networks: &'static str,
    pub confirm_sent: &'static str,
    pub earlier: &'static str,
    pub fresh: &'static str,
    pub fresh_empty: &'static str,
    pub is_new: &'static str,
    pub nothing_waits: &'static str,
    pub questions_wait: &'static str,
    pub step_address: &'static str,
    pub step_asked: &'static str,
    pub step_decision: &'static str,
    pub step_done: &'static str,
    pub step_now: &'static str,
    pub steps: &'static str,
}

static ENGLISH: DashboardWords = DashboardWords {
    actions: "What needs you",
    ask_confirm: "Send the letter again",
    browse_calendar: "Open the calendar",
    browse_networks: "Choose networks to follow",
    confirm_sent: "A letter is on its way. The link in it works for a week.",
    earlier: "Earlier and cancelled",
    fresh: "News of networks you follow",
    fresh_empty: "Nothing yet. Follow a network, and what it publishes stands here.",
    is_new: "New",
    nothing_waits: "Nothing waits for you. Offers of seats, questions about a registration and addresses to confirm appear here.",
    questions_wait: "The secretariat asks something about your registration that you have not answered yet.",
    step_address: "You confirm your mail address",
    step_asked: "You ask for an account",
    step_decision: "The secretariat decides",
    step_done: "Done",
    step_now: "Now",
    steps: "Your application",
};

static SPANISH: DashboardWords = DashboardWords {
    actions: "Lo que espera de usted",
    ask_confirm: "Enviar el correo otra vez",
    browse_calendar: "Abrir el calendario",
    browse_networks: "Elegir redes para seguir",
    confirm_sent: "Un correo va en camino. El enlace que contiene sirve durante una semana.",
    earlier: "Anteriores y canceladas",
    fresh: "Novedades de las redes que sigue",
    fresh_empty: "Todavía nada. Siga una red, y lo que publique estará aquí.",
    is_new: "Nuevo",
    nothing_waits: "Nada espera de usted. Aquí aparecen las ofertas de cupos, las preguntas sobre una inscripción y las direcciones por confirmar.",
    questions_wait: "La secretaría pregunta algo sobre su inscripción que usted aún no respondió.",
    step_address: "Usted confirma su correo electrónico",
    step_asked: "Usted solicita una cuenta",
    step_decision: "La secretaría decide",
    step_done: "Hecho",
    step_now: "Ahora",
    steps: "Su solicitud",
};

impl DashboardWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// A seat is offered; `until` is when the offer ends, in words.
pub fn offer_ends(until: &str, language: Language) -> String {
    match language {
        En => format!("A seat is kept for you until {until}. Take it, or let it go to the next person."),
        Es => format!("Se le reserva un cupo hasta el {until}. Tómelo, o déjelo a la siguiente persona."),
    }
}

/// A new mail address waits to be confirmed.
pub fn confirm_new_address(email: &str, language: Language) -> String {
    match language {
        En => format!("Confirm your new mail address: the link is in the letter to {email}."),
        Es => format!("Confirme su correo electrónico nuevo: el enlace está en el mensaje enviado a {email}."),
    }
}

/// How many people wait for a decision of this admin.
pub fn people_wait(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 1) => "1 person asks for an account".to_owned(),
        (En, n) => format!("{n} people ask for an account"),
        (Es, 1) => "1 persona solicita una cuenta".to_owned(),
        (Es, n) => format!("{n} personas solicitan una cuenta"),
    }
}

/// What has changed since somebody was here before, on `day`.
pub fn since_last_visit(day: &str, notices: usize, fresh: usize, language: Language) -> String {
    let changed = match (language, notices, fresh) {
        (En, 0, 0) => "nothing has changed".to_owned(),
        (Es, 0, 0) => "nada cambió".to_owned(),
        (En, notices, fresh) => {
            let notices = if notices == 1 { "1 new notice".to_owned() } else { format!("{notices} new notices") };
            let fresh = if fresh == 1 { "1 new item".to_owned() } else { format!("{fresh} new items") };
            format!("{notices}, and {fresh} in your networks")
        }
        (Es, notices, fresh) => {
            let notices = if notices == 1 { "1 aviso nuevo".to_owned() } else { format!("{notices} avisos nuevos") };
            let fresh = if fresh == 1 { "1 novedad".to_owned() } else { format!("{fresh} novedades") };
            format!("{notices} y {fresh} en sus redes")
        }
    };
    match language {
        En => format!("Since your last visit on {day}: {changed}."),
        Es => format!("Desde su última visita, el {day}: {changed}."),
    }
}
