//! What the index knows of each entry beside its words: filters, facets and suggestions are answered from here.

use domain::citation::bodies;
use domain::entry::Kind;
use domain::language::Texts;
use domain::search::{Document, Facet, FacetCounts, Filters, Suggestion, Work};
use domain::{Language, Slug};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::terms::plain;

/// An entry without its words.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) kind: Kind,
    slug: Slug,
    titles: Texts<(String, String)>,
    source: Language,
    networks: Vec<i64>,
    countries: Vec<i64>,
    pub(crate) day: Option<Date>,
    years: Vec<i16>,
    work: Option<Work>,
}

/// A value of a facet, as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Value<'a> {
    Text(&'a str),
    Year(i16),
    /// A network or a country, by its id.
    Entry(i64),
}

/// Every entry that readers may see.
#[derive(Debug, Default)]
pub(crate) struct Cards(FxHashMap<i64, Card>);

impl Cards {
    pub(crate) fn put(&mut self, id: i64, document: Option<Document>) {
        let Some(mut its) = document else {
            self.0.remove(&id);
            return;
        };
        // An entry counts once for each value of a facet.
        its.years.sort_unstable();
        its.years.dedup();
        let titles = its.texts.iter().map(|(language, text)| (language, (plain(&text.title), text.title.clone())));
        let card = Card {
            titles: titles.collect(),
            kind: its.kind,
            slug: its.slug,
            source: its.source,
            networks: its.networks,
            countries: its.countries,
            day: its.day,
            years: its.years,
            work: its.work,
        };
        self.0.insert(id, card);
    }

    pub(crate) fn get(&self, id: i64) -> Option<&Card> {
        self.0.get(&id)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = i64> {
        self.0.keys().copied()
    }

    /// Whether a whole title is one of these, folded.
    pub(crate) fn is_titled(&self, id: i64, names: &[String]) -> bool {
        self.get(id).is_some_and(|card| card.titles.iter().any(|(_, (title, _))| names.contains(title)))
    }

    /// Tells each value of a facet that an entry has.
    fn each<'a>(card: &'a Card, facet: Facet, mut tell: impl FnMut(Value<'a>)) {
        match facet {
            Facet::Kind => tell(Value::Text(card.kind.code())),
            Facet::Network => card.networks.iter().for_each(|id| tell(Value::Entry(*id))),
            Facet::Country => card.countries.iter().for_each(|id| tell(Value::Entry(*id))),
            Facet::Year => card.years.iter().for_each(|year| tell(Value::Year(*year))),
            Facet::Language => card.titles.iter().for_each(|(language, _)| tell(Value::Text(language.code()))),
            Facet::Form => card.work.iter().for_each(|work| tell(Value::Text(work.form.code()))),
            Facet::WorkLanguage => {
                card.work.iter().flat_map(|work| &work.languages).for_each(|code| tell(Value::Text(code)));
            }
            Facet::Publisher => {
                let line = card.work.iter().filter_map(|work| work.publisher.as_deref());
                line.flat_map(bodies).for_each(|name| tell(Value::Text(name)));
            }
        }
    }

    /// A value as addresses write it; none for an entry that readers see no more.
    fn written(&self, value: Value) -> Option<String> {
        match value {
            Value::Text(text) => Some(text.to_owned()),
            Value::Year(year) => Some(year.to_string()),
            Value::Entry(id) => self.get(id).map(|card| card.slug.to_string()),
        }
    }

    /// Whether an entry is what the filters ask for, but for one facet, which is left aside.
    fn passes(&self, card: &Card, filters: &[(Facet, String)], but: Option<Facet>) -> bool {
        filters.iter().filter(|(facet, _)| Some(*facet) != but).all(|(facet, wanted)| {
            let mut has = false;
            Self::each(card, *facet, |value| has |= self.written(value).as_ref() == Some(wanted));
            has
        })
    }

    /// Of these entries those that pass; and for each facet how many each of its values would leave.
    pub(crate) fn sift(&self, found: Vec<(i64, f32)>, filters: &Filters) -> (Vec<(i64, f32)>, FacetCounts) {
        let chosen: Vec<(Facet, String)> =
            Facet::ALL.into_iter().filter_map(|facet| Some((facet, filters.chosen(facet)?))).collect();
        let mut counts: Vec<FxHashMap<Value, usize>> = vec![FxHashMap::default(); Facet::ALL.len()];
        let mut passed = Vec::new();
        for (id, score) in found {
            let Some(card) = self.get(id) else { continue };
            let is_asked_for = self.passes(card, &chosen, None);
            for (facet, counts) in Facet::ALL.into_iter().zip(&mut counts) {
                if is_asked_for || self.passes(card, &chosen, Some(facet)) {
                    Self::each(card, facet, |value| *counts.entry(value).or_default() += 1);
                }
            }
            if is_asked_for {
                passed.push((id, score));
            }
        }
        let facets = Facet::ALL.into_iter().zip(counts).map(|(facet, counts)| {
            let written = counts.into_iter().filter_map(|(value, count)| Some((self.written(value)?, count)));
            let mut values: Vec<(String, usize)> = written.collect();
            match facet {
                // Years tell more in their own order.
                Facet::Year => values.sort_by(|a, b| b.0.cmp(&a.0)),
                _ => values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))),
            }
            (facet, values)
        });
        (passed, facets.collect())
    }

    /// Entries whose title has words that begin like each of these, folded; those that begin with the first of them come first.
    pub(crate) fn suggest(&self, words: &[String], language: Language, limit: usize) -> Vec<Suggestion> {
        let Some(first) = words.first() else { return Vec::new() };
        let mut found = Vec::new();
        for card in self.0.values() {
            let has_words = |(folded, _): &(String, String)| {
                words.iter().all(|word| folded.split(' ').any(|its| its.starts_with(word.as_str())))
            };
            // The reader's language first, for that is what is shown; else the one that has the words.
            let own = card.titles.get(language).filter(|title| has_words(title)).map(|title| (language, title));
            let other = || {
                let best = card.titles.best(language, card.source)?;
                card.titles.iter().any(|(_, title)| has_words(title)).then_some(best)
            };
            if let Some((language, (folded, title))) = own.or_else(other) {
                let place = (!folded.starts_with(first.as_str()), rank(card.kind), folded.len(), folded.clone());
                found.push((place, card, language, title));
            }
        }
        found.sort_by(|a, b| a.0.cmp(&b.0));
        let suggestion = |(_, card, language, title): (_, &Card, Language, &String)| Suggestion {
            title: title.clone(),
            language,
            kind: card.kind,
            slug: card.slug.clone(),
        };
        found.into_iter().take(limit).map(suggestion).collect()
    }
}

/// What people look for by name comes first.
const fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Network => 0,
        Kind::Country | Kind::Page => 1,
        Kind::Event => 2,
        Kind::Publication | Kind::Dataset => 3,
        _ => 4,
    }
}
