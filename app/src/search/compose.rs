//! Puts the search page together.

use domain::account::Role;
use domain::entry::Summary;
use domain::file::File;
use domain::search::{Facet, Filters, Found, Hit, Query, SearchAsked, SearchRequest};
use domain::{Language, Portal, Problem};
use jiff::Timestamp;
use leptos::prelude::*;

use super::facets::{Chosen, Faceted, Facets};
use super::hits::{HitView, Hits};
use super::nothing::{Hint, Nothing, WaysOn};
use super::view::SearchView;
use crate::account::visit::Visit;
use crate::entries::compose::{MOST, country_names, query_pairs};
use crate::entries::filters::{COUNTRY, NETWORK, resolve, retype};
use crate::entries::list_parts::{ListData, network_options};
use crate::failure::Failure;
use crate::messages::SearchWords;
use crate::paths;
use crate::ui::{Drawings, Pager, PagerView};

/// How many hits a page has.
pub const ROWS: usize = 20;

/// The choices of the search.
const FACETS: [Facet; 5] = [Facet::Kind, Facet::Network, Facet::Country, Facet::Language, Facet::Year];

/// What a request asks for, read, with what of it could not be understood.
///
/// # Errors
/// Those of the store.
pub async fn read(
    portal: &Portal,
    mut request: SearchRequest,
    language: Language,
    now: Timestamp,
) -> Result<(SearchRequest, SearchAsked, Vec<Problem>), domain::Error> {
    let (mut asked, mut problems) = request.read();
    resolve(portal, NETWORK, &mut asked.filters.network, language, now, &mut problems).await?;
    resolve(portal, COUNTRY, &mut asked.filters.country, language, now, &mut problems).await?;
    retype(&mut request.network, asked.filters.network.as_ref());
    retype(&mut request.country, asked.filters.country.as_ref());
    Ok((request, asked, problems))
}

/// Looks for words.
///
/// # Errors
/// Those of the store.
pub async fn search(
    portal: &Portal,
    query: &str,
    language: Language,
    ink: &mut Drawings,
) -> Result<SearchView, Failure> {
    let now = portal.clock.now();
    let words = SearchWords::of(language);
    let (request, asked, problems) = read(portal, SearchRequest::of(query_pairs(query)), language, now).await?;
    let is_asked = !asked.words.is_empty() || !asked.filters.is_empty();
    let found = if is_asked { find(portal, &asked, language, now).await? } else { Found::default() };
    let mut names = country_names(portal, language, now).await?;
    names.extend(network_options());
    let faceted = Faceted { path: paths::search(language), request: &request, language, names: &names };
    let facets = faceted.views(&found.facets, &FACETS);
    let pager = PagerView::new(asked.page, found.total as u64, u32::try_from(ROWS).unwrap_or(u32::MAX), |page| {
        faceted.with("page", &page.to_string())
    });
    // Staff who look whether something is there by now do not miss it.
    let by_reader = Visit::current().staff(Role::Contributor).is_none();
    if by_reader && is_asked && found.total == 0 && asked.filters.is_empty() && asked.page == 1 {
        portal.search.missed(&asked.words, language, now).await;
    }
    let hint = Hint::of(&asked.words, &found, &faceted);
    let data = ["json", "csv"].map(|extension| {
        let path = paths::search_file(language, extension);
        Faceted { path, ..faceted }.with("page", "")
    });
    let found_nothing = is_asked && found.total == 0;
    let ways_on =
        if found_nothing { Some(ways_on(portal, &asked, found.offer.as_deref(), &faceted, now).await?) } else { None };
    let count = words.count(found.total, &asked.words);
    let files = documents(portal, &found.hits).await?;
    let hits = found.hits.into_iter().map(|hit| HitView::of(hit, &files, language, now)).collect::<Vec<_>>();
    let (chosen, clear) = (facets.clone(), paths::with_query(&paths::search(language), [("q", asked.words.as_str())]));
    let results = is_asked.then(|| {
        view! {
            <div class="with-facets">
                <Facets facets language />
                <div>
                    <Chosen facets=chosen language clear />
                    {hint}
                    {ways_on.map(|ways_on| view! { <Nothing ways_on language /> })}
                    {(!hits.is_empty()).then(|| view! { <Hits hits language /> <Pager pager /> <ListData data /> })}
                </div>
            </div>
        }
    });
    Ok(SearchView {
        title: words.title(&asked.words, found_nothing),
        problems: faceted.problems(&problems, &["q"]),
        count: is_asked.then_some(count),
        results: ink.draw(view! { {results} }.into_any()),
        words: asked.words,
    })
}

/// The documents that passages of these hits stand in.
///
/// # Errors
/// Those of the store.
pub async fn documents(portal: &Portal, hits: &[Hit]) -> Result<Vec<File>, domain::Error> {
    let document = |hit: &Hit| hit.passage.as_ref()?.document.as_ref().map(|(uid, _)| uid.clone());
    portal.files.files(&hits.iter().filter_map(document).collect::<Vec<_>>()).await
}

/// The page that was asked for, or the last where there are not so many.
///
/// # Errors
/// Those of the store.
pub async fn find(portal: &Portal, asked: &SearchAsked, language: Language, now: Timestamp) -> Result<Found, Failure> {
    let page = usize::try_from(asked.page).unwrap_or(1);
    let query = |page: usize| Query {
        words: asked.words.clone(),
        any: asked.any,
        filters: asked.filters.clone(),
        language,
        offset: (page - 1).saturating_mul(ROWS),
        limit: ROWS,
        explained: true,
    };
    let found = portal.search.search(&query(page), now).await?;
    if found.hits.is_empty() && found.total > 0 {
        return Ok(portal.search.search(&query(found.total.div_ceil(ROWS)), now).await?);
    }
    Ok(found)
}

/// Everything that a query of the search page finds, in its order.
///
/// # Errors
/// Those of the store; [`domain::Error::Invalid`] where the query makes no sense.
pub async fn every(portal: &Portal, query: &str, language: Language) -> Result<Vec<Summary>, Failure> {
    let request = SearchRequest::of(query_pairs(query));
    let (_, asked, problems) = read(portal, request, language, portal.clock.now()).await?;
    all(portal, asked, problems, language).await
}

/// Everything that was asked for, however many pages it fills.
///
/// # Errors
/// Those of the store; [`domain::Error::Invalid`] where there are problems.
pub async fn all(
    portal: &Portal,
    asked: SearchAsked,
    problems: Vec<Problem>,
    language: Language,
) -> Result<Vec<Summary>, Failure> {
    if !problems.is_empty() {
        return Err(domain::Error::Invalid(problems).into());
    }
    let SearchAsked { words, filters, any, .. } = asked;
    let limit = usize::try_from(MOST).unwrap_or(usize::MAX);
    let query = Query { words, any, filters, language, offset: 0, limit, explained: false };
    let found = portal.search.search(&query, portal.clock.now()).await?;
    Ok(found.hits.into_iter().map(|hit| hit.summary).collect())
}

/// Where a reader may go who has found nothing: to what may be meant, to what only some of the words, or none of the filters,
/// would find.
async fn ways_on(
    portal: &Portal,
    asked: &SearchAsked,
    offer: Option<&str>,
    faceted: &Faceted<'_>,
    now: Timestamp,
) -> Result<WaysOn, Failure> {
    let words = offer.unwrap_or(&asked.words);
    let count = async |any: bool, filters: Filters| {
        let query = Query {
            words: words.to_owned(),
            any,
            filters,
            language: faceted.language,
            offset: 0,
            limit: 0,
            explained: false,
        };
        Ok::<_, Failure>(portal.search.search(&query, now).await?.total)
    };
    let offered = if offer.is_some() { count(asked.any, asked.filters.clone()).await? } else { 0 };
    let several = words.split_whitespace().nth(1).is_some() && !asked.any;
    let any = if several { count(true, asked.filters.clone()).await? } else { 0 };
    let is_narrowed = !asked.filters.is_empty() && !words.is_empty();
    let everywhere = if is_narrowed { count(asked.any, Filters::default()).await? } else { 0 };
    Ok(WaysOn {
        offer: (offered > 0).then(|| (words.to_owned(), offered, faceted.with("q", words))),
        any: (any > 0).then(|| (any, faceted.with_all(&[("q", words), ("any", "1")]))),
        everywhere: (everywhere > 0).then(|| paths::with_query(&paths::search(faceted.language), [("q", words)])),
    })
}
