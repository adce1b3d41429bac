//! When a translation is current, stale or not there.

use domain::Language::{self, En, Es};
use domain::block::{Block, BlockKind, BlockText, Freshness, fingerprint};

fn text(markdown: &str, made_from: Option<&str>) -> BlockText {
    BlockText { markdown: markdown.to_owned(), made_from: made_from.map(fingerprint) }
}

fn block(texts: impl IntoIterator<Item = (Language, BlockText)>) -> Block {
    Block { id: 0, kind: BlockKind::Paragraph, texts: texts.into_iter().collect() }
}

#[test]
fn the_source_itself_is_current() {
    let block = block([(En, text("Hello", None))]);
    assert_eq!(block.shown(En, En).unwrap().freshness, Freshness::Current);
}

#[test]
fn a_translation_made_from_todays_source_is_current() {
    let block = block([(En, text("Hello", None)), (Es, text("Hola", Some("Hello")))]);
    let shown = block.shown(Es, En).unwrap();
    assert_eq!((shown.language, shown.markdown, shown.freshness), (Es, "Hola", Freshness::Current));
}

#[test]
fn a_translation_is_stale_when_its_source_has_changed_or_is_not_known() {
    for made_from in [Some("Hello"), None] {
        let block = block([(En, text("Hello again", None)), (Es, text("Hola", made_from))]);
        assert_eq!(block.shown(Es, En).unwrap().freshness, Freshness::Stale);
    }
}

#[test]
fn a_missing_translation_shows_the_source_and_says_so() {
    let block = block([(En, text("Hello", None))]);
    let shown = block.shown(Es, En).unwrap();
    assert_eq!((shown.language, shown.markdown, shown.freshness), (En, "Hello", Freshness::Untranslated));
}

#[test]
fn a_block_without_any_text_shows_nothing() {
    assert_eq!(block([]).shown(En, En), None);
}

#[test]
fn a_fingerprint_ignores_blanks_at_the_ends_only() {
    assert_eq!(fingerprint("  Hello world\n"), fingerprint("Hello world"));
    assert_ne!(fingerprint("Hello  world"), fingerprint("Hello world"));
    // The first eight bytes of SHA-256("abc").
    assert_eq!(fingerprint("abc"), "ba7816bf8f01cfea");
}
