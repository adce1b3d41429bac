//! How long a text takes to read.

use domain::Language;
use domain::entry::Entry;
use domain::markdown::to_text;

/// Words that an attentive reader reads in a minute.
const WORDS_A_MINUTE: usize = 200;

/// Minutes that the body of an entry takes in a language; none where there is no body.
pub(super) fn minutes(entry: &Entry, language: Language) -> Option<usize> {
    let shown = entry.blocks.iter().filter_map(|block| block.shown(language, entry.source));
    let words: usize = shown.map(|shown| count(&to_text(shown.markdown))).sum();
    (words > 0).then(|| words.div_ceil(WORDS_A_MINUTE))
}

fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
