//! How many seats an event has, and how one gets one.

use domain::Slug;
use domain::registration::{Mode, Seats};
use leptos::prelude::*;

use super::visit::Visit;
use crate::messages::SeatWords;
use crate::paths;
use crate::site::use_language;
use crate::ui::ProblemView;

/// The rules of an event's seats.
#[component]
pub fn Rules(slug: Slug, seats: Seats, visit: Visit) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let (mode, capacity) = if visit.typed.contains_key("capacity") {
        (visit.typed("mode"), visit.typed("capacity"))
    } else {
        (seats.rules.mode.code().to_owned(), seats.rules.capacity.map(|seats| seats.to_string()).unwrap_or_default())
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
