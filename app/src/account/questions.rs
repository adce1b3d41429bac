//! What staff ask who registers: a block for each question, and an empty one to add another.

use domain::language::Texts;
use domain::question::{AnswerKind, LONGEST_QUESTION, MOST_QUESTIONS, Question};
use domain::{Language, Slug};
use leptos::prelude::*;

use super::seen::{Replaced, Seen};
use super::visit::Visit;
use crate::messages::{QuestionWords, answer_kind, language_name};
use crate::paths;
use crate::site::use_language;
use crate::ui::ProblemView;

/// The questions of an event.
#[component]
pub fn Questions(slug: Slug, questions: Vec<Question>, is_closed: bool, visit: Visit) -> AnyView {
    let language = use_language();
    let words = QuestionWords::of(language);
    let was_sent = visit.typed.contains_key("question-0-kind");
    let replaced = Replaced::of(domain::seen::QUESTIONS, &questions, in_words(&questions, language));
    let blocks = (questions.len() + 1).min(MOST_QUESTIONS);
    let blocks = if was_sent { sent(&visit) } else { blocks };
    let blocks = (0..blocks).map(|number| {
        let question = questions.get(number).filter(|_| !was_sent).cloned();
        view! { <Block number question visit=visit.clone() /> }
    });
    let blocks = blocks.collect_view();
    view! {
        <details open=was_sent>
            <summary>{words.title}</summary>
            <p class="hint">{words.hint}</p>
            <form class="form" method="post" action=paths::questions(language, &slug)>
                <Seen replaced visit=visit.clone() was_sent />
                {blocks}
                <button type="submit" disabled=is_closed>{words.save}</button>
            </form>
        </details>
    }
    .into_any()
}

/// What is asked, a line for each language, with what can be chosen.
fn in_words(questions: &[Question], language: Language) -> Vec<(String, String)> {
    let words = QuestionWords::of(language);
    let each = questions.iter().enumerate().map(|(place, question)| {
        let line = |of| {
            let choices = question.choices(of).into_iter().map(|(_, choice)| choice).collect::<Vec<_>>().join(", ");
            let text = question.texts.get(of).map_or("", String::as_str);
            if choices.is_empty() { text.to_owned() } else { format!("{text} ({choices})") }
        };
        let how = answer_kind(question.kind, language).to_owned();
        let needed = question.needed.then(|| words.needed.to_owned());
        let lines = Language::ALL.map(line).into_iter().chain([how]).chain(needed).collect::<Vec<_>>();
        (format!("{} {}", words.question, place + 1), lines.join("\n"))
    });
    each.collect()
}

/// How many blocks were sent.
fn sent(visit: &Visit) -> usize {
    let is_sent = |number: &usize| visit.typed.contains_key(&format!("question-{number}-kind"));
    (0..MOST_QUESTIONS).take_while(is_sent).count()
}

/// A question: as it is stored, or else as it was typed.
#[component]
fn Block(number: usize, question: Option<Question>, visit: Visit) -> AnyView {
    let language = use_language();
    let words = QuestionWords::of(language);
    let name = |part: &str| format!("question-{number}-{part}");
    let lines = |choices: &[Texts<String>], of: Language| {
        let lines = choices.iter().filter_map(|texts| texts.get(of).map(String::as_str));
        lines.collect::<Vec<_>>().join("\n")
    };
    let value = |part: &str, of: Option<Language>| match (&question, part, of) {
        (None, part, _) => visit.typed(&name(part)),
        (Some(question), "kind", _) => question.kind.code().to_owned(),
        (Some(question), "needed", _) => String::from(if question.needed { "1" } else { "" }),
        (Some(question), "id", _) => question.id.map(|id| id.to_string()).unwrap_or_default(),
        (Some(question), part, Some(of)) if part.starts_with("choices") => lines(&question.choices, of),
        (Some(question), _, Some(of)) => question.texts.get(of).cloned().unwrap_or_default(),
        (Some(_), _, None) => String::new(),
    };
    let problem = |part: &str| {
        let problem = visit.problems.iter().find(|problem| problem.field == name(part));
        problem.map(|problem| ProblemView::of(problem, language).sentence)
    };
    let in_language = |label: &str, of: Language| format!("{label} ({})", language_name(of, language));
    let texts = Language::ALL.map(|of| {
        let (label, value) = (in_language(words.question, of), value(of.code(), Some(of)));
        view! { <Text name=name(of.code()) label of value problem=problem(of.code()) /> }
    });
    let choices = Language::ALL.map(|of| {
        let part = format!("choices-{of}");
        let (label, value) = (in_language(words.choices, of), value(&part, Some(of)));
        view! { <Text name=name(&part) label of value problem=problem(&part) lines=true /> }
    });
    let (kind, needed) = (value("kind", None), !value("needed", None).is_empty());
    let kinds = AnswerKind::ALL.map(|each| {
        view! {
            <option value=each.code() selected=each.code() == kind>
                {answer_kind(each, language)}
            </option>
        }
    });
    view! {
        <fieldset>
            <legend>{words.question} " " {number + 1}</legend>
            <input type="hidden" name=name("id") value=value("id", None) />
            {texts.collect_view()}
            <div class="field field-wide">
                <label for=name("kind")>{words.kind}</label>
                <select id=name("kind") name=name("kind")>
                    {kinds.collect_view()}
                </select>
            </div>
            <label class="choice">
                <input type="checkbox" name=name("needed") value="1" checked=needed />
                {words.needed}
            </label>
            <p class="hint">{words.choices_hint}</p>
            {choices.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// A text of a question in one language: a line, or several.
#[component]
fn Text(
    name: String,
    label: String,
    of: Language,
    value: String,
    problem: Option<String>,
    #[prop(optional)] lines: bool,
) -> AnyView {
    let problem_id = format!("{name}-problem");
    let invalid = problem.as_ref().map(|_| "true");
    let described = problem.as_ref().map(|_| problem_id.clone());
    let lang = of.code();
    let id = name.clone();
    let input = if lines {
        view! {
            <textarea id=id name=name.clone() rows="3" lang=lang aria-invalid=invalid aria-describedby=described>
                {value}
            </textarea>
        }
        .into_any()
    } else {
        let most = LONGEST_QUESTION.to_string();
        view! {
            <input
                id=id
                name=name.clone()
                lang=lang
                maxlength=most
                value=value
                aria-invalid=invalid
                aria-describedby=described
            />
        }
        .into_any()
    };
    view! {
        <div class="field field-wide">
            <label for=name>{label}</label>
            {problem.map(|problem| view! { <p class="field-problem" id=problem_id>{problem}</p> })}
            {input}
        </div>
    }
    .into_any()
}
