//! The words of figures in texts: their cards and their list. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::manuscript::figure_field;

use super::language_name;
use crate::entries::FigureView;

/// The words of figures in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct FigureWords {
    language: Language,
    pub add: &'static str,
    pub cite: &'static str,
    pub cite_hint: &'static str,
    pub copied: &'static str,
    pub hint: &'static str,
    pub in_list: &'static str,
    pub key: &'static str,
    pub new_figure: &'static str,
    pub not_copied: &'static str,
    pub on_this_page: &'static str,
    pub title: &'static str,
}

static ENGLISH: FigureWords = FigureWords {
    language: En,
    add: "Add figures",
    cite: "Cite",
    cite_hint: "To cite it:",
    copied: "Copied",
    hint: "Each number with its year and its source. Two sources that disagree are two figures. Empty both labels of a figure to remove it.",
    in_list: "See it in its list",
    key: "To refer to it in a sentence, link to:",
    new_figure: "New figure",
    not_copied: "Your browser does not let a page copy. Select the text above.",
    on_this_page: "Figures on this page",
    title: "Figures",
};

static SPANISH: FigureWords = FigureWords {
    language: Es,
    add: "Añadir cifras",
    cite: "Citar",
    cite_hint: "Para citarla:",
    copied: "Copiado",
    hint: "Cada número con su año y su fuente. Dos fuentes que no coinciden son dos cifras. Deje vacías las dos etiquetas de una cifra para quitarla.",
    in_list: "Verla en su lista",
    key: "Para referirse a ella en una frase, enlace a:",
    new_figure: "Cifra nueva",
    not_copied: "Su navegador no permite que una página copie. Seleccione el texto de arriba.",
    on_this_page: "Cifras de esta página",
    title: "Cifras",
};

impl FigureWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }

    /// How a figure is cited: who says it, what it says, of which place and year, and where it was found.
    pub fn cite(&self, figure: &FigureView, keeper: &str, title: &str, address: &str) -> String {
        let FigureView { source, label, value, year, country, .. } = figure;
        let place = country.as_ref().map(|name| format!("{name}, ")).unwrap_or_default();
        match self.language {
            En => format!("{source}: “{label}”, {place}{value} ({year}). In: {keeper}, “{title}”, {address}"),
            Es => format!("{source}: «{label}», {place}{value} ({year}). En: {keeper}, «{title}», {address}"),
        }
    }
}

/// The label of a field of a figure; none where the field is none.
pub(super) fn figure_label(field: &str, language: Language) -> Option<&'static str> {
    let (_, of_language, part) = figure_field(field)?;
    let (english, spanish) = match part {
        "low" => ("Value, or the lower end of a range", "Valor, o el extremo inferior de un intervalo"),
        "high" => ("Upper end of a range", "Extremo superior de un intervalo"),
        "unit" => ("Unit", "Unidad"),
        "year" => ("Year, or years: 2014-2015", "Año, o años: 2014-2015"),
        "country" => ("Country", "País"),
        "source" if of_language.is_some() => {
            ("Source in this language, if named differently", "Fuente en este idioma, si se nombra de otro modo")
        }
        "source" => ("Source", "Fuente"),
        "url" => ("Link to the source", "Enlace a la fuente"),
        "label" => ("What is counted", "Qué se cuenta"),
        "note" => ("What to know before citing it", "Qué hay que saber antes de citarla"),
        _ => ("Figure", "Cifra"),
    };
    Some(match language {
        En => english,
        Es => spanish,
    })
}

/// What a field of a figure is called where it stands among others.
pub(super) fn figure_field_name(field: &str, language: Language) -> Option<String> {
    let label = figure_label(field, language)?;
    let of = figure_field(field)?.1.map(|of| format!(" ({})", language_name(of, language))).unwrap_or_default();
    Some(format!("{}: {label}{of}", FigureWords::of(language).title))
}
