//! The one editor for every kind: both languages side by side, the source on the left. A plain form that needs no script.

use domain::Language;
use domain::account::{Role, Staff};
use domain::block::Freshness;
use domain::entry::{EditionState, Kind};
use domain::manuscript::{Manuscript, Remark, Standing, Typed};
use domain::preview::Audience;
use jiff::Timestamp;
use leptos::prelude::*;

use super::checks::Remarks;
use super::controls;
use super::figure_rows::figure_rows;
use super::file_fields::{self, Offer};
use super::form::{self, BASES, Form, NEW_BLOCK};
use super::left::{LEFT, OTHERS};
use super::programme::{in_words, programme};
use crate::messages::{DeskWords, PreviewWords, field_name, language_name, progress, remarks_count, standing_name};
use crate::paths;
use crate::site::{use_language, use_site};
use crate::ui::ProblemView;

/// What the editor shows.
#[derive(Debug, Clone)]
pub struct EditorContents {
    /// The form.
    pub form: Form,
    /// Who writes.
    pub staff: Staff,
    /// What was just done.
    pub notice: Option<&'static str>,
    /// Whether text that was not saved was brought back.
    pub brought_back: bool,
    /// Where that text was kept: it moves here as soon as something is kept here.
    pub left: String,
    /// What was typed into the same fields elsewhere.
    pub others: Vec<Typed>,
    /// The same, as the form names it.
    pub seen_others: String,
    /// The languages that were to be published when the form was sent; none where it was opened just now.
    pub chosen: Option<Vec<String>>,
    /// What was typed as the reason.
    pub reason: String,
    /// What tells this form from every other: sent twice, it makes one entry.
    pub token: String,
    /// Participants: slug and name.
    pub countries: Vec<(String, String)>,
    /// Files that are chosen, and that can be.
    pub files: Offer,
    /// What may be mended.
    pub remarks: Vec<Remark>,
    /// Now.
    pub now: Timestamp,
}

/// What was typed into the same fields in another window, or on another device.
fn elsewhere(others: &[Typed], page: Language) -> Option<AnyView> {
    let rows = others.iter().map(|typed| {
        view! {
            <div>
                <dt>{field_name(&typed.field, page)}</dt>
                <dd>{in_words(&typed.field, &typed.text, page)}</dd>
            </div>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <p>{DeskWords::of(page).typed_elsewhere}</p>
            <dl class="changes">{rows}</dl>
        }
        .into_any()
    })
}

/// The editor.
#[component]
pub fn Editor(contents: EditorContents) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    let form = contents.form;
    let draft = &form.manuscript.draft;
    let (kind, slug, is_new) = (draft.kind, draft.slug.clone(), form.manuscript.revision == 0);
    let action = if is_new { paths::new_entry(page, kind) } else { paths::edit(page, kind, &slug) };
    let is_editor = contents.staff.account().role >= Role::Editor;
    let notice = contents.notice.map(|notice| {
        // What no reader sees yet has no public page.
        let is_public = form.manuscript.publication.iter().any(|(_, its)| its.is_live(contents.now));
        let see = (!is_new).then(|| {
            let (href, name) = if is_public {
                (paths::entry(page, kind, &slug), words.view_page)
            } else {
                (paths::preview_as(page, kind, &slug, Audience::Visitor), words.preview)
            };
            view! {
                " "
                <a href=href rel="external">{name}</a>
            }
        });
        view! { <p class="note done" role="status">{notice} {see}</p> }
    });
    let discard = contents.brought_back.then(|| {
        view! {
            <div class="note brought-back" role="status">
                {words.brought_back}
                {elsewhere(&contents.others, page)}
                <button type="submit" name="task" value="discard" class="button-link" form="editor" formnovalidate>
                    {words.discard}
                </button>
                {is_new
                    .then(|| {
                        view! {
                            " "
                            <a href=paths::with_query(
                                &action,
                                [("empty", "1")],
                            )>{words.begin_empty}</a>
                        }
                    })}
            </div>
        }
    });
    let remarks = contents.remarks.len();
    let slug_field = (!is_new).then(|| controls::shared(&form, "slug", page));
    view! {
        <Links manuscript=form.manuscript.clone() is_editor />
        {notice}
        {discard}
        {summary(&form, page)}
        <form id="editor" class="editor" method="post" action=action>
            // What Enter does in a line.
            <button type="submit" name="task" value="save" class="visually-hidden" tabindex="-1" aria-hidden="true">
                {words.save_draft}
            </button>
            <input type="hidden" name=BASES value=form.bases() />
            <input type="hidden" name="form" value=contents.token />
            {(!contents.left.is_empty())
                .then(|| {
                    view! {
                        <input type="hidden" name=LEFT value=contents.left />
                        <input type="hidden" name=OTHERS value=contents.seen_others />
                    }
                })}
            {controls::order(&form, page)}
            {columns(&form, page, contents.now)}
            {pairs(&form, page, &["title", "summary"])}
            <fieldset class="shared" disabled=!form.is_shared_open()>
                <legend>{words.shared}</legend>
                {shared(&form, page)}
                {slug_field}
                {file_fields::picture(&form, &contents.files, page)}
                {several(&form, page, &contents.countries)}
            </fieldset>
            {file_fields::documents(&form, &contents.files, page)}
            {pairs(&form, page, &others(&form))}
            {programme(&form, &contents.files, page)}
            {figure_rows(&form, page, &contents.countries)}
            {body(&form, page)}
            <Remarks all=contents.remarks page editor="" />
            <div class="field reason">
                <label for="reason">{words.reason}</label>
                <p class="hint" id="reason-hint">
                    {words.reason_hint}
                </p>
                <input
                    id="reason"
                    name="reason"
                    maxlength="200"
                    value=contents.reason
                    aria-describedby="reason-hint"
                />
            </div>
            {bar(&form, page, is_editor, contents.chosen.as_deref(), remarks)}
        </form>
    }
    .into_any()
}

/// What is wrong with the form, before everything else.
fn summary(form: &Form, page: Language) -> AnyView {
    let words = DeskWords::of(page);
    if form.problems.is_empty() && form.conflicts.is_empty() {
        return ().into_any();
    }
    let link = |field: &str, sentence: String| {
        view! {
            <li>
                <a href=format!("#{field}") rel="external">
                    {sentence}
                </a>
            </li>
        }
    };
    let problems = form.problems.iter().map(|problem| {
        let name = field_name(&problem.field, page);
        link(&problem.field, ProblemView::named(problem, &name, page).sentence)
    });
    let conflicts = form.conflicts.iter().map(|conflict| link(&conflict.field, field_name(&conflict.field, page)));
    let has_conflicts = !form.conflicts.is_empty();
    let title =
        if has_conflicts { words.conflict_title } else { crate::messages::AccountWords::of(page).form_problems };
    let (problems, conflicts) = (problems.collect::<Vec<_>>(), conflicts.collect::<Vec<_>>());
    view! {
        <div class="problems" role="alert" aria-labelledby="problems-title" tabindex="-1" autofocus>
            <h2 id="problems-title">{title}</h2>
            {has_conflicts.then(|| view! { <p>{words.conflict}</p> })}
            <ul>{problems} {conflicts}</ul>
        </div>
    }
    .into_any()
}

/// The languages, each with where it stands.
fn columns(form: &Form, page: Language, now: Timestamp) -> AnyView {
    let words = DeskWords::of(page);
    let each = form.languages().into_iter().map(|of| {
        let publication = form.manuscript.publication.get(of).cloned();
        let state = publication.as_ref().map_or(EditionState::Draft, |its| its.state);
        let (current, in_all) = form.manuscript.progress(of);
        let standing = publication.as_ref().map_or(Standing::Missing, |its| Standing::of(its, current == in_all, now));
        let button = |state: EditionState, label: &'static str| {
            view! {
                <button
                    type="submit"
                    name="task"
                    value=format!("state.{of}.{}", state.code())
                    class="button-link"
                    aria-label=format!("{label}: {}", language_name(of, page))
                >
                    {label}
                </button>
            }
        };
        let may_change = form.is_open(&format!("{of}.state"));
        let buttons = match (publication.is_some() && may_change, state) {
            (false, _) => Vec::new(),
            (true, EditionState::Draft) => {
                vec![button(EditionState::InReview, words.ask_review), button(EditionState::Archived, words.archive)]
            }
            (true, EditionState::InReview | EditionState::Archived) => {
                vec![button(EditionState::Draft, words.back_to_draft)]
            }
            (true, EditionState::Published) => {
                vec![button(EditionState::Draft, words.unpublish), button(EditionState::Archived, words.archive)]
            }
        };
        view! {
            <div class="column-head">
                <p class="column-name" id=format!("column-{of}")>
                    {domain::date::capitalised(language_name(of, page))}
                </p>
                <p>
                    <span class="badge">{standing_name(standing, page)}</span>
                    " "
                    {(in_all > 0).then(|| view! { <span class="hint">{progress(current, in_all, page)}</span> })}
                </p>
                <input type="hidden" name=format!("{of}.state") value=form.get(&format!("{of}.state")).to_owned() />
                <details class="when-shown">
                    <summary>{words.shown_from}</summary>
                    {controls::instant(form, of, "publish_at", page)}
                    {controls::instant(form, of, "unpublish_at", page)}
                    <p class="hint">{words.zone_of_times}</p>
                </details>
                <p class="state-buttons">{buttons}</p>
            </div>
        }
    });
    let each = each.collect::<Vec<_>>();
    view! {
        <div class="pair pair-head">{each}</div>
        <p class="visually-hidden" id="zone-of-times">
            {words.zone_of_times}
        </p>
    }
    .into_any()
}

/// Texts of an edition, a row for each.
fn pairs(form: &Form, page: Language, names: &[&'static str]) -> AnyView {
    let rows = names.iter().map(|name| {
        let rows = if *name == "summary" { 3 } else { 1 };
        let cells = form
            .languages()
            .into_iter()
            .map(|of| controls::text(form, name, of, page, rows, form.manuscript.text_freshness(of, name)));
        let cells = cells.collect::<Vec<_>>();
        view! { <div class="pair">{cells}</div> }
    });
    rows.collect::<Vec<_>>().into_any()
}

fn others(form: &Form) -> Vec<&'static str> {
    form::texts(&form.manuscript).into_iter().filter(|name| !matches!(*name, "title" | "summary")).collect()
}

fn shared(form: &Form, page: Language) -> AnyView {
    let fields = form::shared(form.manuscript.draft.kind);
    let fields = fields.into_iter().filter(|name| !matches!(*name, "networks" | "countries"));
    let fields = fields.map(|name| controls::shared(form, name, page)).collect::<Vec<_>>();
    view! { <div class="shared-fields">{fields}</div> }.into_any()
}

fn several(form: &Form, page: Language, countries: &[(String, String)]) -> AnyView {
    if matches!(form.manuscript.draft.kind, Kind::Network | Kind::Country | Kind::Page) {
        return ().into_any();
    }
    let networks = use_site().with_value(|site| {
        site.networks.iter().map(|network| (network.slug.to_string(), network.title.clone())).collect::<Vec<_>>()
    });
    view! {
        {controls::several(form, "networks", page, &networks)}
        {controls::several(form, "countries", page, countries)}
    }
    .into_any()
}

/// The parts of the body, a row for each, and one for what is new.
fn body(form: &Form, page: Language) -> AnyView {
    let words = DeskWords::of(page);
    let source = form.manuscript.draft.source;
    let keys = form.blocks();
    let last = keys.len().saturating_sub(2);
    let is_fixed = !form.is_shared_open();
    let rows = keys.into_iter().enumerate().map(|(place, key)| {
        let is_new = key == NEW_BLOCK;
        let stored = key.parse().ok().and_then(|id: i64| form.manuscript.draft.blocks.iter().find(|its| its.id == id));
        let name = if is_new { words.add_part.to_owned() } else { format!("{} {}", words.parts, place + 1) };
        let cells = form.languages().into_iter().map(|of| {
            let freshness =
                stored.and_then(|block| block.shown(of, source)).map_or(Freshness::Current, |its| its.freshness);
            controls::part(form, &key, of, page, freshness, &name)
        });
        let cells = cells.collect::<Vec<_>>();
        let moves = (!is_new).then(|| {
            let button = |way: &str, label: &'static str, off: bool| {
                view! {
                    <button
                        type="submit"
                        name="task"
                        value=format!("move.{key}.{way}")
                        class="button-link"
                        disabled=off
                        aria-label=format!("{label}: {name}")
                    >
                        {label}
                    </button>
                }
            };
            view! {
                <p class="moves">
                    {button("up", words.move_up, is_fixed || place == 0)}
                    {button("down", words.move_down, is_fixed || place >= last)}
                </p>
            }
        });
        view! { <div class="pair part">{cells} {moves}</div> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section aria-labelledby="parts">
            <h2 id="parts">{words.parts}</h2>
            <p class="hint">{words.parts_hint}</p>
            {rows}
            <p class="hint">{words.add_part_hint}</p>
        </section>
    }
    .into_any()
}

/// What ends the writing: save, publish.
fn bar(form: &Form, page: Language, is_editor: bool, chosen: Option<&[String]>, remarks: usize) -> AnyView {
    let words = DeskWords::of(page);
    let state = |of: Language| form.manuscript.publication.get(of).map_or(EditionState::Draft, |its| its.state);
    let is_open = |of: Language| form.is_open(&format!("{of}.state"));
    let some_published = !form.manuscript.public_languages().is_empty();
    // What is public stays so; of what is not, nothing goes public by the way.
    let usual = |of: Language| match state(of) {
        _ if !is_open(of) => false,
        EditionState::Published => true,
        EditionState::Draft => !some_published,
        EditionState::InReview | EditionState::Archived => false,
    };
    let boxes = form.languages().into_iter().map(|of| {
        let checked = chosen.map_or_else(|| usual(of), |chosen| chosen.iter().any(|code| code == of.code()));
        view! {
            <label class="choice">
                <input type="checkbox" name="publish" value=of.code() checked=checked disabled=!is_open(of) />
                {domain::date::capitalised(language_name(of, page))}
            </label>
        }
    });
    let publish = is_editor.then(|| {
        view! {
            <fieldset class="publish-in">
                <legend>{words.publish_in}</legend>
                {boxes.collect::<Vec<_>>()}
            </fieldset>
            <button type="submit" name="task" value="publish">
                {words.publish}
            </button>
        }
    });
    view! {
        <div class="editor-bar">
            <button type="submit" name="task" value="save" class="button-quiet">
                {words.save_draft}
            </button>
            {publish}
            <p class="remarks-count" id="remarks-count" role="status">
                {(remarks > 0)
                    .then(|| {
                        view! {
                            <a href="#remarks" rel="external">
                                {remarks_count(remarks, page)}
                            </a>
                        }
                    })}
            </p>
        </div>
    }
    .into_any()
}

/// Where one can go from here.
#[component]
fn Links(manuscript: Manuscript, is_editor: bool) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    let (kind, slug) = (manuscript.draft.kind, manuscript.draft.slug);
    let own = (manuscript.revision > 0).then(|| {
        let like = paths::with_query(&paths::new_entry(page, kind), [("like", slug.as_str())]);
        let participants = (kind == Kind::Event).then(|| {
            view! {
                <li>
                    <a href=paths::participants(page, &slug)>{crate::messages::SeatWords::of(page).participants}</a>
                </li>
            }
        });
        let change = (kind == Kind::Event && is_editor).then(|| {
            view! {
                <li>
                    <a href=paths::change(page, &slug)>{crate::messages::ChangeWords::of(page).title}</a>
                </li>
            }
        });
        let bin = is_editor.then(|| {
            view! {
            <li>
                <form method="post" action=paths::bin(page, kind, &slug)>
                    <button type="submit" name="task" value="delete" class="button-link">
                        {words.delete}
                    </button>
                </form>
            </li>
            }
        });
        view! {
            <li>
                <a href=paths::preview_as(page, kind, &slug, Audience::Visitor) rel="external">
                    {words.preview}
                </a>
            </li>
            <li>
                <a href=paths::preview(page, kind, &slug)>{PreviewWords::of(page).shared}</a>
            </li>
            <li>
                <a href=paths::history(page, kind, &slug)>{words.history}</a>
            </li>
            {participants}
            {change}
            <li>
                <a href=like>{words.clone}</a>
            </li>
            {bin}
        }
    });
    view! {
        <ul class="desk-links" role="list">
            <li>
                <a href=paths::content(page)>{words.content}</a>
            </li>
            {own}
        </ul>
    }
    .into_any()
}
