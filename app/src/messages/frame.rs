//! The words around frames on other sites. Only the server draws them.

use domain::Language;

/// The fixed texts.
#[derive(Debug)]
pub struct FrameWords {
    pub offer: &'static str,
    pub hint: &'static str,
    pub calendar: &'static str,
    pub events: &'static str,
    pub more: &'static str,
    pub whole: &'static str,
}

static EN: FrameWords = FrameWords {
    offer: "Show these events on your own site",
    hint: "Copy one of these lines into a page of yours. They bring no script and no cookie. Add theme=light or theme=dark to the address to choose the colours.",
    calendar: "Calendar of the month",
    events: "List of the next events",
    more: "Other ways to use what is published here",
    whole: "Open the whole calendar",
};

static ES: FrameWords = FrameWords {
    offer: "Mostrar estos eventos en su propio sitio",
    hint: "Copie una de estas líneas en una página suya. No llevan código ejecutable ni cookies. Añada theme=light o theme=dark a la dirección para elegir los colores.",
    calendar: "Calendario del mes",
    events: "Lista de los próximos eventos",
    more: "Otras formas de usar lo que se publica aquí",
    whole: "Abrir el calendario completo",
};

impl FrameWords {
    /// What a frame says that shows no event: a month, or else the next ones; narrowed to a network or a country, or not.
    pub const fn empty(language: Language, is_month: bool, is_narrowed: bool) -> &'static str {
        match (language, is_month, is_narrowed) {
            (Language::En, true, false) => "There are no events in this month.",
            (Language::Es, true, false) => "No hay eventos en este mes.",
            (Language::En, true, true) => "There are no events of this selection in this month.",
            (Language::Es, true, true) => "No hay eventos de esta selección en este mes.",
            (Language::En, false, false) => "No events are planned at present.",
            (Language::Es, false, false) => "Por ahora no hay eventos previstos.",
            (Language::En, false, true) => "No events of this selection are planned at present.",
            (Language::Es, false, true) => "Por ahora no hay eventos previstos de esta selección.",
        }
    }

    /// The texts of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &EN,
            Language::Es => &ES,
        }
    }
}
