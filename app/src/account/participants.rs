//! Who has asked for a seat at an event, for staff: the rules of its seats, decisions, and the list as a file.

use domain::account::{Role, Staff};
use domain::entry::Kind;
use domain::question::Question;
use domain::registration::{Mode, Participant, ParticipantFilter, Seats};
use domain::{Error, Language, Portal, Slug};
use leptos::prelude::*;

use super::participant::ParticipantRow;
use super::participant_filter::ParticipantFilters;
use super::parts::{Field, Summary, writes_limited};
use super::questions::Questions;
use super::seat_rules::Rules;
use super::visit::Visit;
use crate::messages::{AccountWords, ChangeWords, SeatWords, decided, not_asked, seats_taken};
use crate::paths;
use crate::site::use_language;
use crate::ui::Table;

/// The page of who has asked for a seat at an event; also of one that readers see no more, for staff must know whom to call.
///
/// # Errors
/// Those of the store; [`Error::SignIn`] and [`Error::Forbidden`] for who may not see it.
pub async fn participants_page(
    portal: &Portal,
    visit: Visit,
    slug: &str,
    filter: ParticipantFilter,
    done: String,
    language: Language,
) -> Result<AnyView, Error> {
    let staff = visit.require_staff(Role::Editor)?;
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let event = portal.manuscripts.manuscript(&staff, Kind::Event, &slug).await?;
    let seats = portal.registrations.seats(&slug, None).await?;
    let participants = portal.registrations.participants(&staff, &slug).await?;
    let questions = portal.registrations.questions(&staff, &slug).await?;
    let now = portal.clock.now();
    let is_over = event.is_deleted || event.draft.time.is_none_or(|time| time.is_over(now));
    let edition = event.draft.editions.best(language, event.draft.source);
    let title = edition.map_or_else(|| slug.to_string(), |(_, edition)| edition.title.clone());
    Ok(view! { <Participants slug title seats is_over participants filter questions done staff visit /> }.into_any())
}

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
    done: String,
    staff: Staff,
    visit: Visit,
) -> AnyView {
    let language = use_language();
    let (words, account) = (SeatWords::of(language), AccountWords::of(language));
    let is_closed = !staff.writes_everything();
    let event = paths::entry(language, Kind::Event, &slug);
    let is_full = seats.is_full() && seats.rules.mode != Mode::Closed;
    let asked = questions.iter().filter(|question| question.asked).cloned().collect::<Vec<_>>();
    let unasked = asked.iter().filter(|question| question.needed).filter_map(|question| {
        let has_answered = |each: &Participant| {
            each.answers.iter().any(|answer| Some(answer.question) == question.id && !answer.text.is_empty())
        };
        let people = participants.iter().filter(|each| each.state.is_active() && !has_answered(each)).count();
        (people > 0).then(|| view! { <p class="note">{not_asked(people, question.text(language), language)}</p> })
    });
    let unasked = unasked.collect::<Vec<_>>();
    let done = decided(&done, language).filter(|_| visit.problems.is_empty());
    let done = done.map(|done| view! { <p class="note done" role="status">{done}</p> });
    let form =
        view! { <ParticipantFilters slug=slug.clone() participants=participants.clone() filter=filter.clone() /> };
    let empty = if participants.is_empty() { words.nobody } else { words.nobody_fits };
    let participants = participants.into_iter().filter(|each| filter.fits(each)).collect::<Vec<_>>();
    let nobody = participants.is_empty().then(|| view! { <p class="empty">{empty}</p> });
    let has_answers = participants.iter().any(|each| !each.answers.is_empty());
    let row = |participant| {
        let (questions, visit) = (questions.clone(), visit.clone());
        view! { <ParticipantRow participant questions has_answers is_full visit /> }.into_any()
    };
    let rows = participants.into_iter().map(row).collect::<Vec<_>>();
    let mut heads = vec![account.name, account.institution, account.standing];
    heads.extend(has_answers.then_some(words.answers));
    heads.push(account.decision);
    let heads = heads.into_iter().map(str::to_owned).collect();
    let table = (!rows.is_empty()).then(|| view! { <Table name=words.participants heads rows /> });
    let enrol = (seats.rules.mode != Mode::Closed && !is_over).then(|| {
        view! {
            <form class="filters" method="post" action=paths::enrolment(language, &slug)>
                <Field
                    name="email"
                    label=account.email
                    kind="email"
                    autocomplete="off"
                    hint=words.enrol_hint
                    visit=visit.clone()
                />
                <button type="submit">{words.enrol}</button>
                <a href=paths::import(language, &slug)>{words.import}</a>
            </form>
        }
    });
    view! {
        <Summary visit=visit.clone() />
        {done}
        <p class="lead">
            <a href=event>{title}</a>
        </p>
        <p>
            <a href=paths::change(language, &slug)>{ChangeWords::of(language).title}</a>
        </p>
        <p class="hint">{seats_taken(&seats, language)}</p>
        {is_full.then(|| view! { <p class="note">{words.full}</p> })}
        {writes_limited(&staff, language)}
        <Rules slug=slug.clone() seats is_closed visit=visit.clone() />
        <Questions slug=slug.clone() questions=asked is_closed visit=visit.clone() />
        {unasked}
        {enrol}
        <p>
            <a href=paths::participants_file(language, &slug) rel="external" download="participants.csv">
                {words.as_csv}
            </a>
        </p>
        {form}
        {nobody}
        <div id="decision">{table}</div>
    }
    .into_any()
}
