//! Publications in a list as data, in the terms of libraries.

use app::messages::{ListFileWords, Messages, RepositoryWords};
use app::paths;
use domain::citation::{Author, bodies};
use domain::entry::{Details, Kind, Summary};
use domain::{Language, Slug};
use serde_json::{Value, json};

use crate::csv;
use crate::feeds::list::Names;
use crate::feeds::second;

fn address(work: &Summary, site: &str, language: Language) -> String {
    format!("{site}{}", paths::entry(language, Kind::Publication, &work.slug))
}

/// A publication as an object.
pub fn described(work: &Summary, site: &str, language: Language) -> Value {
    let Details::Publication {
        form, year, authors, publisher, city, languages, pages, isbn, doi, license, link, ..
    } = &work.details
    else {
        return Value::Null;
    };
    let slugs = |slugs: &[Slug]| slugs.iter().map(Slug::to_string).collect::<Vec<_>>();
    json!({
        "id": work.uid,
        "url": address(work, site, language),
        "title": work.edition.title,
        "language": work.language.code(),
        "summary": work.edition.summary,
        "type": form.code(),
        "year": year,
        "authors": authors.iter().map(|line| Author::read(line).indexed()).collect::<Vec<_>>(),
        "publishers": publisher.iter().flat_map(|line| bodies(line)).collect::<Vec<_>>(),
        "city": city,
        "languages": languages,
        "networks": slugs(&work.networks),
        "countries": slugs(&work.countries),
        "pages": pages,
        "isbn": isbn,
        "doi": doi,
        "license": license,
        "link": link,
        "updated": second(work.updated),
    })
}

/// Publications as a table.
pub fn table(listed: &[Summary], site: &str, names: &Names, language: Language) -> String {
    let (messages, words) = (Messages::of(language), RepositoryWords::of(language));
    let files = ListFileWords::of(language);
    let heads = [
        files.title,
        messages.form,
        messages.year,
        words.authors,
        messages.publisher,
        messages.languages,
        messages.networks,
        messages.countries,
        files.summary,
        messages.page_count,
        "ISBN",
        "DOI",
        files.address,
        messages.source,
    ];
    let rows = listed.iter().filter_map(|work| {
        let Details::Publication { form, year, authors, publisher, languages, pages, isbn, doi, link, .. } =
            &work.details
        else {
            return None;
        };
        Some(vec![
            work.edition.title.clone(),
            messages.publication_form(*form).to_owned(),
            year.to_string(),
            authors.iter().map(|line| Author::read(line).indexed()).collect::<Vec<_>>().join("; "),
            publisher.clone().unwrap_or_default(),
            messages.language_names(languages),
            names.of(&work.networks),
            names.of(&work.countries),
            work.edition.summary.clone(),
            pages.map(|pages| pages.to_string()).unwrap_or_default(),
            isbn.clone().unwrap_or_default(),
            doi.clone().unwrap_or_default(),
            address(work, site, language),
            link.clone().unwrap_or_default(),
        ])
    });
    csv::file(std::iter::once(heads.map(str::to_owned).to_vec()).chain(rows))
}
