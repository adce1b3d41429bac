//! What a hit must be beside having the words, and the facets that offer these choices.

use crate::Language;
use crate::Slug;
use crate::entry::{Kind, PublicationForm};

/// What must be true of a hit. What is none is not asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// Its kind.
    pub kind: Option<Kind>,
    /// It belongs to this network.
    pub network: Option<Slug>,
    /// It speaks of this country.
    pub country: Option<Slug>,
    /// It bears this year, or speaks of it.
    pub year: Option<i16>,
    /// It is shown in this language.
    pub language: Option<Language>,
    /// It is a work of this sort.
    pub form: Option<PublicationForm>,
    /// It was issued by this body, in its very words.
    pub publisher: Option<String>,
    /// The work exists in this language, by its code.
    pub work_language: Option<String>,
}

/// A sort of choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The kind of entry.
    Kind,
    /// The sort of work.
    Form,
    /// The network.
    Network,
    /// The country.
    Country,
    /// The year.
    Year,
    /// The language of the page.
    Language,
    /// The language of the work.
    WorkLanguage,
    /// Who issued it.
    Publisher,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 8] = [
        Self::Kind,
        Self::Form,
        Self::Network,
        Self::Country,
        Self::Year,
        Self::Language,
        Self::WorkLanguage,
        Self::Publisher,
    ];
}

impl Filters {
    /// The value chosen of a facet, as [`Found::facets`](super::Found::facets) writes it.
    pub fn chosen(&self, facet: Facet) -> Option<String> {
        match facet {
            Facet::Kind => self.kind.map(|kind| kind.code().to_owned()),
            Facet::Form => self.form.map(|form| form.code().to_owned()),
            Facet::Network => self.network.as_ref().map(ToString::to_string),
            Facet::Country => self.country.as_ref().map(ToString::to_string),
            Facet::Year => self.year.map(|year| year.to_string()),
            Facet::Language => self.language.map(|language| language.code().to_owned()),
            Facet::WorkLanguage => self.work_language.clone(),
            Facet::Publisher => self.publisher.clone(),
        }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
