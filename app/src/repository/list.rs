//! The list of publications: facets with counts that combine, each a link; and the same list as data.

use domain::entry::{Kind, Summary};
use domain::search::{Facet, SearchAsked, SearchRequest};
use domain::{Language, Portal};
use jiff::Timestamp;
use leptos::prelude::*;

use crate::entries::compose::{country_names, query_pairs};
use crate::entries::view::ListView;
use crate::entries::{ByNetworkAndCountry, Fold, ListEnd, ListFiles, YearField, network_options, present};
use crate::failure::Failure;
use crate::messages::Messages;
use crate::paths;
use crate::search::compose::{ROWS, all, find, read};
use crate::search::facets::{Chosen, Faceted, Facets};
use crate::site::{use_language, use_messages};
use crate::ui::{Drawings, ItemList, PagerView};

/// The choices of the list.
const FACETS: [Facet; 6] =
    [Facet::Form, Facet::Year, Facet::Country, Facet::Network, Facet::WorkLanguage, Facet::Publisher];

/// The list, as its query narrows it.
///
/// # Errors
/// Those of the store.
pub async fn list(portal: &Portal, query: &str, language: Language, ink: &mut Drawings) -> Result<ListView, Failure> {
    let now = portal.clock.now();
    let (request, asked, problems) = publications(portal, query, language, now).await?;
    let found = find(portal, &asked, language, now).await?;
    let countries = country_names(portal, language, now).await?;
    let names: Vec<_> = countries.iter().cloned().chain(network_options()).collect();
    let path = paths::list(language, Kind::Publication);
    let faceted = Faceted { path: path.clone(), request: &request, language, names: &names };
    let facets = faceted.views(&found.facets, &FACETS);
    let size = u32::try_from(ROWS).unwrap_or(u32::MAX);
    let pager = PagerView::new(asked.page, found.total as u64, size, |page| faceted.with("page", &page.to_string()));
    let items = present::items(&found.hits.into_iter().map(|hit| hit.summary).collect::<Vec<_>>(), language, now);
    // The feed knows fewer choices than the list.
    let fed = ["network", "country", "year"].map(|name| (name, request.get(name)));
    let files = ListFiles {
        data: ["json", "csv"].map(|extension| {
            let path = paths::list_file(language, Kind::Publication, extension);
            Faceted { path, ..faceted }.with("page", "")
        }),
        ..ListFiles::of(Kind::Publication, &fed, language)
    };
    let broken = problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>();
    let filtered = FACETS.iter().any(|facet| !request.get(facet.parameter()).is_empty()) || !request.q.is_empty();
    let chosen = facets.clone();
    let messages = Messages::of(language);
    let rows = view! {
        <div class="with-facets">
            <Facets facets language />
            <div>
                <Chosen facets=chosen language clear=path />
                <ItemList items empty=messages.nothing(filtered) level=2 />
                <ListEnd pager files />
            </div>
        </div>
    };
    Ok(ListView {
        kind: Kind::Publication,
        filtered,
        problems: faceted.problems(&problems, &["network", "country", "year"]),
        count: messages.count(found.total as u64),
        rows: ink.draw(rows.into_any()),
        filters: ink.draw(view! { <Form request countries broken /> }.into_any()),
    })
}

/// What a query asks of the publications, with what of it could not be understood.
async fn publications(
    portal: &Portal,
    query: &str,
    language: Language,
    now: Timestamp,
) -> Result<(SearchRequest, SearchAsked, Vec<domain::Problem>), Failure> {
    let mut request = SearchRequest::of(query_pairs(query));
    // Here the language of a work is what one asks for, by either name; that of its page narrows nothing.
    let language_of_page = std::mem::take(&mut request.language);
    if request.work_language.is_empty() {
        request.work_language = language_of_page;
    }
    let (request, mut asked, problems) = read(portal, request, language, now).await?;
    asked.filters.kind = Some(Kind::Publication);
    Ok((request, asked, problems))
}

/// Every publication that a query asks for, in the order of the list.
///
/// # Errors
/// Those of the store; [`domain::Error::Invalid`] where the query makes no sense.
pub async fn every(portal: &Portal, query: &str, language: Language) -> Result<Vec<Summary>, Failure> {
    let (_, asked, problems) = publications(portal, query, language, portal.clock.now()).await?;
    all(portal, asked, problems, language).await
}

/// The choices that one types or picks; those of the facets stay.
#[component]
fn Form(request: SearchRequest, countries: Vec<(String, String)>, broken: Vec<String>) -> AnyView {
    let (messages, language) = (use_messages(), use_language());
    let year_is_broken = broken.iter().any(|field| field == "year");
    let open = [&request.network, &request.country, &request.year].iter().any(|typed| !typed.is_empty());
    let kept = ["q", "type", "in", "publisher"].map(|name| (name, request.get(name).to_owned()));
    let kept = kept.into_iter().filter(|(_, value)| !value.is_empty());
    let kept = kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    view! {
        <Fold open>
            <form class="filters" method="get" action=paths::list(language, Kind::Publication)>
                {kept}
                <ByNetworkAndCountry network=request.network country=request.country countries broken />
                <YearField year=request.year is_broken=year_is_broken />
                <button type="submit">{messages.show}</button>
                <a href=paths::list(language, Kind::Publication)>{messages.clear}</a>
            </form>
        </Fold>
    }
    .into_any()
}
