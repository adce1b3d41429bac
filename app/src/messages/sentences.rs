//! Sentences that depend on a value: counts, states, offers in another language, faults.

use domain::Language::{self, En, Es};
use domain::Rule;
use domain::account::Standing;
use domain::entry::Kind;
use domain::event::{EventState, Precision};
use domain::registration::State;

use super::Messages;

impl Messages {
    /// Whose the portal is, since 2018 and up to this year.
    pub fn copyright(&self, year: i16) -> String {
        match self.language {
            En => format!("© 2018–{year} International Organization for Migration (IOM)"),
            Es => format!("© 2018–{year} Organización Internacional para las Migraciones (OIM)"),
        }
    }

    /// How many entries there are.
    pub fn count(&self, count: u64) -> String {
        match (self.language, count) {
            (En, 1) => "1 result".to_owned(),
            (Es, 1) => "1 resultado".to_owned(),
            (En, n) => format!("{n} results"),
            (Es, n) => format!("{n} resultados"),
        }
    }

    /// A label for what is in another language.
    pub const fn in_language(&self, language: Language) -> &'static str {
        match (self.language, language) {
            (En, En) => "In English",
            (Es, En) => "En inglés",
            (En, Es) => "In Spanish",
            (Es, Es) => "En español",
        }
    }

    /// An entry exists in another language only.
    pub const fn only_in(&self, language: Language) -> &'static str {
        match (self.language, language) {
            (En, Es) => "This page has not been translated into English. It exists in Spanish.",
            (Es, En) => "Esta página no se ha traducido al español. Existe en inglés.",
            (En, En) => "This page exists in English.",
            (Es, Es) => "Esta página existe en español.",
        }
    }

    /// The link to the original.
    pub const fn read_in(&self, language: Language) -> &'static str {
        match (self.language, language) {
            (En, Es) => "Read it in Spanish",
            (Es, En) => "Leerla en inglés",
            (En, En) => "Read it in English",
            (Es, Es) => "Leerla en español",
        }
    }

    /// The link to the whole list of a kind.
    pub const fn see_all(&self, kind: Kind) -> &'static str {
        match (self.language, kind) {
            (En, Kind::Event) => "All events",
            (Es, Kind::Event) => "Todos los eventos",
            (En, Kind::Post) => "All blog posts",
            (Es, Kind::Post) => "Todas las entradas del blog",
            (En, Kind::News) => "All news",
            (Es, Kind::News) => "Todas las noticias",
            (En, Kind::Publication) => "The whole repository",
            (Es, Kind::Publication) => "Todo el repositorio",
            (_, kind) => self.section(kind),
        }
    }

    /// The heading over the participants.
    pub fn who_takes_part(&self, count: usize) -> String {
        match self.language {
            En => format!("Who takes part: {count} states and territories"),
            Es => format!("Quiénes participan: {count} Estados y territorios"),
        }
    }

    /// The page of a list.
    pub fn page_of(&self, page: u32, pages: u32) -> String {
        match self.language {
            En => format!("Page {page} of {pages}"),
            Es => format!("Página {page} de {pages}"),
        }
    }

    /// The length of a course.
    pub fn hours(&self, hours: u32) -> String {
        match (self.language, hours) {
            (En, 1) => "1 hour".to_owned(),
            (Es, 1) => "1 hora".to_owned(),
            (En, n) => format!("{n} hours"),
            (Es, n) => format!("{n} horas"),
        }
    }

    /// A day of the month table, with how many events run on it.
    pub fn day_with_events(&self, day: &str, events: usize) -> String {
        match (self.language, events) {
            (_, 0) => day.to_owned(),
            (En, 1) => format!("{day}, 1 event"),
            (Es, 1) => format!("{day}, 1 evento"),
            (En, n) => format!("{day}, {n} events"),
            (Es, n) => format!("{day}, {n} eventos"),
        }
    }

    /// The link from a period without events to the next one that has any.
    pub fn next_event(&self, days: &str) -> String {
        match self.language {
            En => format!("Next event: {days}"),
            Es => format!("Próximo evento: {days}"),
        }
    }

    /// When a timed event is for the reader.
    pub fn your_time(&self, text: &str, other_day: bool) -> String {
        match (self.language, other_day) {
            (En, false) => format!("Your time: {text}"),
            (Es, false) => format!("En su hora: {text}"),
            (En, true) => format!("Your time: {text} (on another date)"),
            (Es, true) => format!("En su hora: {text} (en otra fecha)"),
        }
    }

    /// A rule that only staff can break.
    const fn rule_of_writing(&self, rule: Rule) -> &'static str {
        match (self.language, rule) {
            (En, Rule::Hour) => "it must be an hour written like 09:30",
            (Es, Rule::Hour) => "debe ser una hora escrita como 09:30",
            (En, Rule::Moment) => "it must be a day and an hour",
            (Es, Rule::Moment) => "debe ser un día con su hora",
            (En, Rule::Ahead) => "it must not be in the past",
            (Es, Rule::Ahead) => "no puede estar en el pasado",
            (En, Rule::Year) => "it must be a year with four digits",
            (Es, Rule::Year) => "debe ser un año de cuatro cifras",
            (En, Rule::Later) => "it must be later than what comes before it",
            (Es, Rule::Later) => "debe ser posterior a lo que va antes",
            (En, Rule::Doi) => "it must be a DOI, such as 10.18356/9789210027045",
            (Es, Rule::Doi) => "debe ser un DOI, como 10.18356/9789210027045",
            (En, Rule::Link) => "it must be an address that begins with https://",
            (Es, Rule::Link) => "debe ser una dirección que empiece con https://",
            (En, Rule::Slug) => "it must be lower-case letters and digits with hyphens between the words",
            (Es, Rule::Slug) => "debe tener letras minúsculas y cifras, con guiones entre las palabras",
            (En, Rule::Choices) => "it must be two choices or more, a line each, as many in each language",
            (Es, Rule::Choices) => "deben ser dos opciones o más, una por línea, tantas en cada idioma",
            (En, Rule::Member) => "no member has this address",
            (Es, Rule::Member) => "ningún miembro tiene esta dirección",
            (En, Rule::NotRegistered) => "is registered already, or waits",
            (Es, Rule::NotRegistered) => "ya tiene una inscripción, o espera",
            (En, Rule::EventDay) => "it must be one of the event’s days",
            (Es, Rule::EventDay) => "debe ser uno de los días del evento",
            (En, Rule::Minutes) => "it must be a whole number of minutes from 0 to 1,440",
            (Es, Rule::Minutes) => "debe ser un número entero de minutos de 0 a 1,440",
            (En, Rule::AddressColumn) => "one of its columns must be named “Email”",
            (Es, Rule::AddressColumn) => "una de sus columnas debe llamarse «Correo electrónico»",
            (En, Rule::Rows) => "it must have at most 1,000 rows",
            (Es, Rule::Rows) => "debe tener como máximo 1,000 filas",
            (En, Rule::FreeSeat) => "there is no free seat any more; you can put the person on the waiting list",
            (Es, Rule::FreeSeat) => "ya no hay cupos libres; puede poner a la persona en la lista de espera",
            (En, Rule::Seen) => "Somebody has saved something else since you opened it",
            (Es, Rule::Seen) => "Alguien ha guardado otra cosa después de que usted lo abriera",
            (En, Rule::Number) => "it must be a number in digits, such as 14000 or 22.5",
            (Es, Rule::Number) => "debe ser un número en cifras, como 14000 o 22.5",
            (En, Rule::Seats) => "it must be a whole number from 1 to 100,000",
            (Es, Rule::Seats) => "debe ser un número entero de 1 a 100,000",
            (En, Rule::InLibrary) => "it must be a file of the media library that is not in its bin",
            (Es, Rule::InLibrary) => "debe ser un archivo de la biblioteca que no esté en su papelera",
            (En, Rule::ForDocuments) => "only a document can open later, no picture",
            (Es, Rule::ForDocuments) => "solo un documento puede abrirse más tarde, no una imagen",
            (En, _) => "only small Markdown is allowed: no HTML, no code, headings with ## or ###",
            (Es, _) => "solo se permite Markdown sencillo: sin HTML, sin código, títulos con ## o ###",
        }
    }

    fn rule(&self, rule: Rule) -> String {
        match rule {
            Rule::OneOfTheList => self.rule_one_of_the_list.to_owned(),
            Rule::Day => self.rule_day.to_owned(),
            Rule::PageNumber => self.rule_page_number.to_owned(),
            Rule::Between(least, most) => self.rule_between(least, most),
            Rule::AtMost(most) => self.rule_at_most(most),
            Rule::Count(most) => self.rule_count(most),
            Rule::AtLeast(least) => self.rule_at_least(least),
            Rule::Needed => self.rule_needed.to_owned(),
            Rule::Email => self.rule_email.to_owned(),
            Rule::Known => self.rule_known.to_owned(),
            Rule::Hour
            | Rule::Moment
            | Rule::Ahead
            | Rule::Year
            | Rule::Later
            | Rule::Link
            | Rule::Doi
            | Rule::InLibrary
            | Rule::ForDocuments
            | Rule::Slug
            | Rule::SmallMarkdown
            | Rule::AddressColumn
            | Rule::Rows
            | Rule::FreeSeat
            | Rule::Number
            | Rule::Seats
            | Rule::Seen
            | Rule::EventDay
            | Rule::Minutes
            | Rule::Member
            | Rule::NotRegistered
            | Rule::Choices => self.rule_of_writing(rule).to_owned(),
        }
    }

    /// A problem with a field: what was typed, and the rule.
    pub fn problem(&self, field: &str, typed: &str, rule: Rule) -> String {
        let says = self.rule(rule);
        match (self.language, typed.trim().is_empty(), rule) {
            // A password is not repeated, so that nothing stands for it. A day of an event is chosen by its date, and stored as a
            // number that nobody has typed.
            (_, true, Rule::AtLeast(_) | Rule::AtMost(_)) | (_, _, Rule::EventDay) => format!("{field}: {says}."),
            // It is about the form as a whole.
            (_, _, Rule::Seen) => format!("{says}."),
            (En, true, _) => format!("{field} {}.", self.rule_needed),
            (Es, true, _) => format!("{field}: {}.", self.rule_needed),
            // It was understood, and does not fit; what is long is not repeated.
            (_, false, Rule::AtMost(_) | Rule::Count(_) | Rule::AtLeast(_) | Rule::SmallMarkdown | Rule::Choices) => {
                format!("{field}: {says}.")
            }
            (En, false, Rule::Later | Rule::Member | Rule::ForDocuments) => format!("{field}: “{typed}”: {says}."),
            (Es, false, Rule::Later | Rule::Member | Rule::ForDocuments) => format!("{field}: «{typed}»: {says}."),
            (En, false, Rule::Known | Rule::NotRegistered) => format!("{field}: “{typed}” {says}."),
            (Es, false, Rule::Known | Rule::NotRegistered) => format!("{field}: «{typed}» {says}."),
            (En, false, _) => format!("{field}: “{typed}” was not understood; {says}."),
            (Es, false, _) => format!("{field}: no se entendió «{typed}»; {says}."),
        }
    }

    /// Where an admission stands, said to the person.
    pub fn standing(&self, standing: &Standing, name: &str) -> String {
        match (self.language, standing) {
            (En, Standing::Unconfirmed) => {
                format!("{name}, please confirm your mail address: the link is in the letter that we sent you.")
            }
            (Es, Standing::Unconfirmed) => {
                format!("{name}, confirme su correo electrónico: el enlace está en el mensaje que le enviamos.")
            }
            (En, Standing::Waiting) => {
                format!("{name}, your application waits for a decision of the secretariat. A letter will tell you.")
            }
            (Es, Standing::Waiting) => {
                format!("{name}, su solicitud espera la decisión de la secretaría. Un correo se la comunicará.")
            }
            (En, Standing::Approved) => format!("Welcome, {name}."),
            (Es, Standing::Approved) => format!("Le damos la bienvenida, {name}."),
            (En, Standing::Refused(reason)) => {
                format!("{name}, the secretariat could not admit you. The reason it gave: {reason}")
            }
            (Es, Standing::Refused(reason)) => {
                format!("{name}, la secretaría no pudo admitir su solicitud. El motivo que dio: {reason}")
            }
            (En, Standing::Disabled) => format!("{name}, this account is closed."),
            (Es, Standing::Disabled) => format!("{name}, esta cuenta está cerrada."),
        }
    }

    /// Where a registration stands, in a word.
    pub const fn seat_state(&self, state: State) -> &'static str {
        match (self.language, state) {
            (En, State::Pending) => "Pending approval",
            (Es, State::Pending) => "Pendiente de aprobación",
            (En, State::Registered) => "Registered",
            (Es, State::Registered) => "Inscripción confirmada",
            (En, State::Waiting) => "Waiting list",
            (Es, State::Waiting) => "Lista de espera",
            (En, State::Offered) => "Seat offered",
            (Es, State::Offered) => "Cupo ofrecido",
            (En, State::Lapsed) => "Offer lapsed",
            (Es, State::Lapsed) => "Oferta vencida",
            (En, State::Cancelled) => "Cancelled",
            (Es, State::Cancelled) => "Cancelada",
            (En, State::Refused) => "Refused",
            (Es, State::Refused) => "Rechazada",
        }
    }

    /// A standing in a word, for staff.
    pub const fn standing_in_a_word(&self, standing: &Standing) -> &'static str {
        match (self.language, standing) {
            (En, Standing::Unconfirmed) => "Address not confirmed",
            (Es, Standing::Unconfirmed) => "Dirección sin confirmar",
            (En, Standing::Waiting) => "Waits for a decision",
            (Es, Standing::Waiting) => "Espera una decisión",
            (En, Standing::Approved) => "Member",
            (Es, Standing::Approved) => "Miembro",
            (En, Standing::Refused(_)) => "Refused",
            (Es, Standing::Refused(_)) => "Rechazada",
            (En, Standing::Disabled) => "Closed",
            (Es, Standing::Disabled) => "Cerrada",
        }
    }

    /// The rule of a text that is too short.
    fn rule_at_least(&self, least: usize) -> String {
        match self.language {
            En => format!("it must be at least {least} characters long"),
            Es => format!("debe tener al menos {least} caracteres"),
        }
    }

    /// The rule of length.
    fn rule_count(&self, most: usize) -> String {
        match self.language {
            En => format!("with this there are too many; there may be {most} in all"),
            Es => format!("con esto hay demasiados; puede haber {most} en total"),
        }
    }

    fn rule_between(&self, least: u32, most: u32) -> String {
        match self.language {
            En => format!("it must be a whole number from {least} to {most}"),
            Es => format!("debe ser un número entero de {least} a {most}"),
        }
    }

    fn rule_at_most(&self, most: usize) -> String {
        match self.language {
            En => format!("it may be at most {most} characters long"),
            Es => format!("puede tener {most} caracteres como máximo"),
        }
    }

    /// An event's state in a sentence, where it is not simply going to happen.
    pub fn event_state(&self, state: EventState, precision: Precision, note: &str, past: bool) -> Option<String> {
        let sentence = match (self.language, state, precision) {
            (En, EventState::Cancelled, _) => "This event was cancelled.",
            (Es, EventState::Cancelled, _) => "Este evento se canceló.",
            (En, EventState::Postponed, _) => "This event was postponed. The date below is the former one.",
            (Es, EventState::Postponed, _) => "Este evento se aplazó. La fecha que sigue es la anterior.",
            (En, EventState::Scheduled, _) if past => "This event is over.",
            (Es, EventState::Scheduled, _) if past => "Este evento ya pasó.",
            (En, EventState::Scheduled, Precision::Unconfirmed) => "The date is to be confirmed.",
            (Es, EventState::Scheduled, Precision::Unconfirmed) => "La fecha está por confirmar.",
            (En, EventState::Scheduled, Precision::Week) => "The week is known, the days are not yet.",
            (Es, EventState::Scheduled, Precision::Week) => "Se conoce la semana; los días, todavía no.",
            _ => return None,
        };
        Some(if note.is_empty() { sentence.to_owned() } else { format!("{sentence} {note}") })
    }

    /// Title and text of the page for a status.
    pub const fn fault(&self, status: u16) -> (&'static str, &'static str) {
        match (self.language, status) {
            (En, 404) => ("Page not found", "Nothing has this address. It may have been mistyped, or the link is old."),
            (Es, 404) => {
                ("Página no encontrada", "Nada tiene esta dirección. Puede estar mal escrita, o el enlace es antiguo.")
            }
            (En, 410) => ("This page was removed", "What stood at this address was taken away."),
            (Es, 410) => ("Esta página se retiró", "Lo que estaba en esta dirección se retiró."),
            (En, 308) => ("This page has moved", "Its new address opens now."),
            (Es, 308) => ("Esta página cambió de dirección", "Su nueva dirección se abre ahora."),
            (En, 400 | 414 | 422 | 431) => {
                ("This address cannot be read", "The address is broken or too long. Check it, or search below.")
            }
            (Es, 400 | 414 | 422 | 431) => (
                "Esta dirección no se puede leer",
                "La dirección está dañada o es demasiado larga. Revísela, o busque aquí abajo.",
            ),
            (En, 403) => {
                ("This is not open to you", "Your account may not see this. If it should, write to the secretariat.")
            }
            (Es, 403) => {
                ("Esto no está abierto para usted", "Su cuenta no puede ver esto. Si debería, escriba a la secretaría.")
            }
            (En, 401) => ("Please log in", "This page is for who is logged in."),
            (Es, 401) => ("Inicie sesión, por favor", "Esta página es para quien ha iniciado sesión."),
            (En, 405) => ("This address does not take that", "It can be read, but nothing can be sent to it."),
            (Es, 405) => ("Esta dirección no admite eso", "Se puede leer, pero no se le puede enviar nada."),
            (En, _) => (
                "The portal does not answer just now",
                "This is our fault, not yours. Nothing is lost; please try again in a minute.",
            ),
            (Es, _) => (
                "El portal no responde en este momento",
                "La falla es nuestra, no suya. No se ha perdido nada; inténtelo de nuevo en un minuto.",
            ),
        }
    }
}
