//! CSL-JSON, as citeproc and Zotero read it.

use serde_json::{Map, Value, json};

use super::{Author, Work};
use crate::entry::PublicationForm;

/// The work as a CSL-JSON file: a list of one item.
pub fn csl(work: &Work) -> String {
    let mut item = Map::new();
    let mut set = |name: &str, value: Value| item.insert(name.to_owned(), value);
    set("id", json!(work.key));
    set("type", json!(if work.form == PublicationForm::Law { "legislation" } else { "report" }));
    set("title", json!(work.title));
    let names: Vec<Value> = work
        .creators()
        .iter()
        .map(|author| match author {
            Author::Person { family, given } => json!({ "family": family, "given": given }),
            Author::Body(name) => json!({ "literal": name }),
        })
        .collect();
    if !names.is_empty() {
        set("author", Value::Array(names));
    }
    set("issued", json!({ "date-parts": [[work.year]] }));
    let optional = [
        ("publisher", work.publisher()),
        ("publisher-place", work.city.clone()),
        ("jurisdiction", work.jurisdiction.clone()),
        ("number-of-pages", work.pages.map(|pages| pages.to_string())),
        ("ISBN", work.isbn.clone()),
        ("DOI", work.doi.clone()),
        ("abstract", Some(work.summary.clone()).filter(|summary| !summary.is_empty())),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            set(name, json!(value));
        }
    }
    set("language", json!(work.language));
    set("URL", json!(work.address));
    format!("{:#}\n", Value::Array(vec![Value::Object(item)]))
}
