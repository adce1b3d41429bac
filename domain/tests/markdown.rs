//! Small Markdown: how it is split when it is written, and how it is shown. That nothing hostile survives: `sanitiser.rs`.

use domain::block::BlockKind::{Heading, List, Paragraph, Picture, Quote, Table};
use domain::markdown::{card_id, figures_in, split, to_html, to_html_with};

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

// 14.1.5: pages go on to each other without the server; to all else the browser goes itself.
#[test]
fn a_link_to_something_of_the_portal_that_is_no_page_says_so() {
    for file in [
        "/api/v1/entries",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc",
        "/files/abc/report.pdf",
        "/en/blog.atom",
        "/es/data/remittances-received.csv",
        "/en/embed/calendar",
        "/sitemap.xml",
        "/",
        "/en/write/office",
        "/es/events/a-meeting/join",
    ] {
        let html = to_html(&format!("[It]({file})"));
        assert_eq!(html, format!("<p><a rel=\"external\" href=\"{}\">It</a></p>", file.replace('&', "&amp;")));
    }
    for page in ["/en", "/es/about/join#how", "/en/search?q=a.b", "/en/events/", "https://example.org/a.pdf", "#part"] {
        assert_eq!(to_html(&format!("[It]({page})")), format!("<p><a href=\"{page}\">It</a></p>"));
    }
    // What browsers would read as the address of another site, or as the end of the address, is written so that they do not.
    for hostile in ["[It](</files/a\"onclick=x>)", "[It](/\\evil.example/a.pdf)", "[It](</\t/evil.example/a.pdf>)"] {
        let html = to_html(hostile);
        assert!(!html.contains(['\\', '\t']) && !html.contains("\"onclick"), "{html}");
    }
}

#[test]
fn html_is_shown_as_the_text_that_it_is() {
    assert_eq!(to_html("a <b onclick=x>b</b>"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>");
}

// 14.6.9: a figure in a sentence is an object.
#[test]
fn a_known_figure_becomes_a_button_that_opens_its_card_and_an_unknown_one_its_words() {
    let text = "From [*14,000* to 18,000](figure:smuggled) people, [21%](figure:remittances/haiti-2020), [x](figure:none), [y](/en).";
    assert_eq!(figures_in(text), ["smuggled", "remittances/haiti-2020", "none"]);
    let known = ["smuggled".to_owned(), "remittances/haiti-2020".to_owned()];
    let html = to_html_with(text, &[], &known);
    let button = |name: &str| {
        let id = card_id(name);
        format!(
            "<button type=\"button\" class=\"figure-ref\" popovertarget=\"{id}\" popovertargetaction=\"show\" interestfor=\"{id}\">"
        )
    };
    for expected in [
        &format!("From {}<em>14,000</em> to 18,000</button> people", button("smuggled")),
        &format!("{}21%</button>, x, <a href=\"/en\">y</a>.", button("remittances/haiti-2020")),
    ] {
        assert!(html.contains(expected.as_str()), "{html}");
    }
    assert_eq!(card_id("remittances/haiti-2020"), "card-remittances--haiti-2020");
    assert!(!to_html(text).contains("button"), "a text alone knows no figure");
}
