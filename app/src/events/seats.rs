//! Registering for an event: a plain form, which needs no script.

use domain::Slug;
use domain::account::{Member, Role};
use domain::event::EventTime;
use domain::registration::{Mode, Registration, Seats};
use jiff::Timestamp;
use leptos::prelude::*;

use super::answers::{AnswerFields, AnswerProblems};
use super::join::Join;
use super::region::moment;
use crate::account::visit::Visit;
use crate::messages::{ChangeWords, QuestionWords, SeatWords, seats_taken, standing};
use crate::paths;
use crate::site::use_language;

/// The registration of who asks, and what they can do next. Nothing where one does not register through the portal.
#[component]
pub fn SeatBox(
    /// The event's address.
    slug: Slug,
    /// Its seats.
    seats: Seats,
    /// When it is.
    time: EventTime,
    /// Now.
    now: Timestamp,
    /// Who asks.
    visit: Visit,
) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let own = seats.own.clone();
    let is_over = time.is_over(now);
    let notice = visit.notice;
    let is_active = own.as_ref().is_some_and(|own| own.state.is_active());
    let for_staff = visit.staff(Role::Editor).is_some();
    let may_join = seats.link_opens.is_some() && !is_over && visit.staff(Role::Contributor).is_some();
    let has_word = own.is_some() || for_staff || may_join || notice.is_some();
    if (seats.rules.mode == Mode::Closed || is_over) && !has_word {
        return ().into_any();
    }
    let label = if seats.is_full() && seats.rules.mode == Mode::Open { words.join_list } else { words.register };
    let offers = seats.rules.mode != Mode::Closed && !is_over && !is_active;
    let action = paths::registration(language, &slug);
    let asks = !seats.questions.is_empty();
    let next = match visit.account() {
        _ if !offers => ().into_any(),
        None => {
            let login = paths::with_query(
                &paths::login(language),
                [("next", paths::entry(language, domain::entry::Kind::Event, &slug).as_str())],
            );
            view! {
                <p>
                    <a class="button" href=login>
                        {label}
                    </a>
                </p>
            }
            .into_any()
        }
        Some(account) if Member::of(account).is_none() => view! { <p>{words.members_only}</p> }.into_any(),
        Some(_) => view! {
            <form method="post" class=asks.then_some("form") action=action.clone()>
                {asks
                    .then(|| {
                        view! {
                            <AnswerFields
                                questions=seats.questions.clone()
                                answers=seats.answers.clone()
                                visit=visit.clone()
                            />
                        }
                    })}
                <button type="submit" name="task" value="register">
                    {label}
                </button>
            </form>
        }
        .into_any(),
    };
    let join = view! { <Join slug=slug.clone() seats=seats.clone() time now visit=visit.clone() /> };
    let problems = view! { <AnswerProblems questions=seats.questions.clone() visit=visit.clone() /> };
    let edit = (is_active && !is_over && asks)
        .then(|| view! { <Edit seats=seats.clone() action=action.clone() visit=visit.clone() /> });
    let own = own.map(|own| view! { <Own own action is_over now /> });
    let staff = visit.staff(Role::Editor).map(|_| {
        view! {
            <p class="dots">
                <a href=paths::participants(language, &slug)>{words.participants}</a>
                <a href=paths::change(language, &slug)>{ChangeWords::of(language).title}</a>
            </p>
        }
    });
    let taken = (seats.rules.mode != Mode::Closed).then(|| seats_taken(&seats, language)).flatten();
    view! {
        <section id="registration" class="seats" aria-labelledby="registration-title">
            <h2 id="registration-title" class="visually-hidden">
                {words.heading}
            </h2>
            {notice.map(|notice| view! { <p class="note" role="alert">{notice}</p> })}
            {problems}
            {own}
            {join}
            {edit}
            {next}
            {taken.map(|taken| view! { <p class="hint">{taken}</p> })}
            {staff}
        </section>
    }
    .into_any()
}

/// The answers of who has, or hopes for, a seat.
#[component]
fn Edit(seats: Seats, action: String, visit: Visit) -> AnyView {
    let words = QuestionWords::of(use_language());
    let is_open = !visit.problems.is_empty();
    view! {
        <details open=is_open>
            <summary>{words.edit_answers}</summary>
            <form class="form" method="post" action=action>
                <AnswerFields questions=seats.questions answers=seats.answers visit />
                <button type="submit" name="task" value="answer">
                    {words.save_answers}
                </button>
            </form>
        </details>
    }
    .into_any()
}

#[component]
fn Own(own: Registration, action: String, is_over: bool, now: Timestamp) -> AnyView {
    let language = use_language();
    let words = SeatWords::of(language);
    let sentence = standing(&own, &until(&own, language), language);
    let accept = (own.is_offer(now) && !is_over).then(|| {
        view! {
            <button type="submit" name="task" value="accept">
                {words.accept}
            </button>
        }
    });
    let cancel = (own.state.is_active() && !is_over).then(|| {
        view! {
            <button type="submit" name="task" value="cancel" class="button-quiet">
                {words.cancel}
            </button>
        }
    });
    view! {
        <p class="seat-state" role="status">
            {sentence}
        </p>
        <form class="decision" method="post" action=action>
            {accept}
            {cancel}
        </form>
    }
    .into_any()
}

/// When an offer ends, in the zone that the portal counts its days in.
pub fn until(own: &Registration, language: domain::Language) -> String {
    own.offer_ends.map_or_else(String::new, |ends| moment(ends, language))
}
