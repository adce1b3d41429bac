//! The words of figures in texts: their cards and their list. Only the server draws them.

use domain::Language::{self, En, Es};

use crate::entries::FigureView;

/// The words of figures in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct FigureWords {
    language: Language,
    pub cite: &'static str,
    pub cite_hint: &'static str,
    pub copied: &'static str,
    pub in_list: &'static str,
    pub not_copied: &'static str,
    pub on_this_page: &'static str,
}

static ENGLISH: FigureWords = FigureWords {
    language: En,
    cite: "Cite",
    cite_hint: "To cite it:",
    copied: "Copied",
    in_list: "See it in its list",
    not_copied: "Your browser does not let a page copy. Select the text above.",
    on_this_page: "Figures on this page",
};

static SPANISH: FigureWords = FigureWords {
    language: Es,
    cite: "Citar",
    cite_hint: "Para citarla:",
    copied: "Copiado",
    in_list: "Verla en su lista",
    not_copied: "Su navegador no permite que una página copie. Seleccione el texto de arriba.",
    on_this_page: "Cifras de esta página",
};

impl FigureWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }

    /// How a figure is cited: who says it, what it says, of which year, and where it was found.
    pub fn cite(&self, figure: &FigureView, keeper: &str, title: &str, address: &str) -> String {
        let FigureView { source, label, value, year, .. } = figure;
        match self.language {
            En => format!("{source}: “{label}”, {value} ({year}). In: {keeper}, “{title}”, {address}"),
            Es => format!("{source}: «{label}», {value} ({year}). En: {keeper}, «{title}», {address}"),
        }
    }
}
