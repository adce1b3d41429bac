//! Figures as data: narrowed, laid out for a chart, and compared where sources disagree. The chart, its table and its files
//! come of the same figures.

use crate::Slug;
use crate::figure::{Figure, Unit, years_of};

/// What a set of figures is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowed {
    /// Only those of this country.
    pub country: Option<Slug>,
    /// Only those of these years, as a figure says them, or those that speak of this year.
    pub year: Option<String>,
}

impl Narrowed {
    /// The figures that are left.
    pub fn of(&self, figures: &[Figure]) -> Vec<Figure> {
        let speaks_of = |figure: &Figure, year: &str| {
            figure.year == year || year.parse().is_ok_and(|year| years_of(&figure.year).contains(&year))
        };
        let is_left = |figure: &&Figure| {
            self.country.as_ref().is_none_or(|country| figure.country.as_ref() == Some(country))
                && self.year.as_ref().is_none_or(|year| speaks_of(figure, year))
        };
        figures.iter().filter(is_left).cloned().collect()
    }
}

/// How figures are best drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing is there.
    Nothing,
    /// One moment, many subjects: bars, the longest first.
    Bars,
    /// Several moments: a line for each subject.
    Lines,
}

/// What the shape of the data asks for: lines where some subject is counted in several years, bars otherwise.
pub fn shape(figures: &[Figure]) -> Shape {
    if figures.is_empty() {
        return Shape::Nothing;
    }
    let changes = |series: &Vec<&Figure>| series.iter().any(|its| its.year != series[0].year);
    if series(figures).iter().any(changes) { Shape::Lines } else { Shape::Bars }
}

/// Figures by their unit, in the order in which that comes first: what is counted in dollars and what in hundredths share no scale.
pub fn by_unit(figures: &[Figure]) -> Vec<Vec<Figure>> {
    let mut all: Vec<Vec<Figure>> = Vec::new();
    for figure in figures {
        match all.iter_mut().find(|known| known[0].unit == figure.unit) {
            Some(known) => known.push(figure.clone()),
            None => all.push(vec![figure.clone()]),
        }
    }
    all
}

/// Figures by what they count, in the order in which that comes first; each by year.
pub fn series(figures: &[Figure]) -> Vec<Vec<&Figure>> {
    let mut all: Vec<Vec<&Figure>> = Vec::new();
    for figure in figures {
        match all.iter_mut().find(|series| series[0].is_of_subject_of(figure)) {
            Some(series) => series.push(figure),
            None => all.push(vec![figure]),
        }
    }
    for series in &mut all {
        series.sort_by(|one, other| one.year.cmp(&other.year));
    }
    all
}

/// Figures that count the same of the same year and say something else: each group has two at least.
pub fn disagreements(figures: &[Figure]) -> Vec<Vec<&Figure>> {
    let mut groups = Vec::new();
    for series in series(figures) {
        for same_year in series.chunk_by(|one, other| one.year == other.year) {
            if same_year.iter().any(|its| !its.has_value_of(same_year[0])) {
                groups.push(same_year.to_vec());
            }
        }
    }
    groups
}

/// The ends of a figure as numbers, for drawing alone: what is written and counted keeps its digits.
pub fn ends(figure: &Figure) -> (f64, f64) {
    let number = |digits: &str| digits.parse::<f64>().ok().filter(|number| number.is_finite()).unwrap_or(0.0);
    let low = number(&figure.low);
    (low, figure.high.as_deref().map_or(low, number))
}

/// A number of an axis as the digits of a figure: without what computing has added to its end.
pub fn digits(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

/// The year that a figure stands at on an axis: the first of several.
pub fn moment(figure: &Figure) -> i32 {
    figure.year.split('-').next().and_then(|year| year.trim().parse().ok()).unwrap_or(0)
}

/// An axis from nought to a round number, with its ticks.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The last tick.
    pub end: f64,
    /// The ticks, nought the first of them.
    pub ticks: Vec<f64>,
}

impl Scale {
    /// An axis that holds a value: three to six steps of 1, 2 or 5 times a power of ten.
    pub fn to(largest: f64) -> Self {
        if !largest.is_finite() || largest <= 0.0 {
            return Self { end: 1.0, ticks: vec![0.0, 1.0] };
        }
        let rough = largest / 4.0;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|round| round * power).into_iter().find(|step| *step * 1.000_001 >= rough);
        let step = step.unwrap_or(10.0 * power);
        let mut ticks = vec![0.0];
        while ticks.last().is_some_and(|last| *last < largest * 0.999_999) {
            ticks.push(step * f64::from(u32::try_from(ticks.len()).unwrap_or(u32::MAX)));
        }
        Self { end: ticks.last().copied().unwrap_or(1.0), ticks }
    }

    /// The axis of bars: a share is a part of the whole, so that it is measured against a hundred; the rest against a round number.
    pub fn of_bars(unit: Unit, largest: f64) -> Self {
        if unit == Unit::Percent && largest <= 100.0 {
            Self { end: 100.0, ticks: vec![0.0, 100.0] }
        } else {
            Self::to(largest)
        }
    }

    /// How far along the axis a value lies, in hundredths of its length.
    pub fn share(&self, value: f64) -> f64 {
        (value / self.end * 100.0).clamp(0.0, 100.0)
    }
}
