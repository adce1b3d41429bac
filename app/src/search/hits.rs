//! What was found, each with the place where the words stand and why it was found.

use domain::Language;
use domain::file::File;
use domain::search::{Hit, Passage};
use jiff::Timestamp;
use leptos::prelude::*;

use crate::entries::present;
use crate::messages::{Messages, SearchWords};
use crate::paths;
use crate::site::use_messages;
use crate::ui::{Badges, Chips, Item};

/// A hit, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitView {
    item: Item,
    passage: Option<PassageView>,
    reasons: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct PassageView {
    passage: Passage,
    /// Where the document opens at its page, its title, and the page in words.
    document: Option<(String, String, String)>,
    is_foreign: bool,
}

impl HitView {
    /// Puts a hit into words; `files` are the documents that passages stand in.
    pub fn of(hit: Hit, files: &[File], language: Language, now: Timestamp) -> Self {
        let words = SearchWords::of(language);
        let mut item = present::item(&hit.summary, language, now);
        item.facts.insert(0, Messages::of(language).kind(hit.summary.kind).to_owned());
        let passage = hit.passage.map(|passage| {
            let document = passage.document.as_ref().and_then(|(uid, page)| {
                let file = files.iter().find(|file| file.uid == *uid)?;
                let title = file.title(language).1.to_owned();
                Some((format!("{}#page={page}", paths::file(file)), title, format!("{} {page}", words.page)))
            });
            PassageView { document, is_foreign: passage.language != language, passage }
        });
        Self { item, passage, reasons: hit.reasons.iter().map(|reason| words.reason(reason)).collect() }
    }
}

/// Hits under headings of the second level.
#[component]
pub fn Hits(hits: Vec<HitView>, language: Language) -> AnyView {
    view! {
        <ul class="items" role="list">
            {hits.into_iter().map(|hit| view! { <HitRow hit language /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn HitRow(hit: HitView, language: Language) -> AnyView {
    let messages = use_messages();
    let item = hit.item;
    let lang = item.foreign.map(Language::code);
    let label = item.foreign.map(|language| view! { <span class="badge">{messages.in_language(language)}</span> });
    let time = item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    let facts = item.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
    let text = match hit.passage {
        Some(passage) => passage_text(passage, language),
        None => view! {
            <p class="item-summary" lang=lang>
                {item.summary}
            </p>
        }
        .into_any(),
    };
    view! {
        <li class="item">
            <h2 class="item-title">
                <a href=item.href lang=item.title_foreign.map(Language::code)>
                    {item.title}
                </a>
            </h2>
            <p class="facts">{time} {facts} <Badges badges=item.badges /> {label}</p>
            {text}
            {(!hit.reasons.is_empty()).then(|| view! { <p class="hit-why">{hit.reasons.join("; ")}</p> })}
            <Chips slugs=item.networks />
        </li>
    }
    .into_any()
}

fn passage_text(view: PassageView, language: Language) -> AnyView {
    let passage = view.passage;
    let mut pieces = Vec::new();
    let mut at = 0;
    for mark in &passage.marks {
        pieces.push(view! { {passage.text[at..mark.start].to_owned()} }.into_any());
        pieces.push(view! { <mark>{passage.text[mark.clone()].to_owned()}</mark> }.into_any());
        at = mark.end;
    }
    let rest = passage.text[at..].to_owned();
    let document = view.document.map(|(href, title, page)| {
        view! {
            <p class="hit-document">
                {SearchWords::of(language).in_document}
                " "
                <a href=href rel="external">
                    {title}
                    ", "
                    {page}
                </a>
            </p>
        }
    });
    view! {
        <p class="item-summary" lang=view.is_foreign.then(|| passage.language.code())>
            {passage.is_cut.0.then_some("… ")}
            {pieces}
            {rest}
            {passage.is_cut.1.then_some(" …")}
        </p>
        {document}
    }
    .into_any()
}
