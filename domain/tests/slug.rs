//! What may stand as a name in an address.

use domain::Slug;

#[test]
fn lower_case_words_and_single_hyphens_are_a_slug() {
    let longest = "a".repeat(Slug::MAX_BYTES);
    for text in ["a", "7", "cayman-islands", "2019-12-05-meeting", &longest] {
        assert_eq!(text.parse::<Slug>().unwrap().as_str(), text);
    }
}

#[test]
fn anything_else_is_refused() {
    let too_long = "a".repeat(Slug::MAX_BYTES + 1);
    for text in [
        "", "-", "-a", "a-", "a--b", "Cayman", "curaçao", "a b", " a", "a\n", "a_b", "a.b", "../a", "a/b", "%61",
        &too_long,
    ] {
        assert!(text.parse::<Slug>().is_err(), "{text:?}");
    }
}

#[test]
fn a_slug_from_outside_is_checked_too() {
    assert!(serde_json::from_str::<Slug>("\"haiti\"").is_ok());
    assert!(serde_json::from_str::<Slug>("\"Haiti \"").is_err());
}
