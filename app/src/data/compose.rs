//! Puts the page of a set of figures together.

use domain::dataset::{Narrowed, Scale, Shape, by_unit, digits, disagreements, ends, moment, series, shape};
use domain::entry::{Entry, Kind, Participation};
use domain::figure::{Figure, Unit, is_year};
use domain::request::one_of;
use domain::{Error, Language, Portal, Problem, Rule, Slug, number};
use jiff::Timestamp;
use leptos::prelude::*;

use super::page::DatasetContent;
use super::rows::{Countries, in_order};
use super::view::{Bar, Chart, DatasetView, Drawing, Line, TableRow};
use crate::countries::PlaceView;
use crate::entries::content::Contents;
use crate::entries::filters::{COUNTRY, resolve, retype};
use crate::entries::{FigureView, anchor, present};
use crate::messages::DataWords;
use crate::paths;
use crate::site::use_site;
use crate::ui::ProblemView;

/// How many shades a map of values has: [`Scale::to`] divides what it holds by as many.
const SHADES: u8 = 4;
/// From how many places on a map says more than bars alone.
const FEWEST_PLACES: usize = 5;

/// What the address of a set of figures asks for, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataRequest {
    /// A country's slug.
    pub country: String,
    /// A year, as the figures say it.
    pub year: String,
}

impl DataRequest {
    /// Reads the query of an address.
    pub fn of(query: &str) -> Self {
        let parameter = |name: &str| {
            let mut all = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
            all.find(|(its, _)| its == name)
                .map_or_else(String::new, |(_, text)| domain::plain::plain(text.into_owned()))
        };
        Self { country: parameter("country"), year: parameter("year") }
    }

    /// Understands the query of an address. A former address of a country counts as its present one, and is
    /// told as that: a link that somebody shared long ago goes on.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read(
        portal: &Portal,
        query: &str,
        language: Language,
        now: Timestamp,
    ) -> Result<(Self, Narrowed, Vec<Problem>), Error> {
        let mut asked = Self::of(query);
        let mut problems = Vec::new();
        let mut country = one_of("country", &asked.country, &mut problems, |text| text.parse().ok());
        resolve(portal, COUNTRY, &mut country, language, now, &mut problems).await?;
        retype(&mut asked.country, country.as_ref());
        let year = Some(asked.year.trim()).filter(|typed| !typed.is_empty());
        if let Some(typed) = year.filter(|typed| !is_year(typed)) {
            problems.push(Problem::new("year", typed, Rule::Year));
        }
        let year = year.filter(|typed| is_year(typed)).map(str::to_owned);
        Ok((asked, Narrowed { country, year }, problems))
    }
}

/// What stands below the title; `contents` is what every entry has, `query` that of the address.
///
/// # Errors
/// Those of the store.
pub async fn dataset(
    portal: &Portal,
    entry: &Entry,
    mut contents: Contents,
    query: &str,
    language: Language,
    now: Timestamp,
) -> Result<(AnyView, Vec<ProblemView>), Error> {
    let countries = Countries::read(portal, language, now).await?;
    let (asked, narrowed, problems) = DataRequest::read(portal, query, language, now).await?;
    // Its own stand in the table.
    let own: Vec<String> = entry.figures.iter().map(|figure| anchor(figure.key.as_str())).collect();
    contents.figures.list.retain(|figure| !own.contains(&figure.anchor));
    let figures = in_order(narrowed.of(&entry.figures), &countries);
    let (address, keeper) = use_site()
        .with_value(|site| (format!("{}{}", site.public_url, contents.here), site.identity.short_name.clone()));
    let data = DatasetView {
        title: entry.summary.edition.title.clone(),
        keeper,
        address,
        broken: problems.iter().map(|problem| problem.field.clone()).collect(),
        countries: choices(&entry.figures, narrowed.country.as_ref(), &countries),
        years: years(&entry.figures, narrowed.year.as_ref()),
        is_empty: figures.is_empty(),
        charts: by_unit(&figures)
            .iter()
            .filter_map(|figures| {
                Some(Chart {
                    unit: unit(figures[0].unit, language),
                    drawing: drawing(figures, &countries, language, entry.source)?,
                })
            })
            .collect(),
        places: places(&figures, &countries, language),
        shades: shades(&figures, language),
        disagreements: disagreements(&figures).iter().map(|group| told(group, &countries, language)).collect(),
        rows: table(&figures, &countries, language, entry.source),
        files: ["csv", "json"].map(|extension| {
            // What could not be understood narrows neither the page nor its files.
            let country = narrowed.country.as_ref().map_or("", Slug::as_str);
            let filters = [("country", country), ("year", narrowed.year.as_deref().unwrap_or_default())];
            paths::with_query(&paths::data_file(language, &entry.summary.slug, extension), filters)
        }),
        country: asked.country,
        year: asked.year,
        contents,
    };
    Ok((view! { <DatasetContent data /> }.into_any(), present::problems(&problems, language)))
}

/// The countries of these figures, and the one that was chosen although they say nothing of it.
fn choices(figures: &[Figure], chosen: Option<&Slug>, countries: &Countries) -> Vec<(String, String)> {
    let all = figures.iter().filter_map(|figure| figure.country.as_ref()).chain(chosen);
    let mut choices: Vec<(String, String)> = all
        .filter_map(|country| Some((country.to_string(), countries.of(country.as_str())?.edition.title.clone())))
        .collect();
    choices.sort_by_cached_key(|(_, name)| domain::fold::fold(name));
    choices.dedup();
    choices
}

fn years(figures: &[Figure], chosen: Option<&String>) -> Vec<String> {
    let mut years: Vec<String> = figures.iter().map(|figure| &figure.year).chain(chosen).cloned().collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    years
}

/// The unit above a chart. Of what is counted, people or things, each label tells more than a word for all of them.
fn unit(unit: Unit, language: Language) -> Option<&'static str> {
    (unit != Unit::Count).then(|| DataWords::of(language).unit_name(unit))
}

/// What a figure is of: its country, else what is counted.
fn name(figure: &Figure, countries: &Countries, language: Language, source: Language) -> String {
    let country = countries.name(figure);
    if country.is_empty() { label(figure, language, source) } else { country.to_owned() }
}

/// What is counted.
fn label(figure: &Figure, language: Language, source: Language) -> String {
    figure.words.best(language, source).map(|(_, words)| words.label.clone()).unwrap_or_default()
}

/// Figures of one unit, drawn.
fn drawing(figures: &[Figure], countries: &Countries, language: Language, source: Language) -> Option<Drawing> {
    // Bars and lines begin at nought; the table tells the rest.
    if figures.iter().any(|figure| figure.low.starts_with('-')) {
        return None;
    }
    let value = |figure: &Figure| number::write_figure(figure, language);
    let label = |figure: &Figure| label(figure, language, source);
    let counts_several = figures.iter().any(|figure| label(figure) != label(&figures[0]));
    let name = |figure: &Figure| match name(figure, countries, language, source) {
        // A country alone does not tell which of several things is counted there.
        name if counts_several && name != label(figure) => format!("{name}: {}", label(figure)),
        name => name,
    };
    match shape(figures) {
        Shape::Nothing => None,
        Shape::Bars => {
            let has_years = figures.iter().any(|figure| figure.year != figures[0].year);
            let name = |figure: &Figure| {
                if has_years { format!("{}, {}", name(figure), figure.year.replace('-', "–")) } else { name(figure) }
            };
            let mut bars: Vec<Bar> = figures
                .iter()
                .map(|figure| {
                    let is_told_twice = figures.iter().filter(|its| name(its) == name(figure)).count() > 1;
                    let said = if is_told_twice { format!(" ({})", figure.source_in(language)) } else { String::new() };
                    Bar { name: name(figure) + &said, value: value(figure), figure: figure.clone() }
                })
                .collect();
            bars.sort_by(|one, other| ends(&other.figure).1.total_cmp(&ends(&one.figure).1));
            Some(Drawing::Bars(bars))
        }
        Shape::Lines => {
            let lines = series(figures).into_iter().map(|series| Line {
                name: name(series[0]),
                points: series.into_iter().map(|figure| (figure.clone(), value(figure))).collect(),
            });
            let mut lines: Vec<Line> = lines.collect();
            lines.sort_by_key(|line| std::cmp::Reverse(line.points.len()));
            Some(Drawing::Lines(lines))
        }
    }
}

/// A map for shares of one year and of several places; of amounts it would show no more than who is large.
fn places(figures: &[Figure], countries: &Countries, language: Language) -> Vec<PlaceView> {
    let is_mappable = figures.len() >= FEWEST_PLACES
        && !figures.iter().any(|figure| figure.low.starts_with('-'))
        && shape(figures) == Shape::Bars
        && disagreements(figures).is_empty()
        && figures
            .iter()
            .all(|its| its.unit == Unit::Percent && its.country.is_some() && moment(its) == moment(&figures[0]));
    if !is_mappable {
        return Vec::new();
    }
    let step = step_of_shades(figures);
    let places = figures.iter().filter_map(|figure| {
        let slug = figure.country.as_ref()?;
        let country = countries.of(slug.as_str())?;
        let value = ends(figure).1;
        Some(PlaceView {
            iso: match &country.details {
                domain::entry::Details::Country { iso, .. } => iso.clone(),
                _ => None,
            },
            slug: slug.to_string(),
            href: paths::entry(language, Kind::Country, slug),
            name: country.edition.title.clone(),
            status: Participation::Participating,
            sign: if value > 0.0 && value < 1.0 { "<1".to_owned() } else { format!("{value:.0}") },
            spoken: number::write_figure(figure, language),
            shade: (1..=SHADES).find(|shade| value <= step * f64::from(*shade)).or(Some(SHADES)),
        })
    });
    places.collect()
}

/// How far each of the shades goes beyond the one before it: a round number, so that [`SHADES`] of them hold the largest value.
fn step_of_shades(figures: &[Figure]) -> f64 {
    let largest = figures.iter().map(|figure| ends(figure).1).fold(0.0, f64::max);
    Scale::to(largest).ticks.get(1).copied().unwrap_or(1.0)
}

/// "Up to 10%" for each shade that the figures need, the lightest first.
fn shades(figures: &[Figure], language: Language) -> Vec<String> {
    let Some(first) = figures.first() else { return Vec::new() };
    let (words, step) = (DataWords::of(language), step_of_shades(figures));
    let largest = figures.iter().map(|figure| ends(figure).1).fold(0.0, f64::max);
    let needed = (1..=SHADES).map(f64::from).filter(|shade| step * (shade - 1.0) < largest);
    let end = |shade: f64| Figure { low: digits(step * shade), high: None, ..first.clone() };
    needed.map(|shade| words.up_to(&number::write_figure(&end(shade), language))).collect()
}

/// That figures differ, in a sentence.
fn told(group: &[&Figure], countries: &Countries, language: Language) -> String {
    let words = DataWords::of(language);
    let name = name(group[0], countries, language, language);
    let each = group
        .iter()
        .map(|figure| format!("{} ({})", number::write_figure(figure, language), figure.source_in(language)));
    words.differ(&name, &group[0].year.replace('-', "–"), &each.collect::<Vec<_>>().join("; "))
}

fn table(figures: &[Figure], countries: &Countries, language: Language, source: Language) -> Vec<TableRow> {
    let rows = figures.iter().filter_map(|figure| {
        let country = figure.country.as_ref().filter(|_| !countries.name(figure).is_empty());
        Some(TableRow {
            country: country
                .map(|slug| (countries.name(figure).to_owned(), paths::entry(language, Kind::Country, slug))),
            machine: figure.high.as_ref().map_or_else(|| figure.low.clone(), |high| format!("{}/{high}", figure.low)),
            figure: FigureView::of(figure, language, source)?,
        })
    });
    rows.collect()
}
