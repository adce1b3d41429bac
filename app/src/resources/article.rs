//! The page of a post or a news item: who wrote it and when, how long it takes, where it stood first, and what to read next.

use leptos::prelude::*;

use super::picture::{Picture, PictureView, Stands};
use crate::entries::content::{Contents, CountryLinks, DetailList};
use crate::entries::{ContactLine, FigureList};
use crate::files::{Documents, Lead};
use crate::messages::ResourceWords;
use crate::site::use_language;
use crate::ui::{Body, Chips, Related, RelatedList, TimeTag};

/// Who wrote a text, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Byline {
    /// The city that news comes from.
    pub(super) dateline: String,
    /// The author, or the author's role, and everything that they have written here.
    pub(super) author: Option<(String, String)>,
    /// The day that it bears.
    pub(super) published: Option<TimeTag>,
    /// The day of the last change, where readers could have seen it before.
    pub(super) updated: Option<TimeTag>,
    /// How long it takes to read.
    pub(super) reading: Option<String>,
    /// Where it appeared first: name and address.
    pub(super) first: Option<(String, String)>,
    /// Who else has a part in it.
    pub(super) credit: String,
}

/// A post or a news item.
#[component]
pub(super) fn Article(
    /// In words.
    contents: Contents,
    /// A lead picture that was drawn for the portal.
    picture: Option<PictureView>,
    /// Who, when and where.
    byline: Byline,
    /// What else there is, with its heading.
    more: Option<(Related, &'static str)>,
) -> AnyView {
    let item = contents.item;
    let picture = picture.map(|picture| {
        view! {
            <figure class="lead-figure">
                <Picture picture stands=Stands::First />
            </figure>
        }
    });
    view! {
        {picture}
        <Lead lead=contents.lead />
        <ByLine byline />
        {(!item.summary.is_empty()).then(|| view! { <p class="lead">{item.summary}</p> })}
        <Chips slugs=item.networks />
        <CountryLinks countries=contents.countries />
        <Body body=contents.body />
        <DetailList details=contents.details />
        <Documents files=contents.documents here=contents.here />
        <FigureList figures=contents.figures />
        <ContactLine contact=contents.contact />
        {more
            .map(|(related, title)| {
                view! { <RelatedList related title empty="" id="more" /> }
            })}
    }
    .into_any()
}

#[component]
fn ByLine(byline: Byline) -> AnyView {
    let words = ResourceWords::of(use_language());
    let author = byline.author.map(|(name, href)| {
        view! {
            <span>
                {words.by} " " <a rel="author" href=href>
                    {name}
                </a>
            </span>
        }
    });
    let published = byline.published.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    let updated = byline.updated.map(|time| {
        view! { <span>{words.updated} " " <time datetime=time.machine>{time.text}</time></span> }
    });
    let dateline = (!byline.dateline.is_empty()).then(|| view! { <span>{byline.dateline}</span> });
    let reading = byline.reading.map(|reading| view! { <span>{reading}</span> });
    let first = byline.first.map(|(name, href)| {
        view! {
            <p class="byline-more">
                {words.first_published} " " <a href=href rel="external">
                    {name}
                </a>
            </p>
        }
    });
    let credit =
        (!byline.credit.is_empty()).then(|| view! { <p class="byline-more">{words.credits} ": " {byline.credit}</p> });
    view! {
        <p class="facts">{published} {updated} {dateline} {author} {reading}</p>
        {first}
        {credit}
    }
    .into_any()
}
