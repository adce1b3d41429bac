//! Nothing hostile survives: no script, no handler, no style, no foreign scheme, no foreign element, whatever was typed.

use domain::file::{About, Access, File, Medium, Place, Used, Variant};
use domain::language::Texts;
use domain::markdown::{figures_in, split, to_html, to_html_with, to_text};
use domain::outline::marks;
use jiff::Timestamp;
use proptest::prelude::*;

const UID: &str = "abcdefghijkmnpqrstuv";

/// The tags of a page, each with its attributes; a sign inside quotes ends no tag.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let mut quoted = false;
        let end = rest[start..].find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let inner = &rest[start + 1..start + end.expect("every tag is closed")];
        rest = &rest[start + inner.len() + 2..];
        let (name, mut attributes) = inner.split_once(' ').unwrap_or((inner, ""));
        let mut found = Vec::new();
        while let Some((key, value)) = attributes.split_once("=\"") {
            let (value, after) = value.split_once('"').expect("every value is closed");
            found.push((key.trim().to_owned(), value.to_owned()));
            attributes = after;
        }
        assert_eq!(attributes.trim(), "", "an attribute without a quoted value in <{inner}>");
        tags.push((name.trim_start_matches('/').to_owned(), found));
    }
    tags
}

/// The scheme as a browser reads it: blanks before it and line ends within it do not count.
fn scheme(address: &str) -> Option<String> {
    let seen: String = address.chars().filter(|c| !c.is_control()).collect();
    let (scheme, _) = seen.trim_start().split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    named.then(|| scheme.to_ascii_lowercase())
}

const TAGS: [&str; 19] = [
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
];

/// Nothing in HTML acts, styles, loads from elsewhere or leads to what is no page.
fn assert_harmless_html(html: &str) {
    for (name, attributes) in tags(html) {
        assert!(TAGS.contains(&name.as_str()), "<{name}> in {html}");
        for (key, value) in attributes {
            assert!(ATTRIBUTES.contains(&(name.as_str(), key.as_str())), "{key} in {html}");
            if key == "src" || key == "srcset" {
                let mut each = value.split(", ").map(|candidate| candidate.split(' ').next().unwrap_or_default());
                assert!(each.all(is_own), "{value} in {html}");
            }
            if name == "button" {
                let is_id = |id: &str| {
                    id.strip_prefix("card-")
                        .is_some_and(|id| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
                };
                let is_sound = match key.as_str() {
                    "type" => value == "button",
                    "class" => value == "figure-ref",
                    "popovertargetaction" => value == "show",
                    _ => is_id(&value),
                };
                assert!(is_sound, "{key} {value} in {html}");
            }
            assert!(key.as_str() != "rel" || value == "external", "{value} in {html}");
            if key == "href" {
                let scheme = scheme(&value);
                assert!(
                    scheme.as_deref().is_none_or(|scheme| ["https", "http", "mailto"].contains(&scheme)),
                    "{value} in {html}"
                );
            }
        }
    }
    let lower = html.to_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("<iframe"), "{html}");
}

/// A picture's address: on this site, in a folder of pictures, and not out of it again.
fn is_own(address: &str) -> bool {
    (address.starts_with("/files/") || address.starts_with("/pictures/")) && !address.contains("..")
}

fn assert_harmless(markdown: &str) {
    assert_harmless_html(&to_html(markdown));
    assert_harmless_html(&to_html_with(markdown, &[described(markdown, markdown)], &figures(markdown)));
}

/// Whatever a text refers to is a figure, and so is one of no sound name.
fn figures(markdown: &str) -> Vec<String> {
    let mut figures = figures_in(markdown);
    figures.extend(["a".to_owned(), "a/b-2".to_owned(), "a\" onclick=\"x".to_owned(), "../a".to_owned()]);
    figures
}

/// A picture of the library whose name and credit are these.
fn described(name: &str, credit: &str) -> Used {
    let variant = |width| Variant { width, height: 100, size: 1000 };
    let about = About {
        titles: Texts::default(),
        alts: Texts::default(),
        is_decorative: false,
        language: None,
        credit: credit.to_owned(),
        access: Access::Everybody,
        opens_on: None,
    };
    let file = File {
        uid: UID.parse().expect("a name of a file"),
        name: name.to_owned(),
        medium: Medium::Jpeg,
        hash: String::new(),
        variants: vec![variant(480), variant(960)],
        about,
        created: Timestamp::UNIX_EPOCH,
        created_by: String::new(),
        is_deleted: false,
    };
    Used { place: Place::Text, file }
}

/// Which attributes may be, and on which elements.
const ATTRIBUTES: [(&str, &str); 18] = [
    ("a", "href"),
    ("a", "rel"),
    ("a", "title"),
    ("img", "src"),
    ("img", "srcset"),
    ("img", "sizes"),
    ("img", "width"),
    ("img", "height"),
    ("img", "alt"),
    ("img", "loading"),
    ("img", "decoding"),
    ("ol", "start"),
    ("th", "scope"),
    ("button", "type"),
    ("button", "class"),
    ("button", "popovertarget"),
    ("button", "popovertargetaction"),
    ("button", "interestfor"),
];

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=//x>",
    "<iframe src='//x'></iframe>",
    "<img src=x onerror=alert(1)>",
    "<p style=\"position:fixed\" onclick=\"x\">",
    "<svg/onload=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript&colon;alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](vbscript:x)",
    "![a](data:text/html;base64,x)",
    "![\" onerror=\"alert(1)](x)",
    "![<script>](x \"<script>\")",
    "[a](https://x \"\\\" onmouseover=alert(1) style=x\")",
    "<javascript:alert(1)>",
    "[r]: javascript:alert(1)\n",
    "[1](figure:a) [2](figure:a\"\u{a0}onclick=x) <button popovertarget=x onclick=y>",
    "[![x](/pictures/a.svg) **b](figure:a/b-2)",
    "[r]",
    "<a href=\"javascript:alert(1)\">",
    "| a |\n|:-:|\n| b |\n",
    "```html\n",
    "\n\n> ",
    "\n\n- ",
    "&lt;script&gt;",
    "\"'`>",
    "-->",
    "]]>",
    "\0",
];

#[test]
fn each_hostile_fragment_is_harmless_alone() {
    for fragment in HOSTILE {
        assert_harmless(fragment);
    }
    assert_harmless("[r]\n\n[r]: javascript:alert(1)\n");
}

/// A text of a few words, some of them hostile.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zé0-9 .,]{0,12}",
        2 => "\\PC{0,12}",
        2 => "[<>\"'=/a-z \\[\\]()!:&;#*_`|~-]{0,16}",
        2 => prop::sample::select(HOSTILE).prop_map(str::to_owned),
    ]
}

/// Where a link or a picture leads: pages, files, other sites, and what must lead nowhere.
fn address() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        &[
            "/en/events",
            "https://example.org/a?b=1&c=2#d",
            "mailto:a@example.org",
            "//example.org",
            "/files/abcdefghijkmnpqrstuv/480/a.jpg",
            "/files/../../etc/passwd",
            "/pictures/a.svg",
            "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd",
            "blob:x",
            "figure:a",
            "figure:a/b-2",
            "figure:a\" onclick=\"x",
            "figure:../a",
            "figure:a/b/c",
            "figure:",
        ][..],
    );
    let scheme = "(?i)(java|vb|live)[ \t\n]{0,1}script[:&;a-z]{1,8}";
    prop_oneof![
        3 => known.prop_map(str::to_owned),
        2 => scheme,
        1 => "[a-z]{1,10}:[^\\s()<>]{0,10}",
        1 => "\\PC{0,16}",
    ]
}

/// Text as a writer of Markdown makes it, with hostile words in every place that it has.
fn shaped() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        2 => words(),
        1 => (words(), address(), words()).prop_map(|(words, to, title)| format!("[{words}]({to} \"{title}\")")),
        1 => (words(), address()).prop_map(|(words, to)| format!("[{words}](<{to}>)")),
        1 => (words(), address()).prop_map(|(alt, of)| format!("![{alt}]({of})")),
        1 => address().prop_map(|to| format!("<{to}>")),
        1 => (words(), address()).prop_map(|(words, to)| format!("[{words}][r]\n\n[r]: {to}\n")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            inner.clone().prop_map(|text| format!("**{text}**")),
            inner.clone().prop_map(|text| format!("*{text}*")),
            inner.clone().prop_map(|text| format!("\n\n## {text}\n\n")),
            (inner.clone(), address()).prop_map(|(text, to)| format!("[{text}]({to})")),
            several.clone().prop_map(|lines| format!("\n\n- {}\n", lines.join("\n- "))),
            several.clone().prop_map(|lines| format!("\n\n1. {}\n", lines.join("\n2. "))),
            several.clone().prop_map(|lines| format!("\n\n> {}\n\n", lines.join("\n> "))),
            several.prop_map(|cells| {
                let line = format!("| {} |", cells.join(" | "));
                format!("\n\n{line}\n|{}\n{line}\n\n", "---|".repeat(cells.len()))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Arbitrary text.
    #[test]
    fn whatever_comes_in_nothing_hostile_comes_out(parts in prop::collection::vec(words(), 0..12)) {
        assert_harmless(&parts.concat());
    }

    /// Text that Markdown takes for something.
    #[test]
    fn whatever_is_written_as_markdown_nothing_hostile_comes_out(text in shaped()) {
        assert_harmless(&text);
    }

    /// What is said of a picture in the library is shown as the text that it is.
    #[test]
    fn a_hostile_name_or_credit_of_a_picture_stays_text(name in words(), credit in words(), alt in words()) {
        let picture = format!("![{alt}](/files/{UID}/480/a.jpg)");
        assert_harmless_html(&to_html_with(&picture, &[described(&name, &credit)], &[]));
    }

    /// The parts of a text are read without fail, saved or not.
    #[test]
    fn reading_a_text_never_panics(text in prop_oneof![shaped(), "(?s).{0,60}", "[<>!#`*\\-|\n a-c]{0,60}"]) {
        let _ = (split(&text), to_text(&text), marks(&text));
    }
}
