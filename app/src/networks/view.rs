//! What the pages of networks show.

use domain::Slug;
use serde::{Deserialize, Serialize};

use crate::entries::view::EntryHead;
use crate::ui::{Drawn, ProblemView};

/// The list of networks, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworksView {
    /// The networks.
    pub rows: Drawn,
}

/// A network's page, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkView {
    /// Title, summary, languages.
    pub head: EntryHead,
    /// Its address.
    pub slug: Slug,
    /// Both languages side by side.
    pub parallel: bool,
    /// What of the address could not be understood.
    pub problems: Vec<ProblemView>,
    /// Following it, and keeping it for later.
    pub marks: Drawn,
    /// Its picture.
    pub picture: Drawn,
    /// The body.
    pub text: Drawn,
    /// Events: the next one first, then past ones, latest first.
    pub events: Drawn,
    /// Publications, specialist, figures.
    pub aside: Drawn,
    /// Blog posts.
    pub posts: Drawn,
}

/// The value of `view` that shows both languages side by side.
pub const PARALLEL: &str = "parallel";
