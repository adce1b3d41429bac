//! The mark of what a form was filled in on, and what somebody else has saved meanwhile.

use domain::seen::mark;
use leptos::prelude::*;

use super::visit::Visit;
use crate::messages::{nothing_stands, saved_meanwhile};
use crate::site::use_language;

/// What a form replaces; it stands in the form.
#[derive(Debug)]
pub struct Replaced {
    /// The form, as [`domain::seen`] names it.
    pub form: &'static str,
    /// The mark of what is stored.
    pub mark: String,
    /// What is stored, in words: what each part is called, and what it says.
    pub stored: Vec<(String, String)>,
}

impl Replaced {
    /// What is stored; `parts` are put into words only where somebody must see them.
    pub fn of(form: &'static str, stored: &impl std::fmt::Debug, parts: Vec<(String, String)>) -> Self {
        Self { form, mark: mark(stored), stored: parts }
    }
}

/// Whether somebody else has saved what this form replaces.
pub fn is_outdated(form: &str, visit: &Visit) -> bool {
    visit.problems.iter().any(|problem| problem.field == form)
}

/// The mark; and where somebody else was faster, what is stored now. `was_sent` says whether the form shows what was typed.
#[component]
pub fn Seen(replaced: Replaced, visit: Visit, was_sent: bool) -> AnyView {
    let language = use_language();
    let is_outdated = is_outdated(replaced.form, &visit);
    // What was typed stays typed on what was seen then.
    let value = if was_sent && !is_outdated { visit.typed("seen") } else { replaced.mark };
    let stored = is_outdated.then(|| {
        let parts = replaced.stored.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{text}</dd>
                </div>
            }
        });
        let parts = parts.collect::<Vec<_>>();
        let nothing = parts.is_empty().then(|| view! { <p>{nothing_stands(language)}</p> });
        view! {
            <div class="problems" id=replaced.form role="alert" tabindex="-1">
                <p>{saved_meanwhile(language)}</p>
                {nothing}
                <dl class="changes">{parts}</dl>
            </div>
        }
    });
    view! {
        {stored}
        <input type="hidden" name="seen" value=value />
    }
    .into_any()
}
