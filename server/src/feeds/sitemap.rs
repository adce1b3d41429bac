//! `robots.txt` and the site map, with the twins of every page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use app::paths;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::entry::Kind;
use domain::listing::{EventListing, Listing};
use domain::{Error, Language, Slug};
use jiff::Timestamp;

use super::atom::escape;
use super::{file, second};
use crate::service::Service;

/// Search pages and functions are for people and for the app.
pub async fn robots(State(service): State<Service>) -> String {
    let hidden: String = Language::ALL.map(|language| format!("Disallow: {}\n", paths::search(language))).concat();
    format!("User-agent: *\n{hidden}Disallow: /fn/\n\nSitemap: {}/sitemap.xml\n", service.public_url)
}

/// Every public page in every language that it is published in.
pub async fn sitemap(State(service): State<Service>) -> Response {
    match write(&service).await {
        Ok(xml) => file("application/xml; charset=utf-8", xml),
        Err(_logged) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn write(service: &Service) -> Result<String, Error> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    // They change with all that they list.
    let everywhere = Language::ALL.map(|language| (language, None));
    push(&mut xml, &service.public_url, &everywhere, paths::home);
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page) {
        push(&mut xml, &service.public_url, &everywhere, |language| paths::list(language, kind));
    }
    for kind in Kind::ALL {
        for (slug, editions) in editions(service, kind).await? {
            push(&mut xml, &service.public_url, &editions, |language| paths::entry(language, kind, &slug));
        }
    }
    xml.push_str("</urlset>\n");
    Ok(xml)
}

/// A page in a language, and when its text was last changed, where that is known.
type Edition = (Language, Option<Timestamp>);

/// The languages that each entry of a kind is published in.
async fn editions(service: &Service, kind: Kind) -> Result<BTreeMap<Slug, Vec<Edition>>, Error> {
    let now = service.portal.clock.now();
    let mut editions: BTreeMap<Slug, Vec<Edition>> = BTreeMap::new();
    for language in Language::ALL {
        let listed = if kind == Kind::Event {
            service.portal.library.events(&EventListing::all(language, 50_000), now).await?
        } else {
            service.portal.library.list(&Listing::newest(kind, language, 50_000), now).await?
        };
        for item in listed.items.into_iter().filter(|item| item.language == language) {
            editions.entry(item.slug).or_default().push((language, Some(item.updated)));
        }
    }
    Ok(editions)
}

fn push(xml: &mut String, site: &str, editions: &[Edition], path: impl Fn(Language) -> String) {
    for (language, changed) in editions {
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&format!("{site}{}", path(*language))));
        if let Some(changed) = changed {
            let _ = write!(xml, "<lastmod>{}</lastmod>", second(*changed));
        }
        if editions.len() > 1 {
            for (twin, _) in editions {
                let href = escape(&format!("{site}{}", path(*twin)));
                let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{twin}\" href=\"{href}\"/>");
            }
            let href = escape(&format!("{site}{}", path(editions[0].0)));
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{href}\"/>");
        }
        xml.push_str("</url>\n");
    }
}
