//! The table of content as a CSV file.

use app::desk::compose::filter;
use app::desk::view::ContentRequest;
use app::messages::{DeskWords, Messages, label, language_name, standing_name};
use app::paths;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::Language;
use domain::account::Role;
use domain::manuscript::DeskItem;
use jiff::Timestamp;
use serde::Deserialize;

use crate::accounts::reply::{self, language, reply};
use crate::csv;
use crate::service::Service;

/// The filters, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kind: String,
    network: String,
    standing: String,
    language: String,
    untouched: String,
    q: String,
    bin: String,
}

/// The table as a file.
pub async fn file(
    State(service): State<Service>,
    Query(asked): Query<Asked>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let page = language(&uri);
    let now = service.portal.clock.now();
    let read = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let Asked { kind, network, standing, language, untouched, q, bin } = asked;
        let request = ContentRequest {
            kind,
            network,
            standing,
            language,
            untouched,
            q,
            bin: !bin.is_empty(),
            ..ContentRequest::default()
        };
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
