//! What the buttons of a toolbar type into a text of small Markdown. Places are counted in characters.

use std::ops::Range;

use crate::outline::is_address;

/// A button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// `**words**`
    Bold,
    /// `*words*`
    Italic,
    /// `[words](address)`
    Link,
    /// `## words`
    Heading,
    /// `### words`
    Subheading,
    /// `- words`
    List,
    /// `1. words`
    Numbers,
    /// `> words`
    Quote,
}

/// What is typed: it takes the place of a part of the text, and some of it is selected then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// The part that it takes the place of.
    pub place: Range<usize>,
    /// What stands there then.
    pub text: String,
    /// What is selected then, in the text as a whole.
    pub selected: Range<usize>,
}

impl Tool {
    /// Every button, in the order of the toolbar.
    pub const ALL: [Self; 8] =
        [Self::Bold, Self::Italic, Self::Link, Self::Heading, Self::Subheading, Self::List, Self::Numbers, Self::Quote];

    /// The key that does the same, with Ctrl or Command.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Bold => Some("b"),
            Self::Italic => Some("i"),
            Self::Link => Some("k"),
            _ => None,
        }
    }

    /// What a button types where a part of a text is selected. Pressed a second time it takes that back.
    pub fn stroke(self, text: &str, selected: Range<usize>) -> Stroke {
        let text: Vec<char> = text.chars().collect();
        let end = selected.end.min(text.len());
        let selected = selected.start.min(end)..end;
        match self {
            Self::Bold => around(&text, selected, "**"),
            Self::Italic => around(&text, selected, "*"),
            Self::Link => link(&text, selected),
            Self::Heading | Self::Subheading | Self::List | Self::Numbers | Self::Quote => {
                lines(&text, selected, |number| self.sign(number))
            }
        }
    }

    /// What a line begins with, by its number in the list.
    fn sign(self, number: usize) -> String {
        match self {
            Self::Heading => "## ".to_owned(),
            Self::Subheading => "### ".to_owned(),
            Self::List => "- ".to_owned(),
            Self::Numbers => format!("{number}. "),
            Self::Quote => "> ".to_owned(),
            Self::Bold | Self::Italic | Self::Link => String::new(),
        }
    }
}

fn string(text: &[char]) -> String {
    text.iter().collect()
}

/// Signs on both sides of what is selected; blanks at its ends stay outside.
fn around(text: &[char], selected: Range<usize>, sign: &str) -> Stroke {
    let sign: Vec<char> = sign.chars().collect();
    let width = sign.len();
    let (mut start, mut end) = (selected.start, selected.end);
    while start < end && text[start].is_whitespace() {
        start += 1;
    }
    while end > start && text[end - 1].is_whitespace() {
        end -= 1;
    }
    let words = &text[start..end];
    // `*` is not what stands around in `**words**`.
    let signs_at = |text: &mut dyn Iterator<Item = &char>| text.take_while(|its| **its == '*').count();
    let wears = |count: usize| count == width || count == 3;
    if wears(signs_at(&mut text[..start].iter().rev())) && wears(signs_at(&mut text[end..].iter())) {
        return Stroke { place: start - width..end + width, text: string(words), selected: start - width..end - width };
    }
    if words.len() > 2 * width && wears(signs_at(&mut words.iter())) && wears(signs_at(&mut words.iter().rev())) {
        let inner = string(&words[width..words.len() - width]);
        return Stroke { place: start..end, text: inner, selected: start..end - 2 * width };
    }
    let text = format!("{0}{1}{0}", string(&sign), string(words));
    Stroke { place: start..end, text, selected: start + width..end + width }
}

/// Words become a link whose address is still to be typed, an address becomes one whose words are.
fn link(text: &[char], selected: Range<usize>) -> Stroke {
    const BEGINNING: &str = "https://";
    let words = string(&text[selected.clone()]);
    let start = selected.start;
    if is_address(&words) {
        return Stroke { place: selected, text: format!("[]({words})"), selected: start + 1..start + 1 };
    }
    let address = start + words.chars().count() + 3;
    Stroke {
        place: selected,
        text: format!("[{words}]({BEGINNING})"),
        selected: if words.is_empty() { start + 1..start + 1 } else { address..address + BEGINNING.len() },
    }
}

/// The signs that a line begins with, and the rest.
fn begins(line: &str) -> (&str, &str) {
    let signs = ["### ", "## ", "- ", "* ", "> "].into_iter().find(|sign| line.starts_with(sign)).map(str::len);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (digits > 0 && line[digits..].starts_with(". ")).then_some(digits + 2);
    line.split_at(signs.or(numbered).unwrap_or(0))
}

/// Signs before every line that the selection touches, in place of others; taken away where every line has them.
fn lines(text: &[char], selected: Range<usize>, sign: impl Fn(usize) -> String) -> Stroke {
    let start = text[..selected.start].iter().rposition(|its| *its == '\n').map_or(0, |at| at + 1);
    let end = text[selected.end..].iter().position(|its| *its == '\n').map_or(text.len(), |at| selected.end + at);
    let touched = string(&text[start..end]);
    let is_lone = !touched.contains('\n');
    let is_said = |line: &&str| is_lone || !line.trim().is_empty();
    let wears = touched.split('\n').filter(is_said).enumerate().all(|(place, line)| begins(line).0 == sign(place + 1));
    let mut number = 0;
    let new = touched.split('\n').map(|line| {
        if !is_said(&line) {
            return line.to_owned();
        }
        number += 1;
        let rest = begins(line).1;
        if wears { rest.to_owned() } else { format!("{}{rest}", sign(number)) }
    });
    let new = new.collect::<Vec<_>>().join("\n");
    let last = start + new.chars().count();
    Stroke { place: start..end, selected: if is_lone { last..last } else { start..last }, text: new }
}
