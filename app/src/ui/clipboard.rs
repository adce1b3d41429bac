//! Copies a text of the page to the clipboard, and tells how that went.

use leptos::prelude::*;
use leptos::web_sys::Element;

/// Copies what an element says, and selects it: where a browser does not let it be copied, one key is left to press.
///
/// `status` bears the words for both ends as `data-done` and `data-failed`; it says nothing where it has none.
pub(super) async fn copy(text: &Element, status: &Element) {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.select_all_children(text);
    }
    let words = text.text_content().unwrap_or_default();
    // Browsers have a clipboard on secure pages only.
    let copied =
        window().is_secure_context() && window().navigator().clipboard().write_text(words.trim()).await.is_ok();
    let told = if copied { "data-done" } else { "data-failed" };
    status.set_text_content(status.get_attribute(told).as_deref());
}
