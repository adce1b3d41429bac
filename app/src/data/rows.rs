//! The rows of a set of figures: the table of its page, and its files, are made of these.

use std::collections::BTreeMap;

use domain::entry::{Details, Entry, Kind, Summary};
use domain::figure::Figure;
use domain::listing::Listing;
use domain::{Error, Language, Portal};
use jiff::Timestamp;

/// A figure as a row: what a file says of it, in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataRow {
    /// Its name within the set; the page has an anchor of this name.
    pub key: String,
    /// What is counted.
    pub indicator: String,
    /// The country, by name; empty where it is no country's.
    pub country: String,
    /// Its ISO 3166-1 code; empty where a source leaves it open.
    pub iso: String,
    /// The year or years of the data.
    pub year: String,
    /// The value, or the lower end of a range, with its own digits.
    pub low: String,
    /// The upper end of a range; empty where there is one value.
    pub high: String,
    /// `count`, `percent` or `usd`.
    pub unit: &'static str,
    /// Who says so, as that language names them.
    pub source: String,
    /// Where the source can be read.
    pub url: String,
    /// What to know before citing it.
    pub note: String,
}

impl DataRow {
    /// The names of the columns of a file.
    pub const COLUMNS: [&'static str; 11] =
        ["key", "indicator", "country", "iso", "year", "low", "high", "unit", "source", "url", "note"];

    /// The cells of a file, in the order of [`Self::COLUMNS`].
    pub fn cells(&self) -> Vec<String> {
        let texts = [&self.key, &self.indicator, &self.country, &self.iso, &self.year, &self.low, &self.high];
        let mut cells: Vec<String> = texts.into_iter().cloned().collect();
        cells.push(self.unit.to_owned());
        cells.extend([&self.source, &self.url, &self.note].into_iter().cloned());
        cells
    }

    /// A figure as a row.
    pub fn of(figure: &Figure, countries: &Countries, language: Language, source: Language) -> Self {
        let words = figure.words.best(language, source).map(|(_, words)| words.clone());
        let (indicator, note) = words.map_or_else(Default::default, |words| (words.label, words.note));
        let country = figure.country.as_ref().and_then(|slug| countries.of(slug.as_str()));
        let iso = |country: &Summary| match &country.details {
            Details::Country { iso, .. } => iso.clone().unwrap_or_default(),
            _ => String::new(),
        };
        Self {
            key: figure.key.to_string(),
            indicator,
            country: country.map(|country| country.edition.title.clone()).unwrap_or_default(),
            iso: country.map(iso).unwrap_or_default(),
            year: figure.year.clone(),
            low: figure.low.clone(),
            high: figure.high.clone().unwrap_or_default(),
            unit: figure.unit.code(),
            source: figure.source_in(language).to_owned(),
            url: figure.url.clone().unwrap_or_default(),
            note: note.unwrap_or_default(),
        }
    }
}

/// The participants by slug.
#[derive(Debug)]
pub struct Countries(BTreeMap<String, Summary>);

impl Countries {
    /// Reads them.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read(portal: &Portal, language: Language, now: Timestamp) -> Result<Self, Error> {
        let listed = portal.library.list(&Listing::arranged(Kind::Country, language), now).await?;
        Ok(Self(listed.items.into_iter().map(|country| (country.slug.to_string(), country)).collect()))
    }

    /// A participant.
    pub fn of(&self, slug: &str) -> Option<&Summary> {
        self.0.get(slug)
    }

    /// The name of a figure's country; empty where it is no country's.
    pub fn name(&self, figure: &Figure) -> &str {
        figure.country.as_ref().and_then(|slug| self.of(slug.as_str())).map_or("", |its| its.edition.title.as_str())
    }
}

/// Figures in the order of their table: by what is counted, by country in the reader's alphabet, the latest year first.
pub fn in_order(mut figures: Vec<Figure>, countries: &Countries) -> Vec<Figure> {
    figures.sort_by_cached_key(|figure| {
        let is_first_of_label = figure.words.iter().map(|(_, words)| words.label.clone()).next();
        (is_first_of_label, domain::fold::fold(countries.name(figure)), std::cmp::Reverse(figure.year.clone()))
    });
    figures
}

/// The rows of an entry's figures.
pub fn rows(entry: &Entry, figures: Vec<Figure>, countries: &Countries, language: Language) -> Vec<DataRow> {
    let figures = in_order(figures, countries);
    figures.iter().map(|figure| DataRow::of(figure, countries, language, entry.source)).collect()
}
