//! What staff have done: who, what, when, before and after. Only ever added to.

use domain::audit::{AuditLine, What};
use domain::revision::Change;
use leptos::prelude::*;

use super::changes::said;
use super::view::AuditRequest;
use super::words_changed::words_changed;
use crate::events::region::moment;
use crate::messages::{AuditWords, deed_side, deed_told, field_name, fields_changed};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Cell, FilterForm, Pager, PagerView, ProblemView, Problems, Row, Table};

/// How many lines a page shows.
pub const LINES_OF_A_PAGE: usize = 50;

/// The log: some lines of `total`, on the page of this number, from 1.
#[component]
pub fn Audit(
    request: AuditRequest,
    lines: Vec<AuditLine>,
    total: usize,
    number: u32,
    problems: Vec<ProblemView>,
) -> AnyView {
    let page = use_language();
    let words = AuditWords::of(page);
    let file = paths::with_query(&paths::audit_file(page), request.parameters());
    let pager = PagerView::new(number, total as u64, u32::try_from(LINES_OF_A_PAGE).unwrap_or(u32::MAX), |number| {
        let number = number.to_string();
        paths::with_query(&paths::audit(page), request.parameters().into_iter().chain([("page", number.as_str())]))
    });
    let is_empty = lines.is_empty();
    let rows = lines.into_iter().map(|line| view! { <Line line /> }.into_any()).collect::<Vec<_>>();
    let table = if is_empty {
        let is_narrowed = request.parameters().iter().any(|(_, filter)| !filter.is_empty());
        view! { <p class="empty">{if is_narrowed { words.empty } else { words.nothing_yet }}</p> }.into_any()
    } else {
        let heads = [words.when, words.who, words.what, words.before_and_after].map(str::to_owned).to_vec();
        view! { <Table name=words.title heads rows /> }.into_any()
    };
    let field = |name: &'static str, label: &'static str, kind: &'static str, value: &String| {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input id=name name=name type=kind value=value.clone() maxlength="200" />
            </div>
        }
    };
    view! {
        <p class="hint">{words.intro}</p>
        <Problems problems />
        <FilterForm action=paths::audit(page)>
            {field("actor", words.who, "search", &request.actor)}
            {field("subject", words.what, "search", &request.subject)}
            {field("from", words.from, "date", &request.from)}
            {field("until", words.until, "date", &request.until)}
        </FilterForm>
        {table}
        <Pager pager />
        <p>
            <a href=file rel="external" download="audit.csv">
                {words.as_csv}
            </a>
        </p>
    }
    .into_any()
}

#[component]
fn Line(line: AuditLine) -> AnyView {
    let page = use_language();
    let words = AuditWords::of(page);
    let (what, changed) = match line.what {
        What::Saved { kind, slug, changes, reason } => {
            let href = paths::history(page, kind, &slug);
            let what = view! {
                <a href=href>{use_messages().section(kind)} ": " {slug.to_string()}</a>
                <br />
                {reason}
            };
            (what.into_any(), view! { <Fields changes /> }.into_any())
        }
        What::Done { deed, subject, before, after } => {
            let [before, after] = [before, after].map(|held| deed_side(deed, &held, page));
            (deed_told(deed, &subject, page).into_any(), became(before, after))
        }
    };
    let when = view! { <time datetime=line.at.to_string()>{moment(line.at, page)}</time> };
    view! {
        <Row head=when.into_any()>
            <Cell of=words.who>{line.actor}</Cell>
            <Cell of=words.what>{what}</Cell>
            <Cell of=words.before_and_after>{changed}</Cell>
        </Row>
    }
    .into_any()
}

/// How something stood before, and how after.
fn became(before: String, after: String) -> AnyView {
    let is_changed = !before.is_empty() && !after.is_empty();
    view! {
        {(!before.is_empty()).then(|| view! { <del>{before}</del> })}
        {is_changed.then_some(" → ")}
        {(!after.is_empty()).then(|| view! { <ins>{after}</ins> })}
    }
    .into_any()
}

/// So many fields of one save are shown here; the history of the entry has them all.
const MOST: usize = 12;
/// So much of a text is shown here, in characters.
const LONGEST: usize = 400;

/// What a save has changed: the fields by name, and on request each before and after.
#[component]
fn Fields(changes: Vec<Change>) -> AnyView {
    let page = use_language();
    if changes.is_empty() {
        return AuditWords::of(page).still_right.into_any();
    }
    let names: Vec<String> = changes.iter().map(|change| field_name(&change.field, page)).collect();
    let rows = changes.into_iter().take(MOST).map(|change| {
        let part = |text: Option<String>| -> String {
            said(&change.field, &text.unwrap_or_default(), page).chars().take(LONGEST).collect()
        };
        let (before, after) = (part(change.before), part(change.after));
        view! {
            <div>
                <dt>{field_name(&change.field, page)}</dt>
                <dd>{words_changed(&before, &after)}</dd>
            </div>
        }
    });
    view! {
        <details>
            <summary>{fields_changed(&names, page)}</summary>
            <dl class="changes">{rows.collect::<Vec<_>>()}</dl>
        </details>
    }
    .into_any()
}
