//! Pictograms, drawn by us in one sprite; always beside words, so hidden from screen readers.

use domain::Slug;
use leptos::prelude::*;

/// A symbol of `public/pictograms.svg`.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use_ href=format!("/pictograms.svg#{name}")></use_>
        </svg>
    }
}

/// The pictogram of a network.
#[component]
pub fn Pictogram(slug: Slug) -> impl IntoView {
    view! {
        <svg class="icon pictogram" aria-hidden="true" focusable="false">
            <use_ href=format!("/pictograms.svg#{slug}")></use_>
        </svg>
    }
}
