//! Figures in the editor: each can be opened, with both languages side by side, and there are empty ones for what is new.

use domain::Language;
use domain::block::{Freshness, fingerprint};
use domain::figure::{Figure, Unit};
use domain::manuscript::{FIGURE_TEXTS, figure_field};
use domain::number;
use leptos::prelude::*;

use super::controls;
use super::form::Form;
use crate::messages::{DataWords, DeskWords, FigureWords};

/// The figures of an entry; `countries` are those that one can choose from: slug and name.
pub fn figure_rows(form: &Form, page: Language, countries: &[(String, String)]) -> AnyView {
    let words = FigureWords::of(page);
    let (known, new): (Vec<String>, Vec<String>) =
        form.figures().into_iter().partition(|key| stored(form, key).is_some());
    let known = known.into_iter().map(|key| {
        let name = stored(form, &key).map_or_else(String::new, |figure| named(figure, countries, page));
        view! {
            <details class="session-row" open=wants_attention(form, &key)>
                <summary>{name.clone()}</summary>
                <p class="hint">
                    {words.key} " " <code>{format!("figure:{key}")}</code>
                </p>
                {fields(form, &key, page, countries, &name, true)}
            </details>
        }
    });
    let known = known.collect::<Vec<_>>();
    let is_open = new.iter().any(|key| wants_attention(form, key));
    let new = new.into_iter().enumerate().map(|(place, key)| {
        let name = format!("{} {}", words.new_figure, place + 1);
        fields(form, &key, page, countries, &name, false)
    });
    let new = new.collect::<Vec<_>>();
    let add = form.is_shared_open().then(|| {
        view! {
            <details class="session-row" open=is_open>
                <summary>{words.add}</summary>
                {new}
            </details>
        }
    });
    view! {
        <section class="editor-programme" aria-labelledby="figure-rows">
            <h2 id="figure-rows">{words.title}</h2>
            <p class="hint">{words.hint}</p>
            {known}
            {add}
        </section>
    }
    .into_any()
}

fn stored<'a>(form: &'a Form, key: &str) -> Option<&'a Figure> {
    form.manuscript.draft.figures.iter().find(|figure| figure.key.as_str() == key)
}

/// What a figure is called: "Remittances received, Haiti: 21.44% (2020)".
fn named(figure: &Figure, countries: &[(String, String)], page: Language) -> String {
    let label = figure.words.best(page, page.other()).map_or("", |(_, words)| words.label.as_str());
    let country = figure.country.as_ref().and_then(|its| countries.iter().find(|(slug, _)| slug == its.as_str()));
    let country = country.map(|(_, name)| format!(", {name}")).unwrap_or_default();
    format!("{label}{country}: {} ({})", number::write_figure(figure, page), figure.year.replace('-', "–"))
}

/// Whether something is wrong with a figure, or typed and not saved.
fn wants_attention(form: &Form, key: &str) -> bool {
    let is_its = |field: &str| figure_field(field).is_some_and(|(its, _, _)| its == key);
    form.problems.iter().any(|problem| is_its(&problem.field))
        || form.conflicts.iter().any(|conflict| is_its(&conflict.field))
        || form.bases.iter().any(|(field, base)| is_its(field) && fingerprint(form.get(field)) != *base)
}

fn fields(
    form: &Form,
    key: &str,
    page: Language,
    countries: &[(String, String)],
    name: &str,
    is_named: bool,
) -> AnyView {
    let (units, none) = (DataWords::of(page), DeskWords::of(page).no_choice.to_owned());
    let shared = |part: &str| format!("figure.{key}.{part}");
    let units = Unit::ALL.map(|unit| (unit.code().to_owned(), units.unit_name(unit).to_owned()));
    let units = std::iter::once((String::new(), none.clone())).chain(units).collect();
    let countries = std::iter::once((String::new(), none)).chain(countries.iter().cloned()).collect();
    let cells = FIGURE_TEXTS.into_iter().map(|part| {
        let cells = form
            .languages()
            .into_iter()
            .map(|of| controls::cell(form, &format!("figure.{key}.{of}.{part}"), of, page, 1, Freshness::Current));
        let cells = cells.collect::<Vec<_>>();
        view! { <div class="pair">{cells}</div> }
    });
    let cells = cells.collect::<Vec<_>>();
    let whole = form.is_shared_open().then(|| {
        view! {
            <div class="shared-fields">
                {controls::line(form, &shared("low"), page, "text")}
                {controls::line(form, &shared("high"), page, "text")}
                {controls::choice(form, &shared("unit"), page, units)}
                {controls::line(form, &shared("year"), page, "text")}
                {controls::choice(form, &shared("country"), page, countries)}
                {controls::line(form, &shared("source"), page, "text")}
                {controls::line(form, &shared("url"), page, "url")}
            </div>
        }
    });
    view! {
        <fieldset class="session-fields">
            <legend class=is_named.then_some("visually-hidden")>{name.to_owned()}</legend>
            {cells}
            {whole}
        </fieldset>
    }
    .into_any()
}
