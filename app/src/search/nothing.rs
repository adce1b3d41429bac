//! What a search says beside its hits: how it read the words, what they are taken for, and ways on where there are none.

use domain::Language;
use domain::entry::Kind;
use domain::fold::fold;
use domain::search::{Concept, Found};
use leptos::prelude::*;

use super::facets::Faceted;
use crate::messages::SearchWords;
use crate::paths;
use crate::site::use_messages;

/// How the words were read.
pub struct Hint;

impl Hint {
    /// Says that words were read as others, and what a false friend means.
    pub fn of(words: &str, found: &Found, faceted: &Faceted) -> AnyView {
        let its = SearchWords::of(faceted.language);
        let right = found.respelled.as_deref().unwrap_or(words);
        let respelled = found.respelled.as_ref().map(|read| {
            view! { <p class="note">{its.respelled(words, read)}</p> }
        });
        let mistaken = found.concepts.iter().find_map(|concept| Some((*concept, other(concept, right)?)));
        let mistaken = mistaken.map(|(concept, other)| {
            let name = other.name(faceted.language);
            view! {
                <p class="note">
                    {its.mistaken(concept, other)} " "
                    <a href=faceted.with_all(&[("q", &name.to_lowercase()), ("any", "")])>{its.search_for(name)}</a>
                </p>
            }
        });
        view! {
            {respelled}
            {mistaken}
        }
        .into_any()
    }
}

/// What a concept is taken for, where one of its doubtful terms was typed.
fn other(concept: &Concept, words: &str) -> Option<&'static Concept> {
    let mistake = concept.mistaken.as_ref()?;
    let typed = format!(" {} ", fold(words));
    let is_typed = mistake.terms.iter().any(|term| typed.contains(&format!(" {term} ")));
    Concept::of_key(mistake.other).filter(|_| is_typed)
}

/// Where a reader may go who has found nothing.
pub struct WaysOn {
    /// Words that may be meant, how many entries have them, and where these are.
    pub offer: Option<(String, usize, String)>,
    /// How many entries have one of the words at least, and where they are.
    pub any: Option<(usize, String)>,
    /// Where the same words are looked for everywhere.
    pub everywhere: Option<String>,
}

/// That nothing was found, and ways on.
#[component]
pub fn Nothing(ways_on: WaysOn, language: Language) -> AnyView {
    let messages = use_messages();
    let words = SearchWords::of(language);
    view! {
        <p class="lead">{words.nothing}</p>
        <p>{words.nothing_hint}</p>
        <ul class="ways-on">
            {ways_on
                .offer
                .map(|(offer, total, href)| {
                    view! {
                        <li>
                            <a href=href>{words.offer(&offer, total)}</a>
                        </li>
                    }
                })}
            {ways_on.any.map(|(total, href)| view! { <li><a href=href>{words.any_of(total)}</a></li> })}
            {ways_on.everywhere.map(|href| view! { <li><a href=href>{words.without_filters}</a></li> })}
            {[Kind::Network, Kind::Event, Kind::Publication]
                .map(|kind| view! { <li><a href=paths::list(language, kind)>{messages.section(kind)}</a></li> })
                .collect_view()}
            <li>
                <a href=paths::write_to(language, paths::OFFICE) rel="external nofollow">
                    {words.ask_the_office}
                </a>
            </li>
        </ul>
    }
    .into_any()
}
