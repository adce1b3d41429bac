//! What is said where two people save the same form. Only the server draws it.

use domain::Language::{self, En, Es};

/// That somebody else was faster, in a form that is shown again.
pub const fn saved_meanwhile(language: Language) -> &'static str {
    match language {
        En => {
            "Somebody has saved this since you opened it. What stands there now is shown here; what you typed is in the form, and saving it takes the place of this."
        }
        Es => {
            "Alguien ha guardado esto después de que usted lo abriera. Aquí se muestra lo que hay ahora; lo que usted escribió está en el formulario, y al guardarlo ocupará el lugar de esto."
        }
    }
}

/// What stands there where there is nothing.
pub const fn nothing_stands(language: Language) -> &'static str {
    match language {
        En => "Now there is nothing.",
        Es => "Ahora no hay nada.",
    }
}
