//! What a page asks the portal for, and what it gets: one server function and one resource for every page.
//!
//! An answer travels as text and is read by the page that asked, in its own lazy chunk. The first module that a browser
//! fetches so holds none of the pages' data types; with one function and one resource for each page it was a third larger.
//! Beside the text travel the drawings: the parts of the page that are only read ([`crate::ui::Drawn`]).

use std::sync::{Arc, OnceLock};

use domain::entry::Kind;
use domain::request::EventRequest;
use domain::{Error, Language, Portal};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use leptos_router::hooks::{use_location, use_params_map};
use leptos_router::params::ParamsMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::own::OwnAsk;
use crate::paths;
use crate::site::use_language;
use crate::ui::Drawings;

/// What a page may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// The home page.
    Home,
    /// The list of networks.
    Networks,
    /// A network; `view` as typed.
    Network { slug: String, view: String },
    /// The calendar.
    Calendar(EventRequest),
    /// An event.
    Event { slug: String },
    /// A list of entries; the query as it stands.
    List { kind: Kind, query: String },
    /// An entry; the query of its address, as it stands.
    Entry { kind: Kind, slug: String, query: String },
    /// A search: the query of its address, as it stands.
    Search { query: String },
    /// A page of accounts or of the desk: the path after the language, and the query, as they stand.
    Own { path: String, query: String },
    /// Something that does not exist.
    Nothing,
}

/// Where a call that comes without a page leaves word of the public page that it asks for. On the server only.
#[derive(Debug, Clone, Default)]
pub struct Asked(Arc<OnceLock<(String, Language)>>);

impl Asked {
    /// The path of the page below its language, and that language; none where it is no public one, or nothing was asked.
    pub fn page(&self) -> Option<(String, Language)> {
        self.0.get().cloned()
    }

    /// Leaves word of what is asked for.
    pub fn note(&self, ask: &Ask, language: Language) {
        let entry = |kind: Kind, slug: &str| match slug {
            paths::ABOUT if kind == Kind::Page => paths::segment(kind).to_owned(),
            slug => format!("{}/{slug}", paths::segment(kind)),
        };
        let path = match ask {
            Ask::Home => String::new(),
            Ask::Networks => paths::segment(Kind::Network).to_owned(),
            Ask::Network { slug, .. } => entry(Kind::Network, slug),
            Ask::Calendar(_) => paths::segment(Kind::Event).to_owned(),
            Ask::Event { slug } => entry(Kind::Event, slug),
            Ask::List { kind, .. } => paths::segment(*kind).to_owned(),
            Ask::Entry { kind, slug, .. } => entry(*kind, slug),
            Ask::Search { .. } => "search".to_owned(),
            Ask::Own { .. } | Ask::Nothing => return,
        };
        let _ = self.0.set((path, language));
    }
}

/// A page's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    text: String,
    /// In a page that comes whole they stand already, so they are not written into it a second time.
    #[serde(skip)]
    drawings: Drawings,
}

impl Answer {
    /// What was drawn for the page.
    pub fn drawings(&self) -> Drawings {
        self.drawings.clone()
    }

    /// The data that the page asked for.
    ///
    /// # Errors
    /// [`Failure::Connection`] where it makes no sense: a page and a server of different versions.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_str(&self.text).map_err(|_cause| Failure::Connection)
    }
}

/// Answers what a page asks: its text, and its drawings.
#[server(prefix = "/fn", endpoint = "page", input = GetUrl)]
pub async fn load(ask: Ask, language: Language) -> Result<(String, Vec<String>), Failure> {
    let portal = crate::site::portal()?;
    if let Some(asked) = use_context::<Asked>() {
        asked.note(&ask, language);
    }
    crate::site::provide(&portal, language).await?;
    answer(&portal, ask, language).await
}

/// Leads each question to the feature that answers it.
///
/// # Errors
/// Those of the feature.
pub async fn answer(portal: &Portal, ask: Ask, language: Language) -> Result<(String, Vec<String>), Failure> {
    let mut drawings = Drawings::default();
    let ink = &mut drawings;
    let visited = match &ask {
        Ask::Network { slug, .. } => Some((Kind::Network, slug.clone())),
        Ask::Event { slug } => Some((Kind::Event, slug.clone())),
        Ask::Entry { kind, slug, .. } => Some((*kind, slug.clone())),
        _ => None,
    };
    let text = match ask {
        Ask::Home => text(&crate::home::compose::home(portal, language, ink).await?),
        Ask::Network { slug, view } => {
            text(&crate::networks::compose::network(portal, slug, view, language, ink).await?)
        }
        Ask::Networks => text(&crate::networks::compose::networks(portal, language, ink).await?),
        Ask::Calendar(request) => text(&crate::events::compose::calendar(portal, request, language, ink).await?),
        Ask::Event { slug } => text(&crate::events::compose::event(portal, slug, language, ink).await?),
        Ask::List { kind, query } => text(&crate::entries::compose::list(portal, kind, &query, language, ink).await?),
        Ask::Entry { kind, slug, query } => {
            text(&crate::entries::compose::entry(portal, kind, slug, query, language, ink).await?)
        }
        Ask::Search { query } => text(&crate::search::compose::search(portal, &query, language, ink).await?),
        Ask::Own { path, query } => match crate::own::read(&path, &query).ok_or(Error::NotFound)? {
            OwnAsk::Dashboard { done } => {
                text(&crate::account::dashboard_compose::dashboard(portal, &done, language, ink).await?)
            }
            OwnAsk::Account(asked) => text(&crate::account::compose::account(portal, asked, language, ink).await?),
            OwnAsk::Desk(asked) => text(&crate::desk::compose::desk(portal, asked, language, ink).await?),
        },
        Ask::Nothing => return Err(Failure::Domain(Error::NotFound)),
    };
    if let Some((kind, slug)) = visited {
        crate::notices::compose::visited(portal, kind, &slug).await?;
    }
    Ok((text?, drawings.into()))
}

fn text(view: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(view).map_err(|_cause| Failure::Connection)
}

/// A page's data.
pub type Page = Resource<Result<Answer, Failure>>;

/// The parts of an address that a page reads its question from.
#[derive(Debug)]
pub struct Address {
    path: String,
    params: ParamsMap,
    query: ParamsMap,
    search: String,
}

impl Address {
    /// A segment of the path; empty where the route has none of this name.
    pub fn segment(&self, name: &str) -> String {
        self.params.get(name).unwrap_or_default()
    }

    /// The query, as it stands.
    pub fn query(&self) -> String {
        self.search.clone()
    }

    /// The question of a page of accounts or of the desk: the server reads it.
    pub fn own(&self) -> Ask {
        let below = self.path.trim_matches('/').split_once('/').map_or("", |(_, below)| below);
        Ask::Own { path: below.to_owned(), query: self.search.clone() }
    }

    /// A parameter; empty where there is none.
    pub fn parameter(&self, name: &str) -> String {
        self.query.get(name).unwrap_or_default()
    }
}

/// Asks what the address says; again when it changes. While another page is on its way, a page that is being left does
/// not ask again.
pub fn ask(question: fn(&Address) -> Ask) -> Page {
    let language = use_language();
    let (location, params) = (use_location(), use_params_map());
    // The router sets them only while this page stays: for another network, another list, but not for another page.
    let page = Memo::new(move |_| {
        // Read, for a memo that is only tracked counts as changed once somebody else reads it first.
        params.with(|_| ());
        location.pathname.get_untracked()
    });
    let asked = Memo::new(move |before: Option<&Ask>| match before {
        Some(before) if location.pathname.get() != page.get() => before.clone(),
        _ => question(&Address {
            path: page.get(),
            params: params.get(),
            query: location.query.get(),
            search: location.search.get(),
        }),
    });
    Resource::new(move || asked.get(), move |ask| fetch(ask, language))
}

/// Asks once.
///
/// # Errors
/// Those of the portal, and of the way to it.
pub async fn fetch(ask: Ask, language: Language) -> Result<Answer, Failure> {
    let (text, drawings) = load(ask, language).await?;
    Ok(Answer { text, drawings: drawings.into() })
}
