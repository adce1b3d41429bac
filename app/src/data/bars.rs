//! Bars: a row for each figure, its name and its value above its bar, each where the narrowest screen has room for it. What the
//! whole length of a bar stands for is said below them. Lengths are hundredths of the width.

use domain::dataset::{Scale, digits, ends};
use domain::figure::{Figure, Unit};
use domain::number;
use leptos::prelude::*;

use super::view::Bar;
use crate::messages::DataWords;
use crate::site::use_language;

/// The chart.
#[component]
pub fn Bars(
    bars: Vec<Bar>,
    /// Which chart of the page it is.
    number: usize,
    /// Its name, for who does not see it.
    title: String,
) -> AnyView {
    let id = format!("bars-{number}");
    let language = use_language();
    let words = DataWords::of(language);
    let largest = bars.iter().map(|bar| ends(&bar.figure).1).fold(0.0, f64::max);
    let scale = Scale::of_bars(bars.first().map_or(Unit::Count, |bar| bar.figure.unit), largest);
    let told = bars
        .first()
        .zip(bars.last())
        .map(|(first, last)| words.from_to((&first.name, &first.value), (&last.name, &last.value), bars.len()));
    let axis = bars.first().map(|bar| {
        let end = Figure { low: digits(scale.end), high: None, ..bar.figure.clone() };
        view! {
            <p class="chart-axis-ends">
                <span>"0"</span>
                <span>{number::write_figure(&end, language)}</span>
            </p>
        }
    });
    let rows = bars.into_iter().map(|bar| {
        let (low, high) = ends(&bar.figure);
        // A range begins at its lower end; one value begins at nought.
        let from = if bar.figure.high.is_some() { scale.share(low) } else { 0.0 };
        let width = (scale.share(high) - from).max(0.4);
        view! {
            <div class="chart-row">
                <span>{bar.name}</span>
                <span class="chart-value">{bar.value}</span>
                <svg class="chart-track" width="100%" height="12">
                    <rect class="chart-bar" x=format!("{from:.2}%") width=format!("{width:.2}%") height="12"></rect>
                </svg>
            </div>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="chart-bars" role="img" aria-labelledby=format!("{id}-title {id}-told")>
            <span id=format!("{id}-title") hidden>
                {title}
            </span>
            <span id=format!("{id}-told") hidden>
                {told}
            </span>
            {rows}
            {axis}
        </div>
    }
    .into_any()
}
