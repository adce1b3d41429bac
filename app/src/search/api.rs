//! What the search page asks for, and what it gets.

use domain::Language;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::ui::{Item, ProblemView};

/// Hits, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchView {
    /// What was looked for.
    pub words: String,
    /// What of it could not be understood.
    pub problems: Vec<ProblemView>,
    /// How many hits there are.
    pub total: u64,
    /// The first of them; each says its kind.
    pub items: Vec<Item>,
}

/// Looks for words.
#[server(prefix = "/fn", endpoint = "search", input = GetUrl)]
pub async fn run_search(typed: String, language: Language) -> Result<SearchView, Failure> {
    super::compose::search(&crate::site::portal()?, typed, language).await
}
