//! Copies a citation to the clipboard. Where the browser does not let a page do that, it says so: the text can be selected.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlFormElement};

/// Copies the text that stands beside the form, and tells in the form how that went.
pub(super) fn copy(form: &HtmlFormElement) {
    let text = form.parent_element().and_then(|card| card.query_selector(".figure-cite").ok().flatten());
    let Some(text) = text.and_then(|text| text.text_content()) else { return };
    let Ok(Some(status)) = form.query_selector("[role=status]") else { return };
    match written(&text) {
        Some(promise) => {
            let (done, failed) = (said(status.clone(), "data-done"), said(status, "data-failed"));
            let _ = promise.then2(&done, &failed);
            done.forget();
            failed.forget();
        }
        None => status.set_text_content(status.get_attribute("data-failed").as_deref()),
    }
}

/// Asks the browser to write to its clipboard; none where it has none for this page.
fn written(text: &str) -> Option<Promise> {
    let of =
        |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined());
    let clipboard = of(&of(&window().into(), "navigator")?, "clipboard")?;
    let write: Function = of(&clipboard, "writeText")?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

/// Says a text that the status bears as an attribute.
fn said(status: Element, attribute: &'static str) -> Closure<dyn FnMut(JsValue)> {
    Closure::once(move |_: JsValue| status.set_text_content(status.get_attribute(attribute).as_deref()))
}
