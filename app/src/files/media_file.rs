//! A file of the library: what is said of it, where it is used, and the bin.

use domain::Language;
use domain::account::{Role, Staff};
use domain::file::Held;
use leptos::prelude::*;

use super::form::Shown;
use super::item::{facts, thumbnail, use_in, uses};
use crate::account::visit::Visit;
use crate::account::{Replaced, Seen};
use crate::messages::{FileWords, language_name, writes_only};
use crate::paths;
use crate::site::use_language;

/// The page of a file.
#[component]
pub fn MediaFile(held: Held, visit: Visit, staff: Staff, is_done: bool, back: String) -> AnyView {
    let page = use_language();
    let words = FileWords::of(page);
    let file = &held.file;
    let is_picture = file.medium.is_picture();
    let is_editor = staff.account().role >= Role::Editor;
    let writer = Some((&staff, !held.uses.is_empty()));
    let shown = Shown { visit: &visit, about: Some(&file.about), page, writer };
    let limits = staff.account().writes_in.map(|only| view! { <p class="note">{writes_only(only, page)}</p> });
    let was_sent = !visit.typed.is_empty();
    let replaced = Replaced::of(domain::seen::FILE, &file.about, shown.stored());
    let is_refused = visit.notice.is_some();
    let used = if held.uses.is_empty() { view! { <p>{words.not_used}</p> }.into_any() } else { uses(&held.uses, page) };
    let in_text = is_picture.then(|| {
        let lines = Language::ALL.map(|of| {
            let alt = file.about.alts.get(of).cloned().unwrap_or_default();
            let markdown = format!("![{alt}]({})", paths::file_picture(file, 960));
            view! {
                <dt>{domain::date::capitalised(language_name(of, page))}</dt>
                <dd>
                    <code>{markdown}</code>
                </dd>
            }
        });
        view! {
            <section aria-labelledby="in-text">
                <h2 id="in-text">{words.for_text}</h2>
                <dl class="file-markdown">{lines.into_iter().collect::<Vec<_>>()}</dl>
            </section>
        }
    });
    let describe = (!file.is_deleted).then(|| {
        view! {
            {limits}
            <form class="editor" method="post" action=paths::media_file(page, &file.uid)>
                <Seen replaced visit=visit.clone() was_sent />
                {shown.fields(is_picture, !is_picture)}
                <div class="upload-bar">
                    <button type="submit">{words.save}</button>
                </div>
            </form>
        }
    });
    let (task, label) = if file.is_deleted { ("restore", words.restore) } else { ("delete", words.delete) };
    let bin = is_editor.then(|| {
        view! {
            <form method="post" action=paths::media_bin(page, &file.uid)>
                <button type="submit" name="task" value=task class="button-quiet">
                    {label}
                </button>
            </form>
        }
    });
    view! {
        {is_done.then(|| view! { <p class="note done" role="status">{words.changed}</p> })}
        {is_refused
            .then(|| {
                view! {
                    <div class="problems" role="alert">
                        <p>{words.in_use}</p>
                        {uses(&held.uses, page)}
                    </div>
                }
            })}
        <p>
            <a href=paths::with_query(&paths::media(page), [("back", back.as_str())])>{words.library}</a>
        </p>
        {(!file.is_deleted).then(|| use_in(&back, file, page))}
        <div class="file file-alone">
            {thumbnail(file)}
            <div>
                <p>
                    <a href=paths::file(file) rel="external">
                        {words.open}
                        ": "
                        {file.name.clone()}
                    </a>
                </p>
                {facts(file, page)}
            </div>
        </div>
        {describe}
        <section aria-labelledby="uses">
            <h2 id="uses">{words.used_in}</h2>
            {used}
        </section>
        {in_text}
        {bin}
    }
    .into_any()
}
