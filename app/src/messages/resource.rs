//! The words of blog, news, media and e-campus. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::media::MediaForm;

/// The fixed texts.
#[derive(Debug)]
pub struct ResourceWords {
    language: Language,
    pub author: &'static str,
    pub any_author: &'static str,
    pub by: &'static str,
    pub updated: &'static str,
    pub first_published: &'static str,
    pub credits: &'static str,
    pub more_posts: &'static str,
    pub more_news: &'static str,
    pub not_stated: &'static str,
    pub not_free: &'static str,
    pub to_course: &'static str,
    pub pictures: &'static str,
    pub all_pictures: &'static str,
    pub whole_picture: &'static str,
    pub captions: &'static str,
    pub no_captions: &'static str,
    pub transcript: &'static str,
    pub no_transcript: &'static str,
    pub elsewhere: &'static str,
    pub length: &'static str,
}

static ENGLISH: ResourceWords = ResourceWords {
    language: En,
    author: "Author or role",
    any_author: "All authors",
    by: "By",
    updated: "Updated",
    first_published: "First published at",
    credits: "Credits",
    more_posts: "More from the blog on this network",
    more_news: "More news of this network",
    not_stated: "Not stated",
    not_free: "Not free",
    to_course: "To the course",
    pictures: "Pictures",
    all_pictures: "Back to all pictures",
    whole_picture: "Open the picture alone",
    captions: "Captions",
    no_captions: "None stated",
    transcript: "Transcript",
    no_transcript: "There is no transcript yet. Whoever needs one may ask the secretariat, at the address in the footer.",
    elsewhere: "It is kept by another site. Nothing is loaded from there until you follow the link.",
    length: "Length",
};

static SPANISH: ResourceWords = ResourceWords {
    language: Es,
    author: "Autoría o cargo",
    any_author: "Toda autoría",
    by: "Por",
    updated: "Actualizado el",
    first_published: "Publicado primero en",
    credits: "Créditos",
    more_posts: "Más entradas del blog sobre esta red",
    more_news: "Más noticias de esta red",
    not_stated: "No se indica",
    not_free: "No es gratuito",
    to_course: "Ir al curso",
    pictures: "Imágenes",
    all_pictures: "Volver a todas las imágenes",
    whole_picture: "Abrir la imagen sola",
    captions: "Subtítulos",
    no_captions: "No se indican",
    transcript: "Transcripción",
    no_transcript: "Todavía no hay transcripción. Quien la necesite puede pedirla a la secretaría, en la dirección que figura al pie.",
    elsewhere: "Está en otro sitio. No se carga nada de allí hasta que usted siga el enlace.",
    length: "Duración",
};

impl ResourceWords {
    /// The texts of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }

    /// What a media entry is.
    pub const fn form(&self, form: MediaForm) -> &'static str {
        match (self.language, form) {
            (En, MediaForm::Picture) => "Picture",
            (Es, MediaForm::Picture) => "Imagen",
            (En, MediaForm::Gallery) => "Gallery",
            (Es, MediaForm::Gallery) => "Galería",
            (_, MediaForm::Video) => "Video",
            (En, MediaForm::Recording) => "Sound recording",
            (Es, MediaForm::Recording) => "Grabación de audio",
        }
    }

    /// The link to where a video is shown, or a recording heard.
    pub fn open_at(&self, form: MediaForm, host: &str) -> String {
        match (self.language, form) {
            (En, MediaForm::Video) => format!("Watch at {host}"),
            (Es, MediaForm::Video) => format!("Ver en {host}"),
            (En, MediaForm::Recording) => format!("Listen at {host}"),
            (Es, MediaForm::Recording) => format!("Escuchar en {host}"),
            (En, _) => format!("Open at {host}"),
            (Es, _) => format!("Abrir en {host}"),
        }
    }
}

/// How long a text takes to read.
pub fn reading_time(minutes: usize, language: Language) -> String {
    match language {
        En => format!("{minutes} min read"),
        Es => format!("{minutes} min de lectura"),
    }
}

/// How long something lasts.
pub fn minutes_long(minutes: u32, language: Language) -> String {
    match (language, minutes) {
        (En, 1) => "1 minute".to_owned(),
        (Es, 1) => "1 minuto".to_owned(),
        (En, minutes) => format!("{minutes} minutes"),
        (Es, minutes) => format!("{minutes} minutos"),
    }
}

/// A picture of a gallery by its number.
pub fn picture_of(number: usize, in_all: usize, language: Language) -> String {
    match language {
        En => format!("Picture {number} of {in_all}"),
        Es => format!("Imagen {number} de {in_all}"),
    }
}
