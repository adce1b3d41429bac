//! The questions of an event, to be answered.

use domain::Language;
use domain::question::{Answer, AnswerKind, LONGEST_ANSWER, Question};
use leptos::prelude::*;

use crate::account::visit::Visit;
use crate::messages::{AccountWords, QuestionWords, choices_in_words};
use crate::site::use_language;
use crate::ui::ProblemView;

/// The fields of all questions, filled with what was typed, or with what was answered before.
#[component]
pub fn AnswerFields(questions: Vec<Question>, answers: Vec<Answer>, visit: Visit) -> AnyView {
    let language = use_language();
    let fields = questions.into_iter().map(|question| {
        let field = question.field();
        let before = answers.iter().find(|answer| Some(answer.question) == question.id);
        let value = match visit.typed.get(&field) {
            Some(_) => visit.typed(&field),
            None => before.map(|answer| answer.text.clone()).unwrap_or_default(),
        };
        let problem = problem(&question, &visit, language).map(|problem| problem.sentence);
        view! { <AnswerField question value problem /> }
    });
    fields.collect_view().into_any()
}

/// What of the answers cannot be taken, before everything else.
#[component]
pub fn AnswerProblems(questions: Vec<Question>, visit: Visit) -> AnyView {
    let language = use_language();
    let problems = questions.iter().filter_map(|question| problem(question, &visit, language)).collect::<Vec<_>>();
    if problems.is_empty() {
        return ().into_any();
    }
    let each = problems.into_iter().map(|problem| {
        view! {
            <li>
                <a href=format!("#{}", problem.field) rel="external">
                    {problem.sentence}
                </a>
            </li>
        }
    });
    view! {
        <div class="problems" role="alert" aria-labelledby="answer-problems" tabindex="-1" autofocus>
            <h3 id="answer-problems">{AccountWords::of(language).form_problems}</h3>
            <ul>{each.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// What is wrong with an answer, named by its question.
fn problem(question: &Question, visit: &Visit, language: Language) -> Option<ProblemView> {
    let field = question.field();
    let problem = visit.problems.iter().find(|problem| problem.field == field)?;
    Some(ProblemView::named(problem, question.text(language), language))
}

#[component]
fn AnswerField(question: Question, value: String, problem: Option<String>) -> AnyView {
    let language = use_language();
    let words = QuestionWords::of(language);
    let (field, problem_id) = (question.field(), format!("{}-problem", question.field()));
    let invalid = problem.as_ref().map(|_| "true");
    let described = problem.as_ref().map(|_| problem_id.clone());
    let input = if question.kind == AnswerKind::Line {
        view! {
            <input
                id=field.clone()
                name=field.clone()
                value=value
                maxlength=LONGEST_ANSWER.to_string()
                required=question.needed
                aria-invalid=invalid
                aria-describedby=described
            />
        }
        .into_any()
    } else {
        let choices = choices_in_words(&question, language).into_iter().map(|(sent, said)| {
            let selected = sent == value;
            view! { <option value=sent selected=selected>{said}</option> }
        });
        view! {
            <select
                id=field.clone()
                name=field.clone()
                required=question.needed
                aria-invalid=invalid
                aria-describedby=described
            >
                <option value="">{words.choose}</option>
                {choices.collect_view()}
            </select>
        }
        .into_any()
    };
    let optional = (!question.needed).then(|| format!(" ({})", words.optional));
    view! {
        <div class="field field-wide">
            <label for=field>{question.text(language).to_owned()} {optional}</label>
            {problem.map(|problem| view! { <p class="field-problem" id=problem_id>{problem}</p> })}
            {input}
        </div>
    }
    .into_any()
}
