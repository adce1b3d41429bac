//! A publication in the words of schema.org.

use std::collections::BTreeMap;

use domain::Slug;
use domain::citation::{Author, Work};
use domain::entry::{Details, Entry, Kind, PublicationForm};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::machines::{public_documents, schema_type};
use crate::paths;
use crate::site::Site;
use crate::ui::linked_data::{absolute, named_organization};

/// Who issued it: a list only where there are several.
fn publishers(work: &Work) -> Value {
    match work.publishers.as_slice() {
        [] => Value::Null,
        [one] => named_organization(one),
        several => several.iter().map(|name| named_organization(name)).collect(),
    }
}

/// The publication, as the page of `site` shows it now; `countries` are the names of those that it is about.
pub fn of(entry: &Entry, work: &Work, countries: &BTreeMap<Slug, String>, now: Timestamp, site: &Site) -> Value {
    let summary = &entry.summary;
    let Details::Publication { languages, link, license, .. } = &summary.details else { return Value::Null };
    let page = absolute(site, &paths::entry(site.language, Kind::Publication, &summary.slug));
    let author = |author: Author| match author {
        Author::Person { family, given } => json!({ "@type": "Person", "familyName": family, "givenName": given }),
        Author::Body(name) => named_organization(&name),
    };
    let encoding = public_documents(entry, now).map(|file| {
        json!({
            "@type": "MediaObject",
            "contentUrl": absolute(site, &paths::file(file)),
            "encodingFormat": file.medium.media_type(),
            "contentSize": file.size().to_string(),
            "inLanguage": file.about.language,
        })
    });
    let networks = summary.networks.iter().filter_map(|slug| site.network(slug)).map(|network| network.title.clone());
    let places = countries.values().map(|name| json!({ "@type": "Place", "name": name }));
    let is_law = work.form == PublicationForm::Law;
    json!({
        "@type": schema_type(work.form),
        "@id": page,
        "url": page,
        "mainEntityOfPage": page,
        "name": work.title,
        "abstract": work.summary,
        "inLanguage": languages,
        "datePublished": work.year.to_string(),
        "dateModified": summary.updated.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "author": work.creators().into_iter().map(author).collect::<Vec<_>>(),
        "publisher": publishers(work),
        "numberOfPages": work.pages.filter(|_| !is_law),
        "identifier": work.doi.as_ref().map(|doi| json!({ "@type": "PropertyValue", "propertyID": "DOI", "value": doi })),
        "isbn": work.isbn,
        "sameAs": link,
        "license": license,
        "keywords": networks.collect::<Vec<_>>(),
        "spatialCoverage": places.collect::<Vec<_>>(),
        "legislationJurisdiction": work.jurisdiction,
        "encoding": encoding.collect::<Vec<_>>(),
    })
}
