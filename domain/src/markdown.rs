//! Small Markdown: split into blocks when it is written, made into safe HTML when it is read.
//!
//! [`to_html`] is the one sanitiser: what it returns is the only text that a page may insert as HTML.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use pulldown_cmark_escape::escape_href;

use crate::Language;
use crate::block::BlockKind;
use crate::file::{Used, uids_in};

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

pub(crate) const DIALECT: Options = Options::ENABLE_TABLES.union(Options::ENABLE_SMART_PUNCTUATION);

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
            Event::Start(Tag::Image { dest_url, .. }) if !is_own(&dest_url) => {
                return Err(unfit("a picture is one of the portal's own"));
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

/// [`to_html_with`] without files and figures: pictures stand in their own size, figures are plain words.
pub fn to_html(markdown: &str) -> String {
    to_html_with(markdown, &[], &[])
}

/// Makes HTML from small Markdown. Pictures are the portal's own, in the widths of `files` where they are of the library; of
/// another picture its words are shown. A link to `figure:` and one of the names of `figures` becomes a button that opens the
/// card of that figure ([`card_id`]); to another name, its words. Whatever comes in, no script, handler, style or foreign markup comes out:
/// raw HTML is shown as the text that it is, and the result passes an allow-list of elements and addresses.
pub fn to_html_with(markdown: &str, files: &[Used], figures: &[String]) -> String {
    let mut open = Vec::new();
    let mut source = Parser::new_ext(markdown, DIALECT);
    let events = std::iter::from_fn(|| {
        Some(match source.next()? {
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alt = alt(&mut source);
                match picture(&dest_url, &alt, files) {
                    Some(tag) => Event::InlineHtml(tag.into()),
                    None => Event::Text(alt.into()),
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with(FIGURE) => {
                let name = &dest_url[FIGURE.len()..];
                let is_known = figures.iter().any(|known| known == name) && card_name(name);
                open.push(Some(is_known));
                if is_known { Event::InlineHtml(button(name).into()) } else { Event::Text("".into()) }
            }
            Event::Start(Tag::Link { dest_url, .. }) if has_no_page(&dest_url) => {
                open.push(None);
                let mut tag = "<a rel=\"external\" href=\"".to_owned();
                // A text takes whatever is written to it.
                let _ = escape_href(&mut tag, &dest_url);
                Event::InlineHtml((tag + "\">").into())
            }
            start @ Event::Start(Tag::Link { .. }) => {
                open.push(None);
                start
            }
            Event::End(TagEnd::Link) => match open.pop().flatten() {
                Some(true) => Event::InlineHtml("</button>".into()),
                Some(false) => Event::Text("".into()),
                None => Event::End(TagEnd::Link),
            },
            other => other,
        })
    });
    let mut page = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut page, events);
    ALLOWED.clean(&page).to_string().trim().to_owned()
}

/// The first picture of a text: its address, and what it shows.
pub fn picture_in(markdown: &str) -> Option<(String, String)> {
    let mut source = Parser::new_ext(markdown, DIALECT);
    loop {
        if let Event::Start(Tag::Image { dest_url, .. }) = source.next()? {
            let words = alt(&mut source);
            return is_own(&dest_url).then(|| (dest_url.into_string(), words));
        }
    }
}

/// What the address of a figure begins with, in a text.
pub const FIGURE: &str = "figure:";

/// Figures that a text refers to, by the names that it uses: the key of one of its entry, or `dataset/key` of another.
pub fn figures_in(markdown: &str) -> Vec<String> {
    let links = Parser::new_ext(markdown, DIALECT).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix(FIGURE).map(str::to_owned),
        _ => None,
    });
    links.collect()
}

/// The id of the card of a figure: `card-remittances--haiti-2020` for `remittances/haiti-2020`. No slug has two hyphens in a row.
pub fn card_id(name: &str) -> String {
    format!("card-{}", name.replace('/', "--"))
}

/// Whether a name can be that of a figure: one slug, or two.
fn card_name(name: &str) -> bool {
    name.split('/').count() <= 2 && name.split('/').all(|part| part.parse::<crate::Slug>().is_ok())
}

/// A button opens its card by itself, at a click or a key; browsers that know `interestfor` also while one points at it or the
/// focus is there, and a click then keeps it open.
fn button(name: &str) -> String {
    let id = card_id(name);
    format!(
        "<button type=\"button\" class=\"figure-ref\" popovertarget=\"{id}\" popovertargetaction=\"show\" interestfor=\"{id}\">"
    )
}

/// Whether an id is that of a card.
fn is_card(id: &str) -> bool {
    id.strip_prefix("card-").is_some_and(|name| card_name(&name.replace("--", "/")))
}

/// The words of a picture, up to its end.
fn alt(events: &mut Parser<'_>) -> String {
    let (mut alt, mut depth) = (String::new(), 1_usize);
    for event in events {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => depth -= 1,
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                alt.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    alt
}

/// Whether an address is that of a picture of the portal.
fn is_own(address: &str) -> bool {
    let rest = address.strip_prefix("/files/").or_else(|| address.strip_prefix("/pictures/"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.contains("..")
            && !rest.contains("//")
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_.~%".contains(&byte))
    })
}

/// What stands below a language and is no page: frames, and what keys open.
const NO_PAGES: [&str; 4] = ["calendar", "embed", "preview", "write"];

/// Whether an address is one of the portal's that no page stands at: a document, a feed, a frame, the interface for programs.
/// Such a link says so, for pages go on to each other without the server.
fn has_no_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let Some(path) = path.strip_prefix('/').filter(|path| !path.starts_with('/')) else { return false };
    let segments: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    match segments.as_slice() {
        [first, ..] if first.parse::<Language>().is_err() => true,
        [_, second, ..] if NO_PAGES.contains(second) => true,
        [_, .., last] => last.contains('.') || (*last == "join" && segments.len() == 4),
        _ => false,
    }
}

/// An address with its width: `/files/abc/480/a.jpg 480w`.
fn is_candidate(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(address, _)| is_own(address))
}

/// How wide a picture is shown, for browsers to choose by.
const SIZES: &str = "(min-width: 48rem) 42rem, 100vw";

/// The tag of a picture of the portal; the browser keeps its place free before it comes.
fn picture(address: &str, alt: &str, files: &[Used]) -> Option<String> {
    if !is_own(address) {
        return None;
    }
    let uid = uids_in(address).into_iter().next();
    let file = files.iter().map(|used| &used.file).find(|file| Some(&file.uid) == uid.as_ref());
    let file = file.filter(|file| file.medium.is_picture());
    let mut sizes = String::new();
    if let (Some(file), Some(widest)) = (file, file.and_then(|file| file.variants.last())) {
        let (_, name) = address.rsplit_once('/').unwrap_or_default();
        let each = file.variants.iter().map(|its| format!("/files/{}/{}/{name} {}w", file.uid, its.width, its.width));
        let (set, width, height) = (each.collect::<Vec<_>>().join(", "), widest.width, widest.height);
        sizes = format!(" srcset=\"{set}\" sizes=\"{SIZES}\" width=\"{width}\" height=\"{height}\"");
    }
    let mut words = String::new();
    push_escaped(&mut words, alt);
    let credit = file.map(|file| file.about.credit.as_str()).filter(|credit| !credit.is_empty()).map(|credit| {
        let mut line = "<br><em>".to_owned();
        push_escaped(&mut line, credit);
        line + "</em>"
    });
    let credit = credit.unwrap_or_default();
    Some(format!("<img src=\"{address}\"{sizes} alt=\"{words}\" loading=\"lazy\" decoding=\"async\">{credit}"))
}

/// Writes a text as text: inside an attribute, or between tags.
fn push_escaped(page: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            other => page.push(other),
        }
    }
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
            "button",
            "em",
            "strong",
            "img",
            "br",
        ]))
        .add_tag_attributes("a", ["href"])
        .add_tag_attribute_values("a", "rel", ["external"])
        .add_tag_attributes("img", ["src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"])
        .add_tag_attributes("button", ["type", "class", "popovertarget", "popovertargetaction", "interestfor"])
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("button", "popovertarget" | "interestfor") => is_card(value).then(|| value.into()),
            ("button", "type") => (value == "button").then(|| value.into()),
            ("button", "popovertargetaction") => (value == "show").then(|| value.into()),
            ("button", "class") => (value == "figure-ref").then(|| value.into()),
            ("img", "src") => is_own(value).then(|| value.into()),
            ("img", "srcset") => value.split(", ").all(is_candidate).then(|| value.into()),
            _ => Some(value.into()),
        })
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
