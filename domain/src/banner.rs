//! The notice above every page: from when until when, in both languages.

use jiff::Timestamp;

use crate::block::fingerprint;
use crate::language::Texts;
use crate::{Language, Problem, Rule};

/// The most characters of a notice.
pub const LONGEST_BANNER: usize = 300;

/// A notice above every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// Shown from then on.
    pub starts: Timestamp,
    /// And until then.
    pub ends: Timestamp,
    /// What it says, in every language: a notice concerns everybody.
    pub texts: Texts<String>,
}

impl Banner {
    /// Checks what was typed. The fields are named `banner.en`, `banner.es`, `ends`.
    ///
    /// # Errors
    /// Every field that breaks a rule.
    pub fn check(&self) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        for language in Language::ALL {
            let field = format!("banner.{language}");
            match self.texts.get(language).map(String::as_str).unwrap_or_default() {
                "" => problems.push(Problem::new(&field, "", Rule::Needed)),
                text if text.chars().count() > LONGEST_BANNER => {
                    problems.push(Problem::new(&field, text, Rule::AtMost(LONGEST_BANNER)));
                }
                _ => {}
            }
        }
        if self.ends <= self.starts {
            problems.push(Problem::new("ends", "", Rule::Later));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// What tells this notice from another, or from itself with other words.
    pub fn key(&self) -> String {
        let texts = self.texts.iter().map(|(language, text)| format!("{language} {text}")).collect::<Vec<_>>();
        fingerprint(&format!("{} {}", self.starts, texts.join("\n")))
    }

    /// Whether it is shown at this instant.
    pub fn is_shown(&self, now: Timestamp) -> bool {
        self.starts <= now && now < self.ends
    }
}
