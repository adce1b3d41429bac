//! What stands below the title of an entry's page.

use domain::entry::{Kind, Summary};
use leptos::prelude::*;

use super::present::ContactView;
use super::{FigureList, Figures};
use crate::files::{Documents, FileLine, Lead, LeadView};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Body, BodyView, Chips, Icon, Item};

/// An entry, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// What it is.
    pub kind: Kind,
    /// Day, facts and networks, as a list shows them.
    pub item: Item,
    /// The countries that it is about: name and address.
    pub countries: Vec<(String, String)>,
    /// The body.
    pub body: BodyView,
    /// Its numbers.
    pub figures: Figures,
    /// The role contact.
    pub contact: Option<ContactView>,
    /// A way out: where it can be read or joined.
    pub link: Option<String>,
    /// Facts with their names.
    pub details: Vec<(String, String)>,
    /// Its documents, as the reader at hand sees them.
    pub documents: Vec<FileLine>,
    /// Its lead picture, where it is one of the library.
    pub lead: Option<LeadView>,
    /// Its own address.
    pub here: String,
}

/// Posts, news, courses, countries, About pages.
#[component]
pub fn EntryContent(contents: Contents) -> AnyView {
    let item = contents.item;
    let time = item.time.map(|time| view! { <time datetime=time.machine>{time.text}</time> });
    // Courses and countries say their facts in a table below, with their names.
    let facts = matches!(contents.kind, Kind::Post | Kind::News)
        .then(|| item.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view());
    let meta = (time.is_some() || facts.is_some()).then(|| view! { <p class="facts">{time} {facts}</p> });
    view! {
        <Lead lead=contents.lead />
        {meta}
        {(!item.summary.is_empty()).then(|| view! { <p class="lead">{item.summary}</p> })}
        <Chips slugs=item.networks />
        <CountryLinks countries=contents.countries />
        <DetailList details=contents.details />
        {contents.link.map(|link| view! { <p><SourceLink link class="button" /></p> })}
        <Body body=contents.body />
        <Documents files=contents.documents here=contents.here />
        <FigureList figures=contents.figures />
        <ContactLine contact=contents.contact />
    }
    .into_any()
}

/// The countries that an entry is about, each leading to its page.
#[component]
pub fn CountryLinks(countries: Vec<(String, String)>) -> AnyView {
    if countries.is_empty() {
        return ().into_any();
    }
    let messages = use_messages();
    let label = if countries.len() == 1 { messages.country } else { messages.countries };
    view! {
        <p class="country-links">
            {label} ": "
            {countries
                .into_iter()
                .enumerate()
                .map(|(place, (name, href))| {
                    view! { {(place > 0).then_some(", ")} <a href=href>{name}</a> }
                })
                .collect_view()}
        </p>
    }
    .into_any()
}

/// The role that knows more, and how to write to it; nothing where there is none.
#[component]
pub fn ContactLine(contact: Option<ContactView>) -> AnyView {
    let messages = use_messages();
    contact
        .map(|contact| {
            view! {
                <p class="contact-line">
                    {messages.contact} ": " {contact.role} ", "
                    <a href=contact.href rel="external nofollow">
                        {contact.address}
                    </a>
                </p>
            }
        })
        .into_any()
}

/// An event, below when and where.
#[component]
pub fn EventContent(
    /// In words.
    contents: Contents,
    /// Its programme, drawn.
    programme: AnyView,
) -> AnyView {
    let item = contents.item;
    view! {
        <Lead lead=contents.lead />
        {(!item.summary.is_empty()).then(|| view! { <p class="lead">{item.summary}</p> })}
        <Chips slugs=item.networks />
        <CountryLinks countries=contents.countries />
        <Body body=contents.body />
        {programme}
        <Documents files=contents.documents here=contents.here />
        <FigureList figures=contents.figures />
        <DetailList details=contents.details />
        {contents.link.map(|link| view! { <p><SourceLink link class="" /></p> })}
    }
    .into_any()
}

#[component]
fn SourceLink(link: String, class: &'static str) -> AnyView {
    let messages = use_messages();
    view! {
        <a class=class href=link rel="external">
            <Icon name="external" />
            {messages.go_to_source}
        </a>
    }
    .into_any()
}

/// Facts with their names.
#[component]
pub fn DetailList(details: Vec<(String, String)>) -> AnyView {
    if details.is_empty() {
        return ().into_any();
    }
    view! {
        <dl class="details">
            {details
                .into_iter()
                .map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> })
                .collect_view()}
        </dl>
    }
    .into_any()
}

/// An honest word for an entry that does not exist in this language: it says so, and offers the original.
#[component]
pub fn MissingEdition(summary: Summary) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let original = summary.language;
    let href = paths::entry(original, summary.kind, &summary.slug);
    view! {
        <p class="lead">{messages.only_in(original)}</p>
        <p lang=original.code()>{summary.edition.summary}</p>
        <p>
            <a class="button" href=href rel="external" hreflang=original.code()>
                {messages.read_in(original)}
            </a>
        </p>
        <p>
            <a href=paths::list(language, summary.kind)>{messages.see_all(summary.kind)}</a>
        </p>
    }
    .into_any()
}
