//! The words of moving, postponing and cancelling an event. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::event_change::EventChange;

/// These words in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct ChangeWords {
    pub days: &'static str,
    pub each_is_told: &'static str,
    pub everything_else: &'static str,
    pub intro: &'static str,
    pub is_other_by_now: &'static str,
    pub length_stays: &'static str,
    pub move_keys: &'static str,
    pub nobody: &'static str,
    pub not_yet: &'static str,
    pub not_public: &'static str,
    pub nothing_changes: &'static str,
    pub others: &'static str,
    pub reason: &'static str,
    pub show: &'static str,
    pub somebody: &'static str,
    pub stays: &'static str,
    pub title: &'static str,
    pub twin: &'static str,
    pub what_goes_out: &'static str,
}

static ENGLISH: ChangeWords = ChangeWords {
    days: "How many days",
    each_is_told: "Each of these people gets one letter and finds a notice in their dashboard:",
    everything_else: "Edit everything else",
    intro: "What is changed here goes out to who has registered. You see it first; nothing happens before the last button.",
    is_other_by_now: "What would go out is not what you saw: the event, your text, or who is registered has changed. Nothing was done. Below is how it stands now; press the button again if it is right.",
    length_stays: "The hours and the length stay as they are unless you change them.",
    move_keys: "On an event, M begins to move it.",
    nobody: "Nobody is registered: no letter goes out.",
    not_yet: "Nothing is published yet. Is this right?",
    not_public: "Readers do not see this event: no letter goes out.",
    nothing_changes: "This is how the event stands already: nothing would change, and nobody would be told.",
    others: "Who follows its networks gets no letter of this. The calendar, and calendars that are subscribed to it, change by themselves.",
    reason: "Why, in a sentence",
    show: "Show what goes out",
    somebody: "[name]",
    stays: "It stays where it is.",
    title: "Move, postpone or cancel",
    twin: "There is an event of this title on this day already. Readers would see two:",
    what_goes_out: "What goes out",
};

static SPANISH: ChangeWords = ChangeWords {
    days: "Cuántos días",
    each_is_told: "Cada una de estas personas recibe un correo y encuentra un aviso en su panel:",
    everything_else: "Editar todo lo demás",
    intro: "Lo que se cambia aquí se comunica a quienes se inscribieron. Usted lo ve antes; nada ocurre hasta que pulse el último botón.",
    is_other_by_now: "Lo que se enviaría ya no es lo que usted vio: cambió el evento, su texto o la lista de inscripciones. No se hizo nada. Abajo está como queda ahora; pulse de nuevo el botón si es correcto.",
    length_stays: "Las horas y la duración se mantienen, salvo que usted las cambie.",
    move_keys: "En un evento, M empieza a moverlo.",
    nobody: "Nadie está inscrito: no se envía ningún correo.",
    not_yet: "Todavía no se ha publicado nada. ¿Es correcto?",
    not_public: "El público no ve este evento: no se envía ningún correo.",
    nothing_changes: "El evento ya está así: nada cambiaría y no se avisaría a nadie.",
    others: "Quienes siguen sus redes no reciben un correo por esto. El calendario, y los calendarios suscritos, cambian por sí mismos.",
    reason: "Por qué, en una frase",
    show: "Ver lo que se envía",
    somebody: "[nombre]",
    stays: "Se queda donde está.",
    title: "Mover, aplazar o cancelar",
    twin: "Ya hay un evento con este título en este día. El público vería dos:",
    what_goes_out: "Lo que se envía",
};

impl ChangeWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// What the keys do with an event that was taken up.
pub fn moving_event(title: &str, language: Language) -> String {
    match language {
        En => format!(
            "Moving: {title}. Arrow keys choose the day, Enter shows what would go out, Escape leaves it where it is."
        ),
        Es => format!(
            "Moviendo: {title}. Las flechas eligen el día, Intro muestra lo que se enviaría, Escape lo deja donde está."
        ),
    }
}

/// A change, as a choice names it.
pub const fn change_name(change: EventChange, language: Language) -> &'static str {
    match (change, language) {
        (EventChange::Move, En) => "Move to other days",
        (EventChange::Move, Es) => "Mover a otros días",
        (EventChange::Postpone, En) => "Postpone",
        (EventChange::Postpone, Es) => "Aplazar",
        (EventChange::Cancel, En) => "Cancel the event",
        (EventChange::Cancel, Es) => "Cancelar el evento",
        (EventChange::Reinstate, En) => "Let it take place after all",
        (EventChange::Reinstate, Es) => "Realizarlo de todos modos",
    }
}

/// The button that does it; `letters` is how many go out.
pub fn do_it(change: EventChange, letters: usize, language: Language) -> String {
    let name = change_name(change, language);
    match (language, letters) {
        (_, 0) => name.to_owned(),
        (En, 1) => format!("{name} and send 1 letter"),
        (Es, 1) => format!("{name} y enviar 1 correo"),
        (En, n) => format!("{name} and send {n} letters"),
        (Es, n) => format!("{name} y enviar {n} correos"),
    }
}

/// The button that publishes all the same; `letters` is how many go out.
pub fn send_letters(letters: usize, language: Language) -> String {
    match (language, letters) {
        (En, 0) => "Publish it all the same".to_owned(),
        (Es, 0) => "Publicarlo de todos modos".to_owned(),
        (En, 1) => "Publish and send 1 letter".to_owned(),
        (Es, 1) => "Publicar y enviar 1 correo".to_owned(),
        (En, n) => format!("Publish and send {n} letters"),
        (Es, n) => format!("Publicar y enviar {n} correos"),
    }
}

/// What was just done, and how many people are told of it.
pub fn change_done(change: EventChange, told: usize, language: Language) -> String {
    let done = match (change, language) {
        (EventChange::Move, En) => "The event was moved.",
        (EventChange::Move, Es) => "El evento se movió.",
        (EventChange::Postpone, En) => "The event was postponed.",
        (EventChange::Postpone, Es) => "El evento se aplazó.",
        (EventChange::Cancel, En) => "The event was cancelled.",
        (EventChange::Cancel, Es) => "El evento se canceló.",
        (EventChange::Reinstate, En) => "The event takes place.",
        (EventChange::Reinstate, Es) => "El evento se realiza.",
    };
    let who = people_count(told, language);
    match (language, told) {
        (En, 0) => format!("{done} No letter goes out."),
        (Es, 0) => format!("{done} No sale ningún correo."),
        (En, 1) => format!("{done} {who} is being told by letter."),
        (En, _) => format!("{done} {who} are being told by letter."),
        (Es, _) => format!("{done} Se está avisando por correo a {who}."),
    }
}

/// Why an event is not taken out of sight at once: to the bin, or from readers.
pub const fn tell_them_first(to_the_bin: bool, language: Language) -> &'static str {
    match (to_the_bin, language) {
        (true, En) => {
            "Nothing was deleted: people have, or hope for, a seat at this event, and would not learn that it is gone. Cancel it here first, so that they are told by letter; then it can go to the bin."
        }
        (true, Es) => {
            "No se eliminó nada: hay personas que tienen, o esperan, un cupo en este evento y no sabrían que ya no existe. Cancélelo primero aquí, para que se les avise por correo; después podrá ir a la papelera."
        }
        (false, En) => {
            "The event is still public: people have, or hope for, a seat at it, and would not learn that it is gone. Cancel it here first, so that they are told by letter; then it can be hidden. What you typed in the editor is kept."
        }
        (false, Es) => {
            "El evento sigue siendo público: hay personas que tienen, o esperan, un cupo en él y no sabrían que ya no existe. Cancélelo primero aquí, para que se les avise por correo; después podrá ocultarse. Lo que usted escribió en el editor se conserva."
        }
    }
}

/// Which letter, and how many get it.
pub fn letters_in(of: Language, readers: usize, language: Language) -> String {
    let name = super::language_name(of, language);
    match language {
        En => format!("In {name}: {}", people_count(readers, language)),
        Es => format!("En {name}: {}", people_count(readers, language)),
    }
}

/// How many people.
pub fn people_count(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 0) => "nobody".to_owned(),
        (En, 1) => "1 person".to_owned(),
        (En, n) => format!("{n} people"),
        (Es, 0) => "nadie".to_owned(),
        (Es, 1) => "1 persona".to_owned(),
        (Es, n) => format!("{n} personas"),
    }
}
