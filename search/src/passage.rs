//! Why an entry was found, and the piece of its text that shows it.

use std::ops::Range;

use domain::Language;
use domain::file::Uid;
use domain::search::{Document, Passage, Reason};

use crate::asked::{Asked, Closeness, Leniency, Test, Way};
use crate::terms::{Word, stem, words};

/// How much text a passage shows, in characters, and how much of it stands before the first mark.
const LENGTH: usize = 240;
const BEFORE: usize = 60;

/// What was asked, ready to be looked for in texts.
pub(crate) struct Looker<'a> {
    asked: &'a Asked,
    /// The ways to say each part, the closest first.
    ways: Vec<Vec<Way>>,
}

/// A part found in a text.
struct Mark {
    part: usize,
    closeness: Closeness,
    range: Range<usize>,
}

/// A text with what was found in it.
struct Searched<'a> {
    text: &'a str,
    language: Language,
    document: Option<(&'a Uid, u32)>,
    marks: Vec<Mark>,
}

impl Searched<'_> {
    /// How close the closest mark of a part is, and where.
    fn best(&self, part: usize) -> Option<(Closeness, &str)> {
        let of_part = self.marks.iter().filter(|mark| mark.part == part);
        of_part.min_by_key(|mark| mark.closeness).map(|mark| (mark.closeness, &self.text[mark.range.clone()]))
    }

    fn parts(&self) -> usize {
        distinct(self.marks.iter())
    }
}

fn distinct<'a>(marks: impl Iterator<Item = &'a Mark>) -> usize {
    let mut parts: Vec<usize> = marks.map(|mark| mark.part).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.len()
}

impl<'a> Looker<'a> {
    pub(crate) fn new(asked: &'a Asked, leniency: Leniency) -> Self {
        let ways = asked.parts.iter().map(|part| {
            let mut ways = part.ways(leniency);
            ways.sort_by_key(|way| way.closeness);
            ways
        });
        Self { asked, ways: ways.collect() }
    }

    /// The passage to show of an entry, and the reasons to tell.
    pub(crate) fn explain(&self, document: &Document, language: Language) -> (Option<Passage>, Vec<Reason>) {
        let mut languages: Vec<Language> = Language::ALL.to_vec();
        languages.sort_by_key(|its| *its != language);
        let (mut titles, mut texts) = (Vec::new(), Vec::new());
        for its in languages {
            let Some(text) = document.texts.get(its) else { continue };
            titles.push(self.search(&text.title, its, None));
            texts.push(self.search(&text.summary, its, None));
            texts.push(self.search(&text.body, its, None));
        }
        let is_found = |part| titles.iter().chain(&texts).any(|text| text.best(part).is_some());
        if !(0..self.asked.parts.len()).all(is_found) {
            // Documents are long: they are looked into only where the entry itself does not have the words.
            for page in &document.pages {
                let its = page.language.unwrap_or(document.source);
                texts.push(self.search(&page.text, its, Some((&page.file, page.number))));
            }
        }
        let reasons = self.reasons(&titles, &texts, language);
        let in_title = titles.first().map_or(0, Searched::parts);
        // Of texts that have as much, the first.
        let best = texts.iter().rev().max_by_key(|text| text.parts());
        let best = best.filter(|text| text.parts() > 0 && text.parts() >= in_title);
        (best.map(passage), reasons)
    }

    /// What must be told of the words that do not stand in the reader's edition as they were typed.
    fn reasons(&self, titles: &[Searched], texts: &[Searched], language: Language) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for (part, asked) in self.asked.parts.iter().enumerate() {
            let found = titles.iter().chain(texts).filter_map(|text| Some((text.best(part)?, text)));
            // The reader's own edition decides where it has the words at all.
            let place = |text: &Searched| (text.document.is_some(), text.language != language);
            let best = found.min_by_key(|((closeness, _), text)| (place(text), *closeness));
            let Some(((closeness, found), text)) = best else { continue };
            let (typed, found) = (asked.typed.clone(), found.to_owned());
            let form = match (closeness, asked.mistyped.clone()) {
                (Closeness::Literal | Closeness::Beginning, None) => None,
                (Closeness::Literal, Some(typed)) => Some(Reason::Spelling { typed, found }),
                (Closeness::Form, _) | (Closeness::Beginning, Some(_)) => Some(Reason::Form { typed, found }),
                (Closeness::Concept, _) => Some(Reason::Concept { typed, found }),
                (Closeness::Spelling, _) => Some(Reason::Spelling { typed, found }),
            };
            let place = match text.document {
                Some(_) => Some(Reason::Document),
                None => (text.language != language).then_some(Reason::Language(text.language)),
            };
            for reason in form.into_iter().chain(place) {
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        reasons
    }

    fn search<'t>(&self, text: &'t str, language: Language, document: Option<(&'t Uid, u32)>) -> Searched<'t> {
        let words: Vec<Known> = words(text).into_iter().map(Known::new).collect();
        let mut marks: Vec<Mark> = Vec::new();
        for at in 0..words.len() {
            for (part, ways) in self.ways.iter().enumerate() {
                let way = ways.iter().find(|way| {
                    words[at..].len() >= way.tests.len()
                        && words[at..].iter().zip(&way.tests).all(|(word, test)| word.is(test))
                });
                if let Some(way) = way {
                    let end = words[at + way.tests.len() - 1].word.range.end;
                    let range = words[at].word.range.start..end;
                    // A longer one that begins earlier holds it already.
                    if marks.last().is_none_or(|last| last.range.end <= range.start || last.part != part) {
                        marks.push(Mark { part, closeness: way.closeness, range });
                    }
                }
            }
        }
        Searched { text, language, document, marks }
    }
}

/// A word of a text, and its stems once they were asked for.
struct Known {
    word: Word,
    stems: [std::cell::OnceCell<String>; 2],
}

impl Known {
    fn new(word: Word) -> Self {
        Self { word, stems: Default::default() }
    }

    fn is(&self, test: &Test) -> bool {
        let folded = &self.word.folded;
        match test {
            Test::Word(word) => folded == word,
            Test::Beginning(start) => folded.starts_with(start.as_str()),
            Test::Almost(word) => is_almost(folded, word),
            Test::Stem(wanted) => {
                // A stem begins like its word; most words are told apart by that.
                let (language, cell) = if wanted.starts_with("e:") { (Language::En, 0) } else { (Language::Es, 1) };
                wanted.as_bytes().get(2) == folded.as_bytes().first()
                    && self.stems[cell].get_or_init(|| stem(folded, language)) == wanted
            }
        }
    }
}

/// Whether two words differ by one letter at most: one more, one less, another one, or two that changed places.
fn is_almost(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same_start..], &b[same_start..]);
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - same_end], &b[..b.len() - same_end]) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// The piece of a text with the most parts in it.
fn passage(searched: &Searched) -> Passage {
    let text = searched.text;
    let marks = &searched.marks;
    let inside = |from: usize| {
        let end = ahead(text, marks[from].range.start, LENGTH - BEFORE);
        marks[from..].iter().take_while(move |mark| mark.range.end <= end)
    };
    let first = (0..marks.len()).rev().max_by_key(|from| distinct(inside(*from))).unwrap_or_default();
    let start = word_start(text, back(text, marks[first].range.start, BEFORE));
    let end = word_end(text, ahead(text, start, LENGTH)).max(marks[first].range.end);
    let mut shown: Vec<Range<usize>> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.range.start >= start && mark.range.end <= end) {
        let range = mark.range.start - start..mark.range.end - start;
        match shown.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => shown.push(range),
        }
    }
    Passage {
        text: text[start..end].to_owned(),
        marks: shown,
        language: searched.language,
        document: searched.document.map(|(file, page)| (file.clone(), page)),
        is_cut: (start > 0, end < text.len()),
    }
}

/// So many characters before a byte.
fn back(text: &str, from: usize, characters: usize) -> usize {
    text[..from].char_indices().rev().take(characters).last().map_or(from, |(at, _)| at)
}

/// So many characters behind a byte.
fn ahead(text: &str, from: usize, characters: usize) -> usize {
    text[from..].char_indices().nth(characters).map_or(text.len(), |(at, _)| from + at)
}

/// The first beginning of a word from a byte on.
fn word_start(text: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let behind = text[at..].find(char::is_whitespace).map(|blank| at + blank);
    // A blank may be longer than a byte.
    behind.map_or(at, |blank| text.len() - text[blank..].trim_start().len())
}

/// The last end of a word before a byte.
fn word_end(text: &str, at: usize) -> usize {
    if at == text.len() {
        return at;
    }
    text[..at].rfind(char::is_whitespace).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use domain::entry::Kind;
    use domain::language::Texts;
    use domain::search::DocumentText;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_typing_error_is_one_letter_or_two_that_changed_places() {
        for almost in ["migracin", "migraccion", "migtacion", "mirgacion", "migracion"] {
            assert!(is_almost("migracion", almost), "{almost}");
        }
        for other in ["migrcin", "imgracoin", "gracion", "migraciones"] {
            assert!(!is_almost("migracion", other), "{other}");
        }
    }

    fn document(text: &str) -> Document {
        let its = DocumentText { title: text.to_owned(), summary: text.to_owned(), body: text.repeat(30) };
        Document {
            id: 1,
            kind: Kind::Post,
            slug: "a".parse().unwrap(),
            texts: Texts::from_iter([(Language::Es, its)]),
            source: Language::Es,
            networks: Vec::new(),
            countries: Vec::new(),
            day: None,
            years: Vec::new(),
            work: None,
            pages: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_text_and_whatever_is_asked_marks_lie_in_their_passage(
            text in "(\\PC|migración|\u{a0}| ){0,60}",
            typed in "(\\PC|migracion|mirgación| ){0,30}",
        ) {
            let asked = Asked::read(&typed);
            let (passage, _) = Looker::new(&asked, Leniency::Spelling).explain(&document(&text), Language::En);
            if let Some(passage) = passage {
                for mark in passage.marks {
                    prop_assert!(!passage.text[mark].is_empty());
                }
            }
        }
    }
}
