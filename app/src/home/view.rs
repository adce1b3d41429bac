//! What the home page shows.

use serde::{Deserialize, Serialize};

use crate::ui::Item;

/// The home page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    /// The participants: slug and name, in the order of the reader's alphabet.
    pub countries: Vec<(String, String)>,
    /// The next events.
    pub events: Vec<Item>,
    /// The latest posts.
    pub posts: Vec<Item>,
    /// The latest news.
    pub news: Vec<Item>,
    /// The latest publications.
    pub publications: Vec<Item>,
}
