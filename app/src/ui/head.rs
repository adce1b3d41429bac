//! The top of a page: what the document's head says, the breadcrumb and the one `h1`.

use std::collections::HashSet;

use domain::Language;
use domain::entry::Kind;
use leptos::html::H1;
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

use super::linked_data;
use crate::http::{ON_SERVER, title_text};
use crate::layout::RouteWatch;
use crate::paths;
use crate::site::{use_messages, use_site};

/// A step of the breadcrumb.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crumb {
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
}

impl Crumb {
    /// A step.
    pub fn new(title: impl Into<String>, href: String) -> Self {
        Self { title: title.into(), href }
    }

    /// The list of a kind.
    pub fn list(kind: Kind) -> Self {
        let site = use_site();
        site.with_value(|site| Self::new(site.messages().section(kind), paths::list(site.language, kind)))
    }
}

/// In which languages a page exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// In every language of the portal.
    Everywhere,
    /// In these.
    In(Vec<Language>),
    /// It is an answer to one reader (search, errors): not for search engines.
    Unlisted,
}

/// Title, description, canonical address and twins for the head; breadcrumb and `h1` for the page.
#[component]
pub fn PageHead(
    /// The `h1`; also the document's title, with the site's name.
    title: String,
    /// The language of the title, where it is not the page's.
    #[prop(default = None)]
    foreign: Option<Language>,
    /// One or two sentences for search engines and previews.
    #[prop(optional, into)]
    description: String,
    /// The steps between home and this page.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// In which languages it exists.
    #[prop(default = Published::Everywhere)]
    published: Published,
    /// A picture for previews: a path on this site.
    #[prop(default = None)]
    picture: Option<String>,
) -> AnyView {
    if ON_SERVER && published != Published::Unlisted && is_first("breadcrumb") {
        name_steps(&crumbs, &title);
    }
    view! {
        <DocumentHead title=title.clone() description published picture />
        <Breadcrumb crumbs title=title.clone() foreign />
        <Heading title foreign />
    }
    .into_any()
}

/// What goes into the document's head.
#[component]
pub fn DocumentHead(
    /// The document's title, to which the site's short name is added.
    title: String,
    /// One or two sentences for search engines and previews.
    description: String,
    /// In which languages it exists.
    #[prop(default = Published::Everywhere)]
    published: Published,
    /// A picture for previews: a path on this site.
    #[prop(default = None)]
    picture: Option<String>,
) -> AnyView {
    let name = use_site().with_value(|site| site.identity.short_name.clone());
    let text = title_text(&format!("{title} · {name}"));
    if ON_SERVER && is_first("page") {
        // Drawing it hands the elements over to the head; nothing comes of it here.
        for_machines(title, description, published, picture).to_html();
    }
    view! { <Title text /> }.into_any()
}

/// What was written into the head of the page so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeadWritten(StoredValue<HashSet<String>>);

/// The server may draw a view twice, while its data arrives; the head is told once.
fn is_first(what: &str) -> bool {
    let written = expect_context::<HeadWritten>();
    written.0.try_update_value(|written| written.insert(what.to_owned())).unwrap_or(true)
}

/// A tag of the head, as machines read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub content: String,
}

impl Tag {
    /// A tag.
    pub fn new(name: &'static str, content: impl Into<String>) -> Self {
        Self { name, content: content.into() }
    }
}

/// Hands tags over to the head of the page, once; and what the first part of their names stands for: relation and address. Where
/// there is no page, as in an answer to a script, nothing comes of it.
pub fn into_head((relation, vocabulary): (&'static str, &'static str), tags: Vec<Tag>) {
    if ON_SERVER && use_context::<HeadWritten>().is_some() && is_first(relation) {
        let tags = tags.into_iter().map(|tag| view! { <Meta name=tag.name content=tag.content /> });
        view! { <Link rel=relation href=vocabulary /> {tags.collect_view()} }.into_any().to_html();
    }
}

/// What search engines and previews read: written into the page by the server, of no use to a page in the browser.
fn for_machines(title: String, description: String, published: Published, picture: Option<String>) -> AnyView {
    let location = use_location();
    let path = location.pathname.get_untracked();
    let query = location.search.get_untracked();
    let (language, public_url) = use_site().with_value(|site| (site.language, site.public_url.clone()));
    let at = |language| format!("{public_url}{}", paths::twin(language, &path, ""));
    let languages = match &published {
        Published::Everywhere => Language::ALL.to_vec(),
        Published::In(languages) => languages.clone(),
        Published::Unlisted => Vec::new(),
    };
    let here = languages.contains(&language);
    let canonical = languages.first().map(|first| at(if here { language } else { *first }));
    let twins = (here && languages.len() > 1).then(|| {
        let links = languages.iter().map(|language| {
            view! { <Link rel="alternate" hreflang=language.code() href=at(*language) /> }
        });
        view! {
            {links.collect_view()}
            <Link rel="alternate" hreflang="x-default" href=at(languages[0]) />
        }
    });
    // Pages of a list beyond the first, filters and the parallel view are the same page to a search engine.
    let listed = here && query.is_empty();
    view! {
        {(!description.is_empty())
            .then(|| {
                view! {
                    <Meta name="description" content=description.clone() />
                    <Meta property="og:description" content=description />
                }
            })}
        {(!listed).then(|| view! { <Meta name="robots" content="noindex" /> })}
        {canonical.map(|href| view! { <Link rel="canonical" href=href.clone() /> <Meta property="og:url" content=href /> })}
        {twins}
        <Meta property="og:title" content=title />
        <Meta property="og:type" content="website" />
        <Meta property="og:locale" content=language.code() />
        {picture.map(|path| view! { <Meta property="og:image" content=format!("{public_url}{path}") /> })}
    }
    .into_any()
}

/// The breadcrumb for machines.
fn name_steps(crumbs: &[Crumb], title: &str) {
    let here = use_location().pathname.get_untracked();
    let steps = crumbs.iter().map(|crumb| (crumb.title.clone(), crumb.href.clone()));
    let steps = steps.chain([(title.to_owned(), here)]);
    linked_data::into_head(use_site().with_value(|site| linked_data::breadcrumb(site, steps)));
}

#[component]
fn Breadcrumb(crumbs: Vec<Crumb>, title: String, foreign: Option<Language>) -> AnyView {
    let messages = use_messages();
    let home = use_site().with_value(|site| paths::home(site.language));
    view! {
        <nav class="breadcrumb" aria-label=messages.breadcrumb>
            <ol role="list">
                <li>
                    <a href=home>{messages.home}</a>
                </li>
                {crumbs.into_iter().map(|crumb| view! { <li><a href=crumb.href>{crumb.title}</a></li> }).collect_view()}
                <li>
                    <span aria-current="page" lang=foreign.map(Language::code)>
                        {title}
                    </span>
                </li>
            </ol>
        </nav>
    }
    .into_any()
}

/// A feed or file of the same matter, named in the document's head.
pub fn alternate(kind: &'static str, title: String, href: String) {
    if ON_SERVER && is_first(&href) {
        view! { <Link rel="alternate" type_=kind title href /> }.into_any().to_html();
    }
}

/// The `h1`. After a navigation it takes the focus and its text is announced.
#[component]
pub fn Heading(title: String, #[prop(default = None)] foreign: Option<Language>) -> AnyView {
    let node = NodeRef::<H1>::new();
    let watch = expect_context::<RouteWatch>();
    let text = title.clone();
    Effect::new(move || {
        if let Some(heading) = node.get() {
            watch.page_shown(&heading, &text);
        }
    });
    view! {
        <h1 node_ref=node tabindex="-1" lang=foreign.map(Language::code)>
            {title}
        </h1>
    }
    .into_any()
}
