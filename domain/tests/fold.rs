//! How words are compared without case, accents and signs.

use domain::fold::fold;

#[test]
fn accents_and_case_do_not_matter() {
    assert_eq!(fold("  Migración  IRREGULAR\t"), "migracion irregular");
    assert_eq!(fold("ÁÉÍÓÚÜ"), "aeiouu");
    assert_eq!(fold("Curaçao"), fold("CURACAO"));
    assert_eq!(fold("ñandú Ñ"), "nandu n");
}

#[test]
fn a_letter_and_its_accent_apart_fold_like_one() {
    assert_eq!(fold("migracio\u{301}n"), fold("migración"));
}

#[test]
fn punctuation_parts_words_and_signs_of_a_search_pattern_vanish() {
    assert_eq!(fold("St. Kitts-Nevis, (¿2019?)"), "st kitts nevis 2019");
    assert_eq!(fold("100%_\\*'\"a"), "100 a");
    assert_eq!(fold("%"), "");
    assert_eq!(fold(" \u{a0}… "), "");
}

#[test]
fn what_is_folded_stays_as_it_is() {
    for letter in '\0'..='\u{24f}' {
        let folded = fold(&letter.to_string());
        assert_eq!(fold(&folded), folded, "{letter:?}");
    }
}
