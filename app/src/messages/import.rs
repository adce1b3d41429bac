//! The words of registering many members at once. Only the server draws them.

use domain::Language::{self, En, Es};

/// These words in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct ImportWords {
    pub comes: &'static str,
    pub already: &'static str,
    pub becomes: &'static str,
    pub check: &'static str,
    pub ended: &'static str,
    pub file: &'static str,
    pub intro: &'static str,
    pub is_other_by_now: &'static str,
    pub line: &'static str,
    pub mend: &'static str,
    pub no_address: &'static str,
    pub no_member: &'static str,
    pub nobody: &'static str,
    pub outcome: &'static str,
    pub read_file: &'static str,
    pub rows: &'static str,
    pub title: &'static str,
}

static ENGLISH: ImportWords = ImportWords {
    comes: "New on the list",
    already: "On the list already",
    becomes: "What becomes of it",
    check: "Check the rows",
    ended: "Left out: its state says that the registration has ended",
    file: "CSV file",
    intro: "A table with a column named “Email”, or one address on each line; at most 1,000 rows. Only members can be registered. You see what becomes of each row before anything is written; then each person gets a letter.",
    is_other_by_now: "What would happen is not what you saw: the rows or the list have changed. Nothing was written. Below is how it stands now.",
    line: "Line",
    mend: "Some rows cannot be registered. Mend or remove them above and check again: nothing is written before every row is right.",
    no_address: "There is no mail address here",
    no_member: "No member has this address",
    nobody: "Nobody is left to register.",
    outcome: "What becomes of each row",
    read_file: "Read the file",
    rows: "Rows",
    title: "Register members by a table",
};

static SPANISH: ImportWords = ImportWords {
    comes: "Nuevo en la lista",
    already: "Ya está en la lista",
    becomes: "Qué ocurre con ella",
    check: "Revisar las filas",
    ended: "Se omite: su estado dice que la inscripción terminó",
    file: "Archivo CSV",
    intro: "Una tabla con una columna llamada «Correo electrónico», o una dirección en cada línea; como máximo 1,000 filas. Solo se puede inscribir a miembros. Usted ve lo que ocurre con cada fila antes de que se escriba nada; después, cada persona recibe un correo.",
    is_other_by_now: "Lo que ocurriría ya no es lo que usted vio: cambiaron las filas o la lista. No se escribió nada. Abajo está como queda ahora.",
    line: "Línea",
    mend: "Algunas filas no se pueden inscribir. Corríjalas o quítelas arriba y revise de nuevo: no se escribe nada hasta que todas estén bien.",
    no_address: "Aquí no hay una dirección de correo",
    no_member: "Ningún miembro tiene esta dirección",
    nobody: "No queda nadie por inscribir.",
    outcome: "Qué ocurre con cada fila",
    read_file: "Leer el archivo",
    rows: "Filas",
    title: "Inscribir a miembros con una tabla",
};

impl ImportWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// The button that registers so many.
pub fn do_import(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 1) => "Register 1 person".to_owned(),
        (Es, 1) => "Inscribir a 1 persona".to_owned(),
        (En, n) => format!("Register {n} people"),
        (Es, n) => format!("Inscribir a {n} personas"),
    }
}

/// So many rows.
pub fn rows_count(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 1) => "1 row".to_owned(),
        (Es, 1) => "1 fila".to_owned(),
        (En, n) => format!("{n} rows"),
        (Es, n) => format!("{n} filas"),
    }
}
