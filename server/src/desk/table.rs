//! The table of content as a CSV file.

use app::desk::compose::filter;
use app::desk::view::DeskAsk;
use app::messages::{DeskWords, Messages, label, language_name, standing_name};
use app::own::{self, OwnAsk};
use app::paths;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Role;
use domain::manuscript::DeskItem;
use domain::{Error, Language};
use jiff::Timestamp;

use crate::accounts::reply::{self, language, reply};
use crate::csv;
use crate::service::Service;

/// The table as a file.
pub async fn file(State(service): State<Service>, uri: Uri, headers: HeaderMap) -> Response {
    let page = language(&uri);
    let now = service.portal.clock.now();
    let read = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        // The page and its file understand an address alike.
        let asked = own::read("staff/content", uri.query().unwrap_or_default());
        let Some(OwnAsk::Desk(DeskAsk::Content(request))) = asked else { return Err(Error::NotFound) };
        service.portal.manuscripts.items(&staff, &filter(&request, now), now).await
    };
    match read.await {
        Ok(items) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            let public_url = &service.public_url;
            ([kind, (header::CACHE_CONTROL, "private, no-store")], table(&items, public_url, page, now)).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

fn table(items: &[DeskItem], public_url: &str, page: Language, now: Timestamp) -> String {
    let (words, messages) = (DeskWords::of(page), Messages::of(page));
    let mut heads = vec![words.item.to_owned(), words.kind.to_owned(), label("start", page).to_owned()];
    heads.push(label("end", page).to_owned());
    heads.extend(Language::ALL.map(|of| language_name(of, page).to_owned()));
    heads.extend([words.saved_on.to_owned(), words.view_page.to_owned()]);
    let rows = items.iter().map(|item| {
        let mut row = vec![item.title(page).to_owned(), messages.section(item.kind).to_owned()];
        let (first, last) =
            item.days.map_or_else(Default::default, |(first, last)| (first.to_string(), last.to_string()));
        row.extend([first, last]);
        row.extend(Language::ALL.map(|of| standing_name(item.standing(of, now), page).to_owned()));
        let address = format!("{public_url}{}", paths::entry(page, item.kind, &item.slug));
        row.extend([item.updated.strftime("%Y-%m-%d").to_string(), address]);
        row
    });
    csv::file(std::iter::once(heads).chain(rows))
}
