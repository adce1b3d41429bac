//! The words of lists as data: the heads of their columns. Only the server draws them.

use domain::Language::{self, En, Es};

/// The words of lists as data in one language; heads that other pages say too are theirs.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct ListFileWords {
    pub address: &'static str,
    pub captions: &'static str,
    pub dateline: &'static str,
    pub ends: &'static str,
    pub found: &'static str,
    pub language: &'static str,
    pub link: &'static str,
    pub minutes: &'static str,
    pub starts: &'static str,
    pub summary: &'static str,
    pub this_list: &'static str,
    pub title: &'static str,
    pub zone: &'static str,
}

static ENGLISH: ListFileWords = ListFileWords {
    address: "Address",
    captions: "Captions",
    dateline: "Written from",
    ends: "Ends",
    found: "Search results",
    language: "Language of the text",
    link: "Link",
    minutes: "Minutes",
    starts: "Starts",
    summary: "Summary",
    this_list: "This list as data",
    title: "Title",
    zone: "Time zone",
};

static SPANISH: ListFileWords = ListFileWords {
    address: "Dirección",
    captions: "Subtítulos",
    dateline: "Escrito desde",
    ends: "Termina",
    found: "Resultados de la búsqueda",
    language: "Idioma del texto",
    link: "Enlace",
    minutes: "Minutos",
    starts: "Comienza",
    summary: "Resumen",
    this_list: "Esta lista como datos",
    title: "Título",
    zone: "Zona horaria",
};

impl ListFileWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}
