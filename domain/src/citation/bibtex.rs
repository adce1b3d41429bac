//! BibTeX, as LaTeX and most reference managers read it, in UTF-8.

use std::fmt::Write as _;

use super::{Author, Work};
use crate::entry::PublicationForm;

/// The work as one entry of a BibTeX file.
pub fn bibtex(work: &Work) -> String {
    let is_law = work.form == PublicationForm::Law;
    let mut text = format!("@{}{{{},\n", if is_law { "misc" } else { "techreport" }, work.key);
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name} = {{{value}}},");
    };
    let names: Vec<String> = work
        .creators()
        .iter()
        .map(|author| match author {
            Author::Person { family, given } => format!("{}, {}", escaped(family), escaped(given)),
            // Braces keep the name of a body in one piece, whatever words it has.
            Author::Body(name) => format!("{{{}}}", escaped(name)),
        })
        .collect();
    if !names.is_empty() {
        field("author", &names.join(" and "));
    }
    // And the capitals of a title as they are.
    field("title", &format!("{{{}}}", escaped(&work.title)));
    if let Some(publisher) = work.publisher() {
        field(if is_law { "publisher" } else { "institution" }, &format!("{{{}}}", escaped(&publisher)));
    }
    if let Some(place) = work.city.as_ref().or(work.jurisdiction.as_ref()) {
        field("address", &escaped(place));
    }
    field("year", &work.year.to_string());
    if let Some(pages) = work.pages {
        field("pagetotal", &pages.to_string());
    }
    if let Some(isbn) = &work.isbn {
        field("isbn", &escaped(isbn));
    }
    if let Some(doi) = &work.doi {
        field("doi", doi);
    }
    field("url", &work.address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C"));
    field("language", &work.language);
    field("abstract", &escaped(&work.summary));
    text.push_str("}\n");
    text
}

/// A text without signs that mean something to TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            letter => escaped.push(letter),
        }
    }
    escaped
}
