//! The words of an entry's history. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::revision::SEED;

/// The words of a history in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct HistoryWords {
    pub compare: &'static str,
    pub compare_hint: &'static str,
    pub compared: &'static str,
    pub find: &'static str,
    pub from: &'static str,
    pub keep_name: &'static str,
    pub name: &'static str,
    pub name_this: &'static str,
    pub no_difference: &'static str,
    pub no_name: &'static str,
    pub rename_this: &'static str,
    pub show: &'static str,
    pub sitting_hint: &'static str,
    pub to: &'static str,
}

static ENGLISH: HistoryWords = HistoryWords {
    compare: "Compare the two",
    compare_hint: "Choose any two versions below, one as “From”, one as “To”.",
    compared: "Two versions compared",
    find: "Words in the name of a version",
    from: "From",
    keep_name: "Keep this name",
    name: "Name of the version",
    name_this: "Name this version",
    no_difference: "They do not differ.",
    no_name: "No version has these words in its name.",
    rename_this: "Rename this version",
    show: "Show",
    sitting_hint: "The saves before the last one, the latest first. Each is a version of its own.",
    to: "To",
};

static SPANISH: HistoryWords = HistoryWords {
    compare: "Comparar las dos",
    compare_hint: "Elija abajo dos versiones cualesquiera, una como «Desde» y otra como «Hasta».",
    compared: "Dos versiones comparadas",
    find: "Palabras en el nombre de una versión",
    from: "Desde",
    keep_name: "Guardar este nombre",
    name: "Nombre de la versión",
    name_this: "Dar nombre a esta versión",
    no_difference: "No se diferencian.",
    no_name: "Ninguna versión tiene estas palabras en su nombre.",
    rename_this: "Cambiar el nombre de esta versión",
    show: "Mostrar",
    sitting_hint: "Las veces que se guardó antes de la última, lo último primero. Cada una es una versión.",
    to: "Hasta",
};

impl HistoryWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How many saves a sitting has; always more than one.
pub fn saves_count(count: usize, language: Language) -> String {
    match language {
        En => format!("{count} saves in one sitting"),
        Es => format!("Se guardó {count} veces seguidas"),
    }
}

/// Who saved something, as people read it.
pub fn signature(actor: &str, language: Language) -> &str {
    match (actor, language) {
        (SEED, En) => "Content that the portal began with",
        (SEED, Es) => "Contenido con el que empezó el portal",
        (person, _) => person,
    }
}
