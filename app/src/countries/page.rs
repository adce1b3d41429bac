//! What stands below the name of a participant.

use domain::entry::Kind;
use leptos::prelude::*;

use super::figures::{CountryFigures, StatedView};
use super::map::{Locator, PlaceView};
use crate::entries::FigureList;
use crate::entries::content::{Contents, DetailList};
use crate::files::{Documents, Lead};
use crate::messages::CountryWords;
use crate::site::{use_language, use_messages};
use crate::ui::{Body, Related, RelatedList};

/// A participant, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryView {
    /// What every entry has: summary, body, facts, documents.
    pub contents: Contents,
    /// Where it lies.
    pub place: Option<PlaceView>,
    /// What is counted of it.
    pub figures: Vec<StatedView>,
    /// Events: the next ones first, then past ones.
    pub events: Related,
    /// Works of the repository.
    pub publications: Related,
    /// News.
    pub news: Related,
    /// Blog posts.
    pub posts: Related,
    /// Videos and galleries; of most countries there are none, and nothing is said of that.
    pub media: Related,
}

/// The page.
#[component]
pub fn CountryContent(country: CountryView) -> AnyView {
    let messages = use_messages();
    let words = CountryWords::of(use_language());
    let contents = country.contents;
    let summary = contents.item.summary;
    // Its own that speak of no country, or of another one.
    let mut rest = contents.figures;
    rest.list.retain(|figure| !country.figures.iter().any(|row| row.is(figure)));
    view! {
        <Lead lead=contents.lead />
        <div class="with-aside">
            <div>
                {(!summary.is_empty()).then(|| view! { <p class="lead">{summary}</p> })} <Body body=contents.body />
                <CountryFigures rows=country.figures />
                <Documents files=contents.documents here=contents.here />
                <FigureList figures=rest />
            </div>
            <aside class="country-aside" aria-label=words.facts>
                {country.place.map(|view| view! { <Locator view /> })}
                <DetailList details=contents.details />
            </aside>
        </div>
        <div class="columns">
            <RelatedList related=country.events title=messages.related_events empty=words.no_events id="related-events" />
            <RelatedList
                related=country.publications
                title=messages.related_publications
                empty=words.no_publications
                id="related-publications"
            />
            <RelatedList related=country.news title=words.related_news empty=words.no_news id="related-news" />
            <RelatedList related=country.posts title=messages.related_posts empty=words.no_posts id="related-posts" />
            {(country.media.total > 0)
                .then(|| {
                    let title = messages.section(Kind::Media);
                    view! { <RelatedList related=country.media title empty="" id="related-media" /> }
                })}
        </div>
    }
    .into_any()
}
