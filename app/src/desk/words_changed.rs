//! What was added to a text and what was removed, word by word.

use leptos::prelude::*;
use similar::{ChangeTag, TextDiff};

/// Two texts as one, with what was removed and what was added marked.
pub fn words_changed(before: &str, after: &str) -> AnyView {
    let diff = TextDiff::from_words(before, after);
    let parts = diff.iter_all_changes().map(|change| {
        let text = change.value().to_owned();
        match change.tag() {
            ChangeTag::Equal => view! { {text} }.into_any(),
            ChangeTag::Delete => view! { <del>{text}</del> }.into_any(),
            ChangeTag::Insert => view! { <ins>{text}</ins> }.into_any(),
        }
    });
    parts.collect::<Vec<_>>().into_any()
}
