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
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let mut folded = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}
