//! The media library: every file with where it is used, and the form to upload one.

use std::collections::HashSet;

use domain::Language;
use domain::file::Held;
use domain::fold::fold;
use leptos::prelude::*;

use super::compose::ROWS;
use super::form::Shown;
use super::item::{facts, thumbnail, use_in, uses};
use super::view::{MediaRequest, Refused, sentence};
use crate::account::visit::Visit;
use crate::entries::Choice;
use crate::messages::{DeskWords, FileWords, files_count};
use crate::paths;
use crate::site::use_language;
use crate::ui::{FilterForm, Pager, PagerView};

/// What the file chooser of the browser offers first.
const ACCEPTED: &str = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt";

/// The filters as parameters of an address.
pub fn parameters(request: &MediaRequest) -> [(&'static str, &str); 5] {
    [
        ("kind", request.kind.as_str()),
        ("only", &request.only),
        ("q", &request.q),
        ("bin", if request.bin { "1" } else { "" }),
        ("back", &request.back),
    ]
}

/// The library.
#[component]
pub fn Library(request: MediaRequest, held: Vec<Held>, visit: Visit, is_editor: bool) -> AnyView {
    let page = use_language();
    let words = FileWords::of(page);
    // The form comes back with the address of the editor that one came from.
    let typed_back = visit.typed("back");
    let back = if request.back.is_empty() { typed_back } else { request.back.clone() };
    let request = MediaRequest { back: if paths::is_local(&back) { back } else { String::new() }, ..request };
    let done = match request.done.as_str() {
        "uploaded" => Some(words.done_uploaded),
        "deleted" => Some(words.done_deleted),
        "restored" => Some(words.done_restored),
        _ => None,
    };
    let back = (!request.back.is_empty()).then(|| {
        view! {
            <p>
                <a class="button button-quiet" href=request.back.clone()>
                    {words.back_to_editor}
                </a>
            </p>
        }
    });
    let other = MediaRequest { bin: !request.bin, page: String::new(), ..request.clone() };
    let other_name = if request.bin { words.library } else { words.bin };
    let count = held.len();
    let number = request.page.parse().unwrap_or(1).max(1);
    let pager = PagerView::new(number, count as u64, ROWS, |number| {
        let number = number.to_string();
        let all = parameters(&request).into_iter().chain([("page", number.as_str())]);
        paths::with_query(&paths::media(page), all)
    });
    let first = (pager.page - 1) * ROWS;
    let twins = twins(&held, page);
    let rows = held.into_iter().skip(first as usize).take(ROWS as usize).map(|held| {
        let is_twin = twins.contains(&fold(held.file.title(page).1));
        row(&held, is_twin, &request.back, page, is_editor)
    });
    let rows = rows.collect::<Vec<_>>();
    let rows = if rows.is_empty() {
        let is_narrowed = [&request.kind, &request.only, &request.q].into_iter().any(|filter| !filter.is_empty());
        let said = match (is_narrowed, request.bin) {
            (true, _) => words.empty,
            (false, true) => words.bin_is_empty,
            (false, false) => words.library_is_empty,
        };
        view! { <p class="empty">{said}</p> }.into_any()
    } else {
        view! {
            <ul class="file-list" role="list" aria-label=words.library_files>
                {rows}
            </ul>
        }
        .into_any()
    };
    let upload = (!request.bin).then(|| upload(&visit, &request.back, page));
    view! {
        {done.map(|done| view! { <p class="note done" role="status">{done}</p> })}
        <p class="hint">{words.intro}</p>
        {back}
        {upload}
        <Filters request=request.clone() />
        <p class="count" role="status">
            {files_count(count, page)}
        </p>
        {rows}
        <Pager pager />
        <p>
            <a href=paths::with_query(&paths::media(page), parameters(&other))>{other_name}</a>
        </p>
    }
    .into_any()
}

/// Titles that several files bear: one of them may be a former state of another.
fn twins(held: &[Held], page: Language) -> HashSet<String> {
    let mut known = HashSet::new();
    held.iter().map(|held| fold(held.file.title(page).1)).filter(|title| !known.insert(title.clone())).collect()
}

fn row(held: &Held, is_twin: bool, back: &str, page: Language, is_editor: bool) -> AnyView {
    let words = FileWords::of(page);
    let file = &held.file;
    let (of, title) = file.title(page);
    let lang = of.filter(|of| *of != page).map(Language::code);
    let used = if held.uses.is_empty() {
        view! { <p class="hint">{words.not_used}</p> }.into_any()
    } else {
        view! {
            <p class="hint">{words.used_in} ":"</p>
            {uses(&held.uses, page)}
        }
        .into_any()
    };
    let restore = (file.is_deleted && is_editor).then(|| {
        view! {
            <form method="post" action=paths::media_bin(page, &file.uid)>
                <button type="submit" name="task" value="restore" class="button-link">
                    {words.restore}
                </button>
            </form>
        }
    });
    view! {
        <li class="file" id=format!("file-{}", file.uid)>
            {thumbnail(file)}
            <div>
                <a class="file-title" href=paths::with_query(&paths::media_file(page, &file.uid), [("back", back)]) lang=lang>
                    {title.to_owned()}
                </a>
                {facts(file, page)}
                {is_twin.then(|| view! { <span class="badge standing-missing">{words.same_title}</span> })}
                {used}
                {(!file.is_deleted).then(|| use_in(back, file, page))}
                {restore}
            </div>
        </li>
    }
    .into_any()
}

/// The form to upload a file. The file comes last, so that what is said of it is known before.
fn upload(visit: &Visit, back: &str, page: Language) -> AnyView {
    let words = FileWords::of(page);
    let is_open = visit.refused.is_some() || !visit.problems.is_empty() || !back.is_empty();
    let problem = visit.refused.as_ref().map(|refused| {
        let known = match refused {
            Refused::Known(uid) => Some(view! {
                " "
                <a href=paths::media_file(page, uid)>{words.known_link}</a>
            }),
            _ => None,
        };
        view! {
            <p class="field-problem" id="file-problem" role="alert">
                {sentence(refused, page)}
                {known}
            </p>
        }
    });
    let is_refused = problem.is_some();
    let shown = Shown { visit, about: None, page, writer: None };
    let back = (!back.is_empty()).then(|| view! { <input type="hidden" name="back" value=back.to_owned() /> });
    view! {
        <details class="upload" open=is_open>
            <summary>{words.add}</summary>
            <form
                id="upload"
                class="editor"
                method="post"
                action=paths::media(page)
                enctype="multipart/form-data"
                data-sending=words.sending
                data-cancel=words.cancel
                data-cancelled=words.cancelled
                data-broken=words.broken
            >
                {back}
                {shown.fields(true, true)}
                <div class="field">
                    <label for="file">{words.file}</label>
                    <input
                        id="file"
                        name="file"
                        type="file"
                        accept=ACCEPTED
                        required
                        aria-invalid=is_refused.then_some("true")
                        aria-describedby=if is_refused { "file-problem file-hint" } else { "file-hint" }
                    />
                    <p class="hint" id="file-hint">
                        {words.file_hint}
                    </p>
                    {problem}
                </div>
                <div class="upload-bar">
                    <button type="submit">{words.upload}</button>
                </div>
                <div class="upload-live" id="upload-live"></div>
            </form>
        </details>
    }
    .into_any()
}

#[component]
fn Filters(request: MediaRequest) -> AnyView {
    let page = use_language();
    let (words, desk) = (FileWords::of(page), DeskWords::of(page));
    let pair = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let kinds = vec![pair("pictures", words.pictures), pair("documents", words.documents)];
    let only = vec![pair("unused", words.unused), pair("alt", words.alt_missing)];
    view! {
        <FilterForm action=paths::media(page)>
            {request.bin.then(|| view! { <input type="hidden" name="bin" value="1" /> })}
            {(!request.back.is_empty())
                .then(|| view! { <input type="hidden" name="back" value=request.back.clone() /> })}
            <div class="field">
                <label for="words">{words.words}</label>
                <input id="words" name="q" type="search" value=request.q maxlength="200" />
            </div>
            <Choice name="kind" label=words.kind all=desk.any_kind options=kinds is_broken=false chosen=request.kind />
            <Choice name="only" label=words.only all=words.all options=only is_broken=false chosen=request.only />
        </FilterForm>
    }
    .into_any()
}
