//! The parameters of each address, as text and as the description tells them.

use domain::Language;
use serde::Deserialize;
use utoipa::IntoParams;

use super::asked::Reading;
use super::problem::Fault;
use super::values;

/// What a list of entries is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct EntriesAsked {
    /// Only entries of this kind.
    #[param(inline, value_type = values::KindCode)]
    pub kind: String,
    /// Only entries of this network, by its slug.
    pub network: String,
    /// Only entries of this country, by its slug.
    pub country: String,
    /// Only entries that bear this year; an event bears that of its first day, a set of data those of its figures.
    #[param(inline, value_type = values::Year)]
    pub year: String,
    /// Only entries that are published in this language, `en` or `es`, in it. Without it English texts come first.
    #[param(inline, value_type = values::LanguageCode)]
    pub language: String,
    /// The page, from 1.
    #[param(inline, value_type = values::PageNumber)]
    pub page: String,
    /// How many entries a page has: 1 to 100, otherwise 20.
    #[param(inline, value_type = values::PageSize)]
    pub per_page: String,
}

/// What a list of events is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct EventsAsked {
    /// Only events that have a day on or after this one: `2026-11-23`.
    #[param(inline, value_type = values::Day)]
    pub from: String,
    /// Only events that have a day on or before this one.
    #[param(inline, value_type = values::Day)]
    pub until: String,
    /// `next` for those that are not over, `past` for those that are, latest first; otherwise all, earliest first.
    #[param(inline, value_type = values::Side)]
    pub when: String,
    /// `in-person`, `online` or `hybrid`.
    #[param(inline, value_type = values::ModeCode)]
    pub mode: String,
    /// Only events of this network, by its slug.
    pub network: String,
    /// Only events of this country, by its slug.
    pub country: String,
    /// The language of the texts, `en` (where nothing is said) or `es`; what has no text in it comes in the other one.
    #[param(inline, value_type = values::LanguageCode)]
    pub language: String,
    /// The page, from 1.
    #[param(inline, value_type = values::PageNumber)]
    pub page: String,
    /// How many events a page has: 1 to 100, otherwise 20.
    #[param(inline, value_type = values::PageSize)]
    pub per_page: String,
}

/// What is looked for: the parameters of the search page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct SearchParameters {
    /// Words, of which accents, plurals and one typing error are forgiven. Without them everything that the rest lets through, newest first.
    pub q: String,
    /// `1` where one of the words is enough.
    pub any: String,
    /// Only entries of this kind.
    #[param(inline, value_type = values::KindCode)]
    pub kind: String,
    /// Only works of this sort.
    #[serde(rename = "type")]
    #[param(inline, value_type = values::FormCode)]
    pub form: String,
    /// Only entries of this network, by its slug.
    pub network: String,
    /// Only entries of this country, by its slug.
    pub country: String,
    /// Only entries that bear this year; an event bears that of its first day, a set of data those of its figures.
    #[param(inline, value_type = values::Year)]
    pub year: String,
    /// Only entries that are published in this language, `en` or `es`, in it. Without it English texts come first.
    #[param(inline, value_type = values::LanguageCode)]
    pub language: String,
    /// Only works that exist in this language, by its BCP 47 code.
    #[serde(rename = "in")]
    pub work_language: String,
    /// Only works that this body issued, in its very words.
    pub publisher: String,
    /// The page, from 1.
    #[param(inline, value_type = values::PageNumber)]
    pub page: String,
    /// How many entries a page has: 1 to 100, otherwise 20.
    #[param(inline, value_type = values::PageSize)]
    pub per_page: String,
}

/// How the texts of one entry, or of a list that is not narrowed, are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct TextAsked {
    /// The language of the texts, `en` (where nothing is said) or `es`; what has no text in it comes in the other one.
    #[param(inline, value_type = values::LanguageCode)]
    pub language: String,
}

impl TextAsked {
    /// The language of the texts.
    ///
    /// # Errors
    /// The fault that names the parameter, where it is no language.
    pub fn read(&self) -> Result<Language, Fault> {
        let mut reading = Reading::default();
        let language = reading.language(&self.language).unwrap_or(Language::En);
        reading.done(language)?;
        Ok(language)
    }
}
