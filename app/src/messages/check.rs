//! The words of the checks while writing. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::manuscript::{Finding, Remark, language_of};

use super::{field_name, language_name};

/// How many remarks there are.
pub fn remarks_count(count: usize, language: Language) -> String {
    match (language, count) {
        (En, 1) => "1 remark".to_owned(),
        (Es, 1) => "1 observación".to_owned(),
        (En, count) => format!("{count} remarks"),
        (Es, count) => format!("{count} observaciones"),
    }
}

/// What remarks are, for who reads them the first time.
pub const fn remarks_hint(language: Language) -> &'static str {
    match language {
        En => "What readers may stumble over. Nothing here keeps you from saving or publishing.",
        Es => "Lo que puede estorbar a quien lee. Nada de esto impide guardar ni publicar.",
    }
}

/// A remark as a sentence that names its field: "Text (English): the link “here” does not say where it leads".
pub fn remark(remark: &Remark, language: Language) -> String {
    let quote = remark.quote.as_str();
    let of = language_of(&remark.field).map_or("", |of| language_name(of, language));
    let said = match (language, remark.finding) {
        (En, Finding::TopHeading) => {
            format!("the heading “{quote}” is of the first level, which is the title of the page; begin it with ##")
        }
        (Es, Finding::TopHeading) => {
            format!("el título «{quote}» es del primer nivel, que es el título de la página; empiécelo con ##")
        }
        (En, Finding::HeadingJump) => format!("the heading “{quote}” skips a level; ## comes before ###"),
        (Es, Finding::HeadingJump) => format!("el título «{quote}» se salta un nivel; ## va antes de ###"),
        (En, Finding::VagueLink) if quote.is_empty() => "a link has no words".to_owned(),
        (Es, Finding::VagueLink) if quote.is_empty() => "un enlace no tiene palabras".to_owned(),
        (En, Finding::VagueLink) => format!("the link “{quote}” does not say where it leads"),
        (Es, Finding::VagueLink) => format!("el enlace «{quote}» no dice adónde lleva"),
        (En, Finding::BareAddress) => {
            format!("the address {quote} stands there instead of words; write [what one finds there](address)")
        }
        (Es, Finding::BareAddress) => {
            format!("la dirección {quote} está en lugar de palabras; escriba [lo que se encuentra allí](dirección)")
        }
        (En, Finding::DeadLink) => format!("readers find nothing at {quote}"),
        (Es, Finding::DeadLink) => format!("el público no encuentra nada en {quote}"),
        (En, Finding::UnknownFigure) => {
            format!("there is no {quote}; write figure: and the key of a figure of this page, or of a set of data and its key")
        }
        (Es, Finding::UnknownFigure) => {
            format!("no existe {quote}; escriba figure: y la clave de una cifra de esta página, o la de un conjunto de datos y su clave")
        }
        (En, Finding::NoAlt) => {
            "a picture has no words for who cannot see it; say what it shows, or call it decorative in the library"
                .to_owned()
        }
        (Es, Finding::NoAlt) => {
            "una imagen no tiene palabras para quien no puede verla; diga qué muestra o márquela como decorativa en la biblioteca"
                .to_owned()
        }
        (En, Finding::Untranslated) => {
            return match remark.count {
                1 => format!("1 text is missing in {of}"),
                count => format!("{count} texts are missing in {of}"),
            };
        }
        (Es, Finding::Untranslated) => {
            return match remark.count {
                1 => format!("Falta 1 texto en {of}"),
                count => format!("Faltan {count} textos en {of}"),
            };
        }
        (En, Finding::Stale) => {
            return match remark.count {
                1 => format!("1 text in {of} is older than its source"),
                count => format!("{count} texts in {of} are older than their source"),
            };
        }
        (Es, Finding::Stale) => {
            return match remark.count {
                1 => format!("1 texto en {of} es más antiguo que el original"),
                count => format!("{count} textos en {of} son más antiguos que el original"),
            };
        }
        (En, Finding::Over) => "its days are over already".to_owned(),
        (Es, Finding::Over) => "sus días ya pasaron".to_owned(),
        (En, Finding::NoPlace) => "people come together on site, and it is not said where".to_owned(),
        (Es, Finding::NoPlace) => "la reunión es presencial y no se dice dónde".to_owned(),
    };
    format!("{}: {said}", field_name(&remark.field, language))
}
