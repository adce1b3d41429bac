//! What stands in small Markdown beside plain words: its headings, links and pictures, in their order.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::markdown::DIALECT;

/// A part of a text that says more than its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A heading.
    Heading {
        /// From 1, the highest.
        level: u8,
        /// What it says.
        words: String,
    },
    /// A link.
    Link {
        /// Where it leads.
        address: String,
        /// What it says; the words of a picture in it count.
        words: String,
    },
    /// A picture.
    Picture {
        /// Where it is.
        address: String,
        /// What it shows.
        alt: String,
    },
    /// An address of the web that stands among the words and leads nowhere.
    Bare(String),
}

/// The marks of a text; that of a link comes after those in it.
pub fn marks(markdown: &str) -> Vec<Mark> {
    let mut scan = Scan::default();
    for event in Parser::new_ext(markdown, DIALECT) {
        scan.take(event);
    }
    scan.end_run();
    scan.found
}

/// Reading a text: what is open, and what was found.
#[derive(Default)]
struct Scan {
    /// What is open, from the outside: address or level, and the words so far.
    open: Vec<(Open, String)>,
    /// Words in a row outside links.
    run: String,
    found: Vec<Mark>,
}

enum Open {
    Heading(u8),
    Link(String),
    Picture(String),
}

impl Scan {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.begin(Open::Heading(number(level))),
            Event::Start(Tag::Link { dest_url, .. }) => self.begin(Open::Link(dest_url.into_string())),
            Event::Start(Tag::Image { dest_url, .. }) => self.begin(Open::Picture(dest_url.into_string())),
            Event::End(TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image) => self.end(),
            Event::Text(words) | Event::Code(words) => self.say(&words),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            _ => self.end_run(),
        }
    }

    fn begin(&mut self, what: Open) {
        self.end_run();
        self.open.push((what, String::new()));
    }

    fn say(&mut self, words: &str) {
        for (_, said) in &mut self.open {
            said.push_str(words);
        }
        if self.open.iter().all(|(what, _)| matches!(what, Open::Heading(_))) {
            self.run.push_str(words);
        }
    }

    fn end(&mut self) {
        self.end_run();
        let Some((what, words)) = self.open.pop() else { return };
        let words = words.trim().to_owned();
        self.found.push(match what {
            Open::Heading(level) => Mark::Heading { level, words },
            Open::Link(address) => Mark::Link { address, words },
            Open::Picture(address) => Mark::Picture { address, alt: words },
        });
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let bare = run.split_whitespace().map(|word| word.trim_matches(is_around)).filter(|word| is_address(word));
        self.found.extend(bare.map(|word| Mark::Bare(word.to_owned())));
    }
}

/// Whether a sign stands around an address rather than in it.
fn is_around(sign: char) -> bool {
    matches!(sign, '(' | ')' | '[' | ']' | '«' | '»' | '“' | '”' | '"' | ',' | '.' | ';' | ':' | '!' | '?' | '¿' | '¡')
}

/// Whether words are an address of the web and nothing else.
pub fn is_address(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    let rest = ["https://", "http://", "www."].iter().find_map(|start| words.strip_prefix(start));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
