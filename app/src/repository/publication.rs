//! What stands below the title of a publication: what it says comes first, its files second.

use leptos::prelude::*;
use serde_json::Value as Json;

use super::cite::{Citations, HowToCite};
use super::facts::{Editions, Fact, FactList, Value};
use crate::entries::{FigureList, Figures};
use crate::files::{Documents, FileLine, Lead, LeadView};
use crate::messages::RepositoryWords;
use crate::site::{use_language, use_messages};
use crate::ui::{Body, BodyView, Chips, Icon, Item, LinkedData};

/// A publication, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// As a list shows it.
    pub item: Item,
    /// Its lead picture.
    pub lead: Option<LeadView>,
    /// Its abstract and key points.
    pub body: BodyView,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// The languages that it exists in beside the one at hand.
    pub editions: Vec<Value>,
    /// Its documents, as the reader at hand sees them.
    pub documents: Vec<FileLine>,
    /// How often its documents were downloaded, where that is worth telling.
    pub downloaded: Option<String>,
    /// Where it can be read elsewhere.
    pub link: Option<String>,
    /// How to cite it.
    pub citations: Option<Citations>,
    /// Its numbers.
    pub figures: Figures,
    /// The same for machines.
    pub linked: Option<Json>,
    /// Its own address.
    pub here: String,
}

/// Other versions of a work: title and address of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// Newer ones.
    pub newer: Vec<(String, String)>,
    /// Older ones.
    pub older: Vec<(String, String)>,
}

/// The page of a publication, below its title.
#[component]
pub fn PublicationContent(publication: Publication, versions: Versions) -> AnyView {
    let words = RepositoryWords::of(use_language());
    let messages = use_messages();
    let item = publication.item;
    let facts = item.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
    let link = publication.link.map(|link| {
        view! {
            <p>
                <a class="button" href=link rel="external">
                    <Icon name="external" />
                    {messages.go_to_source}
                </a>
            </p>
        }
    });
    view! {
        <Lead lead=publication.lead />
        <VersionNote name=words.newer works=versions.newer class="note" />
        <p class="facts">{facts}</p>
        <Chips slugs=item.networks />
        <section class="work-part" aria-labelledby="abstract">
            <h2 id="abstract">{words.summary}</h2>
            {(!item.summary.is_empty()).then(|| view! { <p class="lead">{item.summary}</p> })}
            <Body body=publication.body />
        </section>
        {link}
        <Documents files=publication.documents here=publication.here preview=true />
        {publication.downloaded.map(|times| view! { <p class="hint">{times}</p> })}
        <Editions editions=publication.editions />
        <VersionNote name=words.older works=versions.older class="" />
        <section class="work-part" aria-labelledby="about-work">
            <h2 id="about-work">{words.about_work}</h2>
            <FactList facts=publication.facts />
        </section>
        {publication.citations.map(|citations| view! { <HowToCite citations /> })}
        <FigureList figures=publication.figures />
        {publication.linked.map(|data| view! { <LinkedData data /> })}
    }
    .into_any()
}

#[component]
fn VersionNote(name: &'static str, works: Vec<(String, String)>, class: &'static str) -> AnyView {
    if works.is_empty() {
        return ().into_any();
    }
    let works = works.into_iter().map(|(title, href)| view! { " " <a href=href>{title}</a> });
    view! {
        <p class=class>
            <strong>{name} ":"</strong>
            {works.collect_view()}
        </p>
    }
    .into_any()
}
