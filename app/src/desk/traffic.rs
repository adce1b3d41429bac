//! What is read and downloaded most, in numbers.

use std::collections::BTreeMap;

use domain::account::Staff;
use domain::manuscript::ItemFilter;
use domain::number;
use domain::traffic::Views;
use domain::{Error, Language, Portal};
use jiff::civil::Date;
use leptos::prelude::*;

use super::view::TrafficRequest;
use crate::messages::{Messages, TrafficWords, language_name};
use crate::paths;
use crate::site::use_language;
use crate::ui::{Cell, FilterForm, ProblemView, Problems, Row, Table};

/// How many rows a table of the page has at most; the file has all.
const ROWS: usize = 50;

/// Something that was read or downloaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its title.
    pub title: String,
    /// Its address, as a path.
    pub href: String,
    /// How often in each language; of a document, none.
    pub by_language: Vec<u64>,
    /// How often.
    pub times: u64,
}

/// Pages and documents, the most read first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Pages.
    pub pages: Vec<Line>,
    /// Documents.
    pub documents: Vec<Line>,
}

impl Reading {
    /// What was read from the first day to the last, named in a language.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn of(
        portal: &Portal,
        staff: &Staff,
        (first, last): (Date, Date),
        language: Language,
    ) -> Result<Self, Error> {
        let now = portal.clock.now();
        let items = portal.manuscripts.items(staff, &ItemFilter::default(), now).await?;
        let titles: BTreeMap<String, &str> = items
            .iter()
            .map(|item| (below(&paths::entry(language, item.kind, &item.slug)), item.title(language)))
            .collect();
        let messages = Messages::of(language);
        let named = |path: &str| match path {
            "" => messages.home.to_owned(),
            "search" => messages.search.to_owned(),
            section => match paths::kind_of(section) {
                Some(kind) => messages.section(kind).to_owned(),
                // A page that was renamed or thrown away since.
                None => titles.get(path).map_or_else(|| path.to_owned(), |title| (*title).to_owned()),
            },
        };
        let page = |views: Views| Line {
            title: named(&views.path),
            href: format!("{}/{}", paths::home(language), views.path).trim_end_matches('/').to_owned(),
            by_language: Language::ALL.map(|of| views.times.get(of).copied().unwrap_or_default()).to_vec(),
            times: views.total(),
        };
        let pages = portal.traffic.views(staff, first, last).await?.into_iter().map(page).collect();
        let mut documents = Vec::new();
        for (uid, times) in portal.traffic.downloads(staff, first, last).await? {
            let file = portal.files.held(staff, &uid).await?.file;
            let (title, href) = (file.title(language).1.to_owned(), paths::media_file(language, &uid));
            documents.push(Line { title, href, by_language: Vec::new(), times });
        }
        Ok(Self { pages, documents })
    }
}

/// The path of a page below its language.
fn below(path: &str) -> String {
    path.trim_start_matches('/').split_once('/').map_or_else(String::new, |(_, below)| below.to_owned())
}

/// The page.
#[component]
pub fn WhatIsRead(request: TrafficRequest, reading: Reading, problems: Vec<ProblemView>) -> AnyView {
    let page = use_language();
    let words = TrafficWords::of(page);
    let periods = [("", words.month), ("year", words.year)].map(|(code, name)| {
        let selected = request.period == code;
        view! {
            <option value=code selected=selected>
                {name}
            </option>
        }
    });
    let file = paths::with_query(&paths::traffic_file(page), [("period", request.period.as_str())]);
    let mut heads = vec![words.page.to_owned()];
    heads.extend(Language::ALL.map(|of| domain::date::capitalised(language_name(of, page))));
    heads.push(words.together.to_owned());
    let document_heads = vec![words.document.to_owned(), words.times.to_owned()];
    view! {
        <p class="hint">{words.intro}</p>
        <p>
            <a href=paths::about(page, paths::PRIVACY)>{words.privacy}</a>
        </p>
        <Problems problems />
        <FilterForm action=paths::traffic(page)>
            <div class="field">
                <label for="period">{words.period}</label>
                <select id="period" name="period">
                    {periods.into_iter().collect::<Vec<_>>()}
                </select>
            </div>
        </FilterForm>
        <section aria-labelledby="pages">
            <h2 id="pages">{words.pages}</h2>
            {table(words.pages, heads, reading.pages, words.no_pages)}
        </section>
        <section aria-labelledby="read-documents">
            <h2 id="read-documents">{words.documents}</h2>
            {table(words.documents, document_heads, reading.documents, words.no_documents)}
        </section>
        <p>
            <a href=file rel="external" download="visits.csv">
                {words.as_csv}
            </a>
        </p>
    }
    .into_any()
}

fn table(name: &'static str, heads: Vec<String>, lines: Vec<Line>, empty: &'static str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let named = heads.clone();
    let row = |line: Line| {
        let numbers = line.by_language.into_iter().chain([line.times]).zip(named.iter().skip(1).cloned());
        let cell = |(times, of): (u64, String)| view! { <Cell of>{number::write(&times.to_string())}</Cell> };
        let cells: Vec<_> = numbers.map(cell).collect();
        let head = view! { <a href=line.href>{line.title}</a> };
        view! { <Row head=head.into_any()>{cells}</Row> }.into_any()
    };
    let rows = lines.into_iter().take(ROWS).map(row).collect();
    view! { <Table name heads rows /> }.into_any()
}
