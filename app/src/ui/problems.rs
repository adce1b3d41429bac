//! What was typed and could not be understood: named, kept, and with a way on.

use domain::{Language, Problem};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::http::set_status;
use crate::messages::Messages;
use crate::site::use_messages;

/// A problem in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemView {
    /// The field's name in the form; empty where the page has no field for it.
    pub field: String,
    /// The sentence.
    pub sentence: String,
}

impl ProblemView {
    /// Puts a problem into words.
    pub fn of(problem: &Problem, language: Language) -> Self {
        Self::named(problem, Messages::of(language).field(&problem.field), language)
    }

    /// Puts a problem into words, with its field named so.
    pub fn named(problem: &Problem, label: &str, language: Language) -> Self {
        let sentence = Messages::of(language).problem(label, &problem.typed, problem.rule);
        let field = if WITHOUT_FIELD.contains(&problem.field.as_str()) { "" } else { problem.field.as_str() };
        Self { field: field.to_owned(), sentence }
    }
}

/// Fields of addresses that no form shows.
const WITHOUT_FIELD: [&str; 3] = ["view", "page", "by"];

/// The id of the sentence that says what is wrong with a field: for its `aria-describedby`.
pub fn described_by(field: &str, is_broken: bool) -> Option<String> {
    is_broken.then(|| format!("problem-{field}"))
}

/// A summary of the problems, each leading to its field where a form shows it: it takes the focus as the page loads, and sets
/// the status of the response to 422.
#[component]
pub fn Problems(problems: Vec<ProblemView>) -> AnyView {
    if problems.is_empty() {
        return ().into_any();
    }
    set_status(422);
    let messages = use_messages();
    // Where the browser went on by itself, the focus goes to the heading, as everywhere.
    let is_loading = cfg!(feature = "ssr");
    let mut described: Vec<String> = Vec::new();
    view! {
        <div class="problems" role="alert" aria-labelledby="problems-title" tabindex="-1" autofocus=is_loading>
            <h2 id="problems-title">{messages.problems_title}</h2>
            <ul>
                {problems
                    .into_iter()
                    .map(|problem| {
                        if problem.field.is_empty() {
                            view! { <li>{problem.sentence}</li> }.into_any()
                        } else {
                            let id = described_by(&problem.field, !described.contains(&problem.field));
                            described.push(problem.field.clone());
                            // `rel="external"`: the browser follows it by itself, which also moves the focus.
                            view! {
                                <li id=id>
                                    <a href=format!("#{}", problem.field) rel="external">
                                        {problem.sentence}
                                    </a>
                                </li>
                            }
                                .into_any()
                        }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
    .into_any()
}
