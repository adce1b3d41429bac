//! Reads fields, and gathers what breaks a rule.

use std::str::FromStr;

use jiff::civil::{Date, Time};

use super::Fields;
use crate::file::{MOST_FILES, Uid, picture_uid};
use crate::{Problem, Rule, Slug};

/// The most characters of the name of a built-in picture.
const LONGEST_NAME: usize = 300;
/// Years that a calendar can show.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

pub(super) struct Reader<'a> {
    pub(super) fields: &'a Fields,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(fields: &'a Fields) -> Self {
        Self { fields, problems: Vec::new() }
    }

    pub(super) fn refuse(&mut self, field: &str, rule: Rule) {
        self.problems.push(Problem::new(field, self.fields.get(field), rule));
    }

    /// A text of at most so many characters.
    pub(super) fn text(&mut self, field: &str, most: usize) -> String {
        let text = self.fields.get(field).trim();
        if text.chars().count() > most {
            self.refuse(field, Rule::AtMost(most));
        }
        text.to_owned()
    }

    /// The same on one line. What holds a number and its sign together stays.
    pub(super) fn line(&mut self, field: &str, most: usize) -> String {
        let parts = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        let text = self.text(field, most);
        text.split(parts).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Lines of at most so many characters together, without those that are empty.
    pub(super) fn lines(&mut self, field: &str, most: usize) -> Vec<String> {
        let text = self.text(field, most);
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn line_or_none(&mut self, field: &str, most: usize) -> Option<String> {
        Some(self.line(field, most)).filter(|line| !line.is_empty())
    }

    /// A value, if something is typed.
    pub(super) fn value<T: FromStr>(&mut self, field: &str, rule: Rule) -> Option<T> {
        self.known(field, rule, |text| text.parse().ok())
    }

    /// A value by its code, if something is typed.
    pub(super) fn known<T>(&mut self, field: &str, rule: Rule, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.fields.get(field).trim();
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.refuse(field, rule);
        }
        value
    }

    /// A value by its code; where nothing is typed, that is a problem.
    pub(super) fn needed<T>(&mut self, field: &str, rule: Rule, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if self.fields.get(field).trim().is_empty() {
            self.refuse(field, Rule::Needed);
            return None;
        }
        self.known(field, rule, read)
    }

    pub(super) fn day(&mut self, field: &str) -> Option<Date> {
        self.known(field, Rule::Day, |text| text.parse().ok().filter(|day: &Date| YEARS.contains(&day.year())))
    }

    pub(super) fn hour(&mut self, field: &str) -> Option<Time> {
        self.known(field, Rule::Hour, |text| text.parse().ok())
    }

    /// An address of the web.
    pub(super) fn link(&mut self, field: &str) -> Option<String> {
        self.known(field, Rule::Link, |text| {
            let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
            let sound = !rest.is_empty() && text.len() <= 1000 && text.bytes().all(|byte| byte.is_ascii_graphic());
            sound.then(|| text.to_owned())
        })
    }

    /// An address of the web that nobody on the way can read.
    pub(super) fn secure_link(&mut self, field: &str) -> Option<String> {
        let link = self.link(field)?;
        if !link.starts_with("https://") {
            self.refuse(field, Rule::Link);
        }
        Some(link)
    }

    /// Slugs with blanks between them.
    pub(super) fn slugs(&mut self, field: &str) -> Vec<Slug> {
        let mut slugs = Vec::new();
        for word in self.fields.get(field).split_whitespace() {
            match word.parse() {
                Ok(slug) => slugs.push(slug),
                Err(_unreadable) => self.problems.push(Problem::new(field, word, Rule::OneOfTheList)),
            }
        }
        slugs
    }

    /// Names of files with blanks between them; one that is named twice counts where it stands first.
    pub(super) fn files(&mut self, field: &str) -> Vec<Uid> {
        let mut files = Vec::new();
        for word in self.fields.get(field).split_whitespace() {
            match word.parse() {
                Ok(file) if files.contains(&file) => {}
                Ok(file) => files.push(file),
                Err(_unreadable) => self.problems.push(Problem::new(field, word, Rule::InLibrary)),
            }
        }
        if files.len() > MOST_FILES {
            self.refuse(field, Rule::Count(MOST_FILES));
        }
        files
    }

    /// A built-in picture by the name of its file, or one of the library.
    pub(super) fn picture(&mut self, field: &str) -> Option<String> {
        self.known(field, Rule::InLibrary, |text| {
            let is_built_in = text.len() <= LONGEST_NAME
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
            (is_built_in || picture_uid(text).is_some()).then(|| text.to_owned())
        })
    }

    /// Words with blanks between them: codes of languages.
    pub(super) fn words(&mut self, field: &str) -> Vec<String> {
        self.line(field, 200).split_whitespace().map(str::to_owned).collect()
    }

    pub(super) fn yes_or_no(&mut self, field: &str) -> Option<bool> {
        self.known(field, Rule::OneOfTheList, |text| match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }
}
