//! How a publication is cited: in words ([`Style`]), and for the programs that keep references ([`bibtex`], [`ris`], [`csl`]).
//!
//! A work whose authors are not named is cited under its publisher, as libraries do with reports of institutions; a law under
//! its title, for it has neither.

mod bibtex;
mod csl;
mod ris;
mod style;

use jiff::civil::Date;

use crate::Language;
use crate::entry::{Details, PublicationForm, Summary};

pub use self::bibtex::bibtex;
pub use self::csl::csl;
pub use self::ris::ris;
pub use self::style::{Run, Style};

/// Somebody who wrote a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A person.
    Person {
        /// Family name, with particles.
        family: String,
        /// Given names.
        given: String,
    },
    /// An institution.
    Body(String),
}

impl Author {
    /// What staff write: `Thomas-Hope, Elizabeth` is a person, `World Bank` a body.
    pub fn read(line: &str) -> Self {
        match line.split_once(',') {
            Some((family, given)) if !given.trim().is_empty() && !family.trim().is_empty() => {
                Self::Person { family: family.trim().to_owned(), given: given.trim().to_owned() }
            }
            _ => Self::Body(line.trim().trim_end_matches(',').to_owned()),
        }
    }

    /// As an index has it: family name first.
    pub fn indexed(&self) -> String {
        match self {
            Self::Person { family, given } => format!("{family}, {given}"),
            Self::Body(name) => name.clone(),
        }
    }
}

/// The bodies that a line names; several are separated by semicolons.
pub fn bodies(line: &str) -> impl Iterator<Item = &str> {
    line.split(';').map(str::trim).filter(|name| !name.is_empty())
}

/// Names in a sentence of a language: `A`, `A and B`, `A, B and C`.
pub fn and(names: &[String], language: Language) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [front @ .., last] => {
            let and = match language {
                Language::En => "and",
                Language::Es => style::and_before(last),
            };
            format!("{} {and} {last}", front.join(", "))
        }
    }
}

/// A publication, as far as citing goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// What programs call it; letters, digits and hyphens.
    pub key: String,
    /// What sort of work it is.
    pub form: PublicationForm,
    /// Its title.
    pub title: String,
    /// The BCP 47 code of the language that the title is in.
    pub language: String,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Who issued it, all of them together.
    pub publishers: Vec<String>,
    /// The city that it was published in.
    pub city: Option<String>,
    /// The year that it bears.
    pub year: i16,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// ISBN, as printed.
    pub isbn: Option<String>,
    /// DOI, without an address.
    pub doi: Option<String>,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// Where it is read: its source, else its page of the portal.
    pub address: String,
    /// The state or territory whose law it is.
    pub jurisdiction: Option<String>,
}

impl Work {
    /// A publication as a list shows it; none for another kind. `page` is its full address on the portal, `jurisdiction` the name
    /// of the state or territory whose law it is.
    pub fn of(summary: &Summary, page: String, jurisdiction: Option<String>) -> Option<Self> {
        let Details::Publication {
            form,
            year,
            authors,
            publisher,
            city,
            title_language,
            pages,
            isbn,
            doi,
            link,
            languages: _,
            license: _,
            replaces: _,
            edition_of: _,
        } = &summary.details
        else {
            return None;
        };
        Some(Self {
            key: summary.slug.to_string(),
            form: *form,
            title: summary.edition.title.clone(),
            language: title_language.unwrap_or(summary.language).code().to_owned(),
            authors: authors.iter().map(|line| Author::read(line)).collect(),
            publishers: publisher.iter().flat_map(|line| bodies(line)).map(str::to_owned).collect(),
            city: city.clone(),
            year: *year,
            pages: *pages,
            isbn: isbn.clone(),
            doi: doi.clone(),
            summary: summary.edition.summary.clone(),
            address: doi.as_deref().map(doi_address).or_else(|| link.clone()).unwrap_or(page),
            jurisdiction: jurisdiction.filter(|_| *form == PublicationForm::Law),
        })
    }

    /// Under whose name it stands: its authors, else its publishers; nobody for a law.
    pub fn creators(&self) -> Vec<Author> {
        if self.authors.is_empty() && self.form != PublicationForm::Law {
            return self.publishers.iter().map(|name| Author::Body(name.clone())).collect();
        }
        self.authors.clone()
    }

    /// Its publishers in a field that has room for one; none where there are none.
    pub(crate) fn publisher(&self) -> Option<String> {
        Some(self.publishers.join("; ")).filter(|names| !names.is_empty())
    }

    /// The work in words, in a reader's language; `today` is the day on which they read it.
    pub fn cited(&self, style: Style, language: Language, today: Date) -> Vec<Run> {
        style::cited(self, style, language, today)
    }
}

/// A DOI out of what was typed: bare, or with `doi:` or an address before it.
pub fn doi(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
        .into_iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(text);
    let (registrant, name) = bare.strip_prefix("10.")?.split_once('/')?;
    let is_sound = registrant.len() >= 4
        && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !name.is_empty()
        && bare.len() <= 200
        && name
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'{' | b'}' | b'\\'));
    is_sound.then(|| bare.to_owned())
}

/// Where a DOI leads.
pub fn doi_address(doi: &str) -> String {
    format!("https://doi.org/{doi}")
}
