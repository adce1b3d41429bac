//! Puts the pages of accounts together.

use std::collections::HashMap;

use domain::account::{Member, Role, Standing};
use domain::date;
use domain::entry::{Kind, Summary};
use domain::event::EventState;
use domain::listing::{EventListing, When};
use domain::registration::{ParticipantFilter, State};
use domain::session::{MailKey, Session};
use domain::token::TokenHash;
use domain::{Error, Language, Portal, Slug};
use leptos::prelude::*;

use super::dashboard::{Dashboard, DashboardContents};
use super::forms::{AskResetForm, ConfirmForm, KeyUsed, LoginForm, NewPasswordForm, RegisterForm};
use super::participants::Participants;
use super::people::People;
use super::profile::ProfileForms;
use super::view::{AccountAsk, AccountView, DashboardView};
use super::visit::Visit;
use crate::entries::compose::country_names;
use crate::entries::present;
use crate::events::seats::until;
use crate::failure::Failure;
use crate::messages::{AccountWords, Messages, NoticeWords, ProfileWords, SeatWords, standing};
use crate::notices::{EndLetters, LettersEnded};
use crate::paths;
use crate::ui::Drawings;

/// The field of a visit that bears the address of one's own calendar, when it was made just now.
pub const OWN_CALENDAR: &str = "calendar";
/// How many events the dashboard shows.
const EVENTS: usize = 5;
/// How many of a network are looked at: those that are called off are not shown.
const LOOKED_AT: u32 = 50;

/// A page of accounts.
///
/// # Errors
/// Those of the store; [`Error::SignIn`] and [`Error::Forbidden`] for who may not see it.
pub async fn account(
    portal: &Portal,
    ask: AccountAsk,
    language: Language,
    ink: &mut Drawings,
) -> Result<AccountView, Failure> {
    let (messages, words) = (Messages::of(language), AccountWords::of(language));
    let visit = Visit::current();
    let said = |sentence: &'static str| view! { <p class="lead" role="status">{sentence}</p> }.into_any();
    let description = match &ask {
        AccountAsk::Login { .. } => words.log_in_intro.to_owned(),
        AccountAsk::Register { sent: false } => words.register_intro.to_owned(),
        _ => String::new(),
    };
    let (title, content) = match ask {
        AccountAsk::Login { next, done } => (messages.log_in, view! { <LoginForm visit next done /> }.into_any()),
        AccountAsk::Register { sent: true } => (messages.register, said(words.sent)),
        AccountAsk::Register { sent: false } => {
            let countries = country_names(portal, language, portal.clock.now()).await?;
            (messages.register, view! { <RegisterForm visit countries /> }.into_any())
        }
        AccountAsk::Confirm { done: true, .. } => (words.confirm, said(words.confirmed)),
        AccountAsk::Confirm { key, .. } => {
            let is_open = works(portal, MailKey::Confirm, &key).await? || works(portal, MailKey::Email, &key).await?;
            let content =
                if is_open { view! { <ConfirmForm key /> }.into_any() } else { view! { <KeyUsed /> }.into_any() };
            (words.confirm, content)
        }
        AccountAsk::Password { sent: true, .. } => (words.new_password, said(words.reset_sent)),
        AccountAsk::Password { key, .. } if key.is_empty() => {
            (words.new_password, view! { <AskResetForm visit /> }.into_any())
        }
        AccountAsk::Password { key, email, .. } if works(portal, MailKey::Reset, &key).await? => {
            (words.new_password, view! { <NewPasswordForm key email visit /> }.into_any())
        }
        AccountAsk::Password { email, .. } => {
            let typed = HashMap::from([("email".to_owned(), vec![email])]);
            let visit = Visit { notice: Some(words.key_lapsed), typed, ..visit };
            (words.new_password, view! { <AskResetForm visit /> }.into_any())
        }
        AccountAsk::EndLetters { done: true, network, .. } => {
            (NoticeWords::of(language).end, view! { <LettersEnded network /> }.into_any())
        }
        AccountAsk::EndLetters { key, network, .. } => {
            let notice = visit.notice;
            (NoticeWords::of(language).end, view! { <EndLetters key network notice /> }.into_any())
        }
        AccountAsk::Profile { done } => {
            let account = visit.account().ok_or(Error::SignIn)?.clone();
            let countries = country_names(portal, language, portal.clock.now()).await?;
            (ProfileWords::of(language).title, view! { <ProfileForms account visit countries done /> }.into_any())
        }
        AccountAsk::People => {
            let staff = visit.require_staff(Role::Admin)?;
            let people = portal.accounts.people(&staff, None).await?;
            let own = staff.account().id;
            (words.people, view! { <People people own visit /> }.into_any())
        }
        AccountAsk::Participants { slug, state, q } => {
            let filter = ParticipantFilter { state: State::from_code(&state), words: q };
            let staff = visit.require_staff(Role::Editor)?;
            let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
            let entry = portal.library.entry(Kind::Event, &slug, language, portal.clock.now()).await?;
            let seats = portal.registrations.seats(&slug, None).await?;
            let participants = portal.registrations.participants(&staff, &slug).await?;
            let questions = portal.registrations.questions(&staff, &slug).await?;
            let is_over = entry.summary.time.is_none_or(|time| time.is_over(portal.clock.now()));
            let title = entry.summary.edition.title;
            let heading = SeatWords::of(language).participants;
            (
                heading,
                view! { <Participants slug title seats is_over participants filter questions visit /> }.into_any(),
            )
        }
    };
    Ok(AccountView { title: title.to_owned(), description, content: ink.draw(content), live: None, uploads: false })
}

/// Whether the key of a letter can still be used.
async fn works(portal: &Portal, key: MailKey, token: &str) -> Result<bool, Error> {
    match portal.accounts.holder(key, &TokenHash::of(token), portal.clock.now()).await {
        Ok(_account) => Ok(true),
        Err(Error::Gone) => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// The page of what is one's own.
///
/// # Errors
/// Those of the store; [`Error::SignIn`] where nobody is signed in.
pub async fn dashboard(portal: &Portal, language: Language, ink: &mut Drawings) -> Result<DashboardView, Failure> {
    let session = Visit::current().session.ok_or(Error::SignIn)?;
    let unread = match Member::of(&session.account) {
        Some(member) => Some(crate::notices::compose::unread(portal, member.account().id, language).await?),
        None => None,
    };
    let contents = contents(portal, session, language).await?;
    Ok(DashboardView {
        title: AccountWords::of(language).dashboard.to_owned(),
        unread,
        content: ink.draw(view! { <Dashboard contents /> }.into_any()),
    })
}

async fn contents(portal: &Portal, session: Session, language: Language) -> Result<DashboardContents, Error> {
    let now = portal.clock.now();
    let account = session.account.clone();
    let mut events = Vec::new();
    if account.standing == Standing::Approved {
        for network in &account.profile.networks {
            let next = EventListing {
                network: Some(network.clone()),
                when: Some(When::Next),
                ..EventListing::all(language, LOOKED_AT)
            };
            let coming = portal.library.events(&next, now).await?.items;
            let cancelled = |event: &Summary| event.time.as_ref().is_some_and(|t| t.state == EventState::Cancelled);
            events.extend(coming.into_iter().filter(|event| !cancelled(event)));
        }
    }
    // An event of several networks is one event.
    events.sort_by_key(|event| (event.time.as_ref().and_then(|time| time.starts_at().ok()), event.id));
    events.dedup_by_key(|event| event.id);
    events.truncate(EVENTS);
    Ok(DashboardContents {
        notices: crate::notices::compose::latest(portal, account.id, language).await?,
        registrations: registrations(portal, account.id, language).await?,
        events: present::items(&events, language, now),
        calendar: (
            portal.accounts.has_key(account.id, MailKey::Calendar, now).await?,
            Some(Visit::current().typed(OWN_CALENDAR)).filter(|address| !address.is_empty()),
        ),
        followed: portal.marks.followed(account.id).await?,
        kept: crate::marks::compose::kept(portal, account.id, language).await?,
        sessions: portal.accounts.sessions(account.id, now).await?,
        current: session.id,
        account,
    })
}

/// The registrations of an account, as the dashboard shows them; events that are not public any more are left out.
async fn registrations(portal: &Portal, account: i64, language: Language) -> Result<Vec<[String; 4]>, Error> {
    let now = portal.clock.now();
    let mut rows = Vec::new();
    for own in portal.registrations.of_account(account).await? {
        let event = match portal.library.entry(Kind::Event, &own.event, language, now).await {
            Ok(event) => event.summary,
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => continue,
            Err(failure) => return Err(failure),
        };
        rows.push([
            paths::entry(language, Kind::Event, &own.event),
            event.edition.title,
            event.time.map(|time| date::event_days(&time, language)).unwrap_or_default(),
            standing(&own, &until(&own, language), language),
        ]);
    }
    Ok(rows)
}
