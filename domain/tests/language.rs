//! Which language a reader gets, and what stands in for a text that is missing in it.

use domain::Language::{self, En, Es};
use domain::language::Texts;

#[test]
fn the_first_segment_of_the_path_decides() {
    for (path, language) in [
        ("/es/events", Some(Es)),
        ("/en", Some(En)),
        ("en?x=es", Some(En)),
        ("/es#top", Some(Es)),
        ("/", None),
        ("/fr/en", None),
        ("/ES", None),
        ("/english", None),
    ] {
        assert_eq!(Language::of_path(path), language, "{path}");
    }
}

#[test]
fn the_highest_weight_wins_and_the_first_on_a_tie() {
    for (header, language) in [
        ("es", Some(Es)),
        ("en;q=0.3, es;q=0.8", Some(Es)),
        ("fr, en;q=0.2", Some(En)),
        ("es;q=0.5, en;q=0.5", Some(Es)),
        ("ES-do , en;q=0.9", Some(Es)),
        ("es ; q=0.1 , en ; q=0.2", Some(En)),
        ("", None),
        ("*", None),
        ("fr-FR", None),
    ] {
        assert_eq!(Language::preferred(header), language, "{header}");
    }
}

#[test]
fn a_broken_weight_counts_as_not_asked_for() {
    for weight in ["", "x", "NaN", "inf", "-1", "1.1", "0", "0.0", "0,5"] {
        assert_eq!(Language::preferred(&format!("en;q={weight}")), None, "{weight}");
        assert_eq!(Language::preferred(&format!("en;q={weight}, es;q=0.1")), Some(Es), "{weight}");
    }
}

#[test]
fn the_text_asked_for_comes_first_then_the_source_then_any() {
    let both: Texts<&str> = [(Es, "hola"), (En, "hello")].into_iter().collect();
    assert_eq!(both.best(Es, En), Some((Es, &"hola")));
    assert_eq!(both.best(En, Es), Some((En, &"hello")));
    let spanish: Texts<&str> = [(Es, "hola")].into_iter().collect();
    assert_eq!(spanish.best(En, Es), Some((Es, &"hola")));
    assert_eq!(spanish.best(En, En), Some((Es, &"hola")));
    assert_eq!(Texts::<&str>::default().best(En, Es), None);
}

#[test]
fn a_text_set_again_replaces_the_former_one() {
    let mut texts: Texts<&str> = [(Es, "hola"), (En, "hello")].into_iter().collect();
    texts.set(Es, "buenas");
    assert_eq!(texts.get(Es), Some(&"buenas"));
    assert_eq!(texts.languages().collect::<Vec<_>>(), [En, Es]);
}
