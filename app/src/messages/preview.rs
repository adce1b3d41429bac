//! The words of previews. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::preview::Audience;

/// The words of previews in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct PreviewWords {
    pub audience: &'static str,
    pub back: &'static str,
    pub days: &'static str,
    pub ended: &'static str,
    pub links: &'static str,
    pub made: &'static str,
    pub make: &'static str,
    pub none: &'static str,
    pub see: &'static str,
    pub see_hint: &'static str,
    pub share: &'static str,
    pub share_hint: &'static str,
    pub shared: &'static str,
    pub take_back: &'static str,
    pub title: &'static str,
    pub until: &'static str,
}

static ENGLISH: PreviewWords = PreviewWords {
    audience: "As whom it is shown",
    back: "Back to the editor",
    days: "How long the link works",
    ended: "This link to a preview has ended or was taken back. Ask who sent it to you for a new one.",
    links: "Links that work",
    made: "The link is made. Copy it now: it is not shown again.",
    make: "Make a link",
    none: "There are none.",
    see: "See it as its readers will",
    see_hint: "With what you have typed and not saved, as the public page, in each language.",
    share: "Share it by a link",
    share_hint: "Whoever has the link sees the draft without signing in, also as it changes, with what you have typed and not saved. Search engines do not.",
    shared: "Share this preview",
    take_back: "Take back",
    title: "Preview.",
    until: "works until",
};

static SPANISH: PreviewWords = PreviewWords {
    audience: "Como quién se muestra",
    back: "Volver al editor",
    days: "Cuánto tiempo funciona el enlace",
    ended: "Este enlace a una vista previa venció o fue retirado. Pida uno nuevo a quien se lo envió.",
    links: "Enlaces que funcionan",
    made: "El enlace está hecho. Cópielo ahora: no se muestra otra vez.",
    make: "Hacer un enlace",
    none: "No hay ninguno.",
    see: "Verlo como lo verá el público",
    see_hint: "Con lo que usted escribió y no guardó, como la página pública, en cada idioma.",
    share: "Compartirlo con un enlace",
    share_hint: "Quien tenga el enlace ve el borrador sin iniciar sesión, también cuando cambia, con lo que usted escribió y no guardó. Los buscadores no lo ven.",
    shared: "Compartir esta vista previa",
    take_back: "Retirar",
    title: "Vista previa.",
    until: "funciona hasta el",
};

impl PreviewWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// As whom a draft is shown.
pub const fn audience_name(audience: Audience, language: Language) -> &'static str {
    match (language, audience) {
        (En, Audience::Visitor) => "As a visitor",
        (Es, Audience::Visitor) => "Como visitante",
        (En, Audience::Member) => "As a member",
        (Es, Audience::Member) => "Como miembro",
    }
}

/// How long a link works.
pub fn days_count(days: i64, language: Language) -> String {
    match (language, days) {
        (En, 1) => "1 day".to_owned(),
        (Es, 1) => "1 día".to_owned(),
        (En, days) => format!("{days} days"),
        (Es, days) => format!("{days} días"),
    }
}

/// What one sees: "As a visitor will see it once it is published. The link works until 6 December 2026, 10:00 (Jamaica)."
pub fn preview_sentence(audience: Audience, until: Option<&str>, language: Language) -> String {
    let seen = match (language, audience) {
        (En, Audience::Visitor) => "This is a draft, as a visitor will see it once it is published.",
        (Es, Audience::Visitor) => "Es un borrador, tal como lo verá un visitante cuando se publique.",
        (En, Audience::Member) => "This is a draft, as a member will see it once it is published.",
        (Es, Audience::Member) => "Es un borrador, tal como lo verá un miembro cuando se publique.",
    };
    match (language, until) {
        (_, None) => seen.to_owned(),
        (En, Some(until)) => format!("{seen} The link works until {until}."),
        (Es, Some(until)) => format!("{seen} El enlace funciona hasta el {until}."),
    }
}
