//! The words of lists as data: the heads of their columns. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::event::Precision;

use super::precision_name;

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
    pub precision: &'static str,
    pub starts: &'static str,
    pub state: &'static str,
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
    precision: "Precision",
    starts: "Starts",
    state: "Status",
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
    precision: "Precisión",
    starts: "Comienza",
    state: "Estado",
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

/// How exactly start and end of an event are known.
pub const fn exactness(precision: Precision, language: Language) -> &'static str {
    match (language, precision) {
        (En, Precision::Minute) => "Day and hour",
        (Es, Precision::Minute) => "Día y hora",
        (En, Precision::Day) => "Day",
        (Es, Precision::Day) => "Día",
        (_, Precision::Week | Precision::Month | Precision::Unconfirmed) => precision_name(precision, language),
    }
}
