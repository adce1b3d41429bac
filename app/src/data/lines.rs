//! Lines over years: a small chart for each subject, all on one scale, each point with its value beside it.
//! Places along the years are hundredths of the width; text keeps its size.

use domain::dataset::{Scale, ends, moment};
use domain::figure::Figure;
use leptos::prelude::*;

use super::view::Line;
use crate::messages::DataWords;
use crate::site::use_language;

/// How high a chart is, in pixels, and the part of it that values take.
const HEIGHT: f64 = 190.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 150.0;

/// What the charts share.
#[derive(Debug, Clone)]
struct Axes {
    scale: Scale,
    years: (i32, i32),
}

impl Axes {
    /// Where a year stands, in hundredths of the width: one year alone in the middle.
    fn x(&self, year: i32) -> f64 {
        let (first, last) = self.years;
        if first == last { 50.0 } else { 14.0 + f64::from(year - first) / f64::from(last - first) * 72.0 }
    }

    /// How far down a value stands, in pixels.
    fn y(&self, value: f64) -> f64 {
        BOTTOM - self.scale.share(value) / 100.0 * (BOTTOM - TOP)
    }
}

/// The charts.
#[component]
pub fn Lines(
    lines: Vec<Line>,
    /// Which chart of the page they are.
    number: usize,
) -> AnyView {
    let figures = || lines.iter().flat_map(|line| line.points.iter().map(|(figure, _)| figure));
    let largest = figures().map(|figure| ends(figure).1).fold(0.0, f64::max);
    let first = figures().map(moment).min().unwrap_or(0);
    let last = figures().map(moment).max().unwrap_or(0);
    let axes = Axes { scale: Scale::to(largest), years: (first, last) };
    let is_one = lines.len() == 1;
    let charts = lines.into_iter().zip(1_usize..).map(|(line, place)| {
        let id = format!("lines-{number}-{place}");
        view! { <One line id axes=axes.clone() /> }
    });
    let charts = charts.collect_view();
    view! {
        <div class="multiples" class:multiples-one=is_one>
            {charts}
        </div>
    }
    .into_any()
}

/// The chart of one subject.
#[component]
fn One(line: Line, id: String, axes: Axes) -> AnyView {
    let words = DataWords::of(use_language());
    let told = line.points.iter().map(|(figure, value)| format!("{}: {value}", figure.year.replace('-', "–")));
    let told = told.collect::<Vec<_>>().join("; ");
    let place = |figure: &Figure| {
        let (low, high) = ends(figure);
        (axes.x(moment(figure)), axes.y(f64::midpoint(low, high)))
    };
    // Each point is joined to those of the year before it: where sources disagree, the line forks.
    let years: Vec<&[(Figure, String)]> =
        line.points.chunk_by(|(one, _), (other, _)| moment(one) == moment(other)).collect();
    let joints = years.windows(2).flat_map(|pair| {
        pair[0].iter().flat_map(|(before, _)| pair[1].iter().map(move |(after, _)| (place(before), place(after))))
    });
    let joints = joints.map(|((x1, y1), (x2, y2))| {
        view! {
            <line
                class="chart-line"
                x1=format!("{x1:.2}%")
                y1=format!("{y1:.1}")
                x2=format!("{x2:.2}%")
                y2=format!("{y2:.1}")
            ></line>
        }
    });
    let joints = joints.collect_view();
    let points = years.iter().flat_map(|same_year| {
        let lowest = same_year.iter().map(|(figure, _)| ends(figure).0).fold(f64::INFINITY, f64::min);
        same_year.iter().map(move |(figure, value)| {
            // Of two of one year the lower has its value below it.
            let is_below = same_year.len() > 1 && ends(figure).0 <= lowest;
            (figure, value, is_below)
        })
    });
    let points = points.map(|(figure, value, is_below)| {
        let (x, y) = place(figure);
        let label = if is_below { y + 22.0 } else { y - 11.0 };
        view! {
            <circle class="chart-point" cx=format!("{x:.2}%") cy=format!("{y:.1}") r="5"></circle>
            <text class="chart-value" x=format!("{x:.2}%") y=format!("{label:.1}") text-anchor="middle">
                {value.clone()}
            </text>
        }
    });
    let points = points.collect_view();
    let ticks = years.iter().map(|same_year| {
        let year = &same_year[0].0.year;
        let x = axes.x(moment(&same_year[0].0));
        view! {
            <text class="chart-year" x=format!("{x:.2}%") y=HEIGHT - 12.0 text-anchor="middle">
                {year.replace('-', "–")}
            </text>
        }
    });
    let ticks = ticks.collect_view();
    view! {
        <figure class="multiple">
            <figcaption>{line.name.clone()}</figcaption>
            <svg width="100%" height=HEIGHT role="img" aria-labelledby=format!("{id}-title {id}-told")>
                <title id=format!("{id}-title")>{words.over_years(&line.name)}</title>
                <desc id=format!("{id}-told")>{told}</desc>
                <line class="chart-axis" x1="0" x2="100%" y1=BOTTOM + 10.0 y2=BOTTOM + 10.0></line>
                {joints}
                {points}
                {ticks}
            </svg>
        </figure>
    }
    .into_any()
}
