//! The programme of an event as readers see it: day by day, in the hours of the event's zone. Drawn on the server.

use std::collections::BTreeMap;

use domain::date;
use domain::event::{EventTime, Precision};
use domain::programme::Session;
use domain::{Language, programme};
use leptos::prelude::*;

use crate::files::{DocumentRows, FileLine};
use crate::messages::{Messages, ProgrammeWords, day_number, hours_are_of, session_hours};
use crate::site::use_language;

/// The programme. Nothing where there is none.
#[component]
pub fn Programme(
    /// Its sessions, in order.
    sessions: Vec<Session>,
    /// When the event is.
    time: EventTime,
    /// The language that the event is translated from.
    source: Language,
    /// The documents of sessions, by their place in that order.
    papers: BTreeMap<usize, Vec<FileLine>>,
    /// The page that it stands on.
    here: String,
) -> AnyView {
    let language = use_language();
    let words = ProgrammeWords::of(language);
    if sessions.is_empty() {
        return ().into_any();
    }
    let is_long = programme::day_count(&time) > 1;
    // Some day of a week or a month has no date yet.
    let is_dated = !matches!(time.precision, Precision::Week | Precision::Month);
    let (mut papers, mut place) = (papers, 0);
    let days = sessions.chunk_by(|one, next| one.day == next.day).map(|of_day| {
        let (date, number) = (of_day[0].date(&time), of_day[0].day);
        let name = is_long.then(|| {
            let name = if is_dated {
                let name = date::capitalised(&date::day_with_weekday(date, language));
                view! { <time datetime=date.to_string()>{name}</time> }.into_any()
            } else {
                day_number(number, language).into_any()
            };
            view! { <h3 class="programme-day">{name}</h3> }
        });
        let rows = of_day.iter().map(|session| {
            let papers = papers.remove(&place).unwrap_or_default();
            place += 1;
            row(session, &time, source, language, is_long, documents(papers, here.clone(), language))
        });
        let rows = rows.collect::<Vec<_>>();
        view! {
            {name}
            <ol class="programme-list" role="list">
                {rows}
            </ol>
        }
    });
    let days = days.collect::<Vec<_>>();
    view! {
        <section class="programme" aria-labelledby="programme">
            <h2 id="programme">{words.title}</h2>
            <p class="hint">{hours_are_of(&time.zone, language)}</p>
            {days}
        </section>
    }
    .into_any()
}

/// The documents of a session; nothing where it has none.
fn documents(files: Vec<FileLine>, here: String, language: Language) -> AnyView {
    if files.is_empty() {
        return ().into_any();
    }
    let words = ProgrammeWords::of(language);
    view! {
        <div class="documents programme-documents" role="group" aria-label=words.documents>
            <DocumentRows files here />
        </div>
    }
    .into_any()
}

fn row(
    session: &Session,
    time: &EventTime,
    source: Language,
    language: Language,
    is_long: bool,
    documents: AnyView,
) -> AnyView {
    let words = ProgrammeWords::of(language);
    let shown =
        |part: &str| session.shown(part, language, source).map(|(of, text)| (foreign(of, language), text.to_owned()));
    let title = shown("title").map(|(of, title)| {
        let title = view! { <span lang=of.map(Language::code)>{title}</span> };
        let note = of.map(|of| view! { " " <span class="badge">{Messages::of(language).in_language(of)}</span> });
        if is_long {
            view! { <h4 class="programme-title">{title} {note}</h4> }.into_any()
        } else {
            view! { <h3 class="programme-title">{title} {note}</h3> }.into_any()
        }
    });
    let speakers = shown("speakers").map(|(of, speakers)| {
        let each = speakers.lines().map(|line| view! { <li>{line.to_owned()}</li> }).collect::<Vec<_>>();
        view! {
            <ul class="programme-speakers" role="list" aria-label=words.speakers lang=of.map(Language::code)>
                {each}
            </ul>
        }
    });
    let place = shown("place").map(|(of, place)| {
        view! {
            <p class="programme-place">
                <span class="visually-hidden">{words.place} ": "</span>
                <span lang=of.map(Language::code)>{place}</span>
            </p>
        }
    });
    let description = shown("description").map(|(of, text)| {
        view! {
            <p class="programme-text" lang=of.map(Language::code)>
                {text}
            </p>
        }
    });
    let machine = session.date(time).to_datetime(session.start).strftime("%Y-%m-%dT%H:%M").to_string();
    view! {
        <li class="programme-session">
            <p class="programme-hours">
                <time datetime=machine>{session_hours(session.start, session.end, language)}</time>
            </p>
            <div class="programme-words">{title} {speakers} {place} {description} {documents}</div>
        </li>
    }
    .into_any()
}

/// The language of a text, where it is not the page's.
fn foreign(of: Language, page: Language) -> Option<Language> {
    (of != page).then_some(of)
}
