//! How many have asked for a seat, by where they stand, and a form to find some of them.

use domain::Slug;
use domain::registration::{Participant, ParticipantFilter, State};
use leptos::prelude::*;

use crate::messages::AccountWords;
use crate::paths;
use crate::site::{use_language, use_messages};

/// The counts, which add up to the first, and the form.
#[component]
pub fn ParticipantFilters(slug: Slug, participants: Vec<Participant>, filter: ParticipantFilter) -> AnyView {
    let language = use_language();
    let messages = use_messages();
    if participants.is_empty() {
        return ().into_any();
    }
    let count = |state| participants.iter().filter(|participant| participant.state == state).count();
    let counts = State::ALL.map(|state| (state, count(state))).into_iter().filter(|(_, count)| *count > 0);
    let facts = counts.map(|(state, count)| view! { <span>{messages.seat_state(state)} ": " {count}</span> });
    let options = State::ALL.map(|state| {
        view! {
            <option value=state.code() selected=filter.state == Some(state)>
                {messages.seat_state(state)}
            </option>
        }
    });
    view! {
        <p class="facts">
            <span>{messages.all} ": " {participants.len()}</span>
            {facts.collect_view()}
        </p>
        <form class="filters" method="get" action=paths::participants(language, &slug)>
            <div class="field">
                <label for="state">{AccountWords::of(language).standing}</label>
                <select id="state" name="state">
                    <option value="">{messages.all}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="q">{AccountWords::of(language).name}</label>
                <input id="q" name="q" value=filter.words />
            </div>
            <button type="submit">{messages.show}</button>
        </form>
    }
    .into_any()
}
