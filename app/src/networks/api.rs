//! What a network's page asks for, and what it gets.

use domain::{Language, Slug};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::entries::api::EntryView;
use crate::failure::Failure;
use crate::ui::{ProblemView, Related};

/// A network's page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkView {
    /// Text, picture, figures and specialist.
    pub entry: EntryView,
    /// Its address.
    pub slug: Slug,
    /// Both languages side by side.
    pub parallel: bool,
    /// What of the address could not be understood.
    pub problems: Vec<ProblemView>,
    /// Blog posts.
    pub posts: Related,
    /// Events: the next one first, then past ones, latest first.
    pub events: Related,
    /// Publications.
    pub publications: Related,
}

/// The value of `view` that shows both languages side by side.
pub const PARALLEL: &str = "parallel";

/// A network by its address; `view` is `parallel`, or empty for the page's language alone.
#[server(prefix = "/fn", endpoint = "network", input = GetUrl)]
pub async fn load_network(slug: String, view: String, language: Language) -> Result<NetworkView, Failure> {
    super::compose::network(&crate::site::portal()?, slug, view, language).await
}
