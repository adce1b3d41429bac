//! What a page asks the portal for, and what it gets: one server function and one resource for every page.
//!
//! An answer travels as text and is read by the page that asked, in its own lazy chunk. The first module that a browser
//! fetches so holds none of the pages' data types; with one function and one resource for each page it was a third larger.

use std::sync::Arc;

use domain::entry::Kind;
use domain::request::{EventRequest, ListRequest};
use domain::{Error, Language, Portal};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use leptos_router::hooks::{use_location, use_params_map, use_query_map};
use leptos_router::params::ParamsMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::site::use_language;

/// What a page may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// The home page.
    Home,
    /// A network; `view` as typed.
    Network { slug: String, view: String },
    /// The calendar.
    Calendar(EventRequest),
    /// An event.
    Event { slug: String },
    /// A list of entries.
    List { kind: Kind, request: ListRequest },
    /// An entry.
    Entry { kind: Kind, slug: String },
    /// A search.
    Search { typed: String },
    /// Something that does not exist.
    Nothing,
}

/// A page's data on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer(String);

impl Answer {
    fn of<T: Serialize>(view: Result<T, Failure>) -> Result<Self, Failure> {
        serde_json::to_string(&view?).map(Self).map_err(|_cause| Failure::Connection)
    }

    /// The data that the page asked for.
    ///
    /// # Errors
    /// [`Failure::Connection`] where it makes no sense: a page and a server of different versions.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_str(&self.0).map_err(|_cause| Failure::Connection)
    }
}

/// Answers what a page asks.
#[server(prefix = "/fn", endpoint = "page", input = GetUrl)]
pub async fn load(ask: Ask, language: Language) -> Result<Answer, Failure> {
    answer(&crate::site::portal()?, ask, language).await
}

/// Leads each question to the feature that answers it.
///
/// # Errors
/// Those of the store.
pub async fn answer(portal: &Portal, ask: Ask, language: Language) -> Result<Answer, Failure> {
    match ask {
        Ask::Home => Answer::of(crate::home::compose::home(portal, language).await),
        Ask::Network { slug, view } => {
            Answer::of(crate::networks::compose::network(portal, slug, view, language).await)
        }
        Ask::Calendar(request) => Answer::of(crate::events::compose::calendar(portal, request, language).await),
        Ask::Event { slug } => Answer::of(crate::events::compose::event(portal, slug, language).await),
        Ask::List { kind, request } => Answer::of(crate::entries::compose::list(portal, kind, request, language).await),
        Ask::Entry { kind, slug } => Answer::of(crate::entries::compose::entry(portal, kind, slug, language).await),
        Ask::Search { typed } => Answer::of(crate::search::compose::search(portal, typed, language).await),
        Ask::Nothing => Err(Failure::Domain(Error::NotFound)),
    }
}

/// A page's data.
pub type Page = Resource<Result<Answer, Failure>>;

/// The parts of an address that a page reads its question from.
#[derive(Debug)]
pub struct Address {
    params: ParamsMap,
    query: ParamsMap,
}

impl Address {
    /// A segment of the path; empty where the route has none of this name.
    pub fn segment(&self, name: &str) -> String {
        self.params.get(name).unwrap_or_default()
    }

    /// A parameter; empty where there is none.
    pub fn parameter(&self, name: &str) -> String {
        self.query.get(name).unwrap_or_default()
    }
}

/// Asks what the address says; again when its parameters change. While another page is on its way, a page that is being
/// left does not ask again.
pub fn ask(question: fn(&Address) -> Ask) -> Page {
    let language = use_language();
    let (location, params, query) = (use_location(), use_params_map(), use_query_map());
    let page = Arc::new(location.pathname.get_untracked());
    let asked = Memo::new(move |before: Option<&Ask>| match before {
        Some(before) if location.pathname.get() != *page => before.clone(),
        _ => question(&Address { params: params.get(), query: query.get() }),
    });
    Resource::new(move || asked.get(), move |ask| load(ask, language))
}
