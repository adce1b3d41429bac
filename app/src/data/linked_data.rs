//! A set of figures in the words of schema.org.

use domain::entry::{Entry, Kind};
use serde_json::{Value, json};

use crate::paths;
use crate::site::Site;
use crate::ui::linked_data::{absolute, organization};

/// The set, as the page of `site` shows it; none for what is no set of figures.
pub fn of(entry: &Entry, site: &Site) -> Option<Value> {
    if entry.summary.kind != Kind::Dataset {
        return None;
    }
    let summary = &entry.summary;
    let language = site.language;
    let url = absolute(site, &paths::entry(language, summary.kind, &summary.slug));
    let mut years: Vec<&str> = entry.figures.iter().flat_map(|figure| figure.year.split('-')).collect();
    years.sort_unstable();
    let coverage = years
        .first()
        .zip(years.last())
        .map(|(first, last)| if first == last { (*first).to_owned() } else { format!("{first}/{last}") });
    let mut counted: Vec<&str> = entry
        .figures
        .iter()
        .filter_map(|figure| Some(figure.words.best(language, entry.source)?.1.label.as_str()))
        .collect();
    counted.sort_unstable();
    counted.dedup();
    let mut sources: Vec<&str> = entry.figures.iter().map(|figure| figure.source_in(language)).collect();
    sources.sort_unstable();
    sources.dedup();
    let file = |extension: &str, media_type: &str| {
        json!({
            "@type": "DataDownload",
            "encodingFormat": media_type,
            "contentUrl": absolute(site, &paths::data_file(language, &summary.slug, extension)),
        })
    };
    Some(json!({
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "identifier": summary.uid,
        "name": summary.edition.title,
        "description": summary.edition.summary,
        "inLanguage": summary.language.code(),
        "datePublished": summary.published.map(|day| day.to_string()),
        "dateModified": summary.updated.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "creator": organization(site),
        "isAccessibleForFree": true,
        "temporalCoverage": coverage,
        "spatialCoverage": "Caribbean",
        "variableMeasured": counted,
        "citation": sources,
        "distribution": [file("csv", "text/csv"), file("json", "application/json")],
    }))
}
