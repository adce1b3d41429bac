//! The languages that the portal speaks, and the one rule for a text that is missing in one of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the portal. The first segment of a path decides it, on the server and in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English
    En,
    /// Spanish
    Es,
}

impl Language {
    /// Every language, in the order in which the portal offers them; the first one is the default.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The BCP 47 code, as it stands in addresses and `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language's name in itself, as the switch shows it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// The language that the switch leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Es,
            Self::Es => Self::En,
        }
    }

    /// The language named by the first segment of a path such as `/es/events`.
    pub fn of_path(path: &str) -> Option<Self> {
        path.trim_start_matches('/').split(['/', '?', '#']).next()?.parse().ok()
    }

    /// The best language for an `Accept-Language` header: the one with the highest weight, the first one on a tie.
    ///
    /// Unknown languages and broken weights count as not asked for.
    pub fn preferred(accept_language: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for part in accept_language.split(',') {
            let mut pieces = part.split(';').map(str::trim);
            let tag = pieces.next().unwrap_or_default();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let Ok(language) = primary.parse::<Self>() else {
                continue;
            };
            let weight = match pieces.find_map(|piece| piece.strip_prefix("q=")) {
                None => 1.0,
                Some(text) => text.parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q)).unwrap_or(0.0),
            };
            if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text names no language of the portal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.code() == text).ok_or(UnknownLanguage)
    }
}

/// One text for each language that has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts<T>(Vec<(Language, T)>);

impl<T> Default for Texts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Texts<T> {
    /// The text in exactly this language.
    pub fn get(&self, language: Language) -> Option<&T> {
        self.0.iter().find(|(its, _)| *its == language).map(|(_, text)| text)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, language: Language) -> Option<&mut T> {
        self.0.iter_mut().find(|(its, _)| *its == language).map(|(_, text)| text)
    }

    /// The fallback rule: the text in the language asked for, else in the source, else in any; with the language it is in.
    ///
    /// A fallback is shown at read time and labelled; it is never stored.
    pub fn best(&self, wanted: Language, source: Language) -> Option<(Language, &T)> {
        [wanted, source]
            .into_iter()
            .chain(Language::ALL)
            .find_map(|language| self.get(language).map(|text| (language, text)))
    }

    /// Adds or replaces the text of one language.
    pub fn set(&mut self, language: Language, text: T) {
        self.0.retain(|(its, _)| *its != language);
        self.0.push((language, text));
        self.0.sort_by_key(|(its, _)| *its);
    }

    /// The languages that have a text, in the portal's order.
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.0.iter().map(|(language, _)| *language)
    }

    /// Every text with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        self.0.iter().map(|(language, text)| (*language, text))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> FromIterator<(Language, T)> for Texts<T> {
    fn from_iter<I: IntoIterator<Item = (Language, T)>>(items: I) -> Self {
        let mut texts = Self::default();
        for (language, text) in items {
            texts.set(language, text);
        }
        texts
    }
}
