//! What the home page asks for, and what it gets.

use domain::Language;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
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

/// The home page.
#[server(prefix = "/fn", endpoint = "home", input = GetUrl)]
pub async fn load_home(language: Language) -> Result<HomeView, Failure> {
    super::compose::home(&crate::site::portal()?, language).await
}
