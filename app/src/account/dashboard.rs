//! What is a person's own: where their admission stands, what is next in their networks, where they are signed in.

use domain::account::{Account, Role, Standing};
use domain::date;
use domain::mark::Followed;
use domain::session::Session;
use leptos::prelude::*;

use crate::marks::{FollowedNetworks, KeptEntries, OwnCalendar};
use crate::messages::{AccountWords, DeskWords, MarkWords, NoticeWords, ProfileWords, SeatWords};
use crate::notices::Notices;
use crate::notices::view::NoticeRow;
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Chips, Item, ItemList};

/// What the dashboard shows.
#[derive(Debug, Clone)]
pub struct DashboardContents {
    /// Whose it is.
    pub account: Account,
    /// What they are told.
    pub notices: Vec<NoticeRow>,
    /// Their registrations: the event's address and title, its days, where the registration stands.
    pub registrations: Vec<[String; 4]>,
    /// The next events of their networks.
    pub events: Vec<Item>,
    /// Whether their calendar has an address, and the address where it was made just now.
    pub calendar: (bool, Option<String>),
    /// The networks that they follow.
    pub followed: Vec<Followed>,
    /// What they keep, each with the address that takes it away.
    pub kept: Vec<(Item, String)>,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
    /// The session at hand.
    pub current: i64,
}

/// The dashboard.
#[component]
pub fn Dashboard(contents: DashboardContents) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    let account = contents.account;
    let is_staff = account.standing == Standing::Approved && account.role > Role::Member;
    let seats = SeatWords::of(language);
    let registrations = contents.registrations.into_iter().map(|[href, title, days, state]| {
        view! {
            <li class="item">
                <h3 class="item-title">
                    <a href=href>{title}</a>
                </h3>
                <p class="facts">
                    <span>{days}</span>
                    <span>{state}</span>
                </p>
            </li>
        }
    });
    let registrations = registrations.collect::<Vec<_>>();
    let registrations = if registrations.is_empty() {
        view! { <p class="empty">{seats.none_yet}</p> }.into_any()
    } else {
        view! {
            <ul class="items" role="list">
                {registrations}
            </ul>
        }
        .into_any()
    };
    let own = (account.standing == Standing::Approved).then(|| {
        view! {
            <section aria-labelledby="notices">
                <h2 id="notices">{NoticeWords::of(language).title}</h2>
                <Notices notices=contents.notices />
            </section>
            <section aria-labelledby="registrations">
                <h2 id="registrations">{seats.yours}</h2>
                {registrations}
            </section>
        }
    });
    let next = (account.standing == Standing::Approved).then(|| {
        view! {
            <section aria-labelledby="your-networks">
                <h2 id="your-networks">{words.your_networks}</h2>
                <Chips slugs=account.profile.networks.clone() />
                <ItemList items=contents.events empty=words.none_coming />
            </section>
        }
    });
    let marks = MarkWords::of(language);
    let (is_made, made) = contents.calendar;
    let marked = (account.standing == Standing::Approved).then(|| {
        view! {
            <section aria-labelledby="calendar">
                <h2 id="calendar">{marks.calendar}</h2>
                <OwnCalendar is_made made />
            </section>
            <section aria-labelledby="kept">
                <h2 id="kept">{marks.yours}</h2>
                <KeptEntries kept=contents.kept />
            </section>
            <section aria-labelledby="followed">
                <h2 id="followed">{marks.notices_title}</h2>
                <FollowedNetworks followed=contents.followed every=account.profile.digest />
            </section>
        }
    });
    view! {
        <p class="lead">{messages.standing(&account.standing, &account.profile.name)}</p>
        {is_staff
            .then(|| {
                view! {
                    <p>
                        <a class="button" href=paths::desk(language)>
                            {DeskWords::of(language).desk}
                        </a>
                    </p>
                }
            })}
        {own} {next} {marked}
        <Sessions sessions=contents.sessions current=contents.current />
    }
    .into_any()
}

/// Where one is signed in.
#[component]
fn Sessions(sessions: Vec<Session>, current: i64) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let sessions = sessions.into_iter().map(|session| {
        let opened = date::day(session.opened.to_zoned(jiff::tz::TimeZone::UTC).date(), language);
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
