//! Every save of an entry: who, when, why, and what changed word by word. Saves of one person that follow each other closely are
//! one sitting, which can be opened; a version can be given a name, compared with any other, and restored.

use domain::revision::{LONGEST_NAME, Revision, Sitting};
use leptos::prelude::*;

use super::changes::{Changes, is_first};
use super::versions::{Comparison, HistoryContents};
use crate::events::region::moment;
use crate::messages::{DeskWords, HistoryWords, saves_count, signature};
use crate::paths;
use crate::site::use_language;

/// The history of an entry.
#[component]
pub fn History(contents: HistoryContents) -> AnyView {
    let page = use_language();
    let (desk, words) = (DeskWords::of(page), HistoryWords::of(page));
    let (kind, slug) = (contents.kind, contents.slug.clone());
    let here = paths::history(page, kind, &slug);
    let names = contents.names.iter().map(|(name, version)| {
        view! {
            <li>
                <a href=format!("{here}#save-{version}") rel="external">
                    {name.clone()}
                </a>
            </li>
        }
    });
    let names = names.collect::<Vec<_>>();
    let search = (!names.is_empty() || !contents.q.is_empty()).then(|| {
        view! {
            <form class="filters" method="get" action=here.clone()>
                <div class="field">
                    <label for="q">{words.find}</label>
                    <input id="q" type="search" name="q" value=contents.q.clone() maxlength="80" />
                </div>
                <button type="submit">{words.show}</button>
            </form>
            <ul class="desk-links" role="list">
                {names}
            </ul>
        }
    });
    let nothing = contents.sittings.is_empty().then(|| view! { <p class="empty">{words.no_name}</p> });
    let is_comparable = contents.sittings.iter().map(|sitting| sitting.saves.len()).sum::<usize>() > 1;
    let compare = is_comparable.then(|| {
        view! {
            <form id="compare" method="get" action=here.clone()>
                <p>
                    {words.compare_hint} " "
                    <button type="submit" class="button-quiet">
                        {words.compare}
                    </button>
                </p>
            </form>
        }
    });
    let comparison = contents.comparison.clone().map(|comparison| view! { <Compared comparison /> });
    let chosen = contents.comparison.as_ref().map(|its| (its.from.id, its.to.id));
    let rows = contents.sittings.into_iter().map(|sitting| {
        let around = Around {
            here: here.clone(),
            latest: contents.latest,
            chosen,
            can_restore: contents.can_restore,
            is_comparable,
        };
        view! { <li class="item"><OneSitting sitting around /></li> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <p>
            <a href=paths::edit(page, kind, &slug)>{desk.back_to_editor}</a>
        </p>
        <p class="lead">{contents.title}</p>
        <p class="hint">{desk.history_intro}</p>
        {comparison}
        {search}
        {compare}
        {nothing}
        <ol class="items history" role="list">
            {rows}
        </ol>
    }
    .into_any()
}

/// What a save is shown with.
#[derive(Debug, Clone)]
struct Around {
    here: String,
    latest: i64,
    chosen: Option<(i64, i64)>,
    can_restore: bool,
    is_comparable: bool,
}

#[component]
fn Compared(comparison: Comparison) -> AnyView {
    let page = use_language();
    let words = HistoryWords::of(page);
    let side = |save: &Revision| {
        let name = save.name.clone().map(|name| view! { <strong>{name}</strong> ", " });
        view! {
            {name}
            <time datetime=save.valid_from.to_string()>{moment(save.valid_from, page)}</time>
        }
        .into_any()
    };
    let is_same = comparison.changes.is_empty();
    view! {
        <section class="compared history" id="compared" aria-labelledby="compared-title">
            <h2 id="compared-title">{words.compared}</h2>
            <p>{side(&comparison.from)} " → " {side(&comparison.to)}</p>
            {is_same.then(|| view! { <p class="empty">{words.no_difference}</p> })}
            <Changes changes=comparison.changes />
        </section>
    }
    .into_any()
}

#[component]
fn OneSitting(sitting: Sitting, around: Around) -> AnyView {
    let page = use_language();
    let (desk, words) = (DeskWords::of(page), HistoryWords::of(page));
    let Some(latest) = sitting.saves.first().cloned() else { return ().into_any() };
    let count = sitting.saves.len();
    let changes = sitting.changes();
    let is_latest = latest.id == around.latest;
    let is_open = is_latest && !is_first(&changes);
    let reasons = sitting.reasons().join("; ");
    let facts = view! {
        <p class="facts" id=format!("save-{}", latest.id)>
            {latest.name.clone().map(|name| view! { <strong>{name}</strong> })}
            <time datetime=latest.valid_from.to_string()>{moment(latest.valid_from, page)}</time>
            <span>{signature(&latest.actor, page)}</span>
            {(!reasons.is_empty()).then(|| view! { <span>{reasons}</span> })}
            {is_latest.then(|| view! { <span class="badge">{desk.now}</span> })}
        </p>
    };
    let saves = (count > 1).then(|| {
        let each = sitting.saves.into_iter().skip(1).map(|save| {
            let around = around.clone();
            view! {
                <li>
                    <p class="facts" id=format!("save-{}", save.id)>
                        <time datetime=save.valid_from.to_string()>{moment(save.valid_from, page)}</time>
                        {(!save.reason.is_empty()).then(|| view! { <span>{save.reason.clone()}</span> })}
                    </p>
                    <Tools save=save.clone() around />
                    <details>
                        <summary>{desk.what_changed}</summary>
                        <Changes changes=save.changes />
                    </details>
                </li>
            }
        });
        let each = each.collect::<Vec<_>>();
        view! {
            <details class="sitting">
                <summary>{saves_count(count, page)}</summary>
                <p class="hint">{words.sitting_hint}</p>
                <ol role="list">{each}</ol>
            </details>
        }
    });
    view! {
        {facts}
        <Tools save=latest around />
        <details open=is_open>
            <summary>{desk.what_changed}</summary>
            <Changes changes />
        </details>
        {saves}
    }
    .into_any()
}

/// What can be done with a version: compare it, name it, restore it.
#[component]
fn Tools(save: Revision, around: Around) -> AnyView {
    let page = use_language();
    let (desk, words) = (DeskWords::of(page), HistoryWords::of(page));
    let at = moment(save.valid_from, page);
    let id = save.id.to_string();
    let radio = |name: &'static str, label: &'static str, is_chosen: bool| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    value=id.clone()
                    form="compare"
                    checked=is_chosen
                    aria-label=format!("{label}: {at}")
                />
                {label}
            </label>
        }
    };
    let radios = around.is_comparable.then(|| {
        let is = |pick: fn((i64, i64)) -> i64| around.chosen.map(pick) == Some(save.id);
        view! { {radio("from", words.from, is(|its| its.0))} {radio("to", words.to, is(|its| its.1))} }
    });
    let restore = (save.id != around.latest && around.can_restore).then(|| {
        view! {
            <form method="post" action=around.here.clone()>
                <button
                    type="submit"
                    name="revision"
                    value=id.clone()
                    class="button-link"
                    aria-label=format!("{}: {at}", desk.restore_this)
                >
                    {desk.restore_this}
                </button>
            </form>
        }
    });
    let field = format!("name-{id}");
    let name = save.name.clone().unwrap_or_default();
    let summary = if name.is_empty() { words.name_this } else { words.rename_this };
    view! {
        <div class="version-tools">
            {radios} {restore}
            <details>
                <summary>{summary}</summary>
                <form class="name-version" method="post" action=around.here>
                    <input type="hidden" name="revision" value=id />
                    <label class="visually-hidden" for=field.clone()>
                        {words.name}
                        ": "
                        {at}
                    </label>
                    <input id=field name="name" value=name maxlength=LONGEST_NAME.to_string() />
                    <button type="submit" name="task" value="name" class="button-quiet">
                        {words.keep_name}
                    </button>
                </form>
            </details>
        </div>
    }
    .into_any()
}
