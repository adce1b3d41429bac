//! The words of marks: following, keeping. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::mark::Notices;
use domain::notice::Every;

/// The words of marks in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct MarkWords {
    pub calendar: &'static str,
    pub calendar_again: &'static str,
    pub calendar_hint: &'static str,
    pub calendar_made: &'static str,
    pub calendar_make: &'static str,
    pub calendar_stop: &'static str,
    pub calendar_works: &'static str,
    pub follow: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub nothing_kept: &'static str,
    pub follow_how: &'static str,
    pub follow_save: &'static str,
    pub notices_hint: &'static str,
    pub notices_often: &'static str,
    pub notices_title: &'static str,
    pub save: &'static str,
    pub saved_all: &'static str,
    pub saved_csv: &'static str,
    pub saved_done: &'static str,
    pub saved_edit: &'static str,
    pub saved_intro: &'static str,
    pub saved_labels: &'static str,
    pub saved_labels_hint: &'static str,
    pub saved_none: &'static str,
    pub saved_note: &'static str,
    pub saved_on: &'static str,
    pub saved_unfiltered: &'static str,
    pub saved_save: &'static str,
    pub saved_title: &'static str,
    pub saved_kind: &'static str,
    pub saved_address: &'static str,
    pub calendar_open: &'static str,
    pub unfollow: &'static str,
    pub yours: &'static str,
}

static ENGLISH: MarkWords = MarkWords {
    calendar: "Your calendar",
    calendar_again: "Make a new address; the old one stops working",
    calendar_hint: "An address that your calendar subscribes to: it then always shows the events that you have registered for. Whoever has the address sees them, so keep it to yourself.",
    calendar_made: "This is your address. It is shown only now; copy it into your calendar.",
    calendar_make: "Make an address",
    calendar_stop: "Take it back",
    calendar_works: "Your calendar has an address.",
    follow: "Follow",
    keep: "Save for later",
    kept: "Remove from saved",
    nothing_kept: "Nothing is saved yet. “Save for later” stands on every network, event, publication and post.",
    follow_how: "How much do you want to hear of it?",
    follow_save: "Follow like this",
    notices_hint: "Choose for each network how much you hear of it. The digest is one letter with all that is new.",
    notices_often: "How often the digest comes",
    notices_title: "Networks you follow",
    save: "Save choices",
    saved_all: "All saved items",
    saved_csv: "These as a CSV file",
    saved_done: "Saved.",
    saved_edit: "Labels and note",
    saved_intro: "What you saved for later, the latest first. Labels and notes are yours alone.",
    saved_labels: "Labels",
    saved_labels_hint: "Commas between them, such as: border, for the minister.",
    saved_none: "Nothing bears this label. Show everything, and give labels under “Labels and note”.",
    saved_note: "Note",
    saved_on: "Saved on",
    saved_unfiltered: "Everything",
    saved_save: "Save labels and note",
    saved_title: "Title",
    saved_kind: "Kind",
    saved_address: "Address",
    calendar_open: "Open it in your calendar",
    unfollow: "Unfollow",
    yours: "Saved for later",
};

static SPANISH: MarkWords = MarkWords {
    calendar: "Su calendario",
    calendar_again: "Crear una dirección nueva; la anterior deja de servir",
    calendar_hint: "Una dirección a la que su calendario se suscribe: siempre mostrará los eventos en los que usted se inscribió. Quien tenga la dirección los ve, así que no la comparta.",
    calendar_made: "Esta es su dirección. Solo se muestra ahora; cópiela en su calendario.",
    calendar_make: "Crear una dirección",
    calendar_stop: "Retirarla",
    calendar_works: "Su calendario tiene una dirección.",
    follow: "Seguir",
    keep: "Guardar para después",
    kept: "Quitar de guardados",
    nothing_kept: "Aún no hay nada guardado. «Guardar para después» está en cada red, evento, publicación y entrada.",
    follow_how: "¿Cuánto quiere saber de ella?",
    follow_save: "Seguir así",
    notices_hint: "Elija para cada red cuánto quiere saber de ella. El resumen es un solo correo con todo lo nuevo.",
    notices_often: "Cada cuánto llega el resumen",
    notices_title: "Redes que sigue",
    save: "Guardar la selección",
    saved_all: "Todo lo guardado",
    saved_csv: "Esto como archivo CSV",
    saved_done: "Guardado.",
    saved_edit: "Etiquetas y nota",
    saved_intro: "Lo que usted guardó para después, lo último primero. Las etiquetas y las notas son solo suyas.",
    saved_labels: "Etiquetas",
    saved_labels_hint: "Separadas por comas, por ejemplo: frontera, para el ministro.",
    saved_none: "Nada lleva esta etiqueta. Muestre todo, y ponga etiquetas en «Etiquetas y nota».",
    saved_note: "Nota",
    saved_on: "Guardado el",
    saved_unfiltered: "Todo",
    saved_save: "Guardar etiquetas y nota",
    saved_title: "Título",
    saved_kind: "Tipo",
    saved_address: "Dirección",
    calendar_open: "Abrirla en su calendario",
    unfollow: "Dejar de seguir",
    yours: "Guardado para después",
};

impl MarkWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How many members follow a network.
pub fn followers(number: u32, language: Language) -> String {
    match (language, number) {
        (En, 0) => "No member follows it yet.".to_owned(),
        (En, 1) => "1 member follows it.".to_owned(),
        (En, n) => format!("{n} members follow it."),
        (Es, 0) => "Ningún miembro la sigue todavía.".to_owned(),
        (Es, 1) => "1 miembro la sigue.".to_owned(),
        (Es, n) => format!("{n} miembros la siguen."),
    }
}

/// How often a digest comes.
pub const fn digest_comes(every: Every, language: Language) -> &'static str {
    match (every, language) {
        (Every::Day, En) => "Every day",
        (Every::Day, Es) => "Cada día",
        (Every::Week, En) => "Every week",
        (Every::Week, Es) => "Cada semana",
    }
}

/// How much one hears of a network; none: one does not follow it.
pub const fn notices(choice: Option<Notices>, every: Every, language: Language) -> &'static str {
    match (choice, every, language) {
        (None, _, En) => "Not followed",
        (None, _, Es) => "No la sigo",
        (Some(Notices::All), _, En) => "Everything at once",
        (Some(Notices::All), _, Es) => "Todo, de inmediato",
        (Some(Notices::Digest), Every::Week, En) => "A weekly digest",
        (Some(Notices::Digest), Every::Week, Es) => "Un resumen semanal",
        (Some(Notices::Digest), Every::Day, En) => "A daily digest",
        (Some(Notices::Digest), Every::Day, Es) => "Un resumen diario",
        (Some(Notices::None), _, En) => "Followed, without notices",
        (Some(Notices::None), _, Es) => "La sigo, sin avisos",
    }
}

/// What one gets by following a network like this.
pub const fn notices_give(choice: Notices, language: Language) -> &'static str {
    match (choice, language) {
        (Notices::All, En) => "a notice and a letter as soon as something is published",
        (Notices::All, Es) => "un aviso y un correo en cuanto se publica algo",
        (Notices::Digest, En) => "one letter with all that is new",
        (Notices::Digest, Es) => "un solo correo con todo lo nuevo",
        (Notices::None, En) => "its news and events stand in your dashboard, and nothing is sent",
        (Notices::None, Es) => "sus novedades y eventos están en su panel, y no se envía nada",
    }
}
