//! Small Markdown: how it is split when it is written, and that nothing hostile survives when it is read.

use domain::block::BlockKind::{Heading, List, Paragraph, Picture, Quote, Table};
use domain::markdown::{split, to_html};
use proptest::prelude::*;

const HASH: &str = "9f2c4e1ab0d37785";

#[test]
fn every_kind_of_block_is_known_with_its_line() {
    let file =
        "One\ntwo\n\n## Three\n\n- a\n- b\n\n> said\n\n![Alt](/pictures/a.png)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
    let found: Vec<_> = split(file).unwrap().into_iter().map(|piece| (piece.kind, piece.line)).collect();
    assert_eq!(found, [(Paragraph, 1), (Heading, 4), (List, 6), (Quote, 9), (Picture, 11), (Table, 13)]);
}

#[test]
fn a_directive_speaks_of_the_block_below_it_only() {
    let pieces = split(&format!("<!-- source: {HASH} -->\nOne\n\nTwo\n\n<!-- missing -->\n")).unwrap();
    let found: Vec<_> = pieces.iter().map(|piece| (piece.markdown.as_deref(), piece.made_from.as_deref())).collect();
    assert_eq!(found, [(Some("One"), Some(HASH)), (Some("Two"), None), (None, None)]);
}

#[test]
fn a_source_above_a_missing_block_is_not_passed_on_to_the_next() {
    let pieces = split(&format!("<!-- source: {HASH} -->\n\n<!-- missing -->\n\nTwo\n")).unwrap();
    assert_eq!((pieces.len(), pieces[1].made_from.as_deref()), (2, None));
}

#[test]
fn what_is_not_small_markdown_is_refused_with_its_line() {
    for (file, line) in [
        ("One\n\n<div>x</div>\n", 3),
        ("One\n\nA <b>bold</b> word\n", 3),
        ("<!-- a remark -->\n", 1),
        ("<!-- source: 12 -->\nOne\n", 1),
        ("One\n\n- a\n\n  <!-- missing -->\n", 5),
        ("One\n\n```\ncode\n```\n", 3),
        ("One\n\n    code\n", 3),
        ("One\n\n# Main\n", 3),
        ("#### Fourth\n", 1),
        ("One\n\n---\n", 3),
        ("One\n\n![Map](https://example.org/m.png)\n", 3),
        ("One\n\n- a ![Map](//example.org/m.png)\n", 3),
        ("![Map](/files/../m.png)\n", 1),
    ] {
        assert_eq!(split(file).map_err(|unfit| unfit.line), Err(line), "{file}");
    }
}

#[test]
fn links_keep_their_addresses_and_pictures_are_the_portals_own() {
    let html = to_html("[Report](https://example.org/a?b=1) ![Map](https://example.org/m.png) [in](/en/events)");
    assert!(html.contains("<a href=\"https://example.org/a?b=1\">Report</a>"), "{html}");
    assert!(
        html.contains("</a> Map <a") && !html.contains("m.png"),
        "of another site's picture the words remain: {html}"
    );
    assert!(html.contains("<a href=\"/en/events\">in</a>"), "{html}");
    let html = to_html("![A & <map>](/pictures/map.svg)");
    assert!(html.contains("src=\"/pictures/map.svg\"") && html.contains("alt=\"A &amp; &lt;map&gt;\""), "{html}");
}

#[test]
fn html_is_shown_as_the_text_that_it_is() {
    assert_eq!(to_html("a <b onclick=x>b</b>"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>");
}

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

const TAGS: [&str; 18] = [
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
];

fn assert_harmless(markdown: &str) {
    let html = to_html(markdown);
    for (name, attributes) in tags(&html) {
        assert!(TAGS.contains(&name.as_str()), "<{name}> in {html}");
        for (key, value) in attributes {
            assert!(
                ["href", "src", "alt", "title", "start", "scope", "loading", "decoding"].contains(&key.as_str()),
                "{key} in {html}"
            );
            if key == "href" || key == "src" {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_comes_in_nothing_hostile_comes_out(
        parts in prop::collection::vec(prop_oneof!["\\PC{0,20}", "[<>\"'=/a-z \n\\[\\]()!:&;#]{0,20}", prop::sample::select(HOSTILE).prop_map(str::to_owned)], 0..12)
    ) {
        assert_harmless(&parts.concat());
    }

    #[test]
    fn splitting_never_panics(text in "(?s).{0,60}|[<>!#`*\\-|\n a-c]{0,60}") {
        let _ = split(&text);
    }
}
