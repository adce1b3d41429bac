//! What is wrong with the parameters of a query of the read API. Only the server says it.

use domain::Language::{self, En, Es};

/// A parameter that there is not.
pub fn unknown_parameter(name: &str, language: Language) -> String {
    match language {
        En => format!("{name}: there is no such parameter."),
        Es => format!("{name}: no existe ese parámetro."),
    }
}

/// A parameter that stands more than once.
pub fn repeated_parameter(name: &str, language: Language) -> String {
    match language {
        En => format!("{name}: it is given more than once."),
        Es => format!("{name}: se indica más de una vez."),
    }
}

/// Which parameters there are.
pub fn parameters_are(names: &[String], language: Language) -> String {
    let names = names.join(", ");
    match language {
        En => format!("There are these parameters, each once at most: {names}."),
        Es => format!("Hay estos parámetros, cada uno una vez como máximo: {names}."),
    }
}
