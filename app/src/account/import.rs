//! Registering many members at once by a table: what would become of each row is shown before anything is written.

use std::collections::BTreeMap;

use domain::account::{Email, Role, Staff};
use domain::block::fingerprint;
use domain::enrolment::{Asks, Enrolment, Row, read};
use domain::entry::Kind;
use domain::registration::State;
use domain::{Error, Language, Portal, Slug};
use leptos::prelude::*;

use super::parts::Summary;
use super::visit::Visit;
use crate::messages::{AccountWords, ImportWords, Messages, do_import, rows_count};
use crate::paths;
use crate::ui::{Cell, Row, Table};

/// The field that holds the table.
pub const ROWS: &str = "rows";
/// The field that says which outcome was seen.
pub const SEEN: &str = "seen";

/// A row, and what would become of it; nothing of a row that asks for nothing or that cannot be read.
pub type Outcome = (Row, Option<Enrolment>);

/// What would become of a table.
///
/// # Errors
/// [`Error::Invalid`] where the table as a whole cannot be read; those of the store.
pub async fn plan(portal: &Portal, staff: &Staff, event: &Slug, table: &str) -> Result<Vec<Outcome>, Error> {
    let each = |word: fn(Language) -> &'static str| Language::ALL.map(word);
    let (address, status) = (each(|of| AccountWords::of(of).email), each(|of| Messages::of(of).status));
    let ended = [State::Lapsed, State::Cancelled, State::Refused];
    let ended: Vec<&str> =
        Language::ALL.iter().flat_map(|of| ended.map(|state| Messages::of(*of).seat_state(state))).collect();
    let rows = read(table, &address, &status, &ended).map_err(Error::Invalid)?;
    let mut enrolments = portal.registrations.enrolments(staff, event, &emails(&rows)).await?.into_iter();
    Ok(rows
        .into_iter()
        .map(|row| {
            let enrolment = if matches!(row.asks, Asks::For(_)) { enrolments.next() } else { None };
            (row, enrolment)
        })
        .collect())
}

/// The addresses that rows ask for, in their order.
pub fn emails<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<Email> {
    let email = |row: &Row| match &row.asks {
        Asks::For(email) => Some(email.clone()),
        Asks::Ended | Asks::Nobody => None,
    };
    rows.into_iter().filter_map(email).collect()
}

/// Whether a row must be mended before anything is written.
fn is_wrong((row, enrolment): &Outcome) -> bool {
    row.asks == Asks::Nobody || *enrolment == Some(Enrolment::NoMember)
}

/// How many would be registered; none where some row must be mended.
pub fn coming(outcomes: &[Outcome]) -> Option<usize> {
    let comes = outcomes.iter().filter(|(_, enrolment)| matches!(enrolment, Some(Enrolment::Comes(_)))).count();
    (!outcomes.iter().any(is_wrong)).then_some(comes)
}

/// What tells an outcome from every other.
pub fn key(outcomes: &[Outcome]) -> String {
    fingerprint(&format!("{outcomes:?}"))
}

/// What becomes of a row, in words.
fn in_words((row, enrolment): &Outcome, page: Language) -> String {
    let (words, messages) = (ImportWords::of(page), Messages::of(page));
    match (&row.asks, enrolment) {
        (Asks::Nobody, _) => words.no_address.to_owned(),
        (Asks::Ended, _) => words.ended.to_owned(),
        (_, Some(Enrolment::Comes(state))) => format!("{}: {}", words.comes, messages.seat_state(*state)),
        (_, Some(Enrolment::Already(state))) => format!("{}: {}", words.already, messages.seat_state(*state)),
        (_, Some(Enrolment::NoMember) | None) => words.no_member.to_owned(),
    }
}

/// The page of an event's import.
///
/// # Errors
/// Those of the store; [`Error::Forbidden`] for who may not, and where the event takes no registrations.
pub async fn import_page(portal: &Portal, visit: &Visit, slug: &str, page: Language) -> Result<AnyView, Error> {
    let staff = visit.require_staff(Role::Editor)?;
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let now = portal.clock.now();
    let entry = portal.library.entry(Kind::Event, &slug, page, now).await?;
    let (table, words) = (visit.typed(ROWS), ImportWords::of(page));
    let mut visit = visit.clone();
    let outcomes = match plan(portal, &staff, &slug, &table).await {
        _ if !visit.typed.contains_key(ROWS) => None,
        Ok(outcomes) => Some(outcomes),
        Err(Error::Invalid(problems)) => {
            visit.problems = problems;
            None
        }
        Err(failure) => return Err(failure),
    };
    let title = entry.summary.edition.title;
    let problem = visit.problems.iter().any(|problem| problem.field == ROWS).then_some("true");
    let outcomes = outcomes.map(|outcomes| what_becomes(&outcomes, page));
    Ok(view! {
        <Summary visit />
        <p class="lead">
            <a href=paths::participants(page, &slug)>{title}</a>
        </p>
        <p class="hint">{words.intro}</p>
        <form class="filters" method="post" enctype="multipart/form-data" action=paths::import(page, &slug)>
            <div class="field">
                <label for="file">{words.file}</label>
                <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" required />
            </div>
            <button type="submit" name="task" value="show">
                {words.read_file}
            </button>
        </form>
        <form class="form import-form" method="post" action=paths::import(page, &slug)>
            <div class="field field-wide">
                <label for=ROWS>{words.rows}</label>
                <textarea id=ROWS name=ROWS rows="10" spellcheck="false" aria-invalid=problem>
                    {table}
                </textarea>
            </div>
            <button type="submit" name="task" value="show" class="button-quiet">
                {words.check}
            </button>
            {outcomes}
        </form>
    }
    .into_any())
}

/// Every row with what becomes of it, how many of each, and the button.
fn what_becomes(outcomes: &[Outcome], page: Language) -> AnyView {
    let words = ImportWords::of(page);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for outcome in outcomes {
        *counts.entry(in_words(outcome, page)).or_default() += 1;
    }
    let counts = counts.into_iter().map(|(name, count)| view! { <span>{name} ": " {count}</span> });
    let counts = counts.collect::<Vec<_>>();
    let rows = outcomes.iter().map(|outcome| {
        let class = is_wrong(outcome).then_some("field-problem");
        let line = outcome.0.line;
        let becomes = in_words(outcome, page);
        view! {
            <Row head=outcome.0.typed.clone().into_any()>
                <Cell of=words.line>{line}</Cell>
                <Cell of=words.becomes>
                    <span class=class>{becomes}</span>
                </Cell>
            </Row>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    let heads = [AccountWords::of(page).email, words.line, words.becomes].map(str::to_owned).to_vec();
    let can_do = match coming(outcomes) {
        None => view! { <p class="note">{words.mend}</p> }.into_any(),
        Some(0) => view! { <p class="note">{words.nobody}</p> }.into_any(),
        Some(count) => view! {
            <button type="submit" name="task" value="do">
                {do_import(count, page)}
            </button>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="outcome">
            <h2 id="outcome">{words.outcome}</h2>
            <p class="facts">
                <span>{rows_count(outcomes.len(), page)}</span>
                {counts}
            </p>
            <input type="hidden" name=SEEN value=key(outcomes) />
            {can_do}
            <Table name=words.outcome heads rows />
        </section>
    }
    .into_any()
}
