//! What a network's page shows.

use domain::Slug;
use serde::{Deserialize, Serialize};

use crate::entries::view::EntryView;
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
