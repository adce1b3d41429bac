//! The body of an entry: blocks with a stable id, each with a text per language.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Language;
use crate::language::Texts;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading of the second or third level.
    Heading,
    /// A list, numbered or not.
    List,
    /// A quotation.
    Quote,
    /// A picture on a line of its own.
    Picture,
    /// A table.
    Table,
}

impl BlockKind {
    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::List => "list",
            Self::Quote => "quote",
            Self::Picture => "picture",
            Self::Table => "table",
        }
    }

    /// The kind with this stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Paragraph, Self::Heading, Self::List, Self::Quote, Self::Picture, Self::Table]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// One block with its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The stored id; 0 before it is stored.
    pub id: i64,
    /// What it is.
    pub kind: BlockKind,
    /// Small Markdown for each language that has it.
    pub texts: Texts<BlockText>,
}

/// A block's text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockText {
    /// Small Markdown.
    pub markdown: String,
    /// The [`fingerprint`] of the source text that this one was translated from; none in the source language itself.
    pub made_from: Option<String>,
}

/// How a shown text stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Freshness {
    /// It is the source, or was made from the source as it stands.
    Current,
    /// The source has changed since it was made.
    Stale,
    /// It has not been translated: the text shown is in another language.
    Untranslated,
}

/// What a reader sees of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The language that the text is in.
    pub language: Language,
    /// Small Markdown.
    pub markdown: &'a str,
    /// How it stands to its source.
    pub freshness: Freshness,
}

impl Block {
    /// The text for a reader of `wanted`, where `source` is the language that the entry is translated from.
    ///
    /// None where the block has no text at all.
    pub fn shown(&self, wanted: Language, source: Language) -> Option<Shown<'_>> {
        let (language, text) = self.texts.best(wanted, source)?;
        let freshness = if language != wanted {
            Freshness::Untranslated
        } else if language == source || self.made_from_todays(source, text) {
            Freshness::Current
        } else {
            Freshness::Stale
        };
        Some(Shown { language, markdown: &text.markdown, freshness })
    }

    fn made_from_todays(&self, source: Language, text: &BlockText) -> bool {
        self.texts
            .get(source)
            .is_none_or(|original| text.made_from.as_deref() == Some(&fingerprint(&original.markdown)))
    }
}

/// The first sixteen hexadecimal digits of the SHA-256 of a text, blanks at its ends left aside.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text.trim().as_bytes()).iter().take(8).fold(String::with_capacity(16), |mut hex, byte| {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
        hex
    })
}
