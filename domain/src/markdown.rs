//! Small Markdown: split into blocks when it is written, made into safe HTML when it is read.
//!
//! [`to_html`] is the one sanitiser: what it returns is the only text that a page may insert as HTML.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::block::BlockKind;

/// A block of a Markdown file, with the directive that stands above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: BlockKind,
    /// The text; none where the file says `<!-- missing -->`.
    pub markdown: Option<String>,
    /// The fingerprint that `<!-- source: … -->` gives.
    pub made_from: Option<String>,
    /// The line that the block begins on, from 1.
    pub line: usize,
}

/// A part of a file that is not small Markdown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Unfit {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: &'static str,
}

const DIALECT: Options = Options::ENABLE_TABLES.union(Options::ENABLE_SMART_PUNCTUATION);

/// Splits a Markdown file into its top-level blocks.
///
/// # Errors
/// The first line that holds HTML, code, a rule or a heading of another level than two or three.
pub fn split(source: &str) -> Result<Vec<Piece>, Unfit> {
    let mut pieces = Vec::new();
    let mut made_from = None;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(source, DIALECT).into_offset_iter() {
        let line = source[..range.start].matches('\n').count() + 1;
        let unfit = |reason| Unfit { line, reason };
        match event {
            Event::Start(Tag::HtmlBlock) if depth == 0 => {
                depth += 1;
                match directive(&source[range]).ok_or(unfit("HTML is not allowed"))? {
                    Directive::Missing => {
                        made_from = None;
                        pieces.push(Piece { kind: BlockKind::Paragraph, markdown: None, made_from: None, line });
                    }
                    Directive::Source(hash) => made_from = Some(hash),
                }
            }
            Event::Start(tag) => {
                if depth == 0 {
                    let text = source[range].trim_end();
                    let kind = kind_of(&tag, text).map_err(unfit)?;
                    pieces.push(Piece { kind, markdown: Some(text.to_owned()), made_from: made_from.take(), line });
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Html(_) if depth == 1 && directive(source[range].trim()).is_some() => {}
            Event::Html(_) | Event::InlineHtml(_) => return Err(unfit("HTML is not allowed")),
            Event::Rule => return Err(unfit("a rule is not allowed")),
            _ => {}
        }
    }
    Ok(pieces)
}

enum Directive {
    Missing,
    Source(String),
}

fn directive(html: &str) -> Option<Directive> {
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    if inner == "missing" {
        return Some(Directive::Missing);
    }
    let hash = inner.strip_prefix("source:")?.trim();
    (hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())).then(|| Directive::Source(hash.to_owned()))
}

fn kind_of(tag: &Tag<'_>, text: &str) -> Result<BlockKind, &'static str> {
    match tag {
        Tag::Paragraph if text.starts_with("![") && text.ends_with(')') => Ok(BlockKind::Picture),
        Tag::Paragraph => Ok(BlockKind::Paragraph),
        Tag::Heading { level: HeadingLevel::H2 | HeadingLevel::H3, .. } => Ok(BlockKind::Heading),
        Tag::Heading { .. } => Err("a heading is of the second or third level"),
        Tag::List(_) => Ok(BlockKind::List),
        Tag::BlockQuote(_) => Ok(BlockKind::Quote),
        Tag::Table(_) => Ok(BlockKind::Table),
        Tag::CodeBlock(_) => Err("code is not allowed"),
        _ => Err("this kind of block is not allowed"),
    }
}

/// Makes HTML from small Markdown. Whatever comes in, no script, handler, style or foreign markup comes out:
/// raw HTML is shown as the text that it is, and the result passes an allow-list of elements and addresses.
pub fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, DIALECT).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        other => other,
    });
    let mut page = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut page, events);
    ALLOWED.clean(&page).to_string().trim().to_owned()
}

static ALLOWED: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut allowed = ammonia::Builder::empty();
    allowed
        .tags(HashSet::from([
            "p",
            "h2",
            "h3",
            "ul",
            "ol",
            "li",
            "blockquote",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "em",
            "strong",
            "img",
            "br",
        ]))
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("img", ["src", "alt"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attribute_values("th", "scope", ["col"])
        .url_schemes(HashSet::from(["https", "http", "mailto"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None);
    allowed
});

/// The words of small Markdown without its signs, for search and teasers.
pub fn to_text(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, DIALECT) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !text.ends_with(' ') => text.push(' '),
            _ => {}
        }
    }
    text.trim().to_owned()
}
