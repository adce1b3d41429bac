//! The words of files: documents of entries, and the media library. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::date;
use domain::file::{Access, Closed, LARGEST_DOCUMENT, Place, Unfit};
use jiff::civil::Date;

/// The words of files in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct FileWords {
    pub library_is_empty: &'static str,
    pub bin_is_empty: &'static str,
    pub access: &'static str,
    pub add: &'static str,
    pub all: &'static str,
    pub alt: &'static str,
    pub alt_hint: &'static str,
    pub alt_missing: &'static str,
    pub back_to_editor: &'static str,
    pub bin: &'static str,
    pub broken: &'static str,
    pub built_in: &'static str,
    pub cancel: &'static str,
    pub cancelled: &'static str,
    pub changed: &'static str,
    pub choose: &'static str,
    pub choose_hint: &'static str,
    pub credit: &'static str,
    pub decorative: &'static str,
    pub delete: &'static str,
    pub documents: &'static str,
    pub done_deleted: &'static str,
    pub done_restored: &'static str,
    pub done_uploaded: &'static str,
    pub edit: &'static str,
    pub empty: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub file_needed: &'static str,
    pub for_text: &'static str,
    pub in_use: &'static str,
    pub intro: &'static str,
    pub kind: &'static str,
    pub known: &'static str,
    pub known_link: &'static str,
    pub language: &'static str,
    pub library: &'static str,
    pub library_files: &'static str,
    pub log_in: &'static str,
    pub no_language: &'static str,
    pub no_picture: &'static str,
    pub not_open_yet: &'static str,
    pub not_used: &'static str,
    pub only: &'static str,
    pub opens: &'static str,
    pub opens_hint: &'static str,
    pub open: &'static str,
    pub preview: &'static str,
    pub pictures: &'static str,
    pub recent_pictures: &'static str,
    pub restore: &'static str,
    pub same_title: &'static str,
    pub save: &'static str,
    pub show_here: &'static str,
    pub sending: &'static str,
    pub title: &'static str,
    pub title_hint: &'static str,
    pub unused: &'static str,
    pub upload: &'static str,
    pub upload_for_this: &'static str,
    pub use_here: &'static str,
    pub used_in: &'static str,
    pub words: &'static str,
}

static ENGLISH: FileWords = FileWords {
    library_is_empty: "The library is empty: upload a document or a picture.",
    bin_is_empty: "The bin is empty.",
    access: "Who may open it",
    add: "Upload a file",
    all: "All",
    alt: "What the picture shows",
    alt_hint: "For pictures, in both languages: who cannot see the picture hears this.",
    alt_missing: "Alternative text is missing",
    back_to_editor: "Back to the editor",
    bin: "Bin of the library",
    broken: "The upload broke off before the end. Nothing was stored; please send the file again.",
    built_in: "Built-in pictures",
    cancel: "Cancel the upload",
    cancelled: "The upload was cancelled. Nothing was stored.",
    changed: "Saved.",
    choose: "Choose documents",
    choose_hint: "The latest of the library come first.",
    credit: "Credit: who made it",
    decorative: "The picture is decorative: it shows nothing that the text does not say",
    delete: "Put into the bin",
    documents: "Documents",
    done_deleted: "The file is in the bin.",
    done_restored: "The file is back in the library.",
    done_uploaded: "The file is in the library.",
    edit: "Describe the file",
    empty: "Nothing matches.",
    file: "File",
    file_hint: "Pictures (JPEG, PNG, WebP) up to 10 MB; PDF, Word, Excel, PowerPoint, OpenDocument, CSV and plain text up to 25 MB.",
    file_needed: "Choose a file.",
    for_text: "To show it in a text, put this on a line of its own",
    in_use: "This file is used. Take it out of these places first:",
    intro: "Documents and pictures for every page. A file can be opened by readers once a published page uses it.",
    kind: "Kind",
    known: "These same bytes are in the library already. Nothing was stored a second time.",
    known_link: "Go to that file",
    language: "Language of the document",
    library: "Media library",
    library_files: "Files of the library",
    log_in: "log in",
    no_language: "None, or several",
    no_picture: "No picture",
    not_open_yet: "This document is not open yet.",
    not_used: "Not used",
    only: "Only",
    opens: "Opens on",
    opens_hint: "For documents: until that day the title is listed with the day, and nobody but staff can open the file. Empty: it opens at once.",
    open: "Open the file",
    preview: "Preview",
    pictures: "Pictures",
    recent_pictures: "Pictures of the library",
    restore: "Take out of the bin",
    same_title: "Another file has this title",
    save: "Save",
    show_here: "Show the document here",
    sending: "Sending",
    title: "Title",
    title_hint: "Without a title the name of the file stands for it.",
    unused: "Not used anywhere",
    upload: "Upload",
    upload_for_this: "Upload a file, or use an older one",
    use_here: "Use in this page",
    used_in: "Used in",
    words: "Words of title or name",
};

static SPANISH: FileWords = FileWords {
    library_is_empty: "La biblioteca está vacía: suba un documento o una imagen.",
    bin_is_empty: "La papelera está vacía.",
    access: "Quién puede abrirlo",
    add: "Subir un archivo",
    all: "Todos",
    alt: "Qué muestra la imagen",
    alt_hint: "Para imágenes, en los dos idiomas: quien no puede ver la imagen oye esto.",
    alt_missing: "Falta el texto alternativo",
    back_to_editor: "Volver al editor",
    bin: "Papelera de la biblioteca",
    broken: "La carga se interrumpió antes del final. No se guardó nada; envíe el archivo de nuevo, por favor.",
    built_in: "Imágenes incluidas",
    cancel: "Cancelar la carga",
    cancelled: "La carga se canceló. No se guardó nada.",
    changed: "Guardado.",
    choose: "Elegir documentos",
    choose_hint: "Los últimos de la biblioteca van primero.",
    credit: "Crédito: quién la hizo",
    decorative: "La imagen es decorativa: no muestra nada que el texto no diga",
    delete: "Poner en la papelera",
    documents: "Documentos",
    done_deleted: "El archivo está en la papelera.",
    done_restored: "El archivo está de nuevo en la biblioteca.",
    done_uploaded: "El archivo está en la biblioteca.",
    edit: "Describir el archivo",
    empty: "Nada coincide.",
    file: "Archivo",
    file_hint: "Imágenes (JPEG, PNG, WebP) de hasta 10 MB; PDF, Word, Excel, PowerPoint, OpenDocument, CSV y texto sin formato de hasta 25 MB.",
    file_needed: "Elija un archivo.",
    for_text: "Para mostrarla en un texto, ponga esto en una línea propia",
    in_use: "Este archivo está en uso. Quítelo antes de estos lugares:",
    intro: "Documentos e imágenes para todas las páginas. El público puede abrir un archivo cuando una página publicada lo usa.",
    kind: "Tipo",
    known: "Estos mismos bytes ya están en la biblioteca. No se guardó nada por segunda vez.",
    known_link: "Ir a ese archivo",
    language: "Idioma del documento",
    library: "Biblioteca de medios",
    library_files: "Archivos de la biblioteca",
    log_in: "inicie sesión",
    no_language: "Ninguno, o varios",
    no_picture: "Sin imagen",
    not_open_yet: "Este documento todavía no está abierto.",
    not_used: "Sin uso",
    only: "Solo",
    opens: "Se abre el",
    opens_hint: "Para documentos: hasta ese día se muestran el título y la fecha, y solo el personal puede abrir el archivo. Vacío: se abre de inmediato.",
    open: "Abrir el archivo",
    preview: "Vista previa",
    pictures: "Imágenes",
    recent_pictures: "Imágenes de la biblioteca",
    restore: "Sacar de la papelera",
    same_title: "Otro archivo tiene este título",
    save: "Guardar",
    show_here: "Mostrar el documento aquí",
    sending: "Enviando",
    title: "Título",
    title_hint: "Sin título, lo reemplaza el nombre del archivo.",
    unused: "Sin uso en ningún lugar",
    upload: "Subir",
    upload_for_this: "Subir un archivo o usar uno anterior",
    use_here: "Usar en esta página",
    used_in: "Se usa en",
    words: "Palabras del título o del nombre",
};

impl FileWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// Who may open a file.
pub const fn access_name(access: Access, language: Language) -> &'static str {
    match (access, language) {
        (Access::Everybody, En) => "Everybody",
        (Access::Everybody, Es) => "Todo el público",
        (Access::Members, En) => "Members",
        (Access::Members, Es) => "Miembros",
        (Access::Registered, En) => "Those registered for the event",
        (Access::Registered, Es) => "Personas inscritas en el evento",
        (Access::Staff, En) => "Staff only",
        (Access::Staff, Es) => "Solo el personal",
    }
}

/// Why a reader cannot open a file.
pub const fn closed(access: Access, why: Closed, language: Language) -> &'static str {
    match (access, why, language) {
        (_, Closed::ForStaff, En) => "For staff",
        (_, Closed::ForStaff, Es) => "Para el personal",
        (Access::Registered, _, En) => "For those registered",
        (Access::Registered, _, Es) => "Para quienes están inscritos",
        (_, _, En) => "For members",
        (_, _, Es) => "Para miembros",
    }
}

/// When a file opens whose day has not come, and for whom.
pub fn opens_on(day: Date, access: Access, language: Language) -> String {
    let day = date::day(day, language);
    let whom = match (access, language) {
        (Access::Everybody, _) => "",
        (Access::Members, En) => ", for members",
        (Access::Members, Es) => ", para miembros",
        (Access::Registered, En) => ", for those registered",
        (Access::Registered, Es) => ", para quienes están inscritos",
        (Access::Staff, En) => ", for staff",
        (Access::Staff, Es) => ", para el personal",
    };
    match language {
        En => format!("Opens on {day}{whom}"),
        Es => format!("Se abre el {day}{whom}"),
    }
}

/// For what an entry uses a file.
pub const fn file_place(place: Place, language: Language) -> &'static str {
    match (place, language) {
        (Place::Documents, En) => "documents",
        (Place::Documents, Es) => "documentos",
        (Place::Programme, En) => "programme",
        (Place::Programme, Es) => "programa",
        (Place::Picture, En) => "lead picture",
        (Place::Picture, Es) => "imagen principal",
        (Place::Text, En) => "text",
        (Place::Text, Es) => "texto",
    }
}

/// Why a file was not taken.
pub const fn unfit(why: Unfit, language: Language) -> &'static str {
    match (why, language) {
        (Unfit::Empty, En) => "The file is empty. Choose one that has content.",
        (Unfit::Empty, Es) => "El archivo está vacío. Elija uno que tenga contenido.",
        (Unfit::TooLarge(LARGEST_DOCUMENT), En) => "The file is too large: the most is 25 MB.",
        (Unfit::TooLarge(LARGEST_DOCUMENT), Es) => "El archivo es demasiado grande: el máximo es 25 MB.",
        (Unfit::TooLarge(_), En) => "The picture is too large: the most is 10 MB.",
        (Unfit::TooLarge(_), Es) => "La imagen es demasiado grande: el máximo es 10 MB.",
        (Unfit::Unknown, En) => {
            "This kind of file is not taken, whatever its name says. Taken are JPEG, PNG and WebP pictures, PDF, Word, Excel, PowerPoint, OpenDocument, CSV and plain text in UTF-8."
        }
        (Unfit::Unknown, Es) => {
            "Este tipo de archivo no se acepta, diga lo que diga su nombre. Se aceptan imágenes JPEG, PNG y WebP, PDF, Word, Excel, PowerPoint, OpenDocument, CSV y texto sin formato en UTF-8."
        }
        (Unfit::Cut, En) => "The end of the file is missing. Save it anew, and send it again.",
        (Unfit::Cut, Es) => "Falta el final del archivo. Guárdelo de nuevo y vuelva a enviarlo.",
        (Unfit::Mixed, En) => "The file holds something else besides the document. Save it anew as a document alone.",
        (Unfit::Mixed, Es) => "El archivo contiene algo más que el documento. Guárdelo de nuevo solo como documento.",
        (Unfit::Macros, En) => "The document bears macros. Save it without them.",
        (Unfit::Macros, Es) => "El documento tiene macros. Guárdelo sin ellas.",
        (Unfit::TooManyPixels, En) => {
            "The picture has too many pixels: the most is 12,000 on a side and 50 million in all."
        }
        (Unfit::TooManyPixels, Es) => {
            "La imagen tiene demasiados píxeles: el máximo es 12,000 por lado y 50 millones en total."
        }
        (Unfit::Damaged, En) => "The file is damaged and cannot be read.",
        (Unfit::Damaged, Es) => "El archivo está dañado y no se puede leer.",
    }
}

/// The label of a field of a file.
pub const fn file_field(field: &str, language: Language) -> &'static str {
    let words = FileWords::of(language);
    match field.as_bytes() {
        b"title.en" | b"title.es" => words.title,
        b"alt.en" | b"alt.es" => words.alt,
        b"language" => words.language,
        b"access" => words.access,
        b"opens" => words.opens,
        b"credit" => words.credit,
        _ => words.file,
    }
}

/// How many files a list has.
pub fn files_count(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 1) => "1 file".to_owned(),
        (Es, 1) => "1 archivo".to_owned(),
        (En, n) => format!("{n} files"),
        (Es, n) => format!("{n} archivos"),
    }
}
