//! What the buttons of the editor's toolbar type.

use domain::markdown::split;
use domain::typing::{Stroke, Tool};
use proptest::prelude::*;

/// A text after a button, with what is selected in angle brackets; before it as well.
fn typed(tool: Tool, before: &str) -> String {
    let start = before.chars().position(|sign| sign == '<').expect("a selection");
    let end = before.chars().position(|sign| sign == '>').expect("its end") - 1;
    let plain: String = before.chars().filter(|sign| !"<>".contains(*sign)).collect();
    let Stroke { place, text, selected } = tool.stroke(&plain, start..end);
    let signs: Vec<char> = plain.chars().collect();
    let mut after: Vec<char> = signs[..place.start].to_vec();
    after.extend(text.chars());
    after.extend(&signs[place.end..]);
    after.insert(selected.end, '>');
    after.insert(selected.start, '<');
    after.into_iter().collect()
}

#[test]
fn words_become_bold_or_italic_and_plain_again() {
    assert_eq!(typed(Tool::Bold, "a <word> b"), "a **<word>** b");
    assert_eq!(typed(Tool::Bold, "a **<word>** b"), "a <word> b");
    assert_eq!(typed(Tool::Bold, "a <**word**> b"), "a <word> b");
    assert_eq!(typed(Tool::Italic, "<año>"), "*<año>*");
    assert_eq!(typed(Tool::Italic, "**<word>**"), "***<word>***", "bold stays bold");
    assert_eq!(typed(Tool::Bold, "***<word>***"), "*<word>*");
    assert_eq!(typed(Tool::Bold, "a< word >b"), "a **<word>** b", "blanks stay outside");
    assert_eq!(typed(Tool::Bold, "a <> b"), "a **<>** b", "where nothing is selected, what follows is bold");
}

#[test]
fn a_link_asks_for_what_is_missing() {
    assert_eq!(typed(Tool::Link, "see <the ports>."), "see [the ports](<https://>).");
    assert_eq!(typed(Tool::Link, "see <https://example.org/a>"), "see [<>](https://example.org/a)");
    assert_eq!(typed(Tool::Link, "see <>"), "see [<>](https://)");
}

#[test]
fn lines_become_headings_lists_and_quotations_and_plain_again() {
    assert_eq!(typed(Tool::Heading, "a\nb<>c\nd"), "a\n## bc<>\nd");
    assert_eq!(typed(Tool::Subheading, "## b<>c"), "### bc<>");
    assert_eq!(typed(Tool::Subheading, "### b<>c"), "bc<>");
    assert_eq!(typed(Tool::List, "on<e\n\ntw>o"), "<- one\n\n- two>");
    assert_eq!(typed(Tool::Numbers, "<- one\n- two>"), "<1. one\n2. two>");
    assert_eq!(typed(Tool::Numbers, "<1. one\n2. two>"), "<one\ntwo>");
    assert_eq!(typed(Tool::List, "<>"), "- <>", "an empty line begins a list");
    let quote = Tool::Quote.stroke("said", 1..1);
    assert_eq!((quote.text.as_str(), quote.selected), ("> said", 6..6));
}

proptest! {
    /// Whatever is typed and selected, no button leaves the text, and all of them make what can be saved of what can be.
    #[test]
    fn no_button_breaks_a_text(text in "[a-z é\n*#>-]{0,40}", first in 0_usize..50, second in 0_usize..50) {
        let length = text.chars().count();
        for tool in Tool::ALL {
            let stroke = tool.stroke(&text, first.min(second)..first.max(second));
            prop_assert!(stroke.place.start <= stroke.place.end && stroke.place.end <= length);
            let after = length - stroke.place.len() + stroke.text.chars().count();
            prop_assert!(stroke.selected.start <= stroke.selected.end && stroke.selected.end <= after);
        }
    }

    #[test]
    fn what_the_buttons_make_of_plain_words_can_be_saved(words in "[a-zé]{1,8}( [a-zé]{1,8}){0,3}") {
        for tool in Tool::ALL {
            let stroke = tool.stroke(&words, 0..words.chars().count());
            prop_assert!(split(&stroke.text).is_ok(), "{}", stroke.text);
        }
    }
}
