//! The figures of an entry: one by one, or one number for each of several countries.

use std::collections::BTreeSet;
use std::path::Path;

use domain::entry::Kind;
use domain::figure::{Figure, FigureWords};
use domain::markdown::{FIGURE, figures_in};
use domain::pack::{EntryDraft, Pack};
use domain::slug::NotASlug;
use domain::{Language, Slug};

use super::ContentError;
use super::entry::{Here, Known, slugs};
use super::fields::{FigureFile, FigureWordsFile, Number};

pub(super) fn read(here: &Here<'_>, files: &[FigureFile], known: &Known<'_>) -> Result<Vec<Figure>, ContentError> {
    let begins = here.tables("[[figures]]").chain(std::iter::repeat(0));
    let (mut figures, mut keys) = (Vec::new(), BTreeSet::new());
    for (file, from) in files.iter().zip(begins) {
        let here = &here.at(from);
        if file.values.is_empty() {
            let country = slugs(here, "country", file.country.as_slice(), known.countries)?.pop();
            let low = file.low.as_ref().ok_or_else(|| here.error("low", "it is missing"))?;
            figures.push(figure(here, file, low, country, &mut keys)?);
            continue;
        }
        if file.low.is_some() || file.country.is_some() || file.key.is_some() {
            return Err(here.error("low", "numbers for several countries stand in values alone"));
        }
        for (name, low) in &file.values {
            let country = slugs(here, name, std::slice::from_ref(name), known.countries)?.pop();
            figures.push(figure(here, file, low, country, &mut keys)?);
        }
    }
    Ok(figures)
}

fn figure(
    here: &Here<'_>,
    file: &FigureFile,
    low: &Number,
    country: Option<Slug>,
    keys: &mut BTreeSet<Slug>,
) -> Result<Figure, ContentError> {
    let number = |field: &str, text: String| {
        let sound = text.parse::<f64>().is_ok_and(f64::is_finite)
            && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        if sound { Ok(text) } else { Err(here.error(field, format!("\"{text}\" is not a number"))) }
    };
    let year = file.year.digits();
    Ok(Figure {
        key: key(here, file, country.as_ref(), &year, keys)?,
        low: number("low", low.digits())?,
        high: file.high.as_ref().map(|high| number("high", high.digits())).transpose()?,
        unit: file.unit,
        year,
        source: file.source.clone(),
        url: file.url.clone(),
        country,
        words: [(Language::En, &file.en), (Language::Es, &file.es)]
            .into_iter()
            .filter_map(|(language, words)| {
                let words = words.as_ref()?;
                let FigureWordsFile { label, note, source } = words.clone();
                Some((language, FigureWords { label, note, source }))
            })
            .collect(),
    })
}

/// The key that the file gives, else one made of country and year, or of the label: numbered where it is taken.
fn key(
    here: &Here<'_>,
    file: &FigureFile,
    country: Option<&Slug>,
    year: &str,
    keys: &mut BTreeSet<Slug>,
) -> Result<Slug, ContentError> {
    if let Some(given) = &file.key {
        let key: Slug = given.parse().map_err(|wrong: NotASlug| here.error("key", wrong.to_string()))?;
        if !keys.insert(key.clone()) {
            return Err(here.error("key", format!("another figure is \"{key}\"")));
        }
        return Ok(key);
    }
    let label = file.en.as_ref().or(file.es.as_ref()).map_or("", |words| words.label.as_str());
    let base = country.map_or_else(|| Slug::of_title(label), |country| Slug::of_title(&format!("{country} {year}")));
    let numbered = (2..).map(|number| base.numbered(number));
    let key = std::iter::once(base.clone()).chain(numbered).find(|key| !keys.contains(key)).unwrap_or(base);
    keys.insert(key.clone());
    Ok(key)
}

/// A text refers to figures that exist: to one of its own entry by its key, to one of a set of data by both names.
pub(super) fn check_references(folder: &Path, folders: &[(&str, Kind)], pack: &Pack) -> Result<(), ContentError> {
    let has = |entry: &EntryDraft, key: &str| entry.figures.iter().any(|figure| figure.key.as_str() == key);
    let is_set = |entry: &&EntryDraft, slug: &str| entry.kind == Kind::Dataset && entry.slug.as_str() == slug;
    for entry in &pack.entries {
        let texts = entry.blocks.iter().flat_map(|block| block.texts.iter());
        for (language, name) in
            texts.flat_map(|(language, text)| figures_in(&text.markdown).into_iter().map(move |name| (language, name)))
        {
            let is_known = match name.split_once('/') {
                Some((set, key)) => pack.entries.iter().find(|its| is_set(its, set)).is_some_and(|set| has(set, key)),
                None => has(entry, &name),
            };
            if !is_known {
                let place = folders.iter().find(|(_, kind)| *kind == entry.kind).map_or("", |(place, _)| place);
                let file = folder.join(place).join(format!("{}.{language}.md", entry.slug));
                let written = format!("({FIGURE}{name})");
                let line = super::text(&file)?.lines().position(|line| line.contains(&written));
                return Err(ContentError::new(&file, line.map(|at| at + 1), format!("there is no {FIGURE}{name}")));
            }
        }
    }
    Ok(())
}
