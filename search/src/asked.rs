//! What was asked, understood: parts that a hit needs, each with the other ways to say it.

use domain::Language;
use domain::search::{CONCEPTS, Concept};

use crate::terms::{Word, is_light, plain, stem, words};

/// The most words that a search takes; those behind are left aside.
const MOST_WORDS: usize = 12;

/// The shortest word that others may begin with.
const SHORTEST_BEGINNING: usize = 3;

/// The shortest word that may be misspelled.
const SHORTEST_MISSPELLED: usize = 4;

/// How much one forgives, step by step: the next only where nothing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Leniency {
    /// The last word may go on, for it may still be typed.
    Strict,
    /// Every word may go on.
    Beginnings,
    /// And may have one typing error.
    Spelling,
}

impl Leniency {
    pub(crate) const ALL: [Self; 3] = [Self::Strict, Self::Beginnings, Self::Spelling];
}

/// A part of a search: a word, several words of one thing, or a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// As typed, or as it was put right.
    pub(crate) typed: String,
    /// As typed, where that was put right.
    pub(crate) mistyped: Option<String>,
    /// Its words, folded.
    pub(crate) words: Vec<String>,
    /// Exactly so, in quotation marks.
    pub(crate) is_quoted: bool,
    /// The last one that counts: its word may go on.
    pub(crate) is_last: bool,
    /// The thing that it names.
    pub(crate) concept: Option<&'static Concept>,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    /// What a hit must have.
    pub(crate) parts: Vec<Part>,
}

impl Asked {
    /// Understands what was typed.
    pub(crate) fn read(typed: &str) -> Self {
        let mut parts = Vec::new();
        let mut room = MOST_WORDS;
        for (index, piece) in typed.split(['"', '“', '”', '«', '»']).enumerate() {
            let mut words = words(piece);
            words.truncate(room);
            room -= words.len();
            // Every second piece stands between marks.
            if index % 2 == 1 && !words.is_empty() {
                parts.push(Part::new(piece, &words, true, None));
            } else {
                unquoted(piece, &words, &mut parts);
            }
        }
        let says_something = |part: &Part| part.words.iter().any(|word| !is_light(word));
        if parts.iter().any(says_something) {
            parts.retain(says_something);
        }
        let mut seen: Vec<Vec<String>> = Vec::new();
        parts.retain(|part| {
            let is_new = !seen.contains(&part.words);
            if is_new {
                seen.push(part.words.clone());
            }
            is_new
        });
        if let Some(last) = parts.last_mut() {
            last.is_last = true;
        }
        Self { parts }
    }
}

impl Asked {
    /// The steps of forgiving that have ways of their own to say it. Where any of the words is enough, there is no stricter step
    /// than that in which each may go on: else one that is found at once would hide what the others begin.
    pub(crate) fn steps(&self, any: bool) -> Vec<Leniency> {
        let least = if any { Leniency::Beginnings } else { Leniency::Strict };
        let mut steps: Vec<Leniency> = Vec::new();
        let ways = |step: Leniency| self.parts.iter().map(|part| part.ways(step).len()).sum::<usize>();
        for step in Leniency::ALL.into_iter().filter(|step| *step >= least && !self.parts.is_empty()) {
            if steps.last().is_none_or(|before| ways(step) > ways(*before)) {
                steps.push(step);
            }
        }
        steps
    }

    /// Each part by itself; a quotation of several words as its words.
    pub(crate) fn each(&self) -> impl Iterator<Item = Self> {
        let loose = |part: &Part| if part.is_quoted { Self::read(&part.typed).parts } else { vec![part.clone()] };
        self.parts.iter().flat_map(loose).map(|part| Self { parts: vec![part] })
    }

    /// What an entry may be called that is just what was asked for: the words, and the other names of the one thing that they
    /// name. Folded.
    pub(crate) fn names(&self, typed: &str) -> Vec<String> {
        let concept = match self.parts.as_slice() {
            [part] => part.concept,
            _ => None,
        };
        let terms = concept.into_iter().flat_map(Concept::terms).map(|(_, term)| term.to_owned());
        terms.chain([plain(typed)]).collect()
    }
}

fn unquoted(piece: &str, words: &[Word], parts: &mut Vec<Part>) {
    let mut at = 0;
    while at < words.len() {
        let (length, concept) = concept_at(&words[at..]).map_or((1, None), |(length, concept)| (length, Some(concept)));
        parts.push(Part::new(piece, &words[at..at + length], false, concept));
        at += length;
    }
}

/// The concept whose longest term stands at the beginning of these words, and how many of them it takes.
fn concept_at(words: &[Word]) -> Option<(usize, &'static Concept)> {
    let begins = |language: Language, term: &str| {
        let term: Vec<&str> = term.split(' ').collect();
        let is_alike = |(word, wanted): (&Word, &&str)| is_form(&word.folded, wanted, language);
        (words.len() >= term.len() && words.iter().zip(&term).all(is_alike)).then_some(term.len())
    };
    let longest = |concept: &'static Concept| {
        let lengths = concept.terms().filter_map(|(language, term)| begins(language, term));
        lengths.max().map(|length| (length, concept))
    };
    // Of equals the first.
    CONCEPTS.iter().filter_map(longest).rev().max_by_key(|(length, _)| *length)
}

/// Whether a word is a form of another; very short ones, which are acronyms, must be the same.
fn is_form(word: &str, of: &str, language: Language) -> bool {
    word == of || (of.len() > SHORTEST_BEGINNING && stem(word, language) == stem(of, language))
}

impl Part {
    fn new(piece: &str, words: &[Word], is_quoted: bool, concept: Option<&'static Concept>) -> Self {
        let range = words.first().map_or(0, |word| word.range.start)..words.last().map_or(0, |word| word.range.end);
        Self {
            typed: piece[range].to_owned(),
            mistyped: None,
            words: words.iter().map(|word| word.folded.clone()).collect(),
            is_quoted,
            is_last: false,
            concept,
        }
    }

    /// As one types it.
    pub(crate) fn written(&self) -> String {
        if self.is_quoted { format!("\"{}\"", self.typed) } else { self.typed.clone() }
    }

    /// The ways in which it may stand in a text, the closest first.
    pub(crate) fn ways(&self, leniency: Leniency) -> Vec<Way> {
        let mut ways = vec![Way::new(Closeness::Literal, self.words.iter().map(|word| Test::Word(word.clone())))];
        if self.is_quoted {
            return ways;
        }
        for language in Language::ALL {
            let stems = self.words.iter().map(|word| Test::Stem(stem(word, language)));
            ways.push(Way::new(Closeness::Form, stems));
            // The stemmer takes some nouns for verbs: taller, talleres.
            for words in numbers(&self.words.join(" "), language).into_iter().skip(1) {
                ways.push(Way::new(Closeness::Form, words.into_iter().map(Test::Word)));
            }
        }
        let terms = self.concept.into_iter().flat_map(Concept::terms);
        for term in terms.flat_map(|(language, term)| numbers(term, language)) {
            ways.push(Way::new(Closeness::Concept, term.into_iter().map(Test::Word)));
        }
        if let [word] = self.words.as_slice() {
            if word.len() >= SHORTEST_BEGINNING && (self.is_last || leniency >= Leniency::Beginnings) {
                ways.push(Way::new(Closeness::Beginning, [Test::Beginning(word.clone())]));
            }
            let is_misspelled = leniency == Leniency::Spelling && word.chars().count() >= SHORTEST_MISSPELLED;
            if is_misspelled && word.chars().all(char::is_alphabetic) {
                ways.push(Way::new(Closeness::Spelling, [Test::Almost(word.clone())]));
            }
        }
        ways
    }
}

/// A term as it is given, in the singular and in the plural. Its stems would be those of other words, too: of "género" and of
/// "generaciones".
fn numbers(term: &str, language: Language) -> Vec<Vec<String>> {
    let words: Vec<&str> = term.split(' ').collect();
    let given = words.iter().map(|word| (*word).to_owned()).collect();
    if words.iter().all(|word| word.len() <= SHORTEST_BEGINNING) {
        // An acronym.
        return vec![given];
    }
    let each = |change: fn(&str, Language) -> String| {
        words.iter().map(|word| if is_light(word) { (*word).to_owned() } else { change(word, language) }).collect()
    };
    let mut numbers = vec![given, each(singular), each(plural)];
    numbers.dedup();
    numbers
}

fn singular(word: &str, language: Language) -> String {
    let one = match language {
        Language::En => word.strip_suffix('s').filter(|one| !one.ends_with('s')),
        // Red, redes; migrante, migrantes.
        Language::Es => word
            .strip_suffix("es")
            .filter(|one| one.ends_with(['d', 'j', 'l', 'n', 'r']))
            .or_else(|| word.strip_suffix('s')),
    };
    one.unwrap_or(word).to_owned()
}

fn plural(word: &str, language: Language) -> String {
    match language {
        _ if word.ends_with('s') => word.to_owned(),
        Language::Es if word.ends_with(['d', 'j', 'l', 'n', 'r']) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// How close a way to say something is to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Closeness {
    /// The very words.
    Literal,
    /// Another form of them.
    Form,
    /// The word goes on.
    Beginning,
    /// Another name of the thing.
    Concept,
    /// Almost the same letters.
    Spelling,
}

/// A way to say a part: these words, one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    pub(crate) closeness: Closeness,
    pub(crate) tests: Vec<Test>,
}

/// What one word must be.
#[derive(Debug, Clone)]
pub(crate) enum Test {
    /// This word, folded.
    Word(String),
    /// One with this stem, as the index holds it.
    Stem(String),
    /// One that begins like this.
    Beginning(String),
    /// One that is at most one letter away.
    Almost(String),
}

impl Way {
    fn new(closeness: Closeness, tests: impl IntoIterator<Item = Test>) -> Self {
        Self { closeness, tests: tests.into_iter().collect() }
    }
}
