//! Numbers with their source, year and unit.

use domain::figure::Figure;
use domain::{Language, number};
use leptos::prelude::*;

use super::{CardView, Figures};
use crate::messages::FigureWords;
use crate::site::{use_language, use_messages, use_site};

/// A figure, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureView {
    /// Its row, for links to it.
    pub anchor: String,
    /// The value with its unit.
    pub value: String,
    /// What it is of.
    pub label: String,
    /// What to know before citing it.
    pub note: Option<String>,
    /// The language of label and note, where it is not the page's.
    pub foreign: Option<Language>,
    /// The country that it speaks of, where that is told beside its label.
    pub country: Option<String>,
    /// The year or years of the data.
    pub year: String,
    /// Who says so, as the page's language names them.
    pub source: String,
    /// Where the source can be read.
    pub url: Option<String>,
}

impl FigureView {
    /// Puts a figure into words; none where it has no words at all.
    pub fn of(figure: &Figure, language: Language, source: Language) -> Option<Self> {
        let (its, words) = figure.words.best(language, source)?;
        Some(Self {
            anchor: anchor(figure.key.as_str()),
            value: number::write_figure(figure, language),
            label: words.label.clone(),
            note: words.note.clone(),
            foreign: (its != language).then_some(its),
            country: None,
            year: figure.year.replace('-', "–"),
            source: figure.source_in(language).to_owned(),
            url: figure.url.clone(),
        })
    }

    /// All figures of an entry.
    pub fn all(figures: &[Figure], language: Language, source: Language) -> Vec<Self> {
        figures.iter().filter_map(|figure| Self::of(figure, language, source)).collect()
    }
}

/// The id of the row of a figure.
pub fn anchor(key: &str) -> String {
    format!("number-{key}")
}

/// The figures of a page, to which the numbers of its text lead, and their cards; nothing where there are none.
#[component]
pub fn FigureList(figures: Figures) -> AnyView {
    let words = FigureWords::of(use_language());
    let list = (!figures.list.is_empty()).then(|| {
        view! {
            <section class="figures" aria-labelledby="figures">
                <h2 id="figures">{words.on_this_page}</h2>
                <ul role="list">
                    {figures.list.into_iter().map(|figure| view! { <FigureRow figure /> }).collect_view()}
                </ul>
            </section>
        }
    });
    view! {
        {list}
        <FigureCards cards=figures.cards />
    }
    .into_any()
}

/// The cards of figures that a text refers to. They are closed until their button opens them, without a script.
#[component]
pub fn FigureCards(cards: Vec<CardView>) -> AnyView {
    cards.into_iter().map(|card| view! { <Card card /> }).collect_view().into_any()
}

#[component]
fn Card(card: CardView) -> AnyView {
    let messages = use_messages();
    let words = FigureWords::of(use_language());
    // A script copies; where none runs, the text is there to be selected.
    let copies = use_site().with_value(|site| site.hydrated && !site.light);
    let figure = card.figure;
    let (name, row) = (figure.label.clone(), card.row.clone());
    let lang = figure.foreign.map(Language::code);
    let country = figure.country.map(|name| view! { <div><dt>{messages.country}</dt> <dd>{name}</dd></div> });
    let source = match figure.url {
        Some(url) => view! { <a href=url rel="external">{figure.source}</a> }.into_any(),
        None => figure.source.into_any(),
    };
    view! {
        <div popover="auto" class="figure-card" id=card.id role="group" aria-label=name>
            <p class="figure-value">{figure.value}</p>
            <p lang=lang>{figure.label}</p>
            <dl>
                <div><dt>{messages.year}</dt> <dd>{figure.year}</dd></div>
                {country}
                <div><dt>{messages.source}</dt> <dd>{source}</dd></div>
            </dl>
            {figure.note.map(|note| view! { <p class="figure-note" lang=lang>{note}</p> })}
            <p class="hint">{words.cite_hint}</p>
            <p class="figure-cite">{card.cite}</p>
            {copies
                .then(|| {
                    view! {
                        <form class="toggle cite" method="get" action=row>
                            <button type="submit" class="button-quiet">
                                {words.cite}
                            </button>
                            <span role="status" data-done=words.copied data-failed=words.not_copied></span>
                        </form>
                    }
                })}
            <p>
                <a href=card.row rel="external">
                    {words.in_list}
                </a>
            </p>
        </div>
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
        <li class="figure" id=figure.anchor>
            <p class="figure-value">{figure.value}</p>
            <p class="figure-label" lang=lang>
                {figure.label}
            </p>
            {figure.note.map(|note| view! { <p class="figure-note" lang=lang>{note}</p> })}
            <p class="figure-source">
                {figure.country.map(|name| format!("{}: {name}. ", messages.country))} {messages.year} ": "
                {figure.year} ". " {messages.source} ": " {source}
            </p>
        </li>
    }
    .into_any()
}
