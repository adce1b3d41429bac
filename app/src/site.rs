//! What every page knows: the language of the path, the site's own words and the menu.
//!
//! The server reads it once for a request; the browser finds it in the page and keeps it until the next full load.
//! The language switch is such a load, so the language never changes while a page lives.

use domain::entry::{Identity, Kind};
use domain::listing::Listing;
use domain::{Error, Language, Portal, Slug};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::events::region;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::paths;

/// What every page knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The language of the path.
    pub language: Language,
    /// The site's own words.
    pub identity: Identity,
    /// The networks, in their order.
    pub networks: Vec<NetworkName>,
    /// The name of who is signed in.
    pub reader: Option<String>,
    /// The notice above every page. Only the server draws it.
    #[serde(skip)]
    pub banner: Option<ShownBanner>,
    /// Whether the reader has chosen pages without scripts.
    pub light: bool,
    /// Whether scripts take the page over.
    pub hydrated: bool,
    /// The address under which the portal is known: `https://portal.example.org`, without a slash at the end.
    pub public_url: String,
    /// The year in the region. Only the server writes it.
    #[serde(skip)]
    pub year: i16,
    /// A request that no route can answer: the status of the page that says so.
    pub fault: Option<u16>,
}

/// The notice above every page, as this reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownBanner {
    /// What it says.
    pub text: String,
    /// The language that it says it in.
    pub language: Language,
    /// What tells it from another: who dismisses it dismisses this one.
    pub key: String,
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

    /// Reads what every page of a language knows.
    ///
    /// # Errors
    /// Those of the store; [`Error::NotFound`] where it is empty.
    pub async fn read(portal: &Portal, language: Language, public_url: String) -> Result<Self, Error> {
        let mut identity = portal.library.identity(language).await?;
        // The page itself never holds an address that can be gathered; the link to write leads to it.
        identity.email = paths::spoken_address(&identity.email, Messages::of(language).at);
        let networks = portal.library.list(&Listing::arranged(Kind::Network, language), portal.clock.now()).await?;
        let now = portal.clock.now();
        let banner = portal.secretariat.banner().await?.filter(|banner| banner.is_shown(now)).and_then(|banner| {
            let (shown, text) = banner.texts.best(language, language)?;
            Some(ShownBanner { text: text.clone(), language: shown, key: banner.key() })
        });
        let names = networks.items.into_iter().map(|network| NetworkName {
            hue: hue(&network),
            slug: network.slug,
            title: network.edition.title,
            language: network.language,
        });
        Ok(Self {
            language,
            identity,
            networks: names.collect(),
            banner,
            reader: None,
            light: false,
            hydrated: true,
            public_url,
            year: region::day_of(now).year(),
            fault: None,
        })
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

/// The address under which the portal is known.
pub fn public_url() -> String {
    use_site().with_value(|site| site.public_url.clone())
}

/// The public address, for calls that come without a page.
#[derive(Debug, Clone)]
pub struct PublicUrl(pub String);

/// Puts the site into context for a call that came without a page: what is drawn for it needs the site's names.
///
/// # Errors
/// Those of the store.
pub async fn provide(portal: &Portal, language: Language) -> Result<(), Error> {
    if use_context::<StoredValue<Site>>().is_none() {
        let PublicUrl(public_url) = expect_context::<PublicUrl>();
        let site = Site::read(portal, language, public_url).await?;
        provide_context(StoredValue::new(site));
    }
    Ok(())
}

/// A network's hue in the steps of 15 degrees that the style sheet has.
pub fn hue(network: &domain::entry::Summary) -> u16 {
    match network.details {
        domain::entry::Details::Network { hue, .. } => (hue % 360) / 15 * 15,
        _ => 0,
    }
}
