//! Skip link, header, the page, footer, and the live region that speaks of page changes.

use leptos::prelude::*;

use super::RouteWatch;
use super::footer::Footer;
use super::header::Header;
use crate::site::use_messages;

/// The frame.
#[component]
pub fn Frame(
    /// Whether a page is on its way.
    is_routing: ReadSignal<bool>,
    children: Children,
) -> impl IntoView {
    let messages = use_messages();
    let watch = expect_context::<RouteWatch>();
    watch.start();
    view! {
        // `rel="external"`: the browser follows it by itself, which also moves the focus.
        <a class="skip" href="#main" rel="external">
            {messages.skip_to_main}
        </a>
        <div class="progress" class:progress-on=is_routing aria-hidden="true"></div>
        <Header />
        <main id="main" tabindex="-1">
            {children()}
        </main>
        <Footer />
        <div class="visually-hidden" role="status" aria-live="polite">
            {move || watch.announcement()}
        </div>
    }
}
