//! Parts of a page that are only read: rows, prose, tables. The server draws them with the same components as everything
//! else; the browser keeps them as they came. Their code and their data are then no part of what a reader fetches.
//!
//! The two elements below insert HTML as it is. It comes from [`Drawings::draw`] alone, that is from views, which escape every
//! text; what of it is Markdown went through the one sanitiser before, in `body.rs`. A part that is drawn anew comes the same
//! way, in the answer of the portal's own server.
//!
//! What can be acted on (controls, the page's heading, the month's keys) is hydrated. What is drawn must not listen to events.

use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A drawn part: its place among the drawings of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn(usize);

/// The drawings of an answer, as HTML. Empty in a page that came whole: there they stand in the page already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawings(Vec<String>);

impl Drawings {
    /// Draws a part. On the server only, with [`Site`](crate::site::Site) in context.
    pub fn draw(&mut self, view: AnyView) -> Drawn {
        self.0.push(view.to_html());
        Drawn(self.0.len() - 1)
    }

    /// A part as HTML; empty where it stands in the page already.
    pub fn html(&self, drawn: Drawn) -> String {
        self.0.get(drawn.0).cloned().unwrap_or_default()
    }
}

impl From<Vec<String>> for Drawings {
    fn from(drawings: Vec<String>) -> Self {
        Self(drawings)
    }
}

impl From<Drawings> for Vec<String> {
    fn from(drawings: Drawings) -> Self {
        drawings.0
    }
}

/// A drawn part in its place. Hydration leaves the content of such an element alone.
#[component]
pub fn Inert(drawn: Drawn) -> AnyView {
    let html = use_context::<Drawings>().map(|drawings| drawings.html(drawn)).unwrap_or_default();
    // Views made this HTML, on the server: see the head of this file.
    view! { <div class="drawn" inner_html=html></div> }.into_any()
}

/// The same for a part that is drawn anew while the page is open: `renewed` holds its HTML from then on.
#[component]
pub fn Renewable(drawn: Drawn, renewed: RwSignal<Option<String>>, place: NodeRef<Div>) -> AnyView {
    let html = use_context::<Drawings>().map(|drawings| drawings.html(drawn)).unwrap_or_default();
    // The same, and later what the portal's own server drew with the same views.
    let shown = move || renewed.get().unwrap_or_else(|| html.clone());
    view! { <div class="drawn" node_ref=place inner_html=shown></div> }.into_any()
}
