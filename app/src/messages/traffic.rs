//! The words of what is read and downloaded. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::number;

/// These words in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct TrafficWords {
    pub address: &'static str,
    pub as_csv: &'static str,
    pub document: &'static str,
    pub documents: &'static str,
    pub intro: &'static str,
    pub month: &'static str,
    pub no_documents: &'static str,
    pub no_pages: &'static str,
    pub page: &'static str,
    pub pages: &'static str,
    pub period: &'static str,
    pub privacy: &'static str,
    pub sort: &'static str,
    pub times: &'static str,
    pub title: &'static str,
    pub together: &'static str,
    pub year: &'static str,
}

static ENGLISH: TrafficWords = TrafficWords {
    address: "Address",
    as_csv: "All of it as a CSV file",
    document: "Document",
    documents: "Documents that were opened or downloaded most",
    intro: "How often public pages were read and documents opened, without robots and without the staff. Nothing is kept of who it was, so nobody can tell how many persons these were. The last minute may be missing.",
    month: "The last 30 days",
    no_documents: "No document was opened in this time.",
    no_pages: "No page was read in this time.",
    page: "Page",
    pages: "Pages that were read most",
    period: "Period",
    privacy: "What is counted, as readers are told",
    sort: "Type",
    times: "Times",
    title: "What is read",
    together: "Together",
    year: "The last 12 months",
};

static SPANISH: TrafficWords = TrafficWords {
    address: "Dirección",
    as_csv: "Todo esto como archivo CSV",
    document: "Documento",
    documents: "Documentos que más se abrieron o descargaron",
    intro: "Cuántas veces se leyeron las páginas públicas y se abrieron los documentos, sin contar robots ni al personal. No se guarda nada de quién fue, así que no se puede saber cuántas personas fueron. Puede faltar el último minuto.",
    month: "Los últimos 30 días",
    no_documents: "En este tiempo no se abrió ningún documento.",
    no_pages: "En este tiempo no se leyó ninguna página.",
    page: "Página",
    pages: "Páginas que más se leyeron",
    period: "Período",
    privacy: "Qué se cuenta, tal como se explica al público",
    sort: "Tipo",
    times: "Veces",
    title: "Qué se lee",
    together: "En total",
    year: "Los últimos 12 meses",
};

impl TrafficWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How often the documents of a publication were downloaded.
pub fn downloaded(times: u64, language: Language) -> String {
    let times = number::write(&times.to_string());
    match language {
        En => format!("Downloaded {times} times"),
        Es => format!("Descargado {times} veces"),
    }
}
