//! The programme in the editor: each session can be opened, with both languages side by side, and there are empty ones for
//! what is new. Sessions come by day and hour by themselves, so that nothing here moves them.

use domain::Language;
use domain::block::{Freshness, fingerprint};
use domain::date;
use domain::entry::Kind;
use domain::figure::Unit;
use domain::manuscript::{figure_field, session_field};
use domain::programme::{SESSION_TEXTS, Session};
use jiff::civil::Date;
use leptos::prelude::*;

use super::controls;
use super::file_fields::{self, Offer};
use super::form::Form;
use crate::messages::{DataWords, ProgrammeWords, day_number, session_hours};

/// How many days are offered to an event that is not saved yet.
const DAYS_OF_A_NEW_EVENT: u16 = 7;
/// The most days that are offered.
const MOST_DAYS: u16 = 62;

/// The sessions of an event. Nothing for what is none.
pub fn programme(form: &Form, offer: &Offer, page: Language) -> AnyView {
    if form.manuscript.draft.kind != Kind::Event {
        return ().into_any();
    }
    let words = ProgrammeWords::of(page);
    let days = days(form, page);
    let (new, known): (Vec<String>, Vec<String>) = form.sessions().into_iter().partition(|key| key.starts_with("new"));
    let known = known.into_iter().map(|key| {
        let session = stored(form, &key);
        let name = session.map_or_else(|| words.session.to_owned(), |session| named(session, &days, page));
        let is_open = wants_attention(form, &key, session);
        view! {
            <details class="session-row" open=is_open>
                <summary>{name.clone()}</summary>
                {fields(form, offer, &key, session, &days, page, &name)}
            </details>
        }
    });
    let known = known.collect::<Vec<_>>();
    let is_open = new.iter().any(|key| wants_attention(form, key, None));
    let new = new.into_iter().enumerate().map(|(place, key)| {
        let name = format!("{} {}", words.new_session, place + 1);
        fields(form, offer, &key, None, &days, page, &name)
    });
    let new = new.collect::<Vec<_>>();
    let add = (form.is_shared_open()).then(|| {
        view! {
            <details class="session-row" open=is_open>
                <summary>{words.add}</summary>
                {new}
            </details>
        }
    });
    view! {
        <section class="editor-programme" aria-labelledby="sessions">
            <h2 id="sessions">{words.title}</h2>
            <p class="hint">{words.hint}</p>
            {known}
            {add}
        </section>
    }
    .into_any()
}

fn stored<'a>(form: &'a Form, key: &str) -> Option<&'a Session> {
    form.manuscript.draft.sessions.iter().find(|session| session.id.to_string() == key)
}

/// The days of the event, as its form shows them: the value of each, and its name.
fn days(form: &Form, page: Language) -> Vec<(String, String)> {
    let day = |field: &str| form.get(field).parse::<Date>().ok();
    let start = day("start");
    let last = start.zip(day("end")).and_then(|(start, end)| u16::try_from((end - start).get_days()).ok()).unwrap_or(0);
    let chosen = form.shown.iter().filter(|(field, _)| session_field(field).is_some_and(|(_, _, part)| part == "day"));
    let chosen = chosen.filter_map(|(_, day)| day.parse::<u16>().ok()).max().unwrap_or(0);
    let offered = if form.manuscript.revision == 0 || start.is_none() { DAYS_OF_A_NEW_EVENT - 1 } else { 0 };
    let name = |number: u16| {
        let date = start.and_then(|start| start.checked_add(jiff::Span::new().days(i64::from(number))).ok());
        date.map_or_else(|| day_number(number, page), |date| date::capitalised(&date::day_with_weekday(date, page)))
    };
    // The first day is what an empty field says.
    let value = |number: u16| if number == 0 { String::new() } else { number.to_string() };
    (0..=last.max(chosen).max(offered).min(MOST_DAYS)).map(|number| (value(number), name(number))).collect()
}

/// What a session is called: "Tuesday 15 December 2026, 09:00 to 10:30: Opening".
fn named(session: &Session, days: &[(String, String)], page: Language) -> String {
    let hours = session_hours(session.start, session.end, page);
    let title = crate::messages::session_title(session, page, page.other());
    match days.get(usize::from(session.day)).filter(|_| days.len() > 1) {
        Some((_, day)) => format!("{day}, {hours}: {title}"),
        None => format!("{hours}: {title}"),
    }
}

/// Whether something is wrong with a session, typed and not saved, or behind its source.
fn wants_attention(form: &Form, key: &str, session: Option<&Session>) -> bool {
    let is_its = |field: &str| session_field(field).is_some_and(|(its, _, _)| its == key);
    let source = form.manuscript.draft.source;
    let is_stale = session.is_some_and(|session| {
        let mut each =
            Language::ALL.into_iter().flat_map(|of| SESSION_TEXTS.map(|part| session.freshness(part, of, source)));
        each.any(|freshness| freshness == Freshness::Stale)
    });
    let is_typed = |(field, base): (&String, &String)| is_its(field) && fingerprint(form.get(field)) != *base;
    is_stale
        || form.problems.iter().any(|problem| is_its(&problem.field))
        || form.conflicts.iter().any(|conflict| is_its(&conflict.field))
        || form.bases.iter().any(is_typed)
}

/// What a field holds, as people read it: the day of a session is stored as a number, the first one as nothing.
pub(super) fn in_words(field: &str, text: &str, page: Language) -> String {
    match session_field(field) {
        Some((_, _, "day")) => day_number(text.parse().unwrap_or(0), page),
        _ if figure_field(field).is_some_and(|(_, _, part)| part == "unit") => {
            Unit::from_code(text).map_or("", |unit| DataWords::of(page).unit_name(unit)).to_owned()
        }
        _ => text.to_owned(),
    }
}

fn fields(
    form: &Form,
    offer: &Offer,
    key: &str,
    session: Option<&Session>,
    days: &[(String, String)],
    page: Language,
    name: &str,
) -> AnyView {
    // What is stored has its name above the fields already.
    let is_named = session.is_some();
    let source = form.manuscript.draft.source;
    let shared = |part: &str| format!("session.{key}.{part}");
    // An event of one day needs no choice.
    let day = (days.len() > 1).then(|| controls::choice(form, &shared("day"), page, days.to_vec()));
    let pairs = SESSION_TEXTS.into_iter().map(|part| {
        let rows = match part {
            "speakers" | "description" => 3,
            _ => 1,
        };
        let cells = form.languages().into_iter().map(|of| {
            let freshness = session.map_or(Freshness::Current, |session| session.freshness(part, of, source));
            controls::cell(form, &format!("session.{key}.{of}.{part}"), of, page, rows, freshness)
        });
        let cells = cells.collect::<Vec<_>>();
        view! { <div class="pair">{cells}</div> }
    });
    let pairs = pairs.collect::<Vec<_>>();
    // Who writes one language reads in the name when it is.
    let is_whole = form.is_shared_open();
    let hours = is_whole.then(|| {
        view! {
            <div class="shared-fields">
                {day} {controls::line(form, &shared("start"), page, "time")}
                {controls::line(form, &shared("end"), page, "time")}
            </div>
        }
    });
    let files = is_whole.then(|| file_fields::of_session(form, offer, &shared("files"), page));
    view! {
        <fieldset class="session-fields">
            <legend class=is_named.then_some("visually-hidden")>{name.to_owned()}</legend>
            {hours}
            {pairs}
            {files}
        </fieldset>
    }
    .into_any()
}
