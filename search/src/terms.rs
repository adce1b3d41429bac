//! Words as the index compares them: folded, and cut to their stem in each language.

use std::ops::Range;

use domain::Language;
use domain::fold::fold;
use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// Folded.
    pub(crate) folded: String,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, c) in ends {
        // A sign that combines with the letter before it is a part of the word.
        let is_inside = c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'));
        match (start, is_inside) {
            (None, true) => start = Some(at),
            (Some(from), false) if groups_thousands(&text[from..at], &text[at..]) => {}
            (Some(from), false) => {
                let written = &text[from..at];
                let folded =
                    if written.contains(is_separator) { written.replace(is_separator, "") } else { fold(written) };
                // What is one sign may fold to several words, as ½ does.
                words.extend(folded.split_whitespace().map(|word| Word { range: from..at, folded: word.to_owned() }));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A text as its words alone.
pub(crate) fn plain(text: &str) -> String {
    let words: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    words.join(" ")
}

/// Whether a sign separates the thousands of a number, in one of the ways of writing them.
const fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}')
}

/// Whether a number goes on behind a sign between its thousands: `28,500` is the word `28500`.
///
/// `before` is what stands of the word so far, `rest` begins with the sign.
fn groups_thousands(before: &str, rest: &str) -> bool {
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = before.split(is_separator);
    let begins = groups.next().is_some_and(|first| first.len() <= 3 && is_number(first)) && groups.all(is_number);
    let mut rest = rest.chars();
    let follows =
        rest.next().is_some_and(is_separator) && rest.by_ref().take(3).filter(char::is_ascii_digit).count() == 3;
    begins && follows && !rest.next().is_some_and(char::is_alphanumeric)
}

/// The sign before a stem, which stands in no word: the index holds stems of both languages beside the words.
const fn sign(language: Language) -> &'static str {
    match language {
        Language::En => "e:",
        Language::Es => "s:",
    }
}

/// The stem of a folded word, as the index holds it.
pub(crate) fn stem(word: &str, language: Language) -> String {
    let stem = match language {
        Language::En => Stemmer::new(Algorithm::English).stem(word).into_owned(),
        Language::Es => {
            // The plural has no accent, the singular had one before it was folded: the stemmer knows the ending by it.
            let accented = word.strip_suffix("ion").map(|start| format!("{start}ión"));
            fold(&Stemmer::new(Algorithm::Spanish).stem(accented.as_deref().unwrap_or(word)))
        }
    };
    format!("{}{stem}", sign(language))
}

/// Makes of a text the words that the index takes: each place holds the word and its stem in each of the languages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stemming(pub(crate) &'static [Language]);

impl Tokenizer for Stemming {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let mut tokens = Vec::new();
        for (position, word) in words(text).into_iter().enumerate() {
            let token = |text: String| Token {
                offset_from: word.range.start,
                offset_to: word.range.end,
                position,
                text,
                position_length: 1,
            };
            tokens.extend(self.0.iter().map(|language| token(stem(&word.folded, *language))));
            tokens.push(token(word.folded.clone()));
        }
        Tokens { rest: tokens.into_iter(), token: Token::default() }
    }
}

/// The words of a text, as the index takes them one by one.
#[derive(Debug)]
pub(crate) struct Tokens {
    rest: std::vec::IntoIter<Token>,
    token: Token,
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        let next = self.rest.next();
        let is_there = next.is_some();
        self.token = next.unwrap_or_default();
        is_there
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Words that say nothing by themselves; a search does not insist on them.
const LIGHT: &[&str] = &[
    "a", "al", "an", "and", "at", "by", "como", "con", "de", "del", "e", "el", "en", "for", "from", "in", "is", "la",
    "las", "lo", "los", "o", "of", "on", "or", "para", "por", "que", "se", "the", "to", "u", "un", "una", "with", "y",
];

/// Whether a folded word says nothing by itself.
pub(crate) fn is_light(word: &str) -> bool {
    LIGHT.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_and_plural_have_one_stem_with_and_without_accents() {
        for (one, other) in [
            ("migracion", "migraciones"),
            ("region", "regiones"),
            ("pais", "paises"),
            ("refugiado", "refugiados"),
            ("ley", "leyes"),
            ("red", "redes"),
        ] {
            assert_eq!(stem(one, Language::Es), stem(other, Language::Es), "{one}, {other}");
        }
        for (one, other) in [("network", "networks"), ("study", "studies"), ("country", "countries"), ("law", "laws")] {
            assert_eq!(stem(one, Language::En), stem(other, Language::En), "{one}, {other}");
        }
    }

    #[test]
    fn a_number_is_one_word_however_its_thousands_are_separated() {
        let folded = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        for number in ["28500", "28,500", "28.500", "28\u{a0}500", "28\u{202f}500"] {
            assert_eq!(folded(number), ["28500"], "{number}");
        }
        assert_eq!(folded("1,234,567 people"), ["1234567", "people"]);
        for (text, expected) in [
            ("3.5, 12.50", vec!["3", "5", "12", "50"]),
            ("in 2019,500 of them", vec!["in", "2019", "500", "of", "them"]),
            ("1,2345 and A1,234", vec!["1", "2345", "and", "a1", "234"]),
            ("of 21,000.", vec!["of", "21000"]),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn words_know_their_bytes() {
        let text = "¿La Migración? Curac\u{327}ao, 50%";
        let found: Vec<_> = words(text).into_iter().map(|word| (text[word.range].to_owned(), word.folded)).collect();
        let expected = [("La", "la"), ("Migración", "migracion"), ("Curac\u{327}ao", "curacao"), ("50", "50")];
        assert_eq!(found, expected.map(|(text, word)| (text.to_owned(), word.to_owned())));
    }
}
