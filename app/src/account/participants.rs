//! Who has asked for a seat at an event, for staff: the rules of its seats, decisions, and the list as a file.

use domain::Slug;
use domain::registration::{Mode, Participant, Seats, State};
use leptos::prelude::*;

use super::forms::Summary;
use super::visit::Visit;
use crate::messages::{SeatWords, seats_taken};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::ProblemView;

/// The seats of an event.
#[component]
pub fn Participants(slug: Slug, title: String, seats: Seats, participants: Vec<Participant>, visit: Visit) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let event = paths::entry(language, domain::entry::Kind::Event, &slug);
    let nobody = participants.is_empty().then(|| view! { <p class="empty">{words.nobody}</p> });
    let rows = participants.into_iter().map(|participant| view! { <Row participant /> }).collect_view();
    view! {
        <Summary visit=visit.clone() />
        <p class="lead">
            <a href=event>{title}</a>
        </p>
        <p class="hint">{seats_taken(&seats, language)}</p>
        <Rules slug=slug.clone() seats visit />
        <p>
            <a href=paths::participants_file(language, &slug) rel="external" download="participants.csv">
                {words.as_csv}
            </a>
        </p>
        {nobody}
        <ul class="items people" role="list">
            {rows}
        </ul>
    }
    .into_any()
}

/// How many seats there are, and how one gets one.
#[component]
fn Rules(slug: Slug, seats: Seats, visit: Visit) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let (mode, capacity) = if visit.problems.is_empty() {
        (seats.rules.mode.code().to_owned(), seats.rules.capacity.map(|seats| seats.to_string()).unwrap_or_default())
    } else {
        (visit.typed("mode"), visit.typed("capacity"))
    };
    let problem = visit.problems.iter().find(|problem| problem.field == "capacity");
    let problem = problem.map(|problem| ProblemView::of(problem, language).sentence);
    let modes = [(Mode::Closed, words.closed), (Mode::Open, words.open), (Mode::Approval, words.approval)].map(
        |(each, name)| {
            view! {
                <option value=each.code() selected=each.code() == mode>
                    {name}
                </option>
            }
        },
    );
    view! {
        <form class="filters" method="post" action=paths::participants(language, &slug)>
            <div class="field">
                <label for="mode">{words.heading}</label>
                <select id="mode" name="mode">
                    {modes.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="capacity">{words.capacity}</label>
                {problem.clone().map(|problem| view! { <p class="field-problem" id="capacity-problem">{problem}</p> })}
                <input
                    id="capacity"
                    name="capacity"
                    inputmode="numeric"
                    value=capacity
                    aria-invalid=problem.as_ref().map(|_| "true")
                    aria-describedby=problem.map(|_| "capacity-problem")
                />
            </div>
            <button type="submit">{words.save}</button>
        </form>
    }
    .into_any()
}

#[component]
fn Row(participant: Participant) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), SeatWords::of(language));
    let profile = participant.account.profile;
    let decision = (participant.state == State::Pending).then(|| {
        let name = profile.name.clone();
        let button = |decision: &'static str, label: &'static str, quiet: bool| {
            view! {
                <button type="submit" name="decision" value=decision class=quiet.then_some("button-quiet")>
                    {label}
                    <span class="visually-hidden">": " {name.clone()}</span>
                </button>
            }
        };
        view! {
            <form class="decision" method="post" action=paths::admission(language, participant.registration)>
                {button("admit", words.admit, false)}
                {button("refuse", words.refuse, true)}
            </form>
        }
    });
    view! {
        <li class="item">
            <h2 class="item-title">{profile.name.clone()}</h2>
            <p class="facts">
                <span>{messages.seat_state(participant.state)}</span>
                <span>{profile.email.to_string()}</span>
                <span>{profile.institution.clone()}</span>
                <span>{profile.function.clone()}</span>
            </p>
            {decision}
        </li>
    }
    .into_any()
}
