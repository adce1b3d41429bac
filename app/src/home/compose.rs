//! Puts the home page together.

use domain::entry::Kind;
use domain::listing::{EventListing, Listing, When};
use domain::{Language, Portal};
use leptos::prelude::*;

use super::sections::{Contents, Sections};
use super::view::HomeView;
use crate::entries::compose::country_names;
use crate::entries::present;
use crate::failure::Failure;
use crate::ui::linked_data::website;
use crate::ui::{Drawings, LinkedData};

/// The home page.
///
/// # Errors
/// Those of the store.
pub async fn home(portal: &Portal, language: Language, ink: &mut Drawings) -> Result<HomeView, Failure> {
    let now = portal.clock.now();
    let newest = async |kind| {
        let listed = portal.library.list(&Listing::newest(kind, language, 3), now).await?;
        Ok::<_, domain::Error>(present::items(&listed.items, language, now))
    };
    let next = EventListing { when: Some(When::Next), held_first: true, ..EventListing::all(language, 4) };
    let events = portal.library.events(&next, now).await?;
    let contents = Contents {
        countries: country_names(portal, language, now).await?,
        events: present::items(&events.items, language, now),
        posts: newest(Kind::Post).await?,
        news: newest(Kind::News).await?,
        publications: newest(Kind::Publication).await?,
    };
    Ok(HomeView { sections: ink.draw(view! { <Sections contents /> <LinkedData data=website() /> }.into_any()) })
}
