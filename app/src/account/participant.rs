//! Somebody who has asked for a seat, and what staff decide on it.

use domain::question::Question;
use domain::registration::{LONGEST_REASON, Participant, State};
use leptos::prelude::*;

use super::visit::Visit;
use crate::messages::{AccountWords, SeatWords, answer_in_words};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Cell, ProblemView, Row};

/// Somebody in the table.
#[component]
pub fn ParticipantRow(
    participant: Participant,
    questions: Vec<Question>,
    /// Whether anybody has answered anything.
    has_answers: bool,
    /// Whether who is accepted now goes to the waiting list.
    is_full: bool,
    visit: Visit,
) -> AnyView {
    let language = use_language();
    let messages = use_messages();
    let profile = participant.account.profile.clone();
    let decision =
        participant.state.is_active().then(|| view! { <Decision participant=participant.clone() is_full visit /> });
    let answers = questions.iter().filter_map(|question| {
        let answer = participant.answers.iter().find(|answer| Some(answer.question) == question.id)?;
        let (asked, said) = (question.text(language).to_owned(), answer_in_words(question, &answer.text, language));
        Some(view! {
            <dt>{asked}</dt>
            <dd>{said}</dd>
        })
    });
    let answers = answers.collect::<Vec<_>>();
    let answers = (!answers.is_empty()).then(|| view! { <dl class="answers">{answers}</dl> });
    let head = view! {
        {profile.name}
        <span class="row-detail">{profile.email.to_string()}</span>
    };
    let words = AccountWords::of(language);
    view! {
        <Row head=head.into_any()>
            <Cell of=words.institution>{profile.institution} <span class="row-detail">{profile.function}</span></Cell>
            <Cell of=words.standing>
                <span class="badge">{messages.seat_state(participant.state)}</span>
                <span class="row-detail">{participant.reason}</span>
            </Cell>
            {has_answers.then(|| view! { <Cell of=SeatWords::of(language).answers>{answers}</Cell> })}
            <Cell of=words.decision>{decision}</Cell>
        </Row>
    }
    .into_any()
}

/// The decision, with its reason.
#[component]
fn Decision(participant: Participant, is_full: bool, visit: Visit) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let name = participant.account.profile.name;
    let id = participant.registration.to_string();
    // Only the one that was sent shows what was typed; its field has the name that the summary leads to.
    let visit = Some(visit).filter(|visit| visit.typed("registration") == id);
    let field = if visit.is_some() { "reason".to_owned() } else { format!("reason-{id}") };
    let problem = visit.as_ref().and_then(|visit| visit.problems.iter().find(|problem| problem.field == "reason"));
    let problem = problem.map(|problem| ProblemView::of(problem, language).sentence);
    let button = |decision: &'static str, label: &'static str, quiet: bool| {
        view! {
            <button type="submit" name="decision" value=decision class=quiet.then_some("button-quiet")>
                {label}
                <span class="visually-hidden">": " {name.clone()}</span>
            </button>
        }
    };
    let is_pending = participant.state == State::Pending;
    let is_open = visit.is_some();
    let buttons = if is_pending {
        let (accept, label) = if is_full { ("list", words.list) } else { ("admit", words.admit) };
        view! { {button(accept, label, false)} {button("refuse", words.refuse, true)} }.into_any()
    } else {
        button("remove", words.remove, true).into_any()
    };
    let typed = visit.map(|visit| visit.typed("reason"));
    let form = view! {
        <form class="decision" method="post" action=paths::admission(language, participant.registration)>
            <span class="field">
                <label for=field.clone()>{AccountWords::of(language).reason}</label>
                {problem.clone().map(|problem| view! { <span class="field-problem" id="reason-problem">{problem}</span> })}
                <input
                    id=field
                    name="reason"
                    maxlength=LONGEST_REASON.to_string()
                    value=typed
                    aria-invalid=problem.as_ref().map(|_| "true")
                    aria-describedby=problem.map(|_| "reason-problem")
                />
            </span>
            {buttons}
        </form>
    };
    if is_pending {
        return form.into_any();
    }
    view! {
        <details open=is_open>
            <summary>{words.remove} <span class="visually-hidden">": " {name.clone()}</span></summary>
            {form}
        </details>
    }
    .into_any()
}
