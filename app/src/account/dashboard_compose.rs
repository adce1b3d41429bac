//! Puts the dashboard together.

use domain::account::{Account, Member, Standing};
use domain::date;
use domain::entry::{Kind, Summary};
use domain::event::EventState;
use domain::listing::{EventListing, When};
use domain::notice::Fresh;
use domain::registration::Registration;
use domain::session::{MailKey, Session};
use domain::{Error, Language, Portal};
use jiff::Timestamp;
use leptos::prelude::*;

use super::actions::actions;
use super::dashboard::{Dashboard, DashboardContents};
use super::today::{RegistrationRow, Today, TodayContents};
use super::view::DashboardView;
use super::visit::Visit;
use crate::entries::present;
use crate::events::region::moment;
use crate::events::seats::until;
use crate::failure::Failure;
use crate::messages::{AccountWords, DashboardWords, since_last_visit, standing};
use crate::paths;
use crate::ui::{Badge, Drawings, Item, Tone};

/// The field of a visit that bears the address of one's own calendar, when it was made just now.
pub const OWN_CALENDAR: &str = "calendar";
/// How many events the dashboard shows.
const EVENTS: usize = 5;
/// How many of a network are looked at: those that are called off are not shown.
const LOOKED_AT: u32 = 50;
/// How much is shown of what is new in the networks.
const FRESH: u32 = 6;

/// The page of what is one's own. `done` says what was just done.
///
/// # Errors
/// Those of the store; [`Error::SignIn`] where nobody is signed in.
pub async fn dashboard(
    portal: &Portal,
    done: &str,
    language: Language,
    ink: &mut Drawings,
) -> Result<DashboardView, Failure> {
    let session = Visit::current().session.ok_or(Error::SignIn)?;
    let (mut unread, mut today) = (None, None);
    if let Some(member) = Member::of(&session.account) {
        unread = Some(crate::notices::compose::unread(portal, member.account().id, language).await?);
        let contents = of_today(portal, member.account(), language).await?;
        today = Some(ink.draw(view! { <Today contents /> }.into_any()));
    }
    let contents = contents(portal, session, done, language).await?;
    Ok(DashboardView {
        title: AccountWords::of(language).dashboard.to_owned(),
        unread,
        today,
        content: ink.draw(view! { <Dashboard contents /> }.into_any()),
    })
}

/// What changes while somebody looks.
async fn of_today(portal: &Portal, account: &Account, language: Language) -> Result<TodayContents, Error> {
    let now = portal.clock.now();
    let before = portal.accounts.visit(account.id, now).await?;
    let own = registrations(portal, account.id, language).await?;
    let notices = crate::notices::compose::latest(portal, account.id, language).await?;
    let fresh = portal.inbox.fresh(account.id, FRESH, now).await?;
    let is_new = |since: Timestamp| before.is_some_and(|before| since > before);
    let changed = before.map(|before| {
        let new_notices = notices.iter().filter(|notice| is_new(notice.created)).count();
        let new_items = fresh.iter().filter(|fresh| is_new(fresh.since)).count();
        since_last_visit(&moment(before, language), new_notices, new_items, language)
    });
    Ok(TodayContents {
        name: account.profile.name.clone(),
        changed,
        actions: actions(portal, account, &own, language).await?,
        notices,
        registrations: own.into_iter().map(|(own, event)| row(&own, &event, language, now)).collect(),
        fresh: items(portal, fresh, language, is_new).await?,
        follows: !account.profile.networks.is_empty(),
        networks: account.profile.networks.clone(),
        events: coming(portal, account, language).await?,
    })
}

fn row(own: &Registration, event: &Summary, language: Language, now: Timestamp) -> RegistrationRow {
    let is_over = event.time.as_ref().is_none_or(|time| time.is_over(now) || time.state == EventState::Cancelled);
    RegistrationRow {
        href: paths::entry(language, Kind::Event, &own.event),
        title: event.edition.title.clone(),
        when: event.time.as_ref().map(|time| date::event_when(time, language)).unwrap_or_default(),
        standing: standing(own, &until(own, language), language),
        is_next: own.state.is_active() && !is_over,
    }
}

/// What is new in the networks, as rows; what came since the last visit bears a badge.
async fn items(
    portal: &Portal,
    fresh: Vec<Fresh>,
    language: Language,
    is_new: impl Fn(Timestamp) -> bool,
) -> Result<Vec<Item>, Error> {
    let now = portal.clock.now();
    let mut items = Vec::new();
    for fresh in fresh {
        match portal.library.entry(fresh.kind, &fresh.slug, language, now).await {
            Ok(entry) => {
                let mut item = present::item(&entry.summary, language, now);
                if item.badges.is_empty() && is_new(fresh.since) {
                    let text = DashboardWords::of(language).is_new.to_owned();
                    item.badges.push(Badge { text, tone: Tone::Strong });
                }
                items.push(item);
            }
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(items)
}

/// The next events of the networks that somebody follows.
async fn coming(portal: &Portal, account: &Account, language: Language) -> Result<Vec<Item>, Error> {
    let now = portal.clock.now();
    let mut events = Vec::new();
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
    // An event of several networks is one event.
    events.sort_by_key(|event| (event.time.as_ref().and_then(|time| time.starts_at().ok()), event.id));
    events.dedup_by_key(|event| event.id);
    events.truncate(EVENTS);
    Ok(present::items(&events, language, now))
}

/// The registrations of an account with their events, those that begin first come first; events that are not public any
/// more are left out.
async fn registrations(
    portal: &Portal,
    account: i64,
    language: Language,
) -> Result<Vec<(Registration, Summary)>, Error> {
    let now = portal.clock.now();
    let mut rows = Vec::new();
    for own in portal.registrations.of_account(account).await? {
        match portal.library.entry(Kind::Event, &own.event, language, now).await {
            Ok(event) => rows.push((own, event.summary)),
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    rows.sort_by_key(|(_, event)| event.time.as_ref().and_then(|time| time.starts_at().ok()));
    Ok(rows)
}

async fn contents(
    portal: &Portal,
    session: Session,
    done: &str,
    language: Language,
) -> Result<DashboardContents, Error> {
    let now = portal.clock.now();
    let account = session.account.clone();
    let is_member = account.standing == Standing::Approved;
    let kept = if is_member { crate::marks::compose::kept(portal, account.id, language).await? } else { Vec::new() };
    Ok(DashboardContents {
        calendar: (
            portal.accounts.has_key(account.id, MailKey::Calendar, now).await?,
            Some(Visit::current().typed(OWN_CALENDAR)).filter(|address| !address.is_empty()),
        ),
        followed: portal.marks.followed(account.id).await?,
        kept,
        sessions: portal.accounts.sessions(account.id, now).await?,
        current: session.id,
        is_letter_sent: done == "letter",
        account,
    })
}
