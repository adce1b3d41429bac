//! The words of the desk: what staff write, and how far it has come. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::entry::{EditionState, Kind};
use domain::event::{EventState, Precision};
use domain::manuscript::Standing;

/// The words of the desk in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct DeskWords {
    pub archived: &'static str,
    pub asked_review: &'static str,
    pub drafted: &'static str,
    pub hidden: &'static str,
    pub add_part: &'static str,
    pub add_part_hint: &'static str,
    pub all_of_it: &'static str,
    pub any_age: &'static str,
    pub any_kind: &'static str,
    pub any_language: &'static str,
    pub any_standing: &'static str,
    pub archive: &'static str,
    pub as_csv: &'static str,
    pub ask_review: &'static str,
    pub back_to_draft: &'static str,
    pub back_to_editor: &'static str,
    pub begin_empty: &'static str,
    pub bin: &'static str,
    pub binned: &'static str,
    pub brought_back: &'static str,
    pub clone: &'static str,
    pub conflict: &'static str,
    pub conflict_title: &'static str,
    pub content: &'static str,
    pub content_intro: &'static str,
    pub delete: &'static str,
    pub desk: &'static str,
    pub desk_intro: &'static str,
    pub discard: &'static str,
    pub edit: &'static str,
    pub empty: &'static str,
    pub history: &'static str,
    pub history_intro: &'static str,
    pub former_typed: &'static str,
    pub in_language: &'static str,
    pub item: &'static str,
    pub kept_for_you: &'static str,
    pub kind: &'static str,
    pub mine: &'static str,
    pub move_down: &'static str,
    pub move_up: &'static str,
    pub new_event: &'static str,
    pub no_choice: &'static str,
    pub no_text: &'static str,
    pub nothing_to_do: &'static str,
    pub now: &'static str,
    pub participants_wait: &'static str,
    pub parts: &'static str,
    pub parts_hint: &'static str,
    pub people_wait: &'static str,
    pub preview: &'static str,
    pub publish: &'static str,
    pub publish_in: &'static str,
    pub published: &'static str,
    pub queue: &'static str,
    pub queue_empty: &'static str,
    pub queue_hint: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub restore: &'static str,
    pub public_is_closed: &'static str,
    pub restored: &'static str,
    pub typed_elsewhere: &'static str,
    pub typed_first: &'static str,
    pub restore_this: &'static str,
    pub review_waits: &'static str,
    pub save_draft: &'static str,
    pub saved: &'static str,
    pub saved_on: &'static str,
    pub search: &'static str,
    pub shared: &'static str,
    pub shown_from: &'static str,
    pub shown_until: &'static str,
    pub standing: &'static str,
    pub still_right: &'static str,
    pub tasks: &'static str,
    pub text_missing: &'static str,
    pub text_stale: &'static str,
    pub theirs: &'static str,
    pub two_texts: &'static str,
    pub undo: &'static str,
    pub unpublish: &'static str,
    pub untouched: &'static str,
    pub use_mine: &'static str,
    pub use_theirs: &'static str,
    pub view_page: &'static str,
    pub what_changed: &'static str,
    pub will_be_hidden: &'static str,
    pub will_be_shown: &'static str,
    pub zone_of_times: &'static str,
}

static ENGLISH: DeskWords = DeskWords {
    archived: "It is archived: readers do not see it in that language, and its text is kept.",
    asked_review: "It waits for a review. Editors find it on their desk.",
    drafted: "It is a draft again.",
    hidden: "Readers do not see it in that language any more. Its text is here, as a draft.",
    add_part: "New text",
    add_part_hint: "Leave an empty line between paragraphs; each becomes a part of its own.",
    all_of_it: "The list",
    any_age: "Any age",
    any_kind: "Everything",
    any_language: "Either language",
    any_standing: "Any",
    archive: "Archive",
    as_csv: "This list as a CSV file",
    ask_review: "Ask for review",
    back_to_draft: "Back to draft",
    back_to_editor: "Back to the editor",
    begin_empty: "Leave it and begin an empty one",
    bin: "Bin",
    binned: "It is in the bin; its address says that it is gone.",
    brought_back: "Text that you had not saved was brought back.",
    clone: "New one like this",
    conflict: "Somebody else has changed this since you opened it. Both texts stand below the field; choose one, or make one of both in the field. Nothing was lost, and nothing was saved yet.",
    conflict_title: "Two people have changed the same text",
    content: "Content",
    content_intro: "Everything that the portal says, in both languages, and how far each has come.",
    delete: "Move to the bin",
    desk: "Desk",
    desk_intro: "What waits for the secretariat, and what can be begun.",
    discard: "Discard it and show what is saved",
    edit: "Edit",
    empty: "Nothing matches. Try fewer filters.",
    history: "History",
    history_intro: "Every save, the latest first: what was added and what was removed. Restoring an old state is itself a save; nothing is lost.",
    former_typed: "The former version stands in the form, and readers do not see it yet. “Publish” makes it public; if letters would go out, it shows them first.",
    in_language: "In the language",
    item: "Title",
    kept_for_you: "Your changes are kept for you alone. The public page is as it was: publish to change it.",
    kind: "Kind",
    mine: "You, in this form",
    move_down: "Move down",
    move_up: "Move up",
    new_event: "New event",
    no_choice: "Not said",
    no_text: "No text",
    nothing_to_do: "All is done: nothing waits.",
    now: "as it stands",
    participants_wait: "Registrations for events wait for a decision",
    parts: "Text",
    parts_hint: "Small Markdown: **bold**, *italic*, [link](https://…), ## heading, - list, > quotation. Who empties a part in both languages removes it.",
    people_wait: "People wait for a decision",
    preview: "Preview",
    publish: "Publish",
    publish_in: "Publish",
    published: "Published. Readers see it now, or from the time that you have set.",
    queue: "What happens by itself",
    queue_empty: "Nothing is set for later. “Shown from” and “Shown until” in the editor put it here.",
    queue_hint: "What becomes public, or stops being so, at a time that was set. The next comes first; times are those of Jamaica.",
    reason: "What you changed, in a few words",
    reason_hint: "For the history; may be empty.",
    restore: "Take it out of the bin",
    public_is_closed: "Readers see this. You may write what they do not see yet; an editor changes the rest.",
    restored: "Restored.",
    typed_elsewhere: "You have typed these fields otherwise in another window or on another device. Take from here what you need: it goes away when you save or discard.",
    typed_first: "Nothing was restored: the form below holds changes that you have not saved. Save or discard them, then restore.",
    restore_this: "Restore this state",
    review_waits: "Items wait for review",
    save_draft: "Save draft",
    saved: "Saved. Readers do not see it yet.",
    saved_on: "Saved",
    search: "Words in the title",
    shared: "The same in both languages",
    shown_from: "Shown from",
    shown_until: "Shown until",
    standing: "State",
    still_right: "The translation is still right",
    tasks: "What waits",
    text_missing: "Not translated yet",
    text_stale: "Older than its source",
    theirs: "Saved by somebody else",
    two_texts: "Two texts",
    undo: "Undo",
    unpublish: "Unpublish",
    untouched: "Not touched for",
    use_mine: "Take what stands in the field: mine, or what I have made of both",
    use_theirs: "Take the other text",
    view_page: "See the public page",
    what_changed: "What changed",
    will_be_hidden: "is no longer shown",
    will_be_shown: "is published",
    zone_of_times: "Times are those of Jamaica.",
};

static SPANISH: DeskWords = DeskWords {
    archived: "Está archivado: el público no lo ve en ese idioma, y su texto se conserva.",
    asked_review: "Espera una revisión. Quienes editan lo ven en su escritorio.",
    drafted: "Es un borrador de nuevo.",
    hidden: "El público ya no lo ve en ese idioma. Su texto sigue aquí, como borrador.",
    add_part: "Texto nuevo",
    add_part_hint: "Deje una línea vacía entre párrafos; cada uno será una parte.",
    all_of_it: "La lista",
    any_age: "Cualquier tiempo",
    any_kind: "Todo",
    any_language: "Cualquiera de los dos",
    any_standing: "Cualquiera",
    archive: "Archivar",
    as_csv: "Esta lista como archivo CSV",
    ask_review: "Pedir revisión",
    back_to_draft: "Volver a borrador",
    back_to_editor: "Volver al editor",
    begin_empty: "Dejarlo y empezar uno vacío",
    bin: "Papelera",
    binned: "Está en la papelera; su dirección dice que ya no existe.",
    brought_back: "Se recuperó un texto que usted no había guardado.",
    clone: "Uno nuevo como este",
    conflict: "Otra persona cambió esto desde que usted lo abrió. Los dos textos están debajo del campo; elija uno, o haga uno de los dos en el campo. No se perdió nada, y todavía no se guardó nada.",
    conflict_title: "Dos personas cambiaron el mismo texto",
    content: "Contenido",
    content_intro: "Todo lo que dice el portal, en los dos idiomas, y hasta dónde ha llegado cada uno.",
    delete: "Mover a la papelera",
    desk: "Escritorio",
    desk_intro: "Lo que espera a la secretaría, y lo que se puede empezar.",
    discard: "Descartarlo y mostrar lo guardado",
    edit: "Editar",
    empty: "Nada coincide. Pruebe con menos filtros.",
    history: "Historial",
    history_intro: "Cada vez que se guardó, lo último primero: qué se añadió y qué se quitó. Restaurar un estado anterior también se guarda; no se pierde nada.",
    former_typed: "La versión anterior está en el formulario y el público todavía no la ve. «Publicar» la hace pública; si hubiera correos, los muestra primero.",
    in_language: "En el idioma",
    item: "Título",
    kept_for_you: "Sus cambios están guardados solo para usted. La página pública sigue igual: publique para cambiarla.",
    kind: "Tipo",
    mine: "Usted, en este formulario",
    move_down: "Bajar",
    move_up: "Subir",
    new_event: "Nuevo evento",
    no_choice: "Sin indicar",
    no_text: "Sin texto",
    nothing_to_do: "Todo está hecho: nada espera.",
    now: "como está ahora",
    participants_wait: "Inscripciones en eventos esperan una decisión",
    parts: "Texto",
    parts_hint: "Markdown sencillo: **negrita**, *cursiva*, [enlace](https://…), ## título, - lista, > cita. Quien vacía una parte en los dos idiomas la quita.",
    people_wait: "Personas esperan una decisión",
    preview: "Vista previa",
    publish: "Publicar",
    publish_in: "Publicar",
    published: "Publicado. El público lo ve ahora, o desde la hora que usted fijó.",
    queue: "Lo que ocurre por sí mismo",
    queue_empty: "Nada está fijado para más tarde. «Se muestra desde» y «Se muestra hasta», en el editor, lo ponen aquí.",
    queue_hint: "Lo que se publica, o deja de ser público, a una hora fijada. Lo próximo va primero; las horas son las de Jamaica.",
    reason: "Qué cambió, en pocas palabras",
    reason_hint: "Para el historial; puede quedar vacío.",
    restore: "Sacar de la papelera",
    public_is_closed: "El público ve este contenido. Usted puede escribir lo que aún no se ve; lo demás lo cambia un editor.",
    restored: "Restaurado.",
    typed_elsewhere: "Usted escribió estos campos de otro modo en otra ventana o en otro dispositivo. Tome de aquí lo que necesite: desaparece al guardar o descartar.",
    typed_first: "No se restauró nada: el formulario de abajo tiene cambios que usted no ha guardado. Guárdelos o descártelos, y luego restaure.",
    restore_this: "Restaurar este estado",
    review_waits: "Elementos esperan revisión",
    save_draft: "Guardar borrador",
    saved: "Guardado. El público todavía no lo ve.",
    saved_on: "Guardado",
    search: "Palabras del título",
    shared: "Lo mismo en los dos idiomas",
    shown_from: "Se muestra desde",
    shown_until: "Se muestra hasta",
    standing: "Estado",
    still_right: "La traducción sigue siendo correcta",
    tasks: "Lo que espera",
    text_missing: "Aún sin traducir",
    text_stale: "Más antigua que el original",
    theirs: "Guardado por otra persona",
    two_texts: "Dos textos",
    undo: "Deshacer",
    unpublish: "Retirar de la vista pública",
    untouched: "Sin cambios desde hace",
    use_mine: "Tomar lo que está en el campo: lo mío, o lo que hice de los dos",
    use_theirs: "Tomar el otro texto",
    view_page: "Ver la página pública",
    what_changed: "Qué cambió",
    will_be_hidden: "deja de mostrarse",
    will_be_shown: "se publica",
    zone_of_times: "Las horas son las de Jamaica.",
};

impl DeskWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// "New post", "New event".
pub const fn new_entry(kind: Kind, language: Language) -> &'static str {
    match (language, kind) {
        (En, Kind::Page) => "New page",
        (Es, Kind::Page) => "Nueva página",
        (En, Kind::Network) => "New network",
        (Es, Kind::Network) => "Nueva red",
        (En, Kind::Country) => "New country",
        (Es, Kind::Country) => "Nuevo país",
        (En, Kind::Event) => "New event",
        (Es, Kind::Event) => "Nuevo evento",
        (En, Kind::Post) => "New blog post",
        (Es, Kind::Post) => "Nueva entrada del blog",
        (En, Kind::News) => "New news item",
        (Es, Kind::News) => "Nueva noticia",
        (En, Kind::Publication) => "New publication",
        (Es, Kind::Publication) => "Nueva publicación",
        (En, Kind::Media) => "New media item",
        (Es, Kind::Media) => "Nuevo elemento multimedia",
        (En, Kind::Course) => "New course",
        (Es, Kind::Course) => "Nuevo curso",
        (En, Kind::Dataset) => "New set of data",
        (Es, Kind::Dataset) => "Nuevo conjunto de datos",
    }
}

/// How far a language of an entry has come.
pub const fn standing_name(standing: Standing, language: Language) -> &'static str {
    match (language, standing) {
        (En, Standing::Missing) => "Missing",
        (Es, Standing::Missing) => "Falta",
        (En, Standing::Draft) => "Draft",
        (Es, Standing::Draft) => "Borrador",
        (En, Standing::InReview) => "In review",
        (Es, Standing::InReview) => "En revisión",
        (En, Standing::Scheduled) => "Scheduled",
        (Es, Standing::Scheduled) => "Programado",
        (En, Standing::Stale) => "Behind its source",
        (Es, Standing::Stale) => "Atrasado",
        (En, Standing::Current) => "Published",
        (Es, Standing::Current) => "Publicado",
        (En, Standing::Archived) => "Archived",
        (Es, Standing::Archived) => "Archivado",
    }
}

/// Where an edition stands.
pub const fn state_name(state: EditionState, language: Language) -> &'static str {
    match state {
        EditionState::Draft => standing_name(Standing::Draft, language),
        EditionState::InReview => standing_name(Standing::InReview, language),
        EditionState::Published => standing_name(Standing::Current, language),
        EditionState::Archived => standing_name(Standing::Archived, language),
    }
}

/// How exactly an event's time is known.
pub const fn precision_name(precision: Precision, language: Language) -> &'static str {
    match (language, precision) {
        (En, Precision::Minute | Precision::Day) => "As given",
        (Es, Precision::Minute | Precision::Day) => "Como se indica",
        (En, Precision::Week) => "Some day of that week",
        (Es, Precision::Week) => "Algún día de esa semana",
        (En, Precision::Month) => "Some day of that month",
        (Es, Precision::Month) => "Algún día de ese mes",
        (En, Precision::Unconfirmed) => "Proposed, to be confirmed",
        (Es, Precision::Unconfirmed) => "Propuesto, por confirmar",
    }
}

/// Whether an event takes place.
pub const fn event_state_name(state: EventState, language: Language) -> &'static str {
    match (language, state) {
        (En, EventState::Scheduled) => "Takes place",
        (Es, EventState::Scheduled) => "Se realiza",
        (En, EventState::Postponed) => "Postponed",
        (Es, EventState::Postponed) => "Aplazado",
        (En, EventState::Cancelled) => "Cancelled",
        (Es, EventState::Cancelled) => "Cancelado",
    }
}

/// What a text or a detail is called: `title`, `details.link`, `start`; for a part of the body its language.
pub fn field_name(field: &str, language: Language) -> String {
    let (of, name) = match field.split_once('.') {
        Some((code, name)) if code.parse::<Language>().is_ok() => (code.parse::<Language>().ok(), name),
        _ => (None, field),
    };
    if let Some(of) = field.strip_prefix("banner.").and_then(|code| code.parse::<Language>().ok()) {
        return format!("{} ({})", label(of.code(), language), language_name(of, language));
    }
    if let Some(name) = super::programme::session_field_name(field, language) {
        return name;
    }
    if let Some(name) = super::figure::figure_field_name(field, language) {
        return name;
    }
    if let Some(of) = field.strip_prefix("block.").and_then(|rest| rest.rsplit_once('.')) {
        let of = of.1.parse().map_or("", |of: Language| language_name(of, language));
        return format!("{} ({of})", DeskWords::of(language).parts);
    }
    let label = if name.starts_with("figure.") { label("figure", language) } else { label(name, language) };
    of.map_or_else(|| label.to_owned(), |of| format!("{label} ({})", language_name(of, language)))
}

/// A language as the other calls it.
pub const fn language_name(of: Language, language: Language) -> &'static str {
    match (language, of) {
        (En, En) => "English",
        (Es, En) => "inglés",
        (En, Es) => "Spanish",
        (Es, Es) => "español",
    }
}

/// The label of a field.
pub fn label(name: &str, language: Language) -> &'static str {
    let of_part = super::programme::session_label(name, language);
    if let Some(label) = of_part.or_else(|| super::figure::figure_label(name, language)) {
        return label;
    }
    let (english, spanish) = match name {
        "title" => ("Title", "Título"),
        "summary" => ("Summary", "Resumen"),
        "picture_alt" => ("What the picture shows", "Qué muestra la imagen"),
        "place" => ("City and country, or “Online”", "Ciudad y país, o «En línea»"),
        "venue" => ("Building", "Edificio"),
        "state_note" => ("Why postponed or cancelled", "Por qué se aplazó o canceló"),
        "capital" => ("Capital", "Capital"),
        "focal_institution" => ("Institution that takes part", "Institución que participa"),
        "year_note" => ("Where the year is known from", "De dónde se sabe el año"),
        "length" => ("Length in words", "Duración en palabras"),
        "dateline" => (
            "City it is written from, if this language names it otherwise",
            "Ciudad desde la que se escribe, si este idioma la nombra de otro modo",
        ),
        "author" => ("Author", "Autor o autora"),
        "en" | "es" => ("Notice", "Aviso"),
        "slug" => ("Address", "Dirección"),
        "source" => ("Language of the original", "Idioma del original"),
        "position" => ("Place among others", "Lugar entre los demás"),
        "picture" => ("Lead picture", "Imagen principal"),
        "files" => ("Documents", "Documentos"),
        "deleted" => ("In the bin", "En la papelera"),
        "published" => ("Day that it bears", "Fecha que lleva"),
        "visibility" => ("Who may read it", "Quién puede leerlo"),
        "networks" => ("Networks", "Redes"),
        "countries" => ("Countries", "Países"),
        "start" => ("First day", "Primer día"),
        "start_time" => ("Begins at", "Empieza a las"),
        "end" => ("Last day (empty: the same)", "Último día (vacío: el mismo)"),
        "end_time" => ("Ends at", "Termina a las"),
        "zone" => ("Time zone", "Zona horaria"),
        "precision" => ("How exactly it is known", "Con qué exactitud se sabe"),
        "state" => ("State", "Estado"),
        "mode" => ("Taking part", "Modalidad"),
        "seats.mode" => ("Registration", "Inscripción"),
        "seats.capacity" => ("Seats (empty: no limit)", "Cupos (vacío: sin límite)"),
        "meeting.link" => {
            ("Link to join online, for who is registered", "Enlace para entrar en línea, para quien se inscribió")
        }
        "meeting.opens" => (
            "Minutes before the start that it opens (empty: 30)",
            "Minutos antes del inicio en que se abre (vacío: 30)",
        ),
        "starts" | "publish_at" => ("Shown from", "Se muestra desde"),
        "ends" | "unpublish_at" => ("Shown until", "Se muestra hasta"),
        "blocks" => ("Order of the parts", "Orden de las partes"),
        "figure" => ("Figure", "Cifra"),
        "credit" => ("Credits: who else has a part in it", "Créditos: quién más participó"),
        "cost" => ("What it costs, where it is not free", "Cuánto cuesta, si no es gratuito"),
        _ => details_label(name),
    };
    match language {
        En => english,
        Es => spanish,
    }
}

/// The label of a field that only some kinds have, in both languages.
fn details_label(name: &str) -> (&'static str, &'static str) {
    match name {
        "details.organizers" => ("Hosts and partners, one a line", "Organizadores y socios, uno por línea"),
        "details.link" => ("Link to elsewhere", "Enlace externo"),
        "details.first_published.name" => ("First published at", "Publicado primero en"),
        "details.first_published.link" => ("Link to the first publication", "Enlace a la primera publicación"),
        "details.dateline" => ("City it is written from", "Ciudad desde la que se escribe"),
        "details.contact" => ("Key of the role contact", "Clave del contacto"),
        "details.form" => ("Type", "Tipo"),
        "details.year" => ("Year", "Año"),
        "details.authors" => (
            "Authors, one a line: “Family name, Given name”, or the name of a body",
            "Autores, uno por línea: «Apellidos, Nombre», o el nombre de una entidad",
        ),
        "details.publisher" => {
            ("Publisher; several are separated by semicolons", "Editor; varios se separan con punto y coma")
        }
        "details.city" => ("City of publication", "Ciudad de publicación"),
        "details.languages" => ("Languages, as codes", "Idiomas, como códigos"),
        "details.title_language" => ("Language of the title", "Idioma del título"),
        "details.pages" => ("Pages", "Páginas"),
        "details.isbn" => ("ISBN", "ISBN"),
        "details.doi" => ("DOI", "DOI"),
        "details.license" => ("Link to the licence", "Enlace a la licencia"),
        "details.replaces" => (
            "Newer version of (address of the other publication)",
            "Versión más reciente de (dirección de la otra publicación)",
        ),
        "details.edition_of" => (
            "Edition in another language of (address of the other publication)",
            "Edición en otro idioma de (dirección de la otra publicación)",
        ),
        "details.medium" => ("What it is", "Qué es"),
        "details.minutes" => ("Length in minutes", "Duración en minutos"),
        "details.captions" => ("Languages of captions, as codes", "Idiomas de los subtítulos, como códigos"),
        "details.provider" => ("Provider", "Proveedor"),
        "details.hours" => ("Hours", "Horas"),
        "details.free" => ("Free", "Gratuito"),
        "details.certificate" => ("Certificate", "Certificado"),
        "details.iso" => ("ISO 3166-1 code", "Código ISO 3166-1"),
        "details.status" => ("How it takes part", "Cómo participa"),
        "details.official_languages" => ("Official languages, as codes", "Idiomas oficiales, como códigos"),
        "details.hue" => ("Hue, in degrees", "Tono, en grados"),
        _ => ("Other", "Otro"),
    }
}

/// How many texts of a language are up to date.
pub fn progress(current: usize, in_all: usize, language: Language) -> String {
    match language {
        En => format!("{current} of {in_all} texts are up to date"),
        Es => format!("{current} de {in_all} textos al día"),
    }
}

/// How many entries a list has.
pub fn items_count(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 1) => "1 item".to_owned(),
        (Es, 1) => "1 elemento".to_owned(),
        (En, n) => format!("{n} items"),
        (Es, n) => format!("{n} elementos"),
    }
}

/// Entries of which a language is behind its source.
pub const fn behind_in(of: Language, language: Language) -> &'static str {
    match (language, of) {
        (En, En) => "English texts are behind their source",
        (Es, En) => "Textos en inglés que se han atrasado",
        (En, Es) => "Spanish texts are behind their source",
        (Es, Es) => "Textos en español que se han atrasado",
    }
}

/// Entries that do not exist in a language.
pub const fn missing_in(of: Language, language: Language) -> &'static str {
    match (language, of) {
        (En, En) => "Missing in English",
        (Es, En) => "Faltan en inglés",
        (En, Es) => "Missing in Spanish",
        (Es, Es) => "Faltan en español",
    }
}

/// How many more there are than those that are named.
pub fn and_more(count: usize, language: Language) -> String {
    match language {
        En => format!("and {count} more"),
        Es => format!("y {count} más"),
    }
}

/// What is said of a language that publishing has left out.
pub const fn not_public_in(of: Language, language: Language) -> &'static str {
    match (language, of) {
        (En, En) => "The English text is not public. When it is written, tick “English” beside “Publish”.",
        (En, Es) => "The Spanish text is not public. When it is written, tick “Spanish” beside “Publish”.",
        (Es, En) => "El texto en inglés no es público. Cuando esté escrito, marque «Inglés» junto a «Publicar».",
        (Es, Es) => "El texto en español no es público. Cuando esté escrito, marque «Español» junto a «Publicar».",
    }
}

/// What is said to who writes in one language only.
pub const fn writes_only(only: Language, language: Language) -> &'static str {
    match (language, only) {
        (En, En) => {
            "You write in English. The Spanish text is here to read; what both languages share can be changed until one of them is public."
        }
        (En, Es) => {
            "You write in Spanish. The English text is here to read; what both languages share can be changed until one of them is public."
        }
        (Es, En) => {
            "Usted escribe en inglés. El texto en español está aquí para leerlo; lo que comparten los dos idiomas se puede cambiar hasta que uno sea público."
        }
        (Es, Es) => {
            "Usted escribe en español. El texto en inglés está aquí para leerlo; lo que comparten los dos idiomas se puede cambiar hasta que uno sea público."
        }
    }
}

/// What is said to who writes in one language only, of what is said in all at once.
pub const fn concerns_all(language: Language) -> &'static str {
    match language {
        En => "This concerns both languages at once: who writes in one of them only reads it here.",
        Es => "Esto concierne a los dos idiomas a la vez: quien escribe solo en uno de ellos lo lee aquí.",
    }
}

/// What a copy takes along, and what it does not.
pub const fn copied(kind: Kind, language: Language) -> &'static str {
    match (language, kind) {
        (En, Kind::Event) => {
            "A copy. Taken along: texts in both languages, hours and zone, programme, networks, countries, picture, files, how one gets a seat. Not taken along: days, address, link to join, questions, participants. Nothing is public before you publish it."
        }
        (Es, Kind::Event) => {
            "Una copia. Se toman: los textos en los dos idiomas, las horas y la zona, el programa, las redes, los países, la imagen, los archivos y cómo se obtiene un cupo. No se toman: los días, la dirección, el enlace de conexión, las preguntas ni los participantes. Nada es público hasta que usted lo publique."
        }
        (En, _) => {
            "A copy. Taken along: texts in both languages, details, networks, countries, picture, files. Not taken along: address and day. Nothing is public before you publish it."
        }
        (Es, _) => {
            "Una copia. Se toman: los textos en los dos idiomas, los detalles, las redes, los países, la imagen y los archivos. No se toman: la dirección ni la fecha. Nada es público hasta que usted lo publique."
        }
    }
}

/// So many months, or years.
pub fn months_count(months: i32, language: Language) -> String {
    match (language, months) {
        (En, 1) => "1 month".to_owned(),
        (Es, 1) => "1 mes".to_owned(),
        (En, 12) => "1 year".to_owned(),
        (Es, 12) => "1 año".to_owned(),
        (En, n) if n % 12 == 0 => format!("{} years", n / 12),
        (Es, n) if n % 12 == 0 => format!("{} años", n / 12),
        (En, n) => format!("{n} months"),
        (Es, n) => format!("{n} meses"),
    }
}

/// What the editor says by itself: what is kept, that the line is down, that the session has ended, who else writes here.
pub const fn live_words(language: Language) -> [&'static str; 4] {
    match language {
        En => [
            "What you type is kept.",
            "The line is down. What you type is kept in this browser, and sent when the line is back.",
            "Your session has ended. What you type is kept in this browser; when you save it, you are asked to sign in.",
            "Also writing here:",
        ],
        Es => [
            "Lo que escribe queda guardado.",
            "No hay conexión. Lo que escribe se guarda en este navegador y se envía cuando vuelva.",
            "Su sesión terminó. Lo que escribe se guarda en este navegador; al guardarlo se le pedirá iniciar sesión.",
            "También escribe aquí:",
        ],
    }
}

/// What the toolbar for small Markdown is called, then its buttons in the order of [`domain::typing::Tool::ALL`].
pub const fn tool_names(language: Language) -> [&'static str; 9] {
    match language {
        En => [
            "Format the text",
            "Bold",
            "Italic",
            "Link",
            "Heading",
            "Heading below it",
            "List",
            "Numbered list",
            "Quotation",
        ],
        Es => [
            "Dar formato al texto",
            "Negrita",
            "Cursiva",
            "Enlace",
            "Encabezado",
            "Encabezado inferior",
            "Lista",
            "Lista numerada",
            "Cita",
        ],
    }
}
