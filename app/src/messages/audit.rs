//! The words of the log and of the notice above every page. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::audit::Deed;

/// The words of the log in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct AuditWords {
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
    pub empty: &'static str,
    pub intro: &'static str,
    pub title: &'static str,
    pub what: &'static str,
    pub when: &'static str,
    pub who: &'static str,
}

static ENGLISH: AuditWords = AuditWords {
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
    empty: "Nothing matches.",
    intro: "What staff have done, the latest first. Nothing here can be changed or removed.",
    title: "Log",
    what: "What",
    when: "When",
    who: "Who",
};

static SPANISH: AuditWords = AuditWords {
    after: "Después",
    as_csv: "Este registro como archivo CSV",
    banner: "Aviso sobre todas las páginas",
    banner_dismiss: "Ocultar este aviso",
    banner_done: "Guardado. El público ve el aviso en su tiempo, en todas las páginas.",
    banner_intro: "Para lo que concierne a todo el público: una oficina cerrada, una inscripción que termina. Necesita los dos idiomas, un comienzo y un final, y se retira solo.",
    banner_remove: "Retirarlo",
    banner_set: "Poner el aviso",
    banner_text: "Aviso",
    banner_title: "Aviso",
    before: "Antes",
    empty: "Nada coincide.",
    intro: "Lo que hizo el personal, lo último primero. Nada de esto se puede cambiar ni quitar.",
    title: "Registro",
    what: "Qué",
    when: "Cuándo",
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

/// What was done.
pub const fn deed_name(deed: Deed, language: Language) -> &'static str {
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
        (Deed::Banner, Es) => "Aviso sobre todas las páginas",
        (Deed::File, En) => "File",
        (Deed::File, Es) => "Archivo",
        (Deed::Letter, En) => "Sent again:",
        (Deed::Letter, Es) => "Enviado de nuevo:",
    }
}

/// How much of an entry a save has changed.
pub fn saved_fields(fields: usize, language: Language) -> String {
    match (language, fields) {
        (En, 1) => "1 field changed.".to_owned(),
        (Es, 1) => "Cambió 1 campo.".to_owned(),
        (En, n) => format!("{n} fields changed."),
        (Es, n) => format!("Cambiaron {n} campos."),
    }
}
