//! The words of participants: their map, their list and their pages. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::entry::Participation;

/// The words of participants in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct CountryWords {
    language: Language,
    pub by_name: &'static str,
    pub by_status: &'static str,
    pub facts: &'static str,
    pub here: &'static str,
    pub indicator: &'static str,
    pub left_open: &'static str,
    pub map: &'static str,
    pub map_note: &'static str,
    pub no_events: &'static str,
    pub no_figures: &'static str,
    pub no_news: &'static str,
    pub no_posts: &'static str,
    pub no_publications: &'static str,
    pub order: &'static str,
    pub related_news: &'static str,
    pub stands_in: &'static str,
    pub value: &'static str,
}

static ENGLISH: CountryWords = CountryWords {
    language: En,
    by_name: "By name",
    by_status: "By status",
    facts: "Facts",
    here: "This page",
    indicator: "What is counted",
    left_open: "Left open by the source",
    map: "Map of the participants; each place is a link",
    map_note: "Numbers are those of the list. Simplified shapes, no statement on borders.",
    no_events: "No event of this participant is in the calendar yet.",
    no_figures: "No figure in the portal names this participant yet.",
    no_news: "No news names this participant yet.",
    no_posts: "Nobody has written about this participant yet.",
    no_publications: "The repository has no publication on this participant yet.",
    order: "Order of the list",
    related_news: "Related news",
    stands_in: "Stands in",
    value: "Value",
};

static SPANISH: CountryWords = CountryWords {
    language: Es,
    by_name: "Por nombre",
    by_status: "Por condición",
    facts: "Datos básicos",
    here: "Esta página",
    indicator: "Qué se cuenta",
    left_open: "La fuente no lo precisa",
    map: "Mapa de los participantes; cada lugar es un enlace",
    map_note: "Los números son los de la lista. Formas simplificadas, sin pronunciamiento sobre fronteras.",
    no_events: "El calendario aún no tiene eventos de este participante.",
    no_figures: "Ninguna cifra del portal se refiere aún a este participante.",
    no_news: "Ninguna noticia menciona aún a este participante.",
    no_posts: "Nadie ha escrito aún sobre este participante.",
    no_publications: "El repositorio aún no tiene publicaciones sobre este participante.",
    order: "Orden de la lista",
    related_news: "Noticias relacionadas",
    stands_in: "Figura en",
    value: "Valor",
};

impl CountryWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }

    /// Those who take part alike.
    pub const fn statuses(&self, status: Participation) -> &'static str {
        match (self.language, status) {
            (En, Participation::Founding) => "Founding participants",
            (Es, Participation::Founding) => "Participantes fundadores",
            (En, Participation::Participating) => "Participants",
            (Es, Participation::Participating) => "Participantes",
            (En, Participation::Observer) => "Observers",
            (Es, Participation::Observer) => "Observadores",
        }
    }

    /// What a status means.
    pub const fn status_means(&self, status: Participation) -> &'static str {
        match (self.language, status) {
            (En, Participation::Founding) => "They began the Consultations in Belize in January 2016.",
            (Es, Participation::Founding) => "Iniciaron las Consultas en Belice en enero de 2016.",
            (En, Participation::Participating) => "They have joined since.",
            (Es, Participation::Participating) => "Se sumaron después.",
            (En, Participation::Observer) => "They follow the meetings without being participants.",
            (Es, Participation::Observer) => "Siguen las reuniones sin ser participantes.",
        }
    }

    /// What a small map shows.
    pub fn lies_on_map(&self, name: &str) -> String {
        match self.language {
            En => format!("Where {name} lies in the Caribbean"),
            Es => format!("Ubicación en el Caribe: {name}"),
        }
    }
}
