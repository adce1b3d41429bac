//! How many seats an event has, and how one gets one.

use domain::Slug;
use domain::registration::{Mode, Seats};
use leptos::prelude::*;

use super::seen::{Replaced, Seen};
use super::visit::Visit;
use crate::messages::SeatWords;
use crate::paths;
use crate::site::use_language;
use crate::ui::ProblemView;

/// The rules of an event's seats.
#[component]
pub fn Rules(slug: Slug, seats: Seats, is_closed: bool, visit: Visit) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let name = |mode: Mode| match mode {
        Mode::Closed => words.closed,
        Mode::Open => words.open,
        Mode::Approval => words.approval,
    };
    let stored = seats.rules.capacity.map(|seats| seats.to_string()).unwrap_or_default();
    let stored_parts = vec![
        (words.heading.to_owned(), name(seats.rules.mode).to_owned()),
        (words.capacity.to_owned(), stored.clone()),
    ];
    let replaced = Replaced::of(domain::seen::SEATS, &seats.rules, stored_parts);
    let was_sent = visit.typed.contains_key("capacity");
    let (mode, capacity) = if was_sent {
        (visit.typed("mode"), visit.typed("capacity"))
    } else {
        (seats.rules.mode.code().to_owned(), stored)
    };
    let problem = visit.problems.iter().find(|problem| problem.field == "capacity");
    let problem = problem.map(|problem| ProblemView::of(problem, language).sentence);
    let modes = [Mode::Closed, Mode::Open, Mode::Approval].map(|each| {
        view! {
            <option value=each.code() selected=each.code() == mode>
                {name(each)}
            </option>
        }
    });
    view! {
        <form class="filters" method="post" action=paths::participants(language, &slug)>
            <Seen replaced visit was_sent />
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
            <button type="submit" disabled=is_closed>{words.save}</button>
        </form>
    }
    .into_any()
}
