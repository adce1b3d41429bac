//! Skip link, header, the page, footer, and the live region that speaks of page changes.
//!
//! Header and footer are drawn on the server only: the browser keeps them as they came and never builds them, so their code
//! is no part of its module. The few things in them that follow the page are set by [`RouteWatch`].

use leptos::prelude::*;

use super::RouteWatch;
use super::footer::Footer;
use super::header::Header;
use crate::http::ON_SERVER;
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
    // No raw text gets here: it is what these two components have drawn, escaped as every view is, on the server. Hydration
    // leaves the content of such an element alone, so the browser needs no text for it.
    let header = if ON_SERVER { view! { <Header /> }.into_any().to_html() } else { String::new() };
    let footer = if ON_SERVER { view! { <Footer /> }.into_any().to_html() } else { String::new() };
    view! {
        // `rel="external"`: the browser follows it by itself, which also moves the focus.
        <a class="skip" href="#main" rel="external">
            {messages.skip_to_main}
        </a>
        <div class="progress" class:progress-on=is_routing aria-hidden="true"></div>
        <div class="frame-part" inner_html=header></div>
        <main id="main" tabindex="-1">
            {children()}
        </main>
        <div class="frame-part" inner_html=footer></div>
        <div class="visually-hidden" role="status" aria-live="polite">
            {move || watch.announcement()}
        </div>
    }
}
