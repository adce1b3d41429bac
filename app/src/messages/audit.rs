//! The words of the log and of the notice above every page. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::account::{Role, Standing};
use domain::audit::{Deed, letter_of};
use domain::preview::Audience;
use domain::registration::State;

use super::{Messages, audience_name, letter_kind, role_name};
use crate::events::region::moment;

/// The words of the log in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct AuditWords {
    pub banner_gone: &'static str,
    pub nothing_yet: &'static str,
    pub after: &'static str,
    pub as_csv: &'static str,
    pub banner: &'static str,
    pub banner_dismiss: &'static str,
    pub banner_done: &'static str,
    pub banner_intro: &'static str,
    pub banner_remove: &'static str,
    pub banner_set: &'static str,
    pub banner_text: &'static str,
    pub banner_title: &'static str,
    pub before: &'static str,
    pub before_and_after: &'static str,
    pub empty: &'static str,
    pub field: &'static str,
    pub from: &'static str,
    pub intro: &'static str,
    pub reason: &'static str,
    pub still_right: &'static str,
    pub title: &'static str,
    pub until: &'static str,
    pub what: &'static str,
    pub when: &'static str,
    pub when_utc: &'static str,
    pub who: &'static str,
}

static ENGLISH: AuditWords = AuditWords {
    banner_gone: "The notice is gone from every page.",
    nothing_yet: "Nothing was done yet.",
    after: "After",
    as_csv: "This log as a CSV file",
    banner: "Notice above every page",
    banner_dismiss: "Dismiss this notice",
    banner_done: "Saved. Readers see the notice in its time, on every page.",
    banner_intro: "For what concerns every reader: an office that is closed, a registration that ends. It needs both languages, a beginning and an end, and takes itself away.",
    banner_remove: "Take it away",
    banner_set: "Set the notice",
    banner_text: "Notice",
    banner_title: "Notice",
    before: "Before",
    before_and_after: "Before and after",
    empty: "Nothing matches.",
    field: "Field",
    from: "From day",
    intro: "What staff have done, the latest first. Nothing here can be changed or removed.",
    reason: "Reason",
    still_right: "Found still right; no text was changed",
    title: "Log",
    until: "To day",
    what: "What",
    when: "When",
    when_utc: "When (UTC)",
    who: "Who",
};

static SPANISH: AuditWords = AuditWords {
    banner_gone: "El aviso ya no está en ninguna página.",
    nothing_yet: "Aún no se ha hecho nada.",
    after: "Después",
    as_csv: "Este registro como archivo CSV",
    banner: "Aviso en todas las páginas",
    banner_dismiss: "Ocultar este aviso",
    banner_done: "Guardado. El público ve el aviso en su tiempo, en todas las páginas.",
    banner_intro: "Para lo que concierne a todo el público: una oficina cerrada, una inscripción que termina. Necesita los dos idiomas, un comienzo y un final, y se retira solo.",
    banner_remove: "Retirarlo",
    banner_set: "Poner el aviso",
    banner_text: "Aviso",
    banner_title: "Aviso",
    before: "Antes",
    before_and_after: "Antes y después",
    empty: "Nada coincide.",
    field: "Campo",
    from: "Desde el día",
    intro: "Lo que hizo el personal, lo último primero. Nada de esto se puede cambiar ni quitar.",
    reason: "Motivo",
    still_right: "Se vio que sigue siendo correcto; ningún texto cambió",
    title: "Registro",
    until: "Hasta el día",
    what: "Qué",
    when: "Cuándo",
    when_utc: "Cuándo (UTC)",
    who: "Quién",
};

impl AuditWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// What was done, and to whom or to what.
pub fn deed_told(deed: Deed, subject: &str, language: Language) -> String {
    let subject = match letter_of(subject).filter(|_| deed == Deed::Letter) {
        Some((kind, address)) => format!("{} → {address}", letter_kind(kind, language)),
        None => subject.to_owned(),
    };
    format!("{} {subject}", deed_name(deed, language)).trim_end().to_owned()
}

/// How something stood before or after a deed, in words; what has none stays as the log holds it.
pub fn deed_side(deed: Deed, held: &str, language: Language) -> String {
    let messages = Messages::of(language);
    let (code, reason) = held.split_once(": ").unwrap_or((held, ""));
    let with_reason = |word: &str| if reason.is_empty() { word.to_owned() } else { format!("{word}: {reason}") };
    let side = match deed {
        Deed::Admission => {
            Standing::from_code(code, reason).map(|standing| with_reason(messages.standing_in_a_word(&standing)))
        }
        Deed::Registration => State::from_code(code).map(|state| with_reason(messages.seat_state(state))),
        Deed::Role => {
            let (code, only) = held.split_once(' ').unwrap_or((held, ""));
            Role::from_code(code).map(|role| format!("{} {only}", role_name(role, language)).trim_end().to_owned())
        }
        Deed::Preview => held.split_once(", ").and_then(|(audience, until)| {
            let (audience, until) = (Audience::from_code(audience)?, until.parse().ok()?);
            Some(format!("{}, {}", audience_name(audience, language), moment(until, language)))
        }),
        Deed::Seats | Deed::Banner | Deed::File | Deed::Letter => None,
    };
    side.unwrap_or_else(|| held.to_owned())
}

/// What was done.
const fn deed_name(deed: Deed, language: Language) -> &'static str {
    match (deed, language) {
        (Deed::Admission, En) => "Admission of",
        (Deed::Admission, Es) => "Admisión de",
        (Deed::Role, En) => "Role of",
        (Deed::Role, Es) => "Función de",
        (Deed::Seats, En) => "Seats of",
        (Deed::Seats, Es) => "Cupos de",
        (Deed::Registration, En) => "Registration for",
        (Deed::Registration, Es) => "Inscripción en",
        (Deed::Banner, En) => "Notice above every page",
        (Deed::Banner, Es) => "Aviso en todas las páginas",
        (Deed::File, En) => "File",
        (Deed::File, Es) => "Archivo",
        (Deed::Letter, En) => "Sent again:",
        (Deed::Letter, Es) => "Enviado de nuevo:",
        (Deed::Preview, En) => "Link to a preview of",
        (Deed::Preview, Es) => "Enlace a una vista previa de",
    }
}

/// What a save has changed: the names of the fields, three at most.
pub fn fields_changed(names: &[String], language: Language) -> String {
    let (said, more) = names.split_at(names.len().min(3));
    let said = said.join(", ");
    match (language, more.len()) {
        (_, 0) => said,
        (En, more) => format!("{said} and {more} more"),
        (Es, more) => format!("{said} y {more} más"),
    }
}
