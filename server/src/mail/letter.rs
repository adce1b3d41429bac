//! A letter: written once, in parts, from which its text and its HTML are made.

use domain::Language;
use domain::account::{Account, Email};

use crate::feeds::escape;

/// A letter.
pub struct Letter {
    pub(super) to: Email,
    pub(super) name: String,
    pub(super) language: Language,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
    /// The address that ends such letters; none for those that belong to the account itself.
    pub(super) unsubscribe: Option<String>,
}

/// A part of a letter.
pub(super) enum Part {
    /// A paragraph, of one line or several.
    Words(String),
    /// A link by its words and its address.
    Link(String, String),
}

impl Part {
    fn text(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Link(words, address) if words == address => address.clone(),
            Self::Link(words, address) => format!("{words}\n{address}"),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Words(words) => format!("<p>{}</p>", escape(words).replace('\n', "<br>")),
            Self::Link(words, address) => {
                format!("<p><a href=\"{}\">{}</a></p>", escape(address), escape(words))
            }
        }
    }
}

impl Letter {
    /// A letter in the language of who gets it.
    pub(super) fn new(account: &Account, subject: String, parts: &[Part]) -> Self {
        let language = account.profile.language;
        let texts = parts.iter().map(Part::text).collect::<Vec<_>>().join("\n\n");
        let body = parts.iter().map(Part::html).collect::<String>();
        Self {
            to: account.profile.email.clone(),
            name: account.profile.name.clone(),
            language,
            subject,
            text: format!("{texts}\n"),
            html: format!("<!DOCTYPE html><html lang=\"{language}\"><body>{body}</body></html>"),
            unsubscribe: None,
        }
    }
}
