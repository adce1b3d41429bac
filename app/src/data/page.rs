//! What stands below the title of a set of figures.

use leptos::prelude::*;

use super::bars::Bars;
use super::lines::Lines;
use super::view::{Chart, DatasetView, Drawing, TableRow};
use crate::countries::ValueMap;
use crate::entries::{Choice, FigureList};
use crate::files::Documents;
use crate::messages::DataWords;
use crate::site::{use_language, use_messages};
use crate::ui::{Body, Cell, Chips, Icon, Row, Table};

/// The page.
#[component]
pub fn DatasetContent(data: DatasetView) -> AnyView {
    let words = DataWords::of(use_language());
    let contents = data.contents;
    let here = contents.here.clone();
    let title = data.title.clone();
    let charts = data.charts.into_iter().zip(1_usize..);
    let charts = charts.map(|(chart, number)| view! { <UnitChart chart number title=title.clone() /> }).collect_view();
    let nothing = data.is_empty.then(|| view! { <p class="empty">{words.nothing}</p> });
    let map = (!data.places.is_empty())
        .then(|| view! { <ValueMap places=data.places shades=data.shades label=words.on_map /> });
    let disagree = data.disagreements.into_iter().map(|told| view! { <p class="note">{told}</p> }).collect_view();
    view! {
        <p class="lead">{contents.item.summary}</p>
        <Chips slugs=contents.item.networks />
        <Narrow
            action=here.clone()
            countries=data.countries
            years=data.years
            country=data.country
            year=data.year
            broken=data.broken
        />
        <section class="chart" aria-labelledby="chart">
            <h2 id="chart" class="visually-hidden">
                {words.chart}
            </h2>
            {disagree}
            <div class="chart-parts">
                <div>{charts} {nothing}</div>
                {map}
            </div>
        </section>
        <Body body=contents.body />
        <DataTable rows=data.rows />
        <p class="data-files">
            {words.files}
            ": "
            <a href=data.files[0].clone() rel="external" download type="text/csv">
                "CSV"
            </a>
            " · "
            <a href=data.files[1].clone() rel="external" type="application/json">
                "JSON"
            </a>
        </p>
        <p class="hint">{words.cite(&data.keeper, &data.title, &data.address)}</p>
        <Documents files=contents.documents here />
        <FigureList figures=contents.figures />
    }
    .into_any()
}

/// A chart, under the unit of its values where they have one.
#[component]
fn UnitChart(chart: Chart, number: usize, title: String) -> AnyView {
    let words = DataWords::of(use_language());
    let unit = chart.unit.map(|unit| format!("{}: {unit}", words.unit));
    let title = [Some(title), unit.clone()].into_iter().flatten().collect::<Vec<_>>().join(". ");
    let drawing = match chart.drawing {
        Drawing::Bars(bars) => view! { <Bars bars number title /> }.into_any(),
        Drawing::Lines(lines) => view! { <Lines lines number /> }.into_any(),
    };
    view! {
        <figure class="chart-unit">
            {unit.map(|unit| view! { <figcaption class="hint">{unit}</figcaption> })}
            {drawing}
        </figure>
    }
    .into_any()
}

/// The form that narrows the rows: a plain one, so that each answer is an address.
#[component]
fn Narrow(
    action: String,
    countries: Vec<(String, String)>,
    years: Vec<String>,
    country: String,
    year: String,
    broken: Vec<String>,
) -> AnyView {
    let messages = use_messages();
    // One country or one year leaves nothing to choose; what was typed stays nevertheless.
    let is_broken = |field: &str| broken.iter().any(|its| its == field);
    let has_countries = countries.len() > 1 || is_broken("country");
    let has_years = years.len() > 1 || is_broken("year");
    if !has_countries && !has_years {
        return ().into_any();
    }
    let country = has_countries.then(|| {
        view! {
            <Choice
                name="country"
                label=messages.country
                all=messages.all
                options=countries
                is_broken=is_broken("country")
                chosen=country
            />
        }
    });
    let years: Vec<(String, String)> = years.into_iter().map(|year| (year.clone(), year.replace('-', "–"))).collect();
    let year = has_years.then(|| {
        view! {
            <Choice
                name="year"
                label=messages.year
                all=messages.all
                options=years
                is_broken=is_broken("year")
                chosen=year
            />
        }
    });
    let whole = action.clone();
    view! {
        <form class="filters data-filters" method="get" action=action>
            {country}
            {year}
            <button type="submit">{messages.show}</button>
            <a href=whole>{messages.clear}</a>
        </form>
    }
    .into_any()
}

/// The same figures as text: each row with its year, its value and unit, its source and note.
#[component]
fn DataTable(rows: Vec<TableRow>) -> AnyView {
    let messages = use_messages();
    let words = DataWords::of(use_language());
    let count = messages.count(u64::try_from(rows.len()).unwrap_or(u64::MAX));
    let labels = |row: &TableRow| row.figure.label.clone();
    let has_one_label = rows.iter().all(|row| labels(row) == labels(&rows[0]));
    let caption = rows.first().filter(|_| has_one_label).map(|row| {
        let lang = row.figure.foreign.map(domain::Language::code);
        view! { <p lang=lang>{labels(row)}</p> }
    });
    let head = if rows.iter().any(|row| row.country.is_some()) { messages.country } else { words.indicator };
    let heads = [head, messages.year, words.value, messages.source, words.note];
    let heads = heads.into_iter().map(str::to_owned).collect();
    let rows = rows.into_iter().map(|row| view! { <DataTableRow row has_label=!has_one_label /> }.into_any()).collect();
    view! {
        <section class="data-table" aria-labelledby="table">
            <h2 id="table">{words.table}</h2>
            {caption}
            <p class="count">{count}</p>
            <Table name=words.table heads rows />
        </section>
    }
    .into_any()
}

#[component]
fn DataTableRow(row: TableRow, has_label: bool) -> AnyView {
    let messages = use_messages();
    let words = DataWords::of(use_language());
    let figure = row.figure;
    let lang = figure.foreign.map(domain::Language::code);
    let label = figure.label;
    let head = match row.country {
        Some((name, href)) => view! {
            <a href=href>{name}</a>
            {has_label.then(|| view! { <p class="hint" lang=lang>{label}</p> })}
        }
        .into_any(),
        None => view! { <span lang=lang>{label}</span> }.into_any(),
    };
    let source = match figure.url {
        Some(url) => view! {
            <a href=url rel="external">
                <Icon name="external" />
                {figure.source}
            </a>
        }
        .into_any(),
        None => figure.source.into_any(),
    };
    view! {
        <Row id=figure.anchor head=head>
            <Cell of=messages.year>{figure.year}</Cell>
            <Cell of=words.value>
                <data class="number" value=row.machine>
                    {figure.value}
                </data>
            </Cell>
            <Cell of=messages.source>{source}</Cell>
            <Cell of=words.note>{figure.note.map(|note| view! { <span lang=lang>{note}</span> })}</Cell>
        </Row>
    }
    .into_any()
}
