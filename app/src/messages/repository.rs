//! The words of the repository. Only the server draws them.

use domain::Language::{self, En, Es};

/// The words of the repository in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct RepositoryWords {
    pub about_work: &'static str,
    pub alike: &'static str,
    pub also: &'static str,
    pub authors: &'static str,
    pub cite: &'static str,
    pub city: &'static str,
    pub copied: &'static str,
    pub copy: &'static str,
    pub download_citation: &'static str,
    pub exists: &'static str,
    pub license: &'static str,
    pub newer: &'static str,
    pub newer_in_its_place: &'static str,
    pub no_copy: &'static str,
    pub older: &'static str,
    pub online_copy: &'static str,
    pub still_cited: &'static str,
    pub summary: &'static str,
    pub withdrawn: &'static str,
    pub withdrawn_hint: &'static str,
}

static ENGLISH: RepositoryWords = RepositoryWords {
    about_work: "About this work",
    alike: "Also on the portal",
    also: "Also available in",
    authors: "Authors",
    cite: "How to cite",
    city: "Published in",
    copied: "Copied",
    copy: "Copy",
    download_citation: "For reference managers",
    exists: "Also exists in",
    license: "Licence",
    newer: "There is a newer version of this work",
    newer_in_its_place: "In its place",
    no_copy: "None known",
    older: "This is a newer version of",
    online_copy: "Online copy",
    still_cited: "Citing what is no longer here",
    summary: "Abstract",
    withdrawn: "Withdrawn",
    withdrawn_hint: "It is no longer published here. This page stays, so that whoever has cited it, or comes by an old link, learns what it was. If you need it, write to the secretariat.",
};

static SPANISH: RepositoryWords = RepositoryWords {
    about_work: "Sobre esta obra",
    alike: "También en el portal",
    also: "También disponible en",
    authors: "Autoría",
    cite: "Cómo citar",
    city: "Lugar de publicación",
    copied: "Copiado",
    copy: "Copiar",
    download_citation: "Para gestores de referencias",
    exists: "Existe también en",
    license: "Licencia",
    newer: "Hay una versión más reciente de esta obra",
    newer_in_its_place: "En su lugar",
    no_copy: "No se conoce ninguna",
    older: "Esta es una versión más reciente de",
    online_copy: "Copia en línea",
    still_cited: "Citar lo que ya no está aquí",
    summary: "Resumen",
    withdrawn: "Retirado",
    withdrawn_hint: "Ya no se publica aquí. Esta página permanece para que quien lo haya citado, o llegue por un enlace antiguo, sepa qué era. Si lo necesita, escriba a la secretaría.",
};

impl RepositoryWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How long a document is.
pub fn pages_count(pages: u32, language: Language) -> String {
    match (language, pages) {
        (En, 1) => "1 page".to_owned(),
        (Es, 1) => "1 página".to_owned(),
        (En, n) => format!("{n} pages"),
        (Es, n) => format!("{n} páginas"),
    }
}

/// Since when something is no longer to be had; `day` in words.
pub fn withdrawn_on(day: &str, language: Language) -> String {
    match language {
        En => format!("This was withdrawn on {day}."),
        Es => format!("Esto se retiró el {day}."),
    }
}
