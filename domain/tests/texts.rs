//! Languages, translations and their age, small Markdown, folding, figures.

use domain::Language::{self, En, Es};
use domain::Slug;
use domain::block::{Block, BlockKind, BlockText, Freshness, fingerprint};
use domain::figure::{Figure, Unit};
use domain::fold::fold;
use domain::language::Texts;
use domain::markdown::{split, to_html};
use domain::number;
use proptest::prelude::*;

#[test]
fn the_path_decides_the_language_and_the_header_only_prefers() {
    assert_eq!(Language::of_path("/es/events?view=month"), Some(Es));
    assert_eq!(Language::of_path("/fr"), None);
    assert_eq!(Language::preferred("fr, es;q=0.4, en;q=0.9"), Some(En));
    assert_eq!(Language::preferred("es-DO, en;q=broken"), Some(Es));
    assert_eq!(Language::preferred("fr;q=1, *;q=0.1"), None);
}

#[test]
fn a_missing_text_falls_back_to_the_source_and_says_its_language() {
    let texts: Texts<&str> = [(Es, "hola")].into_iter().collect();
    assert_eq!(texts.best(En, Es), Some((Es, &"hola")));
    assert_eq!(Texts::<&str>::default().best(En, Es), None);
}

#[test]
fn a_translation_is_stale_as_soon_as_its_source_has_changed() {
    let text = |markdown: &str, made_from: Option<String>| BlockText { markdown: markdown.to_owned(), made_from };
    let block = |source: &str, made_from: &str| Block {
        id: 1,
        kind: BlockKind::Paragraph,
        texts: [(En, text(source, None)), (Es, text("Hola", Some(fingerprint(made_from))))].into_iter().collect(),
    };
    let freshness = |block: &Block, wanted| block.shown(wanted, En).unwrap().freshness;
    assert_eq!(freshness(&block("Hello", "Hello"), Es), Freshness::Current);
    assert_eq!(freshness(&block("Hello again", "Hello"), Es), Freshness::Stale);
    assert_eq!(freshness(&block("Hello again", "Hello"), En), Freshness::Current);
    let english = Block { texts: [(En, text("Hello", None))].into_iter().collect(), ..block("", "") };
    assert_eq!(freshness(&english, Es), Freshness::Untranslated);
    assert_eq!(english.shown(Es, En).unwrap().language, En);
}

#[test]
fn a_body_is_split_into_blocks_with_their_directives() {
    let pieces =
        split("One\n\n<!-- source: 9f2c4e1ab0d37785 -->\nTwo\n\n## Three\n\n- a\n- b\n\n<!-- missing -->\n").unwrap();
    let kinds: Vec<BlockKind> = pieces.iter().map(|piece| piece.kind).collect();
    assert_eq!(
        kinds,
        [BlockKind::Paragraph, BlockKind::Paragraph, BlockKind::Heading, BlockKind::List, BlockKind::Paragraph]
    );
    assert_eq!(pieces[1].made_from.as_deref(), Some("9f2c4e1ab0d37785"));
    assert_eq!((pieces[1].line, pieces[4].markdown.as_deref()), (4, None));
}

#[test]
fn html_code_and_main_headings_are_refused_with_their_line() {
    for (text, line) in
        [("One\n\n<div>x</div>\n", 3), ("# Main\n", 1), ("A <b>bold</b> word\n", 1), ("```\ncode\n```\n", 1)]
    {
        assert_eq!(split(text).unwrap_err().line, line, "{text}");
    }
}

#[test]
fn words_are_compared_without_case_accents_and_signs() {
    assert_eq!(fold("  Migración   IRREGULAR "), "migracion irregular");
    assert_eq!(fold("Curaçao, 100 %_ñandú"), "curacao 100 nandu");
}

#[test]
fn a_slug_is_lower_case_words_and_hyphens() {
    assert!("cayman-islands".parse::<Slug>().is_ok());
    for bad in ["", "Cayman", "a--b", "-a", "a-", "curaçao", "a/b", &"a".repeat(101)] {
        assert!(bad.parse::<Slug>().is_err(), "{bad}");
    }
}

#[test]
fn figures_keep_their_digits_and_bear_their_unit() {
    let figure = |low: &str, high: Option<&str>, unit| Figure {
        low: low.to_owned(),
        high: high.map(str::to_owned),
        unit,
        year: "2020".to_owned(),
        source: String::new(),
        url: None,
        country: None,
        words: Texts::default(),
    };
    let range = figure("14000", Some("18000"), Unit::Count);
    assert_eq!(number::write_figure(&range, En), "14,000 to 18,000");
    assert_eq!(number::write_figure(&range, Es), "14,000 a 18,000");
    assert_eq!(number::write_figure(&figure("22.20", None, Unit::Percent), Es), "22.20\u{a0}%");
    let dollars = figure("7074000000", None, Unit::Usd);
    assert_eq!(number::write_figure(&dollars, En), "USD\u{a0}7,074\u{a0}million");
    assert_eq!(number::write_figure(&dollars, Es), "7,074 millones de USD");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_script_handler_or_foreign_markup_survives(
        parts in prop::collection::vec(prop_oneof![
            ".{0,20}",
            Just("<script>alert(1)</script>".to_owned()),
            Just("<img src=x onerror=alert(1)>".to_owned()),
            Just("[a](javascript:alert(1))".to_owned()),
            Just("![a](data:text/html,x)".to_owned()),
            Just("<svg/onload=alert(1)>".to_owned()),
            Just("<iframe srcdoc='x'></iframe>".to_owned()),
            Just("<p style=\"x\">".to_owned()),
            Just("\n\n> ".to_owned()),
        ], 0..8)
    ) {
        let html = to_html(&parts.concat()).to_lowercase();
        // What is left of a tag is text: its brackets are escaped.
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            prop_assert!(
                ["p", "h2", "h3", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a", "em",
                 "strong", "img", "br"].contains(&name.as_str()),
                "{}", tag
            );
            let bare = tag.split('"').step_by(2).collect::<String>();
            prop_assert!(!bare.contains(" on") && !bare.contains("style"), "{}", tag);
            prop_assert!(!tag.contains("=\"javascript:") && !tag.contains("=\"data:"), "{}", tag);
        }
    }
}
