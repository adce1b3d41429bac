//! Media: a list of pictures that lead to their pages, galleries that every key reaches, and what is shown elsewhere, of which
//! nothing is loaded before a reader follows the link. Nothing plays by itself, for nothing plays here.

use domain::Language;
use domain::block::BlockKind;
use domain::entry::{Details, Entry, Summary};
use domain::markdown::picture_in;
use domain::media::MediaForm;
use leptos::prelude::*;

use super::picture::{Picture, PictureView, Stands};
use crate::entries::FigureList;
use crate::entries::content::{Contents, CountryLinks};
use crate::files::{Documents, Lead};
use crate::messages::{Messages, ResourceWords, minutes_long, picture_of};
use crate::site::{use_language, use_messages};
use crate::ui::{Body, BodyView, Chips, Icon, Item};

/// A row of the list: what every list shows, and its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MediaRow {
    /// What every list shows.
    pub(super) item: Item,
    /// Its picture.
    pub(super) picture: Option<PictureView>,
}

/// The rows.
#[component]
pub(super) fn MediaRows(rows: Vec<MediaRow>, empty: &'static str) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    view! {
        <ul class="media-rows" role="list">
            {rows.into_iter().map(|row| view! { <Row row /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Row(row: MediaRow) -> AnyView {
    let messages = use_messages();
    let item = row.item;
    let lang = item.foreign.map(Language::code);
    let label = item.foreign.map(|language| view! { <span class="badge">{messages.in_language(language)}</span> });
    let time = item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    let facts = item.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
    view! {
        <li class="media-row">
            {row.picture.map(|picture| view! { <Picture picture stands=Stands::InRow /> })}
            <h2 class="item-title">
                <a href=item.href lang=lang>
                    {item.title}
                </a>
            </h2>
            <p class="facts">{time} {facts} {label}</p>
            <p class="item-summary" lang=lang>
                {item.summary}
            </p>
        </li>
    }
    .into_any()
}

/// What a media entry is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MediaView {
    form: MediaForm,
    /// A lead picture that was drawn for the portal.
    picture: Option<PictureView>,
    /// The pictures of a gallery.
    pictures: Vec<PictureView>,
    /// The body without them.
    body: BodyView,
    /// Where it is shown or heard: the address, and the name of the site.
    link: Option<(String, String)>,
    /// Length and languages of captions, in words.
    facts: Vec<(&'static str, String)>,
    /// Who made it.
    credit: String,
}

impl MediaView {
    /// Puts a media entry into words; `cards` are the figures that its sentences may open.
    pub(super) fn of(entry: &Entry, cards: &[String], language: Language) -> Self {
        let words = ResourceWords::of(language);
        let (form, link, minutes, captions) = match &entry.summary.details {
            Details::Media { form, link, minutes, captions } => (*form, link.clone(), *minutes, captions.clone()),
            _ => (MediaForm::Picture, None, None, Vec::new()),
        };
        let (mut pictures, mut rest) = (Vec::new(), Vec::new());
        for block in &entry.blocks {
            let shown = block.shown(language, entry.source).filter(|_| block.kind == BlockKind::Picture);
            let picture = shown.and_then(|shown| picture_in(shown.markdown));
            match picture.and_then(|(address, alt)| PictureView::of_body(&address, alt, &entry.files)) {
                Some(picture) => pictures.push(picture),
                None => rest.push(block.clone()),
            }
        }
        let mut facts = Vec::new();
        if form.lasts() {
            facts.extend(minutes.map(|minutes| (words.length, minutes_long(minutes, language))));
            let named = Messages::of(language).language_names(&captions);
            facts.push((words.captions, if named.is_empty() { words.no_captions.to_owned() } else { named }));
        }
        Self {
            form,
            // A gallery begins with its own pictures.
            picture: PictureView::drawn_lead(entry).filter(|_| form != MediaForm::Gallery),
            pictures,
            body: BodyView::of(&rest, (&entry.files, cards), (language, entry.source), false),
            link: link.map(|link| (host(&link).to_owned(), link)),
            facts,
            credit: entry.summary.edition.words.credit.clone(),
        }
    }
}

/// The name of the site in an address.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Where a media entry leads when it was drawn for the portal: its picture, for machines.
pub(super) fn lead_of(summary: &Summary) -> Option<PictureView> {
    summary.picture.as_deref().map(PictureView::thumbnail)
}

/// The page of a media entry.
#[component]
pub(super) fn MediaContent(contents: Contents, media: MediaView) -> AnyView {
    let words = ResourceWords::of(use_language());
    let item = contents.item;
    let time = item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    let form = media.form;
    let lead = media.picture.map(|picture| {
        let alt = picture.alt.clone();
        view! {
            <figure class="lead-figure">
                <Picture picture stands=Stands::First />
                {(form == MediaForm::Picture).then(|| view! { <figcaption>{alt}</figcaption> })}
            </figure>
        }
    });
    let credit =
        (!media.credit.is_empty()).then(|| view! { <p class="byline-more">{words.credits} ": " {media.credit}</p> });
    let facts = media.facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> });
    let facts = facts.collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <dl class="details">{facts}</dl> });
    let link = media.link.map(|(host, href)| {
        view! {
            <p>
                <a class="button" href=href rel="external">
                    <Icon name="external" />
                    {words.open_at(form, &host)}
                </a>
            </p>
            <p class="hint">{words.elsewhere}</p>
        }
    });
    let (has_body, body) = (!media.body.blocks.is_empty(), media.body);
    let text = match (form.lasts(), has_body) {
        (true, true) => view! {
            <details class="transcript">
                <summary>{words.transcript}</summary>
                <Body body />
            </details>
        }
        .into_any(),
        (true, false) => view! { <h2>{words.transcript}</h2> <p>{words.no_transcript}</p> }.into_any(),
        (false, _) => view! { <Body body /> }.into_any(),
    };
    view! {
        <p class="facts">{time} <span>{words.form(form)}</span></p>
        {lead}
        <Lead lead=contents.lead />
        {(!item.summary.is_empty()).then(|| view! { <p class="lead">{item.summary}</p> })}
        {credit}
        <Chips slugs=item.networks />
        <CountryLinks countries=contents.countries />
        {link}
        {facts}
        {text}
        <Gallery pictures=media.pictures />
        <Documents files=contents.documents here=contents.here />
        <FigureList figures=contents.figures />
    }
    .into_any()
}

/// Small pictures that lead to the large ones below, each of which leads on to the next and back. Links alone, so that every
/// key that follows links is a key of the gallery.
#[component]
fn Gallery(pictures: Vec<PictureView>) -> AnyView {
    if pictures.is_empty() {
        return ().into_any();
    }
    let language = use_language();
    let (words, messages) = (ResourceWords::of(language), use_messages());
    let count = pictures.len();
    let small = pictures.iter().cloned().enumerate().map(|(at, picture)| {
        let name = format!("{}: {}", picture_of(at + 1, count, language), picture.alt);
        let picture = picture.without_words();
        view! {
            <li>
                <a href=format!("#picture-{}", at + 1) rel="external" aria-label=name>
                    <Picture picture stands=Stands::InRow />
                </a>
            </li>
        }
    });
    let small = small.collect::<Vec<_>>();
    let large = pictures.into_iter().enumerate().map(|(at, picture)| {
        let to = |number: usize, text: &'static str| {
            view! {
                <a href=format!("#picture-{number}") rel="external">
                    {text}
                </a>
            }
        };
        let credit = (!picture.credit.is_empty()).then(|| view! { <em>{picture.credit.clone()}</em> });
        let (src, alt) = (picture.src.clone(), picture.alt.clone());
        view! {
            <figure id=format!("picture-{}", at + 1) tabindex="-1">
                <Picture picture stands=Stands::Below />
                <figcaption>
                    <p>
                        {alt} " " {credit}
                    </p>
                    <p class="gallery-links">
                        <span>{picture_of(at + 1, count, language)}</span>
                        {(at > 0).then(|| to(at, messages.previous))}
                        {(at + 1 < count).then(|| to(at + 2, messages.next))}
                        <a href="#pictures" rel="external">
                            {words.all_pictures}
                        </a>
                        <a href=src rel="external">
                            {words.whole_picture}
                        </a>
                    </p>
                </figcaption>
            </figure>
        }
    });
    let large = large.collect::<Vec<_>>();
    view! {
        <section class="gallery" aria-labelledby="pictures">
            <h2 id="pictures" tabindex="-1">
                {words.pictures}
            </h2>
            <ul class="gallery-small" role="list">
                {small}
            </ul>
            {large}
        </section>
    }
    .into_any()
}
