//! Joining an event online: who has a seat, and staff, are told when its link opens, and get a button while it is open.
//!
//! The button leads to an address of the portal, which looks again at the click: the link itself stands in no page.

use domain::Slug;
use domain::account::{Member, Role};
use domain::event::EventTime;
use domain::meeting::{Door, Window};
use domain::registration::{Mode, Seats, State};
use jiff::Timestamp;
use leptos::prelude::*;

use crate::account::visit::Visit;
use crate::messages::{ProgrammeWords, link_opens};
use crate::paths;
use crate::site::use_language;

/// How one joins. Nothing where nobody does, or does any more.
#[component]
pub fn Join(slug: Slug, seats: Seats, time: EventTime, now: Timestamp, visit: Visit) -> AnyView {
    let language = use_language();
    let words = ProgrammeWords::of(language);
    let Some(window) = seats.link_opens.and_then(|opens| Window::of(opens, &time)) else { return ().into_any() };
    let is_member = visit.account().is_some_and(|account| Member::of(account).is_some());
    let has_seat = is_member && seats.own.as_ref().is_some_and(|own| own.state == State::Registered);
    let may_join = has_seat || visit.staff(Role::Contributor).is_some();
    match window.at(now) {
        Door::Over => ().into_any(),
        Door::Before if may_join => view! { <p>{link_opens(window.opens, &time, language)}</p> }.into_any(),
        Door::Open if may_join => view! {
            <p>
                <a class="button" href=paths::join(language, &slug) rel="external nofollow">
                    {words.join}
                </a>
            </p>
        }
        .into_any(),
        // Where one does not register here, nobody could.
        Door::Before | Door::Open if seats.rules.mode == Mode::Closed => ().into_any(),
        Door::Before | Door::Open => view! { <p>{words.join_for_registered}</p> }.into_any(),
    }
}
