//! What the search says. Only the server draws it.

use domain::Language::{self, En, Es};
use domain::search::{Concept, Facet, Reason};

/// The words of the search, in one language.
#[derive(Debug, Clone, Copy)]
pub struct SearchWords {
    language: Language,
    /// The name of what narrows a search.
    pub narrow: &'static str,
    /// Takes a choice back, before its name.
    pub remove: &'static str,
    /// Takes every choice back.
    pub remove_all: &'static str,
    /// Unfolds the other values of a facet.
    pub more: &'static str,
    /// Where nothing has the words.
    pub nothing: &'static str,
    /// What to do then.
    pub nothing_hint: &'static str,
    /// Leads to entries of which the filters keep nothing.
    pub without_filters: &'static str,
    /// Leads to the office.
    pub ask_the_office: &'static str,
    /// The page of a document, before its number.
    pub page: &'static str,
    /// Before the title of a document.
    pub in_document: &'static str,
    /// Over what readers look for and do not find.
    pub missed: &'static str,
    /// What that is, to staff.
    pub missed_hint: &'static str,
}

const ENGLISH: SearchWords = SearchWords {
    language: En,
    narrow: "Narrow down",
    remove: "Remove",
    remove_all: "Remove all",
    more: "More",
    nothing: "No page has all of these words.",
    nothing_hint: "Check the spelling, take fewer words, or go on from here:",
    without_filters: "Search everywhere, without what is narrowed down",
    ask_the_office: "Ask the secretariat",
    page: "page",
    in_document: "In the document",
    missed: "Looked for and not found",
    missed_hint: "What readers looked for on at least three days in three months, and no page has. Perhaps a page is missing, or another name of something.",
};

const SPANISH: SearchWords = SearchWords {
    language: Es,
    narrow: "Acotar",
    remove: "Quitar",
    remove_all: "Quitar todo",
    more: "Más",
    nothing: "Ninguna página contiene todas estas palabras.",
    nothing_hint: "Revise la ortografía, use menos palabras o siga desde aquí:",
    without_filters: "Buscar en todo, sin acotar",
    ask_the_office: "Preguntar a la Secretaría",
    page: "página",
    in_document: "En el documento",
    missed: "Buscado y no hallado",
    missed_hint: "Lo que se buscó al menos tres días en tres meses y ninguna página contiene. Quizá falte una página u otro nombre de algo.",
};

impl SearchWords {
    /// The words of a language.
    pub const fn of(language: Language) -> Self {
        match language {
            En => ENGLISH,
            Es => SPANISH,
        }
    }

    /// The name of a facet.
    pub const fn facet(&self, facet: Facet) -> &'static str {
        match (self.language, facet) {
            (En, Facet::Kind) => "Kind",
            (Es, Facet::Kind) => "Clase",
            (En, Facet::Form) => "Type",
            (Es, Facet::Form) => "Tipo",
            (En, Facet::Network) => "Network",
            (Es, Facet::Network) => "Red",
            (En, Facet::Country) => "Country",
            (Es, Facet::Country) => "País",
            (En, Facet::Year) => "Year",
            (Es, Facet::Year) => "Año",
            (En, Facet::Language) => "Language of the page",
            (Es, Facet::Language) => "Idioma de la página",
            (En, Facet::WorkLanguage) => "Language of the work",
            (Es, Facet::WorkLanguage) => "Idioma de la obra",
            (En, Facet::Publisher) => "Publisher",
            (Es, Facet::Publisher) => "Editor",
        }
    }

    /// The title of the page, which says at once where there is nothing.
    pub fn title(&self, words: &str, found_nothing: bool) -> String {
        match (self.language, words.is_empty(), found_nothing) {
            (En, true, true) => "No results".to_owned(),
            (Es, true, true) => "Sin resultados".to_owned(),
            (En, true, false) => "Search".to_owned(),
            (Es, true, false) => "Buscar".to_owned(),
            (En, false, true) => format!("No results: “{words}”"),
            (Es, false, true) => format!("Sin resultados: «{words}»"),
            (En, false, false) => format!("Search: “{words}”"),
            (Es, false, false) => format!("Búsqueda: «{words}»"),
        }
    }

    /// How many results a search has.
    pub fn count(&self, total: usize, words: &str) -> String {
        match (self.language, total, words.is_empty()) {
            (En, 1, true) => "1 result".to_owned(),
            (Es, 1, true) => "1 resultado".to_owned(),
            (En, n, true) => format!("{n} results"),
            (Es, n, true) => format!("{n} resultados"),
            (En, 0, false) => format!("No results for “{words}”"),
            (Es, 0, false) => format!("Ningún resultado para «{words}»"),
            (En, 1, false) => format!("1 result for “{words}”"),
            (Es, 1, false) => format!("1 resultado para «{words}»"),
            (En, n, false) => format!("{n} results for “{words}”"),
            (Es, n, false) => format!("{n} resultados para «{words}»"),
        }
    }

    /// How many titles are suggested.
    pub fn suggestions(&self, count: usize) -> String {
        match (self.language, count) {
            (En, 0) => "No suggestions".to_owned(),
            (En, 1) => "1 suggestion".to_owned(),
            (En, n) => format!("{n} suggestions"),
            (Es, 0) => "Sin sugerencias".to_owned(),
            (Es, 1) => "1 sugerencia".to_owned(),
            (Es, n) => format!("{n} sugerencias"),
        }
    }

    /// That nothing has the words as typed, and that these are looked for.
    pub fn respelled(&self, typed: &str, words: &str) -> String {
        match self.language {
            En => format!("Nothing has “{typed}” as it is written. These are results for “{words}”."),
            Es => format!("Nada contiene «{typed}» tal como está escrito. Estos son resultados para «{words}»."),
        }
    }

    /// Leads to a search for words that may be meant.
    pub fn offer(&self, words: &str, total: usize) -> String {
        match self.language {
            En => format!("Search for “{words}” instead ({total})"),
            Es => format!("Buscar en su lugar «{words}» ({total})"),
        }
    }

    /// Leads to entries that have one of the words.
    pub fn any_of(&self, total: usize) -> String {
        match self.language {
            En => format!("Pages with at least one of the words ({total})"),
            Es => format!("Páginas con al menos una de las palabras ({total})"),
        }
    }

    /// Why an entry is found.
    pub fn reason(&self, reason: &Reason) -> String {
        match (self.language, reason) {
            (En, Reason::Form { found, .. }) => format!("Found in another form: “{found}”"),
            (Es, Reason::Form { found, .. }) => format!("Hallado en otra forma: «{found}»"),
            (En, Reason::Spelling { typed, found }) => format!("“{found}”, written almost like “{typed}”"),
            (Es, Reason::Spelling { typed, found }) => format!("«{found}», que se escribe casi como «{typed}»"),
            (En, Reason::Concept { typed, found }) => format!("“{found}”, another name for “{typed}”"),
            (Es, Reason::Concept { typed, found }) => format!("«{found}», otro nombre de «{typed}»"),
            (En, Reason::Language(En)) => "Found in the English text".to_owned(),
            (En, Reason::Language(Es)) => "Found in the Spanish text".to_owned(),
            (Es, Reason::Language(En)) => "Hallado en el texto en inglés".to_owned(),
            (Es, Reason::Language(Es)) => "Hallado en el texto en español".to_owned(),
            (En, Reason::Document) => "Found in a document".to_owned(),
            (Es, Reason::Document) => "Hallado en un documento".to_owned(),
        }
    }

    /// How often something was looked for.
    pub fn searches(&self, times: u64) -> String {
        match (self.language, times) {
            (En, 1) => "1 search".to_owned(),
            (En, n) => format!("{n} searches"),
            (Es, 1) => "1 búsqueda".to_owned(),
            (Es, n) => format!("{n} búsquedas"),
        }
    }

    /// What a false friend means, and what it is taken for.
    pub fn mistaken(&self, concept: &Concept, other: &Concept) -> String {
        match self.language {
            En => format!(
                "“{}” is {} in English. {} is something else: “{}” in Spanish.",
                concept.es,
                concept.en.to_lowercase(),
                other.en,
                other.es.to_lowercase()
            ),
            Es => format!(
                "«{}» es en inglés «{}». No debe confundirse con «{}»: «{}» en inglés.",
                concept.es,
                concept.en.to_lowercase(),
                other.es.to_lowercase(),
                other.en.to_lowercase()
            ),
        }
    }

    /// Leads to a search for something else.
    pub fn search_for(&self, name: &str) -> String {
        match self.language {
            En => format!("Search for “{}”", name.to_lowercase()),
            Es => format!("Buscar «{}»", name.to_lowercase()),
        }
    }
}
