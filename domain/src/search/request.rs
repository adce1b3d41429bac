//! A search as its address asks for it.

use std::str::FromStr;

use super::Filters;
use crate::entry::PublicationForm;
use crate::request::{page_number, search_words};
use crate::{Problem, Rule};

/// The parameters as typed; absent ones are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchRequest {
    /// The words.
    pub q: String,
    /// The name of a kind: `publication`.
    pub kind: String,
    /// A sort of work: `law`.
    pub form: String,
    /// A network's slug.
    pub network: String,
    /// A country's slug.
    pub country: String,
    /// A year.
    pub year: String,
    /// The language that a page is in.
    pub language: String,
    /// The language that a work exists in.
    pub work_language: String,
    /// Who issued a work.
    pub publisher: String,
    /// Set where one of the words is enough.
    pub any: String,
    /// The page of the list, from 1.
    pub page: String,
}

/// The parameters as understood. Whether a network and a country exist is for who asks to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchAsked {
    /// The words.
    pub words: String,
    /// What else must be true.
    pub filters: Filters,
    /// Whether one of the words is enough.
    pub any: bool,
    /// The page of the list, from 1.
    pub page: u32,
}

impl SearchRequest {
    /// The parameter of this name.
    pub fn get(&self, name: &str) -> &str {
        match name {
            "q" => &self.q,
            "kind" => &self.kind,
            "type" => &self.form,
            "network" => &self.network,
            "country" => &self.country,
            "year" => &self.year,
            "language" => &self.language,
            "in" => &self.work_language,
            "publisher" => &self.publisher,
            "any" => &self.any,
            "page" => &self.page,
            _ => "",
        }
    }

    /// Takes parameters by their names; what it does not know it leaves aside.
    pub fn of(parameters: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut request = Self::default();
        for (name, value) in parameters {
            let field = match name.as_str() {
                "q" => &mut request.q,
                "kind" => &mut request.kind,
                "type" => &mut request.form,
                "network" => &mut request.network,
                "country" => &mut request.country,
                "year" => &mut request.year,
                "language" => &mut request.language,
                "in" => &mut request.work_language,
                "publisher" => &mut request.publisher,
                "any" => &mut request.any,
                "page" => &mut request.page,
                _ => continue,
            };
            // The first counts.
            if field.is_empty() {
                *field = value;
            }
        }
        request
    }

    /// Understands the parameters; what cannot be understood is a problem of its field, and is not asked for.
    pub fn read(&self) -> (SearchAsked, Vec<Problem>) {
        let (words, mut problems) = search_words(&self.q);
        let filters = Filters {
            kind: known("kind", &self.kind, &mut problems),
            network: known("network", &self.network, &mut problems),
            country: known("country", &self.country, &mut problems),
            year: known("year", &self.year, &mut problems),
            language: known("language", &self.language, &mut problems),
            form: Some(self.form.as_str()).filter(|code| !code.is_empty()).and_then(|code| {
                let form = PublicationForm::from_code(code);
                if form.is_none() {
                    problems.push(Problem::new("type", code, Rule::OneOfTheList));
                }
                form
            }),
            publisher: Some(self.publisher.clone()).filter(|name| !name.is_empty()),
            work_language: Some(self.work_language.clone()).filter(|code| !code.is_empty()),
        };
        let page = page_number("page", &self.page, &mut problems);
        (SearchAsked { words, filters, any: !self.any.is_empty(), page }, problems)
    }
}

fn known<T: FromStr>(field: &str, typed: &str, problems: &mut Vec<Problem>) -> Option<T> {
    if typed.is_empty() {
        return None;
    }
    let value = typed.parse().ok();
    if value.is_none() {
        problems.push(Problem::new(field, typed, Rule::OneOfTheList));
    }
    value
}

impl super::Facet {
    /// The parameter that chooses a value of it.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Form => "type",
            Self::Network => "network",
            Self::Country => "country",
            Self::Year => "year",
            Self::Language => "language",
            Self::WorkLanguage => "in",
            Self::Publisher => "publisher",
        }
    }
}
