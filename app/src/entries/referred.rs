//! Figures that sentences refer to: which of them there are, and the card that each opens.

use domain::entry::{Entry, Kind};
use domain::figure::Figure;
use domain::markdown::{card_id, figures_in};
use domain::{Error, Language, Portal, Slug};
use jiff::Timestamp;
use leptos::prelude::WithValue;

use super::compose::country_names;
use super::{FigureView, figures::anchor};
use crate::messages::FigureWords;
use crate::paths;
use crate::site::use_site;

/// A figure that a text may refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referred {
    /// The name that the text uses: the key of one of its own entry, or `dataset/key`.
    pub name: String,
    /// The figure.
    pub figure: Figure,
    /// The set of data that has it, where it is another entry: its present address, its title, the language it is translated from.
    pub data: Option<(Slug, String, Language)>,
}

/// The figures that these names refer to: those of the entry itself, `own`, and those of sets of data that readers see.
/// Names that refer to nothing are left out.
///
/// # Errors
/// Those of the store.
pub async fn referred(
    portal: &Portal,
    own: &[Figure],
    names: &[String],
    language: Language,
) -> Result<Vec<Referred>, Error> {
    let now = portal.clock.now();
    let mut found: Vec<Referred> = Vec::new();
    // Sets of data by the address that a text names them by, which may be a former one.
    let mut sets: Vec<(Slug, Entry)> = Vec::new();
    for name in names {
        if found.iter().any(|known| known.name == *name) {
            continue;
        }
        let of_key = |figures: &[Figure], key: &str| figures.iter().find(|its| its.key.as_str() == key).cloned();
        let Some((set, key)) = name.split_once('/') else {
            found.extend(of_key(own, name).map(|figure| Referred { name: name.clone(), figure, data: None }));
            continue;
        };
        let Ok(slug) = set.parse::<Slug>() else { continue };
        if sets.iter().all(|(known, _)| *known != slug) {
            match portal.library.current_entry(Kind::Dataset, &slug, language, now).await {
                Ok(entry) => sets.push((slug.clone(), entry)),
                Err(Error::NotFound | Error::Gone | Error::Moved(_)) => continue,
                Err(failure) => return Err(failure),
            }
        }
        let set = sets.iter().find(|(known, _)| *known == slug);
        found.extend(set.and_then(|(_, set)| {
            let data = (set.summary.slug.clone(), set.summary.edition.title.clone(), set.source);
            Some(Referred { name: name.clone(), figure: of_key(&set.figures, key)?, data: Some(data) })
        }));
    }
    Ok(found)
}

/// The card of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    /// Its id, by which buttons open it.
    pub id: String,
    /// The figure.
    pub figure: FigureView,
    /// Its row in a list or a table.
    pub row: String,
    /// How it is cited, in the reader's language.
    pub cite: String,
}

/// What an entry's page shows of figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// The names that its text may refer to.
    pub names: Vec<String>,
    /// The cards of those that its text refers to.
    pub cards: Vec<CardView>,
    /// All of its own, and those of sets of data that its text refers to.
    pub list: Vec<FigureView>,
}

impl Figures {
    /// The figures of an entry, and of what its text refers to in whatever language.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn of(portal: &Portal, entry: &Entry, language: Language, now: Timestamp) -> Result<Self, Error> {
        let texts = entry.blocks.iter().flat_map(|block| block.texts.iter());
        let names: Vec<String> = texts.flat_map(|(_, text)| figures_in(&text.markdown)).collect();
        let found = referred(portal, &entry.figures, &names, language).await?;
        let countries = if found.iter().any(|its| its.figure.country.is_some()) {
            country_names(portal, language, now).await?
        } else {
            Vec::new()
        };
        let mut list = FigureView::all(&entry.figures, language, entry.source);
        // Those of sets of data, which the text refers to, stand behind its own.
        list.extend(found.iter().filter_map(|its| {
            let (_, _, source) = its.data.as_ref()?;
            let figure = FigureView::of(&its.figure, language, *source)?;
            let country = country(&its.figure, &countries);
            Some(FigureView { anchor: anchor(&its.name.replace('/', "-")), country, ..figure })
        }));
        let cards = found.iter().filter_map(|its| card(its, entry, &countries, language)).collect();
        Ok(Self { names: found.into_iter().map(|its| its.name).collect(), cards, list })
    }
}

/// The name of the country that a figure speaks of.
fn country(figure: &Figure, countries: &[(String, String)]) -> Option<String> {
    let slug = figure.country.as_ref()?.as_str();
    countries.iter().find(|(its, _)| its == slug).map(|(_, name)| name.clone())
}

fn card(its: &Referred, entry: &Entry, countries: &[(String, String)], language: Language) -> Option<CardView> {
    let source = its.data.as_ref().map_or(entry.source, |(_, _, source)| *source);
    let country = country(&its.figure, countries);
    let figure = FigureView { country, ..FigureView::of(&its.figure, language, source)? };
    let row = anchor(its.figure.key.as_str());
    let summary = &entry.summary;
    let (title, page) = its.data.as_ref().map_or_else(
        || (summary.edition.title.clone(), paths::entry(language, summary.kind, &summary.slug)),
        |(slug, title, _)| (title.clone(), paths::entry(language, Kind::Dataset, slug)),
    );
    let (keeper, address) =
        use_site().with_value(|site| (site.identity.short_name.clone(), format!("{}{page}#{row}", site.public_url)));
    Some(CardView {
        id: card_id(&its.name),
        row: if its.data.is_some() { format!("{page}#{row}") } else { format!("#{row}") },
        cite: FigureWords::of(language).cite(&figure, &keeper, &title, &address),
        figure,
    })
}
