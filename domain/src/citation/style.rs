//! The three styles of the field: APA (social sciences, and what Spanish-speaking universities ask for), Chicago (author and
//! date; United Nations bodies), Vancouver (health). Words between the parts are in the reader's language.

use jiff::civil::Date;

use super::{Author, Work, and};
use crate::entry::PublicationForm;
use crate::{Language, date};

/// A style of citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// American Psychological Association, 7th edition.
    Apa,
    /// Chicago Manual of Style, author and date, 18th edition.
    Chicago,
    /// Of medicine: the ICMJE's.
    Vancouver,
}

impl Style {
    /// Every style, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Chicago, Self::Vancouver];

    /// Its name in pages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Apa => "apa",
            Self::Chicago => "chicago",
            Self::Vancouver => "vancouver",
        }
    }

    /// Its name in words; both languages say it alike.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Chicago => "Chicago",
            Self::Vancouver => "Vancouver",
        }
    }
}

/// A part of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Upright.
    Plain(String),
    /// In italics: the title of a work that stands for itself.
    Italic(String),
}

impl Run {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Italic(text) => text,
        }
    }
}

pub(super) fn cited(work: &Work, style: Style, language: Language, today: Date) -> Vec<Run> {
    match style {
        Style::Apa => apa(work, language),
        Style::Chicago => chicago(work, language),
        Style::Vancouver => vancouver(work, language, today),
    }
}

fn apa(work: &Work, language: Language) -> Vec<Run> {
    let creators = work.creators();
    let mut line = Line::default();
    if work.form == PublicationForm::Law && creators.is_empty() {
        let place = work.jurisdiction.as_ref().map(|name| format!("{name}, ")).unwrap_or_default();
        line.italic(&work.title).plain(&format!(" ({place}{}).", work.year));
    } else if creators.is_empty() {
        line.italic(&work.title).stop().plain(&format!(" ({}).", work.year));
    } else {
        let names = apa_names(&creators, language);
        line.plain(&names).stop().plain(&format!(" ({}). ", work.year)).italic(&work.title).stop();
    }
    // Who stands as an author is not named as a publisher again.
    let others: Vec<String> = work.publishers.iter().filter(|name| !is_creator(&creators, name)).cloned().collect();
    if !others.is_empty() {
        line.plain(&format!(" {}", and(&others, language))).stop();
    }
    line.plain(&format!(" {}", work.address));
    line.0
}

fn apa_names(creators: &[Author], language: Language) -> String {
    let names: Vec<String> = creators
        .iter()
        .map(|author| match author {
            Author::Person { family, given } => format!("{family}, {}", initials(given, ". ", "-")),
            Author::Body(name) => name.clone(),
        })
        .collect();
    match (names.as_slice(), language) {
        ([one], _) => one.clone(),
        // With more than twenty, the first nineteen and the last stand for all.
        ([.., last], _) if names.len() > 20 => format!("{}, … {last}", names[..19].join(", ")),
        // The comma stands behind initials, not behind the name of a body.
        ([front @ .., last], Language::En) => {
            let comma = if matches!(creators[front.len() - 1], Author::Person { .. }) { "," } else { "" };
            format!("{}{comma} & {last}", front.join(", "))
        }
        ([front @ .., last], Language::Es) => format!("{} {} {last}", front.join(", "), and_before(last)),
        ([], _) => String::new(),
    }
}

fn chicago(work: &Work, language: Language) -> Vec<Run> {
    let creators = work.creators();
    let mut line = Line::default();
    if creators.is_empty() {
        line.italic(&work.title).stop().plain(&format!(" {}.", work.year));
    } else {
        let names = chicago_names(&creators, language);
        line.plain(&names).stop().plain(&format!(" {}. ", work.year)).italic(&work.title).stop();
    }
    if let Some(issued) = issued_by(work, language) {
        line.plain(&format!(" {issued}")).stop();
    }
    line.plain(&format!(" {}.", work.address));
    line.0
}

fn chicago_names(creators: &[Author], language: Language) -> String {
    // The first one is turned round, for the alphabet.
    let names: Vec<String> = creators
        .iter()
        .enumerate()
        .map(|(place, author)| match author {
            Author::Person { family, given } if place > 0 => format!("{given} {family}"),
            author => author.indexed(),
        })
        .collect();
    match (names.as_slice(), language) {
        ([one], _) => one.clone(),
        ([first, second, third, ..], _) if names.len() > 6 => format!("{first}, {second}, {third}, et al."),
        ([front @ .., last], Language::En) => format!("{}, and {last}", front.join(", ")),
        ([front @ .., last], Language::Es) => format!("{} {} {last}", front.join(", "), and_before(last)),
        ([], _) => String::new(),
    }
}

fn vancouver(work: &Work, language: Language, today: Date) -> Vec<Run> {
    let creators = work.creators();
    let names: Vec<String> = creators
        .iter()
        .map(|author| match author {
            Author::Person { family, given } => format!("{family} {}", initials(given, "", "")),
            Author::Body(name) => name.clone(),
        })
        .collect();
    let (internet, cited, from) = match language {
        Language::En => ("Internet", format!("cited {}", today.strftime("%Y %b %-d")), "Available from"),
        Language::Es => ("Internet", format!("citado el {}", date::day(today, language)), "Disponible en"),
    };
    let mut line = Line::default();
    if !names.is_empty() {
        let all = if names.len() > 6 { format!("{}, et al.", names[..6].join(", ")) } else { names.join(", ") };
        line.plain(&all).stop().plain(" ");
    }
    line.plain(&format!("{} [{internet}].", work.title));
    let place = [work.city.clone(), issued_by(work, language)];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(": ");
    let issued = if place.is_empty() { work.year.to_string() } else { format!("{place}; {}", work.year) };
    line.plain(&format!(" {issued} [{cited}]."));
    if let Some(pages) = work.pages {
        line.plain(&format!(" {pages} p."));
    }
    line.plain(&format!(" {from}: {}", work.address));
    line.0
}

/// Who issued it; a law the state or territory whose it is.
fn issued_by(work: &Work, language: Language) -> Option<String> {
    Some(and(&work.publishers, language)).filter(|names| !names.is_empty()).or_else(|| work.jurisdiction.clone())
}

fn is_creator(creators: &[Author], publisher: &str) -> bool {
    creators.iter().any(|author| matches!(author, Author::Body(name) if name == publisher))
}

/// The Spanish word before a name: `e` where it sounds like `i`.
pub(super) fn and_before(name: &str) -> &'static str {
    let sound = crate::fold::fold(name);
    let sounds_like_i = (sound.starts_with('i') || sound.starts_with("hi"))
        && !["hia", "hie", "hio", "ia", "ie", "io"].iter().any(|glide| sound.starts_with(glide));
    if sounds_like_i { "e" } else { "y" }
}

/// The initials of given names: `Jean-Pierre Luc` is `J.-P. L.` where a point follows each and a hyphen stays.
fn initials(given: &str, point: &str, hyphen: &str) -> String {
    let words: Vec<String> = given
        .split_whitespace()
        .map(|word| {
            let parts: Vec<String> = word
                .split('-')
                .filter_map(|part| part.chars().find(|letter| letter.is_alphabetic()))
                .map(|letter| format!("{}{}", letter.to_uppercase(), point.trim_end()))
                .collect();
            parts.join(hyphen)
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(if point.is_empty() { "" } else { " " })
}

/// A citation on its way.
#[derive(Default)]
struct Line(Vec<Run>);

impl Line {
    fn plain(&mut self, text: &str) -> &mut Self {
        match self.0.last_mut() {
            Some(Run::Plain(before)) => before.push_str(text),
            _ => self.0.push(Run::Plain(text.to_owned())),
        }
        self
    }

    fn italic(&mut self, text: &str) -> &mut Self {
        self.0.push(Run::Italic(text.to_owned()));
        self
    }

    /// A full stop, where nothing ends the sentence yet.
    fn stop(&mut self) -> &mut Self {
        let ends = self.0.last().is_some_and(|run| run.text().ends_with(['.', '?', '!', '…']));
        if ends { self } else { self.plain(".") }
    }
}
