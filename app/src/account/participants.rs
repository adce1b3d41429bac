//! Who has asked for a seat at an event, for staff: the rules of its seats, decisions, and the list as a file.

use domain::Slug;
use domain::question::Question;
use domain::registration::{Mode, Participant, ParticipantFilter, Seats};
use leptos::prelude::*;

use super::participant::ParticipantRow;
use super::participant_filter::FilterForm;
use super::parts::{Field, Summary};
use super::questions::Questions;
use super::seat_rules::Rules;
use super::visit::Visit;
use crate::messages::{AccountWords, ChangeWords, SeatWords, seats_taken};
use crate::paths;
use crate::site::use_language;

/// The seats of an event.
#[component]
pub fn Participants(
    slug: Slug,
    title: String,
    seats: Seats,
    is_over: bool,
    participants: Vec<Participant>,
    filter: ParticipantFilter,
    questions: Vec<Question>,
    visit: Visit,
) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let event = paths::entry(language, domain::entry::Kind::Event, &slug);
    let form = view! { <FilterForm slug=slug.clone() participants=participants.clone() filter=filter.clone() /> };
    let empty = if participants.is_empty() { words.nobody } else { words.nobody_fits };
    let participants = participants.into_iter().filter(|each| filter.fits(each)).collect::<Vec<_>>();
    let nobody = participants.is_empty().then(|| view! { <p class="empty">{empty}</p> });
    let row = |participant| view! { <ParticipantRow participant questions=questions.clone() visit=visit.clone() /> };
    let rows = participants.into_iter().map(row).collect_view();
    let enrol = (seats.rules.mode != Mode::Closed && !is_over).then(|| {
        view! {
            <form class="filters" method="post" action=paths::enrolment(language, &slug)>
                <Field
                    name="email"
                    label=AccountWords::of(language).email
                    kind="email"
                    autocomplete="off"
                    hint=words.enrol_hint
                    visit=visit.clone()
                />
                <button type="submit">{words.enrol}</button>
            </form>
        }
    });
    let asked = questions.iter().filter(|question| question.asked).cloned().collect::<Vec<_>>();
    view! {
        <Summary visit=visit.clone() />
        <p class="lead">
            <a href=event>{title}</a>
        </p>
        <p>
            <a href=paths::change(language, &slug)>{ChangeWords::of(language).title}</a>
        </p>
        <p class="hint">{seats_taken(&seats, language)}</p>
        <Rules slug=slug.clone() seats visit=visit.clone() />
        <Questions slug=slug.clone() questions=asked visit=visit.clone() />
        {enrol}
        <p>
            <a href=paths::participants_file(language, &slug) rel="external" download="participants.csv">
                {words.as_csv}
            </a>
        </p>
        {form}
        {nobody}
        <ul class="items people" role="list">
            {rows}
        </ul>
    }
    .into_any()
}
