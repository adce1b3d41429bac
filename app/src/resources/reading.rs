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
    minutes_of(words)
}

fn minutes_of(words: usize) -> Option<usize> {
    (words > 0).then(|| words.div_ceil(WORDS_A_MINUTE))
}

fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::{count, minutes_of};

    /// 14.7.2
    #[test]
    fn a_minute_that_is_begun_counts_and_no_words_take_no_time() {
        for (words, minutes) in
            [(0, None), (1, Some(1)), (199, Some(1)), (200, Some(1)), (201, Some(2)), (400, Some(2)), (401, Some(3))]
        {
            assert_eq!(minutes_of(words), minutes, "{words}");
        }
    }

    #[test]
    fn a_dash_is_no_word() {
        assert_eq!(count("From 14 to 18, he said – twice … ¿Qué?"), 8);
        assert_eq!(count(" – * "), 0);
    }
}
