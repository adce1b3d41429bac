//! Figures as fields: `figure.haiti-2020.low`, `figure.haiti-2020.year` and the like, `figure.haiti-2020.en.label`, `.note`,
//! `.source`.
//!
//! A figure keeps its key, for texts refer to it. One that is typed anew stands under `new1` and on, and is named by its country
//! and year, or by its label. Who empties a figure's label in every language has removed it.

use super::fields::LONGEST_LINE;
use super::reader::Reader;
use super::{Conflict, Edit, Fields, Manuscript, merge};
use crate::figure::{Figure, FigureWords, Unit, is_year};
use crate::language::Texts;
use crate::{Language, Rule, Slug};

/// What all languages share of a figure, in the order in which forms show it.
pub const FIGURE_PARTS: [&str; 7] = ["low", "high", "unit", "year", "country", "source", "url"];
/// What a figure says in each language.
pub const FIGURE_TEXTS: [&str; 3] = ["label", "note", "source"];
/// The most figures of an entry.
const MOST_FIGURES: usize = 500;

/// A field of a figure as its name says it: the key of the figure, the language of a text, and which of its fields.
pub fn figure_field(field: &str) -> Option<(&str, Option<Language>, &str)> {
    let (key, rest) = field.strip_prefix("figure.")?.split_once('.')?;
    Some(match rest.split_once('.') {
        Some((code, part)) => (key, Some(code.parse().ok()?), part),
        None => (key, None, rest),
    })
}

/// The keys of the figures that fields speak of: those of `stored` in their order, then others by name.
pub fn figure_keys<'a>(stored: &[Figure], fields: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut keys: Vec<String> = stored.iter().map(|figure| figure.key.to_string()).collect();
    let named = fields.into_iter().filter_map(figure_field).map(|(key, _, _)| key.to_owned());
    let mut others: Vec<String> = named.filter(|key| !keys.contains(key)).collect();
    others.sort_by_key(|key| (key.len(), key.clone()));
    others.dedup();
    keys.extend(others);
    keys
}

/// Every field of a figure.
pub fn figure_fields(key: &str) -> Vec<String> {
    let texts = Language::ALL.into_iter().flat_map(|of| FIGURE_TEXTS.map(|part| text(key, of, part)));
    FIGURE_PARTS.into_iter().map(|part| shared(key, part)).chain(texts).collect()
}

fn shared(key: &str, part: &str) -> String {
    format!("figure.{key}.{part}")
}

fn text(key: &str, language: Language, part: &str) -> String {
    format!("figure.{key}.{language}.{part}")
}

fn is_labelled(fields: &Fields, key: &str) -> bool {
    Language::ALL.iter().any(|language| !fields.get(&text(key, *language, "label")).trim().is_empty())
}

pub(super) fn write(figures: &[Figure], fields: &mut Fields) {
    for figure in figures {
        let key = figure.key.as_str();
        let mut set = |part: &str, text: &str| fields.set(&shared(key, part), text);
        set("low", &figure.low);
        set("high", figure.high.as_deref().unwrap_or_default());
        set("unit", figure.unit.code());
        set("year", &figure.year);
        set("country", figure.country.as_ref().map_or("", Slug::as_str));
        set("source", &figure.source);
        set("url", figure.url.as_deref().unwrap_or_default());
        for (language, words) in figure.words.iter() {
            fields.set(&text(key, language, "label"), &words.label);
            fields.set(&text(key, language, "note"), words.note.as_deref().unwrap_or_default());
            fields.set(&text(key, language, "source"), words.source.as_deref().unwrap_or_default());
        }
    }
}

/// Fields of figures that an edit removes, and that others have changed where its writer has not seen it.
pub(super) fn removed_unseen(stored: &Fields, merged: &Fields, edit: &Edit) -> Vec<Conflict> {
    merge::removed_unseen(stored, edit, |field| {
        figure_field(field).is_some_and(|(key, _, _)| is_labelled(stored, key) && !is_labelled(merged, key))
    })
}

pub(super) fn read(manuscript: &Manuscript, reader: &mut Reader<'_>) -> Vec<Figure> {
    let (stored, source) = (&manuscript.draft.figures, manuscript.draft.source);
    let mut figures: Vec<Figure> = Vec::new();
    for key in figure_keys(stored, reader.fields.iter().map(|(field, _)| field)) {
        let is_known = stored.iter().any(|figure| figure.key.as_str() == key);
        if !is_labelled(reader.fields, &key) {
            // A unit is chosen before anything is typed.
            let unit = shared(&key, "unit");
            let says_more =
                figure_fields(&key).iter().any(|field| *field != unit && !reader.fields.get(field).trim().is_empty());
            if !is_known && says_more {
                reader.refuse(&text(&key, source, "label"), Rule::Needed);
            }
            continue;
        }
        let Some(mut figure) = one(&key, reader) else { continue };
        let is_taken = |slug: &Slug| {
            stored.iter().any(|its| its.key == *slug && its.key.as_str() != key)
                || figures.iter().any(|its| its.key == *slug)
        };
        if !is_known && (key.starts_with("new") || is_taken(&figure.key)) {
            figure.key = named(&figure, source, is_taken);
        }
        figures.push(figure);
    }
    if figures.len() > MOST_FIGURES.max(stored.len())
        && let Some(last) = figures.last()
    {
        let field = text(last.key.as_str(), source, "label");
        reader.refuse(&field, Rule::Count(MOST_FIGURES));
    }
    figures
}

/// The figure that the fields of a key say; none where one of them breaks a rule.
fn one(key: &str, reader: &mut Reader<'_>) -> Option<Figure> {
    let number = |text: &str| is_number(text).then(|| text.to_owned());
    let low = reader.needed(&shared(key, "low"), Rule::Number, number);
    let high = reader.known(&shared(key, "high"), Rule::Number, number);
    let unit = reader.needed(&shared(key, "unit"), Rule::OneOfTheList, Unit::from_code);
    let year = reader.needed(&shared(key, "year"), Rule::Year, |text| is_year(text).then(|| text.to_owned()));
    let country = reader.known(&shared(key, "country"), Rule::OneOfTheList, |text| text.parse::<Slug>().ok());
    let source = reader.needed(&shared(key, "source"), Rule::Needed, |text| Some(text.to_owned()));
    reader.line(&shared(key, "source"), LONGEST_LINE);
    let url = reader.link(&shared(key, "url"));
    let mut words = Texts::default();
    for language in Language::ALL {
        let label = reader.line(&text(key, language, "label"), LONGEST_LINE);
        let [note, source] =
            ["note", "source"].map(|part| reader.line_or_none(&text(key, language, part), LONGEST_LINE));
        if !label.is_empty() {
            words.set(language, FigureWords { label, note, source });
        } else if note.is_some() || source.is_some() {
            reader.refuse(&text(key, language, "label"), Rule::Needed);
        }
    }
    let key = key.parse().unwrap_or_else(|_unreadable| Slug::of_title(key));
    Some(Figure { key, low: low?, high, unit: unit?, year: year?, source: source?, url, country, words })
}

/// A key made of country and year, or of the label: numbered where it is taken.
fn named(figure: &Figure, source: Language, is_taken: impl Fn(&Slug) -> bool) -> Slug {
    let label = figure.words.best(source, source).map_or("", |(_, words)| words.label.as_str());
    let said = figure.country.as_ref().map_or_else(|| label.to_owned(), |its| format!("{its} {}", figure.year));
    let base = Slug::of_title(&said);
    let numbered = (2..).map(|number| base.numbered(number));
    std::iter::once(base.clone()).chain(numbered).find(|key| !is_taken(key)).unwrap_or(base)
}

/// Digits, with a sign before them and a point among them at most: as they are written, so are they kept.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let sound = |part: &str| (1..=18).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    sound(whole) && sound(fraction)
}
