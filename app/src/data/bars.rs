//! Bars: a row for each figure, its name and its value above its bar, so that the narrowest screen has room for both.
//! Lengths are hundredths of the width; text keeps its size.

use domain::dataset::{Scale, ends};
use leptos::prelude::*;

use super::view::Bar;
use crate::messages::DataWords;
use crate::site::use_language;

/// How high a row is, in pixels.
const ROW: usize = 46;

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
    let words = DataWords::of(use_language());
    let largest = bars.iter().map(|bar| ends(&bar.figure).1).fold(0.0, f64::max);
    let scale = Scale::to(largest);
    let height = bars.len() * ROW + 4;
    let told = bars
        .first()
        .zip(bars.last())
        .map(|(first, last)| words.from_to((&first.name, &first.value), (&last.name, &last.value), bars.len()));
    let grid = scale.ticks.iter().map(|tick| {
        let at = format!("{:.2}%", scale.share(*tick));
        view! { <line class="chart-grid" x1=at.clone() x2=at y1="0" y2="100%"></line> }
    });
    let grid = grid.collect_view();
    let rows = bars.into_iter().zip(0_usize..).map(|(bar, place)| {
        let (low, high) = ends(&bar.figure);
        let top = place * ROW;
        // A range begins at its lower end; one value begins at nought.
        let from = if bar.figure.high.is_some() { scale.share(low) } else { 0.0 };
        let width = (scale.share(high) - from).max(0.4);
        view! {
            <g>
                <text class="chart-name" x="0" y=top + 17>
                    {bar.name}
                </text>
                <text class="chart-value" x="100%" y=top + 17 text-anchor="end">
                    {bar.value}
                </text>
                <rect class="chart-track" x="0" y=top + 25 width="100%" height="12"></rect>
                <rect
                    class="chart-bar"
                    x=format!("{from:.2}%")
                    y=top + 25
                    width=format!("{width:.2}%")
                    height="12"
                ></rect>
            </g>
        }
    });
    let rows = rows.collect_view();
    view! {
        <svg class="chart-bars" width="100%" height=height role="img" aria-labelledby=format!("{id}-title {id}-told")>
            <title id=format!("{id}-title")>{title}</title>
            <desc id=format!("{id}-told")>{told}</desc>
            {grid}
            {rows}
        </svg>
    }
    .into_any()
}
