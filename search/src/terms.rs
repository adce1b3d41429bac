//! Words as the index compares them: folded, and cut to their stem in each language.

use std::ops::Range;

use domain::Language;
use domain::fold::fold;
use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::Token;

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
            (Some(from), false) => {
                // What is one sign may fold to several words, as ½ does.
                let folded = fold(&text[from..at]);
                words.extend(folded.split_whitespace().map(|word| Word { range: from..at, folded: word.to_owned() }));
                start = None;
            }
            _ => {}
        }
    }
    words
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

/// The words of a text as the index takes them: each place holds the word and its stems.
pub(crate) fn tokens(text: &str, languages: &[Language]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (position, word) in words(text).into_iter().enumerate() {
        let stems = languages.iter().map(|language| stem(&word.folded, *language));
        for text in stems.chain([word.folded.clone()]) {
            tokens.push(Token {
                offset_from: word.range.start,
                offset_to: word.range.end,
                position,
                text,
                position_length: 1,
            });
        }
    }
    tokens
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
    fn words_know_their_bytes() {
        let text = "¿La Migración? Curac\u{327}ao, 50%";
        let found: Vec<_> = words(text).into_iter().map(|word| (text[word.range].to_owned(), word.folded)).collect();
        let expected = [("La", "la"), ("Migración", "migracion"), ("Curac\u{327}ao", "curacao"), ("50", "50")];
        assert_eq!(found, expected.map(|(text, word)| (text.to_owned(), word.to_owned())));
    }
}
