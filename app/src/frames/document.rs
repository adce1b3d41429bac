//! The document of a frame, and its parts.

use leptos::config::LeptosOptions;
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

use super::compose::FrameMonths;
use crate::events::month_table::MonthTable;
use crate::messages::FrameWords;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Item, ItemList};

/// The document. Links open in the window around it, unless they say otherwise.
#[component]
pub(super) fn Document(title: String, theme: &'static str, options: LeptosOptions, children: Children) -> AnyView {
    let language = use_language();
    let name = use_site().with_value(|site| site.identity.short_name.clone());
    view! {
        <html lang=language.code() dir="ltr" class=format!("frame theme-{theme}")>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>{format!("{title} · {name}")}</title>
                <base target="_top" />
                <HashedStylesheet options />
            </head>
            <body>
                <main>
                    <h1>{title}</h1>
                    {children()}
                </main>
            </body>
        </html>
    }
    .into_any()
}

/// The month as a table, and its neighbours, which stay inside the frame.
#[component]
pub(super) fn Months(months: FrameMonths) -> AnyView {
    let messages = use_messages();
    let (previous, next) = messages.neighbours(domain::request::View::Month);
    view! {
        <nav class="periods" aria-label=messages.periods>
            <a rel="prev" target="_self" href=months.previous>
                {previous}
            </a>
            <a rel="next" target="_self" href=months.next>
                {next}
            </a>
        </nav>
        <MonthTable month=months.month can_begin=false can_move=false by_keys=false />
        <h2 class="visually-hidden">{months.caption}</h2>
    }
    .into_any()
}

/// The events as rows, and where the whole calendar is.
#[component]
pub(super) fn Events(
    items: Vec<Item>,
    /// What to say where there are none: a reader of a frame has no filters to change.
    empty: &'static str,
    problems: Vec<String>,
    whole: String,
) -> AnyView {
    let name = use_site().with_value(|site| site.identity.name.clone());
    let problems = (!problems.is_empty()).then(|| {
        let lines = problems.into_iter().map(|problem| view! { <li>{problem}</li> }).collect_view();
        view! {
            <div class="problems" role="alert">
                <ul>{lines}</ul>
            </div>
        }
    });
    view! {
        {problems}
        <ItemList items empty level=2 chips=false />
        <p class="frame-source">
            <a href=whole>{FrameWords::of(use_language()).whole}</a>
            <span>{name}</span>
        </p>
    }
    .into_any()
}
