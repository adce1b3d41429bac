//! What one keeps for later: all of it, with one's own labels and notes.

use domain::fold::fold;
use domain::mark::{LONGEST_LABELS, LONGEST_NOTE};
use domain::{Language, date};
use leptos::prelude::*;

use super::compose::SavedRow;
use crate::account::Done;
use crate::account::visit::Visit;
use crate::events::region::day_of;
use crate::messages::MarkWords;
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::ProblemView;

/// Those that bear a label, in whatever case it was typed; all of them where none is given.
pub fn labelled(rows: Vec<SavedRow>, label: &str) -> Vec<SavedRow> {
    let label = fold(label);
    let bears = |row: &SavedRow| label.is_empty() || row.kept.labels.iter().any(|its| fold(its) == label);
    rows.into_iter().filter(bears).collect()
}

/// The name of what is kept, as its form sends it: `event/a-meeting`.
pub fn name(row: &SavedRow) -> String {
    format!("{}/{}", row.kept.kind, row.kept.slug)
}

/// The page; `label` narrows it.
#[component]
pub fn Saved(rows: Vec<SavedRow>, label: String, is_done: bool, visit: Visit) -> AnyView {
    let page = use_language();
    let words = MarkWords::of(page);
    if rows.is_empty() {
        return view! { <p class="empty">{words.nothing_kept}</p> }.into_any();
    }
    let labels = labels(&rows, &label);
    let file = paths::with_query(&paths::saved_file(page), [("label", label.as_str())]);
    let shown = labelled(rows, &label);
    let list = if shown.is_empty() {
        view! { <p class="empty">{words.saved_none}</p> }.into_any()
    } else {
        let rows = shown.into_iter().map(|row| view! { <Row row label=label.clone() visit=visit.clone() /> });
        view! {
            <ul class="items saved" role="list">
                {rows.collect_view()}
            </ul>
        }
        .into_any()
    };
    view! {
        {is_done.then(|| view! { <Done said=words.saved_done /> })}
        <p class="hint">{words.saved_intro}</p>
        {labels}
        {list}
        <p>
            <a href=file rel="external" download="saved.csv">
                {words.saved_csv}
            </a>
        </p>
    }
    .into_any()
}

/// Every label that is in use, as links that narrow the list.
fn labels(rows: &[SavedRow], chosen: &str) -> AnyView {
    let page = use_language();
    let words = MarkWords::of(page);
    let mut labels: Vec<String> = Vec::new();
    for label in rows.iter().flat_map(|row| &row.kept.labels) {
        if !labels.iter().any(|known| fold(known) == fold(label)) {
            labels.push(label.clone());
        }
    }
    if labels.is_empty() {
        return ().into_any();
    }
    labels.sort_by_key(|label| fold(label));
    let link = |label: String, name: String| {
        let href = paths::with_query(&paths::saved(page), [("label", label.as_str())]);
        let current = (fold(&label) == fold(chosen)).then_some("page");
        view! {
            <li>
                <a href=href aria-current=current>
                    {name}
                </a>
            </li>
        }
    };
    let all = link(String::new(), words.saved_unfiltered.to_owned());
    let rest = labels.into_iter().map(|label| link(label.clone(), label));
    view! {
        <nav aria-label=words.saved_labels>
            <ul class="labels" role="list">
                {all}
                {rest.collect_view()}
            </ul>
        </nav>
    }
    .into_any()
}

#[component]
fn Row(row: SavedRow, label: String, visit: Visit) -> AnyView {
    let page = use_language();
    let (words, messages) = (MarkWords::of(page), use_messages());
    let name = name(&row);
    // What was typed and could not be taken belongs to one of the rows.
    let is_typed = visit.typed("entry") == name;
    let typed = |field: &str, stored: String| if is_typed { visit.typed(field) } else { stored };
    let problem = |field: &str| {
        let problem = visit.problems.iter().find(|problem| is_typed && problem.field == field)?;
        let sentence = ProblemView::of(problem, page).sentence;
        Some(view! { <p class="field-problem" role="alert">{sentence}</p> })
    };
    let id = |field: &str| format!("{field}-{}-{}", row.kept.kind, row.kept.slug);
    let (labels_id, note_id) = (id("labels"), id("note"));
    let day = day_of(row.kept.since);
    let badges = row.kept.labels.iter().map(|label| view! { <span class="badge">{label.clone()}</span> });
    let badges = badges.collect_view();
    let note = row.kept.note.clone();
    let action = paths::with_query(&paths::saved(page), [("label", label.as_str())]);
    let remove = format!("{}: {}", words.kept, row.item.title);
    view! {
        <li class="item">
            <h2 class="item-title">
                <a href=row.item.href lang=row.item.title_foreign.map(Language::code)>
                    {row.item.title}
                </a>
            </h2>
            <p class="facts">
                <span>{messages.kind(row.kept.kind)}</span>
                <span>{words.saved_on} " " {date::day(day, page)}</span>
                {badges}
            </p>
            {(!note.is_empty()).then(|| view! { <p class="saved-note">{note.clone()}</p> })}
            <details open=is_typed>
                <summary>{words.saved_edit}</summary>
                <form class="form" method="post" action=action>
                    <input type="hidden" name="entry" value=name />
                    <div class="field field-wide">
                        <label for=labels_id.clone()>{words.saved_labels}</label>
                        <p class="hint">{words.saved_labels_hint}</p>
                        {problem("labels")}
                        <input
                            id=labels_id
                            name="labels"
                            value=typed("labels", row.kept.labels.join(", "))
                            maxlength=LONGEST_LABELS.to_string()
                        />
                    </div>
                    <div class="field field-wide">
                        <label for=note_id.clone()>{words.saved_note}</label>
                        {problem("note")}
                        <textarea id=note_id name="note" rows="3" maxlength=LONGEST_NOTE.to_string()>
                            {typed("note", note.clone())}
                        </textarea>
                    </div>
                    <p class="decision">
                        <button type="submit" name="task" value="describe">
                            {words.saved_save}
                        </button>
                        <button type="submit" name="task" value="remove" class="button-quiet" aria-label=remove formnovalidate>
                            {words.kept}
                        </button>
                    </p>
                </form>
            </details>
        </li>
    }
    .into_any()
}
