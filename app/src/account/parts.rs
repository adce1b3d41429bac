//! What the forms of accounts are made of: a field, what is wrong, what was done.

use domain::account::Staff;
use domain::{Language, Problem};
use leptos::prelude::*;

use super::visit::Visit;
use crate::messages::{AccountWords, concerns_all};
use crate::site::use_language;
use crate::ui::ProblemView;

/// One line to type, with its label, its hint and what is wrong with it.
#[component]
pub fn Field(
    name: &'static str,
    label: &'static str,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional, into)] hint: String,
    visit: Visit,
) -> AnyView {
    let language = use_language();
    let value = (kind != "password").then(|| visit.typed(name));
    let problem = visit.problems.iter().find(|problem| problem.field == name);
    let sentence = problem.map(|problem| ProblemView::of(problem, language).sentence);
    let (hint_id, problem_id) = (format!("{name}-hint"), format!("{name}-problem"));
    let described = [(!hint.is_empty()).then(|| hint_id.clone()), sentence.as_ref().map(|_| problem_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        <div class="field field-wide">
            <label for=name>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {sentence.clone().map(|sentence| view! { <p class="field-problem" id=problem_id>{sentence}</p> })}
            <input
                id=name
                name=name
                type=kind
                value=value
                autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                required
                aria-invalid=sentence.map(|_| "true")
                aria-describedby=(!described.is_empty()).then_some(described)
            />
        </div>
    }
    .into_any()
}

/// What a form has done; the browser moves the focus there.
#[component]
pub fn Done(said: &'static str) -> AnyView {
    view! {
        <p class="note done" role="status" tabindex="-1" autofocus>
            {said}
        </p>
    }
    .into_any()
}

/// What is wrong with a form, before everything else; the browser moves the focus there.
#[component]
pub fn Summary(visit: Visit) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let notice = visit.notice.map(|notice| view! { <p>{notice}</p> });
    if visit.problems.is_empty() && notice.is_none() {
        return ().into_any();
    }
    let each = visit.problems.iter().map(|problem: &Problem| {
        let problem = ProblemView::of(problem, language);
        view! {
            <li>
                <a href=format!("#{}", problem.field) rel="external">
                    {problem.sentence}
                </a>
            </li>
        }
    });
    view! {
        <div class="problems" role="alert" aria-labelledby="problems-title" tabindex="-1" autofocus>
            <h2 id="problems-title">{words.form_problems}</h2>
            {notice}
            <ul>{each.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// That something is closed to who writes in one language only; nothing for others.
pub fn writes_limited(staff: &Staff, page: Language) -> Option<AnyView> {
    (!staff.writes_everything()).then(|| view! { <p class="note">{concerns_all(page)}</p> }.into_any())
}

/// For the browser's store of passwords: whose this one is.
pub fn whose(email: &str) -> AnyView {
    view! {
        <input
            class="visually-hidden"
            type="email"
            autocomplete="username"
            value=email.to_owned()
            readonly
            tabindex="-1"
            aria-hidden="true"
        />
    }
    .into_any()
}
