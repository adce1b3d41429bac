//! What a list is narrowed to: networks and countries must exist, not only be well spelt.

use domain::entry::Kind;
use domain::{Error, Language, Portal, Problem, Rule, Slug};
use jiff::Timestamp;

/// Keeps a chosen entry if readers know it, under the address that it has now: a feed that somebody took long ago goes on.
/// Otherwise the field has a problem, and the choice is dropped.
///
/// # Errors
/// Those of the store.
pub async fn resolve(
    portal: &Portal,
    (field, kind): (&str, Kind),
    chosen: &mut Option<Slug>,
    language: Language,
    now: Timestamp,
    problems: &mut Vec<Problem>,
) -> Result<(), Error> {
    let Some(slug) = chosen.take() else { return Ok(()) };
    match portal.library.entry(kind, &slug, language, now).await {
        Ok(_) => *chosen = Some(slug),
        Err(Error::Moved(current)) => *chosen = Some(current),
        Err(Error::NotFound | Error::Gone) => problems.push(Problem::new(field, slug.as_str(), Rule::OneOfTheList)),
        Err(failure) => return Err(failure),
    }
    Ok(())
}

/// Tells what was chosen by its present address where a former one was typed: forms and links of the page then name it.
pub fn retype(typed: &mut String, chosen: Option<&Slug>) {
    if let Some(chosen) = chosen {
        *typed = chosen.to_string();
    }
}

/// The field of a network.
pub const NETWORK: (&str, Kind) = ("network", Kind::Network);
/// The field of a country.
pub const COUNTRY: (&str, Kind) = ("country", Kind::Country);
