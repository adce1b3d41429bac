//! What the home page shows.

use serde::{Deserialize, Serialize};

use crate::ui::Drawn;

/// The home page, ready to show. Its name and its text are the site's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    /// Networks, what is next and what is new, who takes part.
    pub sections: Drawn,
}
