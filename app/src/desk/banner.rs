//! The form of the notice above every page.

use domain::Language;
use domain::account::Staff;
use domain::banner::{Banner, LONGEST_BANNER};
use leptos::prelude::*;

use super::controls::local;
use crate::account::visit::Visit;
use crate::account::{Replaced, Seen, writes_limited};
use crate::messages::{AuditWords, DeskWords, field_name, language_name};
use crate::paths;
use crate::site::use_language;
use crate::ui::ProblemView;

/// The form: what is set, or what was typed and could not be taken.
#[component]
pub fn BannerForm(banner: Option<Banner>, staff: Staff, visit: Visit, is_done: bool) -> AnyView {
    let page = use_language();
    let is_closed = !staff.writes_everything();
    let (words, desk) = (AuditWords::of(page), DeskWords::of(page));
    let was_typed = !visit.typed.is_empty();
    let stored = |field: &str| match (field, &banner) {
        (_, None) => String::new(),
        ("starts", Some(banner)) => local(&banner.starts.to_string()),
        ("ends", Some(banner)) => local(&banner.ends.to_string()),
        (field, Some(banner)) => {
            let of = field.trim_start_matches("banner.").parse::<Language>();
            of.ok().and_then(|of| banner.texts.get(of).cloned()).unwrap_or_default()
        }
    };
    let text_name = |of: Language| format!("{} ({})", words.banner_text, language_name(of, page));
    let texts = Language::ALL.map(|of| (text_name(of), stored(&format!("banner.{of}"))));
    let times = [(desk.shown_from, "starts"), (desk.shown_until, "ends")];
    let times = times.map(|(name, field)| (name.to_owned(), stored(field).replace('T', " ")));
    let replaced = Replaced::of(domain::seen::BANNER, &banner, texts.into_iter().chain(times).collect());
    let value = |field: &str| if was_typed { visit.typed(field) } else { stored(field) };
    let remark = |field: &str| {
        let problem = visit.problems.iter().find(|problem| problem.field == field)?;
        Some(ProblemView::named(problem, &field_name(field, page), page).sentence)
    };
    let texts = Language::ALL.map(|of| {
        let field = format!("banner.{of}");
        let problem = remark(&field);
        view! {
            <div class="field">
                <label for=field.clone()>
                    {text_name(of)}
                </label>
                <textarea
                    id=field.clone()
                    name=field.clone()
                    lang=of.code()
                    rows="3"
                    maxlength=LONGEST_BANNER.to_string()
                    aria-invalid=problem.is_some().then_some("true")
                >
                    {value(&field)}
                </textarea>
                {problem.map(|problem| view! { <p class="field-problem">{problem}</p> })}
            </div>
        }
    });
    let times = [("starts", desk.shown_from), ("ends", desk.shown_until)].map(|(field, label)| {
        let problem = remark(field);
        // A field for a day would drop what it cannot read.
        let is_unreadable = problem.is_some() && !value(field).is_empty();
        view! {
            <div class="field">
                <label for=field>{label}</label>
                <input
                    id=field
                    name=field
                    type=if is_unreadable { "text" } else { "datetime-local" }
                    value=value(field)
                    aria-invalid=problem.is_some().then_some("true")
                />
                {problem.map(|problem| view! { <p class="field-problem">{problem}</p> })}
            </div>
        }
    });
    let done = if banner.is_some() { words.banner_done } else { words.banner_gone };
    let remove = banner.is_some().then(|| {
        view! {
            <button
                type="submit"
                name="task"
                value="remove"
                class="button-quiet"
                formnovalidate
                disabled=is_closed
            >
                {words.banner_remove}
            </button>
        }
    });
    view! {
        <p class="hint">{words.banner_intro}</p>
        {is_done.then(|| view! { <p class="note done" role="status">{done}</p> })}
        {writes_limited(&staff, page)}
        <form class="editor" method="post" action=paths::banner(page)>
            <Seen replaced visit=visit.clone() was_sent=was_typed />
            <div class="pair">{texts.collect_view()}</div>
            <div class="pair">{times.collect_view()}</div>
            <p class="hint">{desk.zone_of_times}</p>
            <div class="editor-bar">
                <button type="submit" name="task" value="set" disabled=is_closed>
                    {words.banner_set}
                </button>
                {remove}
            </div>
        </form>
    }
    .into_any()
}
