//! What figures of any entry say of a participant: one table, each row with its year, its source and where it stands.

use domain::entry::Kind;
use domain::figure::Stated;
use domain::{Language, Slug};
use leptos::prelude::*;

use crate::entries::{FigureView, anchor};
use crate::messages::CountryWords;
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Cell, Row, Table};

/// A figure, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedView {
    figure: FigureView,
    /// The other entries that say it: address, title, and the language of the title where it is not the page's.
    places: Vec<(String, String, Option<Language>)>,
    /// Where cards of this page lead, for one of its own.
    id: Option<String>,
}

impl StatedView {
    /// Puts figures into words. What several entries say alike, of the same year and from the same source, is one row. `here` is the
    /// participant whose page this is.
    pub fn all(stated: &[Stated], here: &Slug, language: Language) -> Vec<Self> {
        let mut rows: Vec<(&Stated, Self)> = Vec::new();
        for its in stated {
            let foreign = (its.language != language).then_some(its.language);
            let is_here = its.kind == Kind::Country && its.slug == *here;
            let place = (paths::entry(language, its.kind, &its.slug), its.title.clone(), foreign);
            let place = (!is_here).then_some(place);
            if let Some((_, row)) = rows.iter_mut().find(|(known, _)| known.figure.says_the_same(&its.figure)) {
                row.places.extend(place);
                row.id = row.id.take().or(is_here.then(|| anchor(its.figure.key.as_str())));
            } else if let Some(figure) = FigureView::of(&its.figure, language, its.source) {
                let id = is_here.then(|| figure.anchor.clone());
                rows.push((its, Self { figure, places: Vec::from_iter(place), id }));
            }
        }
        rows.sort_by_cached_key(|(its, row)| (row.figure.label.clone(), std::cmp::Reverse(its.figure.year.clone())));
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// Whether it is this one of the page's own.
    pub fn is(&self, figure: &FigureView) -> bool {
        self.id.as_ref() == Some(&figure.anchor)
    }
}

/// The table, or an honest word where no figure names the participant.
#[component]
pub fn CountryFigures(rows: Vec<StatedView>) -> AnyView {
    let messages = use_messages();
    let words = CountryWords::of(use_language());
    let body = if rows.is_empty() {
        view! { <p class="empty">{words.no_figures}</p> }.into_any()
    } else {
        let heads = [words.indicator, words.value, messages.year, messages.source, words.stands_in];
        let heads = heads.into_iter().map(str::to_owned).collect();
        let rows = rows.into_iter().map(|row| view! { <FigureRow row /> }.into_any()).collect();
        view! { <Table name=messages.figures heads rows /> }.into_any()
    };
    view! {
        <section class="country-figures" aria-labelledby="country-figures">
            <h2 id="country-figures">{messages.figures}</h2>
            {body}
        </section>
    }
    .into_any()
}

#[component]
fn FigureRow(row: StatedView) -> AnyView {
    let messages = use_messages();
    let words = CountryWords::of(use_language());
    let lang = row.figure.foreign.map(Language::code);
    let note = row.figure.note.map(|note| view! { <p class="hint" lang=lang>{note}</p> });
    let source = match row.figure.url {
        Some(url) => view! { <a href=url rel="external">{row.figure.source}</a> }.into_any(),
        None => row.figure.source.into_any(),
    };
    let places = row.places.into_iter().map(|(href, title, foreign)| {
        view! {
            <a href=href lang=foreign.map(Language::code)>
                {title}
            </a>
            " "
        }
    });
    let places = if places.len() == 0 { words.here.into_any() } else { places.collect_view().into_any() };
    let head = view! {
        <span lang=lang>{row.figure.label}</span>
        {note}
    };
    view! {
        <Row id=row.id.unwrap_or_default() head=head.into_any()>
            <Cell of=words.value>
                <strong class="number">{row.figure.value}</strong>
            </Cell>
            <Cell of=messages.year>{row.figure.year}</Cell>
            <Cell of=messages.source>{source}</Cell>
            <Cell of=words.stands_in>{places}</Cell>
        </Row>
    }
    .into_any()
}
