//! Checks while writing: what a writer may want to mend before readers see it.
//!
//! A remark is no error, and keeps nobody from saving. It is made from what a form shows, saved or not.

use std::collections::HashSet;

use jiff::civil::Date;

use super::fields::{EDITION_TEXTS, has_text};
use super::{Fields, Manuscript, body, sessions};
use crate::Language;
use crate::block::Freshness;
use crate::entry::Kind;
use crate::event::{EventState, Mode};
use crate::file::{Uid, picture_uid, uids_in};
use crate::fold::fold;
use crate::markdown::FIGURE;
use crate::outline::{Mark, is_address, marks};
use crate::programme::SESSION_TEXTS;

/// What is remarked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finding {
    /// A heading of the first level: the title of the page is that.
    TopHeading,
    /// A heading that is more than one level below the one before it.
    HeadingJump,
    /// A link whose words do not say where it leads.
    VagueLink,
    /// An address where words should stand.
    BareAddress,
    /// A link to a page or a file of the portal that readers do not find.
    DeadLink,
    /// A figure that neither the entry nor a set of data has.
    UnknownFigure,
    /// A picture without words for who cannot see it.
    NoAlt,
    /// Texts that are not translated.
    Untranslated,
    /// Translations whose source has changed since.
    Stale,
    /// The days of an event that is not public yet lie in the past.
    Over,
    /// An event on site that does not say where.
    NoPlace,
}

/// Something that a writer may want to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The field that it speaks of; the first where it speaks of several.
    pub field: String,
    /// What is remarked.
    pub finding: Finding,
    /// The words or the address that it speaks of; empty where that is the whole field.
    pub quote: String,
    /// How many texts it speaks of.
    pub count: usize,
}

/// What a form does not say by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Addresses that texts lead to, and where readers find nothing.
    pub dead: HashSet<String>,
    /// Pictures of the library that show nothing that the text does not say.
    pub decorative: HashSet<Uid>,
    /// Figures that texts refer to and that exist, by the names that they use.
    pub figures: HashSet<String>,
    /// Pictures for which the library has words, and in which language.
    pub described: HashSet<(Uid, Language)>,
}

/// Words of links that say nothing, folded.
const VAGUE: [&str; 26] = [
    "aqui",
    "clic aqui",
    "click",
    "click here",
    "continue",
    "enlace",
    "este enlace",
    "haga clic aqui",
    "here",
    "info",
    "leer mas",
    "link",
    "mas",
    "mas informacion",
    "more",
    "more information",
    "pulse aqui",
    "read more",
    "see here",
    "see more",
    "this",
    "this link",
    "this page",
    "vea aqui",
    "ver aqui",
    "ver mas",
];

/// Every address that the texts of the body lead to.
pub fn addresses(shown: &Fields) -> HashSet<String> {
    let texts = shown.iter().filter(|(field, _)| field.starts_with("block."));
    let found = texts.flat_map(|(_, text)| marks(text));
    found
        .filter_map(|mark| match mark {
            Mark::Link { address, .. } => Some(address),
            _ => None,
        })
        .collect()
}

/// Every picture of the library that is shown.
pub fn pictures(shown: &Fields) -> HashSet<Uid> {
    let in_text = shown.iter().filter(|(field, _)| field.starts_with("block.")).flat_map(|(_, text)| uids_in(text));
    in_text.chain(picture_uid(shown.get("picture"))).collect()
}

/// What may be mended in what a form shows; `today` is the day where the portal counts its days.
pub fn remarks(manuscript: &Manuscript, shown: &Fields, known: &Known, today: Date) -> Vec<Remark> {
    let mut all = Vec::new();
    if manuscript.draft.kind == Kind::Event {
        of_time_and_place(manuscript, shown, today, &mut all);
    }
    of_lead_picture(shown, known, &mut all);
    let source = manuscript.draft.source;
    let translations = Language::ALL.into_iter().filter(|language| *language != source);
    for language in std::iter::once(source).chain(translations.clone()) {
        of_body(shown, language, source, known, &mut all);
    }
    for language in translations {
        of_translation(manuscript, shown, language, &mut all);
    }
    all
}

fn one(field: &str, finding: Finding, quote: &str) -> Remark {
    Remark { field: field.to_owned(), finding, quote: quote.to_owned(), count: 1 }
}

fn of_time_and_place(manuscript: &Manuscript, shown: &Fields, today: Date, all: &mut Vec<Remark>) {
    let last = [shown.get("end"), shown.get("start")].into_iter().find(|day| !day.is_empty()).unwrap_or_default();
    let is_public = !manuscript.public_languages().is_empty();
    let was_moved = shown.get("start") != Fields::of(manuscript).get("start");
    if last.parse::<Date>().is_ok_and(|last| last < today) && (!is_public || was_moved) {
        all.push(one("start", Finding::Over, last));
    }
    let is_on_site = Mode::from_code(shown.get("mode")).is_some_and(|mode| mode != Mode::Online);
    let is_off = EventState::from_code(shown.get("state")) == Some(EventState::Cancelled);
    let is_placed = Language::ALL.iter().any(|language| !shown.get(&format!("{language}.place")).is_empty());
    if is_on_site && !is_placed && !is_off {
        all.push(one(&format!("{}.place", manuscript.draft.source), Finding::NoPlace, ""));
    }
}

/// One of the library; those that come with the portal are seen on no page of their own.
fn of_lead_picture(shown: &Fields, known: &Known, all: &mut Vec<Remark>) {
    let Some(picture) = picture_uid(shown.get("picture")).filter(|uid| !known.decorative.contains(uid)) else { return };
    for language in Language::ALL {
        let (title, alt) = (format!("{language}.title"), format!("{language}.picture_alt"));
        let is_said = !shown.get(&alt).is_empty() || known.described.contains(&(picture.clone(), language));
        if !shown.get(&title).is_empty() && !is_said {
            all.push(one(&alt, Finding::NoAlt, ""));
        }
    }
}

fn of_body(shown: &Fields, language: Language, source: Language, known: &Known, all: &mut Vec<Remark>) {
    // The title of the page is the heading of the first level.
    let mut level = 1;
    for key in body::keys(shown) {
        let field = body::name(&key, language);
        let is_own = !shown.get(&field).is_empty();
        // What is not translated is shown in the source: its headings count, its remarks stand there.
        let text = if is_own { shown.get(&field) } else { shown.get(&body::name(&key, source)) };
        for mark in marks(text) {
            let (finding, quote) = match mark {
                Mark::Heading { level: its, words } => {
                    let before = std::mem::replace(&mut level, its);
                    match its {
                        1 => (Some(Finding::TopHeading), words),
                        its if its > before + 1 => (Some(Finding::HeadingJump), words),
                        _ => (None, words),
                    }
                }
                Mark::Link { address, words } if address.starts_with(FIGURE) => {
                    let is_unknown = !known.figures.contains(&address[FIGURE.len()..]);
                    if is_unknown { (Some(Finding::UnknownFigure), address) } else { (None, words) }
                }
                Mark::Link { address, .. } if known.dead.contains(&address) => (Some(Finding::DeadLink), address),
                Mark::Link { words, .. } if is_address(&words) => (Some(Finding::BareAddress), words),
                Mark::Link { words, .. } => (is_vague(&words).then_some(Finding::VagueLink), words),
                Mark::Bare(address) => (Some(Finding::BareAddress), address),
                Mark::Picture { address, alt } => {
                    let is_decorative = uids_in(&address).iter().any(|uid| known.decorative.contains(uid));
                    ((alt.is_empty() && !is_decorative).then_some(Finding::NoAlt), String::new())
                }
            };
            if let Some(finding) = finding.filter(|_| is_own) {
                all.push(one(&field, finding, &quote));
            }
        }
    }
}

fn is_vague(words: &str) -> bool {
    let words = fold(words);
    words.is_empty() || VAGUE.contains(&words.as_str())
}

/// Texts of the source that a language does not have, and those that it has from an older source.
fn of_translation(manuscript: &Manuscript, shown: &Fields, language: Language, all: &mut Vec<Remark>) {
    let stored = Fields::of(manuscript);
    let (mut missing, mut stale) = (Vec::new(), Vec::new());
    for (original, field, freshness) in texts(manuscript, shown, language) {
        let (source, text) = (shown.get(&original), shown.get(&field));
        if source.trim().is_empty() {
            continue;
        }
        if text.trim().is_empty() {
            missing.push(field);
        } else if text == stored.get(&field) && (freshness == Freshness::Stale || source != stored.get(&original)) {
            stale.push(field);
        }
    }
    for (finding, fields) in [(Finding::Untranslated, missing), (Finding::Stale, stale)] {
        if let Some(first) = fields.first() {
            all.push(Remark { count: fields.len(), ..one(first, finding, "") });
        }
    }
}

/// Every text with a twin in a language: the field of the source, that of the language, how the stored one stands to its source.
fn texts(manuscript: &Manuscript, shown: &Fields, language: Language) -> Vec<(String, String, Freshness)> {
    let draft = &manuscript.draft;
    let source = draft.source;
    let of_edition = EDITION_TEXTS.into_iter().filter(|text| has_text(draft.kind, text));
    let mut texts: Vec<_> = of_edition
        .map(|text| {
            (format!("{source}.{text}"), format!("{language}.{text}"), manuscript.text_freshness(language, text))
        })
        .collect();
    for key in sessions::session_keys(shown.iter().map(|(field, _)| field)) {
        let stored = draft.sessions.iter().find(|session| session.id.to_string() == key);
        texts.extend(SESSION_TEXTS.map(|part| {
            let freshness = stored.map_or(Freshness::Current, |session| session.freshness(part, language, source));
            (sessions::text(&key, source, part), sessions::text(&key, language, part), freshness)
        }));
    }
    for key in body::keys(shown) {
        let stored = draft.blocks.iter().find(|block| block.id.to_string() == key);
        let freshness = stored.and_then(|block| block.shown(language, source)).map(|its| its.freshness);
        texts.push((body::name(&key, source), body::name(&key, language), freshness.unwrap_or(Freshness::Current)));
    }
    texts
}
