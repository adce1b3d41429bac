//! Folding: how the portal compares words without case and accents, the same on both databases.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a text has each of these words, or words that they are a part of; case and accents do not count.
pub fn has_words(text: &str, words: &str) -> bool {
    let text = fold(text);
    fold(words).split_whitespace().all(|word| text.contains(word))
}

/// Lower case, no accents, single blanks: `"  Migración  IRREGULAR"` becomes `"migracion irregular"`.
///
/// Databases fold differently (SQLite only ASCII, PostgreSQL by its locale), so what is searched or sorted is folded here and stored.
pub fn fold(text: &str) -> String {
    // Most words are ASCII, and a text is folded word by word.
    if text.is_ascii() {
        return with_single_blanks(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    with_single_blanks(text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase), text.len())
}

/// Letters and digits, with one blank for whatever stands between two of them; `length` in bytes is a guess.
fn with_single_blanks(signs: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let mut is_apart = false;
    for sign in signs {
        if !sign.is_alphanumeric() {
            is_apart = true;
            continue;
        }
        if is_apart && !folded.is_empty() {
            folded.push(' ');
        }
        is_apart = false;
        folded.push(sign);
    }
    folded
}
