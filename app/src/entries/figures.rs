//! Numbers with their source, year and unit.

use domain::figure::Figure;
use domain::{Language, number};
use leptos::prelude::*;

use crate::site::use_messages;

/// A figure, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureView {
    /// The value with its unit.
    pub value: String,
    /// What it is of.
    pub label: String,
    /// What to know before citing it.
    pub note: Option<String>,
    /// The language of label and note, where it is not the page's.
    pub foreign: Option<Language>,
    /// The year or years of the data.
    pub year: String,
    /// Who says so.
    pub source: String,
    /// Where the source can be read.
    pub url: Option<String>,
}

impl FigureView {
    /// Puts a figure into words; none where it has no words at all.
    pub fn of(figure: &Figure, language: Language, source: Language) -> Option<Self> {
        let (its, words) = figure.words.best(language, source)?;
        Some(Self {
            value: number::write_figure(figure, language),
            label: words.label.clone(),
            note: words.note.clone(),
            foreign: (its != language).then_some(its),
            year: figure.year.replace('-', "–"),
            source: figure.source.clone(),
            url: figure.url.clone(),
        })
    }

    /// All figures of an entry.
    pub fn all(figures: &[Figure], language: Language, source: Language) -> Vec<Self> {
        figures.iter().filter_map(|figure| Self::of(figure, language, source)).collect()
    }
}

/// A list of figures; nothing where there are none.
#[component]
pub fn FigureList(figures: Vec<FigureView>) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    let messages = use_messages();
    view! {
        <section class="figures" aria-labelledby="figures">
            <h2 id="figures">{messages.figures}</h2>
            <ul role="list">
                {figures.into_iter().map(|figure| view! { <FigureRow figure /> }).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn FigureRow(figure: FigureView) -> AnyView {
    let messages = use_messages();
    let lang = figure.foreign.map(Language::code);
    let source = match figure.url {
        Some(url) => view! { <a href=url rel="external">{figure.source}</a> }.into_any(),
        None => figure.source.into_any(),
    };
    view! {
        <li class="figure">
            <p class="figure-value">{figure.value}</p>
            <p class="figure-label" lang=lang>
                {figure.label}
            </p>
            {figure.note.map(|note| view! { <p class="figure-note" lang=lang>{note}</p> })}
            <p class="figure-source">{messages.year} ": " {figure.year} ". " {messages.source} ": " {source}</p>
        </li>
    }
    .into_any()
}
