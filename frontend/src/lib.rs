//! The browser's entry point: takes over the page that the server has rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script once the module is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    // Not `hydrate_body`: a lazy route has to be awaited before its view can be matched to the page.
    leptos::mount::hydrate_lazy(app::App);
}
