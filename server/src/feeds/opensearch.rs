//! How the portal is searched, for browsers and other readers (`OpenSearch` 1.1).

use app::messages::Messages;
use app::paths;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::{Error, Language};

use super::{escape, file};
use crate::page;
use crate::service::Service;

/// The longest name that the format takes, in characters.
const LONGEST_NAME: usize = 16;

/// The description in the language of the path.
pub async fn description(
    State(service): State<Service>,
    Path(lang): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    match write(&service, &lang).await {
        Ok(xml) => file("application/opensearchdescription+xml; charset=utf-8", xml),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

async fn write(service: &Service, lang: &str) -> Result<String, Error> {
    let language: Language = lang.parse().map_err(|_unknown| Error::NotFound)?;
    let identity = service.portal.library.identity(language).await?;
    let (site, messages) = (&service.public_url, Messages::of(language));
    let name: String = identity.short_name.chars().take(LONGEST_NAME).collect();
    let (search, itself) = (paths::search(language), paths::search_description(language));
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}: {}</Description>\n<Language>{language}</Language>\n\
         <InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n\
         <Image height=\"16\" width=\"16\" type=\"image/svg+xml\">{site}/favicon.svg</Image>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{site}{search}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{site}{itself}\"/>\n\
         </OpenSearchDescription>\n",
        escape(&name),
        escape(messages.search_the_portal),
        escape(&identity.name),
    ))
}
