//! What is a person's own: where their admission stands, what they keep and follow, where they are signed in.

use domain::account::{Account, Role, Standing};
use domain::date;
use domain::mark::Followed;
use domain::session::Session;
use leptos::prelude::*;

use super::parts::Done;
use crate::events::region::day_of;
use crate::marks::compose::SavedRow;
use crate::marks::{FollowedNetworks, KeptEntries, OwnCalendar};
use crate::messages::{AccountWords, DashboardWords, DeskWords, MarkWords, ProfileWords};
use crate::paths;
use crate::site::{use_language, use_messages};

/// What the dashboard shows, but for what changes while somebody looks.
#[derive(Debug, Clone)]
pub struct DashboardContents {
    /// Whose it is.
    pub account: Account,
    /// Whether their calendar has an address, and the address where it was made just now.
    pub calendar: (bool, Option<String>),
    /// The networks that they follow.
    pub followed: Vec<Followed>,
    /// What they keep.
    pub kept: Vec<SavedRow>,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
    /// The session at hand.
    pub current: i64,
    /// Whether they asked just now for another letter to confirm their address.
    pub is_letter_sent: bool,
}

/// The dashboard.
#[component]
pub fn Dashboard(contents: DashboardContents) -> AnyView {
    let language = use_language();
    let account = contents.account;
    let is_member = account.standing == Standing::Approved;
    let is_staff = is_member && account.role > Role::Member;
    let marks = MarkWords::of(language);
    let (is_made, made) = contents.calendar;
    let every = account.profile.digest;
    let desk = is_staff.then(|| {
        view! {
            <p>
                <a class="button" href=paths::desk(language)>
                    {DeskWords::of(language).desk}
                </a>
            </p>
        }
    });
    let application = (!is_member).then(|| view! { <Application account is_letter_sent=contents.is_letter_sent /> });
    let marked = is_member.then(|| {
        view! {
            <section aria-labelledby="kept">
                <h2 id="kept">{marks.yours}</h2>
                <KeptEntries kept=contents.kept />
            </section>
            <section aria-labelledby="followed">
                <h2 id="followed">{marks.notices_title}</h2>
                <FollowedNetworks followed=contents.followed every />
            </section>
            <section aria-labelledby="calendar">
                <h2 id="calendar">{marks.calendar}</h2>
                <OwnCalendar is_made made />
            </section>
        }
    });
    view! {
        {desk}
        {application}
        {marked}
        <Sessions sessions=contents.sessions current=contents.current />
    }
    .into_any()
}

/// Where an application stands, step by step.
#[component]
fn Application(account: Account, is_letter_sent: bool) -> AnyView {
    let language = use_language();
    let words = DashboardWords::of(language);
    let asked = date::day(day_of(account.created), language);
    let reached = match account.standing {
        Standing::Unconfirmed => 1,
        Standing::Waiting => 2,
        _ => 3,
    };
    let names =
        [format!("{} ({asked})", words.step_asked), words.step_address.to_owned(), words.step_decision.to_owned()];
    let steps = names.into_iter().enumerate().map(|(place, name)| {
        let state = match place {
            place if place < reached => Some(words.step_done),
            place if place == reached => Some(words.step_now),
            _ => None,
        };
        let current = (place == reached).then_some("step");
        let state = state.map(|state| view! { <span class="badge">{state}</span> });
        view! { <li aria-current=current>{name} " " {state}</li> }
    });
    let again = (account.standing == Standing::Unconfirmed).then(|| {
        view! {
            <form method="post" action=paths::profile(language)>
                <button type="submit" name="form" value="confirm">
                    {words.ask_confirm}
                </button>
            </form>
        }
    });
    view! {
        {is_letter_sent.then(|| view! { <Done said=words.confirm_sent /> })}
        <p class="lead">{use_messages().standing(&account.standing, &account.profile.name)}</p>
        <section aria-labelledby="application">
            <h2 id="application">{words.steps}</h2>
            <ol class="steps">{steps.collect_view()}</ol>
            {again}
        </section>
    }
    .into_any()
}

/// Where one is signed in.
#[component]
fn Sessions(sessions: Vec<Session>, current: i64) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let sessions = sessions.into_iter().map(|session| {
        let opened = date::day(day_of(session.opened), language);
        let end = if session.id == current {
            view! { <strong>{words.here}</strong> }.into_any()
        } else {
            view! {
                <form method="post" action=paths::session(language, session.id)>
                    <button type="submit" class="button-quiet">
                        {words.sign_out_there}
                    </button>
                </form>
            }
            .into_any()
        };
        view! { <li>{session.device} " · " {opened} " " {end}</li> }
    });
    view! {
        <section aria-labelledby="sessions">
            <h2 id="sessions">{words.sessions}</h2>
            <p class="hint">{words.sessions_hint}</p>
            <ul class="sessions" role="list">
                {sessions.collect_view()}
            </ul>
            <p>
                <a href=paths::profile(language)>{ProfileWords::of(language).title}</a>
            </p>
        </section>
    }
    .into_any()
}
