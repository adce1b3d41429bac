//! Buttons that copy a text of the page. Without scripts they are not shown: the text itself can be selected. The code that
//! copies is a chunk of its own, fetched by pages that have such a button.

use std::cell::Cell;

use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::clipboard;

/// A button that copies the text of an element, hidden until scripts run.
#[component]
pub fn CopyButton(
    /// The id of the element.
    of: String,
    /// What the button says.
    name: &'static str,
    /// What it copies, for who hears the button alone.
    #[prop(into)]
    what: String,
    /// What is said once it has copied.
    done: &'static str,
) -> AnyView {
    view! {
        <p class="copy" hidden=true>
            <button type="button" class="button button-quiet" data-copy=of>
                {name}
                <span class="visually-hidden">" " {what}</span>
            </button>
            <span role="status" data-done=done></span>
        </p>
    }
    .into_any()
}

const BUTTONS: &str = "[data-copy]";

/// Shows the buttons of the page and listens to them, where there are any. Call where a page is drawn.
pub fn offer_to_copy() {
    Effect::new(|| {
        if matches!(document().query_selector(BUTTONS), Ok(Some(_))) {
            spawn_local(listen());
        }
    });
}

thread_local! {
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
}

#[lazy]
async fn listen() {
    // What the page itself draws comes first.
    leptos::task::tick().await;
    if let Ok(buttons) = document().query_selector_all(BUTTONS) {
        for button in (0..buttons.length()).filter_map(|i| buttons.item(i)?.parent_element()) {
            let _ = button.remove_attribute("hidden");
        }
    }
    if IS_LISTENING.replace(true) {
        return;
    }
    // It stays for as long as the page lives: without a button it finds nothing to do.
    let _clicks = window_event_listener(ev::click, |event: MouseEvent| {
        let touched = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(button) = touched.and_then(|touched| touched.closest(BUTTONS).ok().flatten()) {
            spawn_local(copy(button));
        }
    });
}

/// Copies the text that a button names.
async fn copy(button: Element) {
    let text = button.get_attribute("data-copy").and_then(|id| document().get_element_by_id(&id));
    let status = button.parent_element().and_then(|parent| parent.query_selector("[role=status]").ok().flatten());
    if let (Some(text), Some(status)) = (text, status) {
        clipboard::copy(&text, &status).await;
    }
}
