//! What was added to a text and what was removed, word by word.

use leptos::prelude::*;
use similar::{ChangeTag, TextDiff};

/// Two texts as one, with what was removed and what was added marked; words that changed together stand together.
pub fn words_changed(before: &str, after: &str) -> AnyView {
    let diff = TextDiff::from_words(before, after);
    let mut parts: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match parts.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => parts.push((change.tag(), change.value().to_owned())),
        }
    }
    let parts = parts.into_iter().map(|(tag, text)| match tag {
        ChangeTag::Equal => view! { {text} }.into_any(),
        ChangeTag::Delete => view! { <del>{text}</del> }.into_any(),
        ChangeTag::Insert => view! { <ins>{text}</ins> }.into_any(),
    });
    parts.collect::<Vec<_>>().into_any()
}
