//! RIS, as reference managers read it: a tag and a value on each line.

use std::fmt::Write as _;

use super::Work;
use crate::entry::PublicationForm;

/// The work as one record of a RIS file.
pub fn ris(work: &Work) -> String {
    let mut text = String::new();
    // A value is one line.
    let mut line = |tag: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(text, "{tag}  - {value}\r\n");
    };
    line("TY", if work.form == PublicationForm::Law { "STAT" } else { "RPRT" });
    for author in work.creators() {
        line("AU", &author.indexed());
    }
    line("TI", &work.title);
    line("PY", &work.year.to_string());
    let optional = [
        ("PB", work.publisher()),
        ("CY", work.city.clone().or_else(|| work.jurisdiction.clone())),
        ("SP", work.pages.map(|pages| pages.to_string())),
        ("SN", work.isbn.clone()),
        ("DO", work.doi.clone()),
    ];
    for (tag, value) in optional {
        if let Some(value) = value {
            line(tag, &value);
        }
    }
    line("LA", &work.language);
    if !work.summary.is_empty() {
        line("AB", &work.summary);
    }
    line("UR", &work.address);
    text.push_str("ER  - \r\n");
    text
}
