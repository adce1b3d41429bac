//! Sends a mark without leaving the page: it is shown at once, and taken back where it was not saved. The code that sends is
//! a chunk of its own, fetched by the first member who uses it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlFormElement};

use super::clipboard;
use super::toggle::VALUES;
use crate::http;

/// Takes the form that was submitted, if it is a mark, or the one that copies a citation.
pub fn send_in_place(event: &SubmitEvent) {
    let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    if let Some(form) = form.filter(|form| form.class_list().contains("toggle")) {
        event.prevent_default();
        spawn_local(send(form));
    }
}

#[lazy]
async fn send(form: HtmlFormElement) {
    if form.class_list().contains("cite") {
        let text = form.parent_element().and_then(|card| card.query_selector(".figure-cite").ok().flatten());
        if let (Some(text), Ok(Some(status))) = (text, form.query_selector("[role=status]")) {
            clipboard::copy(&text, &status).await;
        }
        return;
    }
    let Ok(Some(button)) = form.query_selector("button") else { return };
    let of = |name: &str| button.get_attribute(name).unwrap_or_default();
    let (field, value) = (of("name"), of("value"));
    let address = form.get_attribute("action").unwrap_or_default();
    turn(&form, &button);
    if !http::post(&address, &field, &value).await {
        turn(&form, &button);
        if let Ok(Some(status)) = form.query_selector("[role=status]") {
            status.set_text_content(form.get_attribute("data-failed").as_deref());
        }
    }
}

/// Shows the other side of a mark.
fn turn(form: &HtmlFormElement, button: &Element) {
    let is_on = button.get_attribute("value").as_deref() == Some(VALUES[1]);
    let _ = button.set_attribute("value", VALUES[usize::from(!is_on)]);
    let Ok(parts) = form.query_selector_all("[data-other]") else { return };
    for part in (0..parts.length()).filter_map(|i| parts.item(i)?.dyn_into::<Element>().ok()) {
        let shown = part.text_content().unwrap_or_default();
        part.set_text_content(part.get_attribute("data-other").as_deref());
        let _ = part.set_attribute("data-other", &shown);
    }
}
