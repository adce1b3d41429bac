//! What somebody copies who wants to show the calendar on a site of their own.

use leptos::prelude::*;

use crate::messages::FrameWords;
use crate::paths;
use crate::site::{public_url, use_language, use_site};

/// The two frames, as HTML to copy, narrowed like the page that offers them.
#[component]
pub fn Snippets(
    /// The filters that are on: network and country, empty where none was chosen.
    filters: [(&'static str, String); 2],
) -> AnyView {
    let language = use_language();
    let words = FrameWords::of(language);
    let calendar = snippet(&paths::framed_calendar(language), 760, &filters, words.calendar);
    let events = snippet(&paths::framed_events(language), 520, &filters, words.events);
    view! {
        <details class="snippets">
            <summary>{words.offer}</summary>
            <p>{words.hint}</p>
            <label for="snippet-calendar">{words.calendar}</label>
            <textarea id="snippet-calendar" readonly rows="3" spellcheck="false">
                {calendar}
            </textarea>
            <label for="snippet-events">{words.events}</label>
            <textarea id="snippet-events" readonly rows="3" spellcheck="false">
                {events}
            </textarea>
            <p>
                <a href=paths::about(language, paths::REUSE)>{words.more}</a>
            </p>
        </details>
    }
    .into_any()
}

fn snippet(path: &str, height: u16, filters: &[(&'static str, String)], title: &str) -> String {
    let filters = filters.iter().map(|(name, value)| (*name, value.as_str()));
    let address = format!("{}{}", public_url(), paths::with_query(path, filters));
    let name = use_site().with_value(|site| site.identity.short_name.clone());
    let address = address.replace('&', "&amp;");
    format!(
        "<iframe src=\"{address}\" title=\"{name}: {title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>"
    )
}
