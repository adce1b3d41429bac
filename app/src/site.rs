//! What every page knows: the language of the path, the site's own words and the menu.
//!
//! The server reads it once for a request; the browser finds it in the page and keeps it until the next full load.
//! The language switch is such a load, so the language never changes while a page lives.

use domain::entry::Identity;
use domain::{Language, Portal, Slug};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::messages::Messages;

/// What every page knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The language of the path.
    pub language: Language,
    /// The site's own words.
    pub identity: Identity,
    /// The networks, in their order.
    pub networks: Vec<NetworkName>,
    /// Whether the page comes without scripts.
    pub light: bool,
    /// The address under which the portal is known: `https://portal.example.org`, without a slash at the end.
    pub public_url: String,
    /// A request that no route can answer: the status of the page that says so.
    pub fault: Option<u16>,
}

/// A network as menus, chips and filters name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkName {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub language: Language,
    /// Its hue, rounded to the steps that the style sheet has.
    pub hue: u16,
}

impl Site {
    /// The words of this page's language.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.language)
    }

    /// A network by its slug.
    pub fn network(&self, slug: &Slug) -> Option<&NetworkName> {
        self.networks.iter().find(|network| network.slug == *slug)
    }
}

/// The site, from context.
pub fn use_site() -> StoredValue<Site> {
    expect_context::<StoredValue<Site>>()
}

/// The language of the page.
pub fn use_language() -> Language {
    use_site().with_value(|site| site.language)
}

/// The words of the page's language.
pub fn use_messages() -> &'static Messages {
    Messages::of(use_language())
}

/// The ports, from context; for the bodies of server functions.
///
/// # Errors
/// [`Failure::Connection`] outside a request.
pub fn portal() -> Result<Portal, Failure> {
    use_context::<Portal>().ok_or(Failure::Connection)
}

/// The address under which the portal is known, from context; empty in the browser.
pub fn public_url() -> String {
    use_context::<Site>().map(|site| site.public_url).unwrap_or_default()
}

/// A network's hue in the steps of 15 degrees that the style sheet has.
pub fn hue(network: &domain::entry::Summary) -> u16 {
    match network.details {
        domain::entry::Details::Network { hue, .. } => (hue % 360) / 15 * 15,
        _ => 0,
    }
}
