//! The whole route table on one screen. Pages are lazy: each is a chunk of its own, fetched on the first visit.

use std::borrow::Cow;

use domain::Language;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{
    Lazy, ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch, SsrMode, StaticSegment as At,
};

use crate::account::{AccountPage, DashboardPage};
use crate::desk::DeskPage;
use crate::entries::{EntryPage, ListPage};
use crate::events::{CalendarPage, EventPage};
use crate::home::HomePage;
use crate::layout::{Faulty, Frame, NotFound, RouteWatch};
use crate::networks::{NetworkPage, NetworksPage};
use crate::search::SearchPage;
use crate::site::Site;
use crate::ui::HeadWritten;

const SLUG: ParamSegment = ParamSegment("slug");
/// `blog`, `news`, `repository` and the like: the page looks up which.
const SECTION: ParamSegment = ParamSegment("section");

/// A page below the dashboard.
const OWN: ParamSegment = ParamSegment("own");

/// Pages of accounts, and of the desk: [`crate::own`] knows each of them.
const ACCOUNTS: Under = Under(&["login", "register", "password", "unsubscribe"]);
const STAFF: Under = Under(&["staff"]);

/// The app: the frame, and in it the page that the path names.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let site = SharedValue::new(|| expect_context::<Site>()).into_inner();
    let fault = site.fault;
    provide_context(StoredValue::new(site));
    let (is_routing, set_is_routing) = signal(false);
    provide_context(RouteWatch::new());
    provide_context(HeadWritten::default());

    view! {
        <Router set_is_routing>
            <Frame is_routing>
                {match fault {
                    Some(status) => view! { <Faulty status /> }.into_any(),
                    None => view! { <Pages /> }.into_any(),
                }}
            </Frame>
        </Router>
    }
}

/// Path to page. `SsrMode::Async`: a page is sent whole, with its status, and needs no script to be read.
#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <NotFound /> }>
            <Route path={(InLanguage,)} view={Lazy::<HomePage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("networks"))} view={Lazy::<NetworksPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("networks"), SLUG)} view={Lazy::<NetworkPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("events"))} view={Lazy::<CalendarPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("events"), SLUG)} view={Lazy::<EventPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("search"))} view={Lazy::<SearchPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, ACCOUNTS)} view={Lazy::<AccountPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("dashboard"))} view={Lazy::<DashboardPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("dashboard"), OWN)} view={Lazy::<AccountPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, STAFF)} view={Lazy::<DeskPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, At("about"))} view={Lazy::<EntryPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, SECTION)} view={Lazy::<ListPage>::new()} ssr={SsrMode::Async} />
            <Route path={(InLanguage, SECTION, SLUG)} view={Lazy::<EntryPage>::new()} ssr={SsrMode::Async} />
        </FlatRoutes>
    }
}

/// The first segment of every path: a language of the portal, and nothing else.
#[derive(Debug, Clone, Copy)]
struct InLanguage;

impl PossibleRouteMatch for InLanguage {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let language = Language::of_path(path)?;
        let end = usize::from(path.starts_with('/')) + language.code().len();
        let (matched, remaining) = path.split_at(end);
        Some(PartialPathMatch::new(remaining, vec![(Cow::Borrowed("lang"), language.code().to_owned())], matched))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.push(PathSegment::Param(Cow::Borrowed("lang")));
    }
}

/// What [`Under`] calls the path that it has found.
const BELOW: &str = "below";

/// Every path whose first segment is one of these words.
#[derive(Debug, Clone, Copy)]
struct Under(&'static [&'static str]);

impl PossibleRouteMatch for Under {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let first = path.trim_start_matches('/').split('/').next()?;
        // One route for many pages: a page knows by its parameters that the address is another one.
        let below = vec![(Cow::Borrowed(BELOW), path.to_owned())];
        self.0.contains(&first).then(|| PartialPathMatch::new("", below, path))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.push(PathSegment::Splat(Cow::Borrowed(BELOW)));
    }
}
