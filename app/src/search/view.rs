//! What the search page shows.

use serde::{Deserialize, Serialize};

use crate::ui::{Drawn, ProblemView};

/// Hits, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchView {
    /// The title of the page.
    pub title: String,
    /// What was looked for.
    pub words: String,
    /// What of it could not be understood.
    pub problems: Vec<ProblemView>,
    /// How many hits there are, in words; none where nothing was asked.
    pub count: Option<String>,
    /// Choices and hits.
    pub results: Drawn,
}
