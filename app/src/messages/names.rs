//! What the portal's nouns are called: kinds, sections, forms, modes, views.

use domain::Language::{En, Es};
use domain::entry::{Kind, Participation, PublicationForm};
use domain::event::Mode;
use domain::request::View;

use super::{AccountWords, AuditWords, Messages, ProfileWords, SeatWords};

impl Messages {
    /// What is said in the place of an empty list.
    pub const fn nothing(&self, filtered: bool) -> &'static str {
        if filtered { self.nothing_matches } else { self.nothing_here }
    }

    /// The name of a kind's list, as menus and headings have it.
    pub const fn section(&self, kind: Kind) -> &'static str {
        match (self.language, kind) {
            (En, Kind::Page) => "About",
            (Es, Kind::Page) => "Acerca de",
            (En, Kind::Network) => "Thematic networks",
            (Es, Kind::Network) => "Redes temáticas",
            (En, Kind::Country) => "Countries",
            (Es, Kind::Country) => "Países",
            (En, Kind::Event) => "Events",
            (Es, Kind::Event) => "Eventos",
            (_, Kind::Post) => "Blog",
            (En, Kind::News) => "News",
            (Es, Kind::News) => "Noticias",
            (En, Kind::Publication) => "Repository",
            (Es, Kind::Publication) => "Repositorio",
            (En, Kind::Media) => "Media",
            (Es, Kind::Media) => "Multimedia",
            (En, Kind::Course) => "E-campus",
            (Es, Kind::Course) => "Campus virtual",
            (En, Kind::Dataset) => "Migration data and analysis",
            (Es, Kind::Dataset) => "Datos y análisis sobre migración",
        }
    }

    /// What a list holds, in a sentence or two.
    pub const fn section_intro(&self, kind: Kind) -> &'static str {
        match (self.language, kind) {
            (En, Kind::Page) => "What the Consultations are and how they work.",
            (Es, Kind::Page) => "Qué son las Consultas y cómo funcionan.",
            (En, Kind::Network) => {
                "Ten networks of officials and specialists, one for each matter on which the region exchanges what it knows."
            }
            (Es, Kind::Network) => {
                "Diez redes de funcionarios y especialistas, una por cada tema sobre el que la región intercambia lo que sabe."
            }
            (En, Kind::Country) => "The states and territories that take part in the Consultations.",
            (Es, Kind::Country) => "Los Estados y territorios que participan en las Consultas.",
            (En, Kind::Event) => "Meetings, workshops, webinars and launches of the Consultations and their networks.",
            (Es, Kind::Event) => {
                "Reuniones, talleres, seminarios web y presentaciones de las Consultas y de sus redes."
            }
            (En, Kind::Post) => "Specialists and members write about migration in the Caribbean.",
            (Es, Kind::Post) => "Especialistas y miembros escriben sobre la migración en el Caribe.",
            (En, Kind::News) => "What the Consultations and their partners have done.",
            (Es, Kind::News) => "Lo que han hecho las Consultas y sus socios.",
            (En, Kind::Publication) => {
                "Reports, laws, guides and other works on migration in the Caribbean, what they say, and how to cite them."
            }
            (Es, Kind::Publication) => {
                "Informes, leyes, guías y otras obras sobre la migración en el Caribe, qué dicen y cómo citarlas."
            }
            (En, Kind::Media) => {
                "Pictures, galleries, videos and recordings, each with its description and who made it."
            }
            (Es, Kind::Media) => "Imágenes, galerías, videos y grabaciones, cada cual con su descripción y su autoría.",
            (En, Kind::Course) => {
                "Courses on migration that other institutions offer, with their language, length and cost."
            }
            (Es, Kind::Course) => {
                "Cursos sobre migración que ofrecen otras instituciones, con su idioma, su duración y su costo."
            }
            (En, Kind::Dataset) => {
                "Indicators by country and year, each number with its source. The figures of a matter are on the page of its network too."
            }
            (Es, Kind::Dataset) => {
                "Indicadores por país y año, cada número con su fuente. Las cifras de un tema están también en la página de su red."
            }
        }
    }

    /// One entry of a kind.
    pub const fn kind(&self, kind: Kind) -> &'static str {
        match (self.language, kind) {
            (En, Kind::Page) => "Page",
            (Es, Kind::Page) => "Página",
            (En, Kind::Network) => "Thematic network",
            (Es, Kind::Network) => "Red temática",
            (En, Kind::Country) => "Country",
            (Es, Kind::Country) => "País",
            (En, Kind::Event) => "Event",
            (Es, Kind::Event) => "Evento",
            (En, Kind::Post) => "Blog post",
            (Es, Kind::Post) => "Entrada de blog",
            (En, Kind::News) => "News",
            (Es, Kind::News) => "Noticia",
            (En, Kind::Publication) => "Publication",
            (Es, Kind::Publication) => "Publicación",
            (En, Kind::Media) => "Media",
            (Es, Kind::Media) => "Multimedia",
            (En, Kind::Course) => "Course",
            (Es, Kind::Course) => "Curso",
            (En, Kind::Dataset) => "Data",
            (Es, Kind::Dataset) => "Datos",
        }
    }

    /// What sort of work a publication is.
    pub const fn publication_form(&self, form: PublicationForm) -> &'static str {
        match (self.language, form) {
            (En, PublicationForm::Report) => "Report",
            (Es, PublicationForm::Report) => "Informe",
            (En, PublicationForm::Law) => "Law",
            (Es, PublicationForm::Law) => "Ley",
            (En, PublicationForm::Policy) => "Policy",
            (Es, PublicationForm::Policy) => "Política",
            (En, PublicationForm::Guide) => "Guide",
            (Es, PublicationForm::Guide) => "Guía",
            (En, PublicationForm::WorkingPaper) => "Working paper",
            (Es, PublicationForm::WorkingPaper) => "Documento de trabajo",
            (En, PublicationForm::Strategy) => "Strategy",
            (Es, PublicationForm::Strategy) => "Estrategia",
            (En, PublicationForm::Tool) => "Tool",
            (Es, PublicationForm::Tool) => "Herramienta",
            (En, PublicationForm::MeetingDocument) => "Meeting document",
            (Es, PublicationForm::MeetingDocument) => "Documento de reunión",
        }
    }

    /// How a state or territory takes part.
    pub const fn participation(&self, status: Participation) -> &'static str {
        match (self.language, status) {
            (En, Participation::Founding) => "Founding participant",
            (Es, Participation::Founding) => "Participante fundador",
            (En, Participation::Participating) => "Participant",
            (Es, Participation::Participating) => "Participante",
            (En, Participation::Observer) => "Observer",
            (Es, Participation::Observer) => "Observador",
        }
    }

    /// How one takes part in an event.
    pub const fn mode(&self, mode: Mode) -> &'static str {
        match (self.language, mode) {
            (En, Mode::InPerson) => "In person",
            (Es, Mode::InPerson) => "Presencial",
            (En, Mode::Online) => "Online",
            (Es, Mode::Online) => "En línea",
            (En, Mode::Hybrid) => "In person and online",
            (Es, Mode::Hybrid) => "Presencial y en línea",
        }
    }

    /// A view of the calendar.
    pub const fn view(&self, view: View) -> &'static str {
        match (self.language, view) {
            (En, View::Month) => "Month",
            (Es, View::Month) => "Mes",
            (En, View::Week) => "Week",
            (Es, View::Week) => "Semana",
            (En, View::Day) => "Day",
            (Es, View::Day) => "Día",
            (En, View::List) => "List",
            (Es, View::List) => "Lista",
            (En, View::Year) => "Year",
            (Es, View::Year) => "Año",
        }
    }

    /// The links to the periods before and after.
    pub const fn neighbours(&self, view: View) -> (&'static str, &'static str) {
        match (self.language, view) {
            (En, View::Month) => ("Previous month", "Next month"),
            (Es, View::Month) => ("Mes anterior", "Mes siguiente"),
            (En, View::Week) => ("Previous week", "Next week"),
            (Es, View::Week) => ("Semana anterior", "Semana siguiente"),
            (En, View::Day) => ("Previous day", "Next day"),
            (Es, View::Day) => ("Día anterior", "Día siguiente"),
            (En, View::List) => ("Previous", "Next"),
            (Es, View::List) => ("Anterior", "Siguiente"),
            (En, View::Year) => ("Previous year", "Next year"),
            (Es, View::Year) => ("Año anterior", "Año siguiente"),
        }
    }

    /// No choice of this parameter, in the gender of what one chooses from.
    pub fn any(&self, parameter: &str) -> &'static str {
        match (self.language, parameter) {
            (Es, "network" | "mode") => "Todas",
            _ => self.all,
        }
    }

    /// A parameter or field as its form names it.
    pub fn field(&self, name: &str) -> &'static str {
        match name {
            "network" => self.network,
            "country" => self.country,
            "mode" => self.mode_label,
            "when" => self.when,
            "year" => self.year,
            "author" => super::ResourceWords::of(self.language).author,
            "date" => self.date,
            "from" => AuditWords::of(self.language).from,
            "until" => AuditWords::of(self.language).until,
            "q" => self.search,
            "name" => AccountWords::of(self.language).name,
            "email" => AccountWords::of(self.language).email,
            "password" => AccountWords::of(self.language).password,
            "institution" => AccountWords::of(self.language).institution,
            "function" => AccountWords::of(self.language).function,
            "networks" => self.networks,
            "language" => AccountWords::of(self.language).language,
            "labels" => super::MarkWords::of(self.language).saved_labels,
            "note" => super::MarkWords::of(self.language).saved_note,
            "digest" => ProfileWords::of(self.language).digest,
            "status" => self.status,
            "capacity" => SeatWords::of(self.language).capacity,
            "role" => AccountWords::of(self.language).role,
            "writes_in" => AccountWords::of(self.language).writes_in,
            "decision" => SeatWords::of(self.language).admit,
            "rows" => super::ImportWords::of(self.language).rows,
            "reason" => AccountWords::of(self.language).reason,
            "audience" => super::PreviewWords::of(self.language).audience,
            "days" => super::PreviewWords::of(self.language).days,
            name if name.starts_with("answer-") => super::QuestionWords::of(self.language).your_answer,
            name if name.contains("-choices-") => super::QuestionWords::of(self.language).choices,
            name if name.starts_with("question-") => super::QuestionWords::of(self.language).question,
            "by" => super::CountryWords::of(self.language).order,
            "page" => match self.language {
                En => "Page",
                Es => "Página",
            },
            _ => match self.language {
                En => "View",
                Es => "Vista",
            },
        }
    }

    /// Languages by their codes: "English and Spanish", "inglés y español".
    pub fn language_names(&self, codes: &[String]) -> String {
        let names: Vec<&str> = codes.iter().map(|code| self.language_name(code)).collect();
        let text = match names.as_slice() {
            [] => return String::new(),
            [only] => (*only).to_owned(),
            [others @ .., last] => {
                let and = match self.language {
                    En => "and",
                    Es if last.starts_with(['i', 'í']) => "e",
                    Es => "y",
                };
                format!("{} {and} {last}", others.join(", "))
            }
        };
        domain::date::capitalised(&text)
    }

    /// A language by its code, as a sentence has it; the code where its name is not known.
    pub fn language_name<'a>(&self, code: &'a str) -> &'a str {
        match (self.language, code) {
            (En, "en") => "English",
            (Es, "en") => "inglés",
            (En, "es") => "Spanish",
            (Es, "es") => "español",
            (En, "fr") => "French",
            (Es, "fr") => "francés",
            (En, "nl") => "Dutch",
            (Es, "nl") => "neerlandés",
            (En, "ht") => "Haitian Creole",
            (Es, "ht") => "criollo haitiano",
            (En, "pap") => "Papiamento",
            (Es, "pap") => "papiamento",
            (En, "ar") => "Arabic",
            (Es, "ar") => "árabe",
            (En, "pt") => "Portuguese",
            (Es, "pt") => "portugués",
            (_, other) => other,
        }
    }
}
