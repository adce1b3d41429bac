//! What is read and downloaded, as a CSV file.

use app::desk::traffic::{Line, Reading};
use app::desk::view::TrafficRequest;
use app::entries::compose::query_pairs;
use app::messages::{TrafficWords, language_name};
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Role;
use domain::{Error, Language, region};

use crate::accounts::reply::{self, language, reply};
use crate::csv;
use crate::service::Service;

/// The numbers as a file.
pub async fn file(State(service): State<Service>, uri: Uri, headers: HeaderMap) -> Response {
    let page = language(&uri);
    let period = query_pairs(uri.query().unwrap_or_default()).find(|(name, _)| name == "period");
    let asked = TrafficRequest { period: period.map(|(_, value)| value).unwrap_or_default() };
    let read = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let (days, problems) = asked.read(region::day_of(service.portal.clock.now()));
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        Reading::of(&service.portal, &staff, days, page).await
    };
    match read.await {
        Ok(reading) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            let table = table(reading, &service.public_url, page);
            ([kind, (header::CACHE_CONTROL, "private, no-store")], table).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

fn table(reading: Reading, public_url: &str, page: Language) -> String {
    let words = TrafficWords::of(page);
    let mut heads = [words.sort, words.title, words.address].map(str::to_owned).to_vec();
    heads.extend(Language::ALL.map(|of| language_name(of, page).to_owned()));
    heads.push(words.together.to_owned());
    let row = |sort: &str, line: Line| {
        let mut by_language: Vec<String> = line.by_language.iter().map(u64::to_string).collect();
        by_language.resize(Language::ALL.len(), String::new());
        let start = vec![sort.to_owned(), line.title, format!("{public_url}{}", line.href)];
        [start, by_language, vec![line.times.to_string()]].concat()
    };
    let pages = reading.pages.into_iter().map(|line| row(words.page, line));
    let documents = reading.documents.into_iter().map(|line| row(words.document, line));
    csv::file(std::iter::once(heads).chain(pages).chain(documents))
}
