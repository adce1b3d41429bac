//! How two texts differ, word by word.

use leptos::prelude::*;
use similar::{ChangeTag, TextDiff};

/// The parts of two texts in a row: what both have, what only the first has, what only the second has.
fn parts(one: &str, other: &str) -> Vec<(ChangeTag, String)> {
    let mut parts: Vec<(ChangeTag, String)> = Vec::new();
    for change in TextDiff::from_words(one, other).iter_all_changes() {
        match parts.last_mut().filter(|(tag, _)| *tag == change.tag()) {
            Some((_, text)) => text.push_str(change.value()),
            None => parts.push((change.tag(), change.value().to_owned())),
        }
    }
    parts
}

/// Two texts as one, with what was removed and what was added marked.
pub fn words_changed(before: &str, after: &str) -> AnyView {
    let parts = parts(before, after).into_iter().map(|(tag, text)| match tag {
        ChangeTag::Equal => view! { {text} }.into_any(),
        ChangeTag::Delete => view! { <del>{text}</del> }.into_any(),
        ChangeTag::Insert => view! { <ins>{text}</ins> }.into_any(),
    });
    parts.collect::<Vec<_>>().into_any()
}

/// Two texts side by side, each with the words marked that the other does not have; `nothing` stands for an empty one.
pub fn words_of_each(one: &str, other: &str, nothing: &'static str) -> (AnyView, AnyView) {
    let all = parts(one, other);
    let side = |own: ChangeTag, text: &str| {
        if text.trim().is_empty() {
            return view! { <em>{nothing}</em> }.into_any();
        }
        let its = all.iter().filter(|(tag, _)| matches!(tag, ChangeTag::Equal) || *tag == own);
        let its = its.cloned().map(|(tag, text)| {
            if tag == own { view! { <mark>{text}</mark> }.into_any() } else { view! { {text} }.into_any() }
        });
        its.collect::<Vec<_>>().into_any()
    };
    (side(ChangeTag::Delete, one), side(ChangeTag::Insert, other))
}
