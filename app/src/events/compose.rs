//! Puts the calendar and the page of an event together.

use domain::account::Role;
use domain::entry::{Kind, Summary};
use domain::event::{EventTime, Mode};
use domain::listing::{EventListing, Listed, When};
use domain::request::{EventQuery, EventRequest, View};
use domain::{Error, Language, Portal, Slug, date};
use jiff::Timestamp;
use jiff::civil::Date;
use leptos::prelude::*;

use super::calendar_parts::{Controls, Files, Periods, Rows};
use super::listing::{ROWS, listing};
use super::month_days::{Context, MonthDays};
use super::month_table::MonthTable;
use super::next_event::next_event;
use super::programme::Programme;
use super::region::day_of;
use super::seats::SeatBox;
use super::view::{CalendarView, ClockView, EventView, MonthView};
use crate::account::visit::Visit;
use crate::entries::compose::{MOST, contents, country_names, query_pairs};
use crate::entries::content::{Contents, EventContent};
use crate::entries::filters::{COUNTRY, NETWORK, resolve, retype};
use crate::entries::view::EntryHead;
use crate::entries::{Shown, find, present};
use crate::failure::Failure;
use crate::messages::Messages;
use crate::paths;
use crate::site::use_site;
use crate::ui::{Drawings, Item, LinkedData, Marks, PagerView};

/// The calendar.
///
/// # Errors
/// Those of the store.
pub async fn calendar(
    portal: &Portal,
    mut request: EventRequest,
    language: Language,
    ink: &mut Drawings,
) -> Result<CalendarView, Failure> {
    let now = portal.clock.now();
    let today = day_of(now);
    let (mut query, mut problems) = request.read(today);
    let countries = country_names(portal, language, now).await?;
    resolve(portal, NETWORK, &mut query.network, language, now, &mut problems).await?;
    resolve(portal, COUNTRY, &mut query.country, language, now, &mut problems).await?;
    retype(&mut request.network, query.network.as_ref());
    retype(&mut request.country, query.country.as_ref());
    let mut listed = portal.library.events(&listing(&query, language), now).await?;
    if let Some(last) = listed.last_page_instead(ROWS) {
        query.page = last;
        listed = portal.library.events(&listing(&query, language), now).await?;
    }
    let items = rows(&query, &listed, language, now);
    let next_event = if items.is_empty() { next_event(portal, &query, language, now).await? } else { None };
    let addresses = Addresses { language, query: &query };
    let filters = filters(&query);
    let site = use_site();
    let hue_of = |slug: &Slug| site.with_value(|site| site.network(slug).map_or(0, |network| network.hue));
    let context = Context { language, now, today, hue_of: &hue_of, filters: &filters };
    let public_url = crate::site::public_url();
    let file = paths::with_query(&paths::events_file(language), filters.iter().copied());
    let files = Files {
        subscribe: paths::subscribed(&format!("{public_url}{file}")),
        feed: paths::with_query(&paths::feed(language, Kind::Event), filters.iter().copied()),
        data: ["json", "csv"].map(|extension| addresses.data(extension)),
        file,
    };
    let periods = query.neighbours().map(|(previous, next)| Periods {
        previous: addresses.of(query.view, previous),
        today: addresses.of(query.view, today),
        next: addresses.of(query.view, next),
        next_event: next_event.map(|(day, words)| (addresses.of(query.view, day), words)),
    });
    let view = query.view;
    let can_begin = Visit::current().staff(Role::Contributor).is_some();
    let can_move = Visit::current().staff(Role::Editor).is_some();
    let begin = can_begin.then(|| {
        let day = if view == View::Day { query.date.to_string() } else { String::new() };
        paths::with_query(&paths::new_entry(language, Kind::Event), [("date", day.as_str())])
    });
    let month = periods.clone().filter(|_| view == View::Month).map(|periods| {
        let month = MonthDays::of(query.date, &listed.items, &context);
        MonthView {
            active: month.first_stop(),
            table: ink.draw(view! { <MonthTable month can_begin can_move /> }.into_any()),
            previous: periods.previous,
            next: periods.next,
        }
    });
    let views = View::ALL.into_iter().map(|view| (view, addresses.of(view, query.date))).collect::<Vec<_>>();
    let broken = problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>();
    let pager = match view {
        View::List => PagerView::new(query.page, listed.total, ROWS, |page| addresses.page(page)),
        _ => PagerView::default(),
    };
    let messages = Messages::of(language);
    let chosen = |slug: Option<&Slug>| slug.map(Slug::to_string).unwrap_or_default();
    let framed = [("network", chosen(query.network.as_ref())), ("country", chosen(query.country.as_ref()))];
    Ok(CalendarView {
        title: format!("{}: {}", messages.events, heading(&query, language)),
        problems: present::problems(&problems, language),
        controls: ink.draw(view! { <Controls views request view broken countries periods begin /> }.into_any()),
        count: messages.count(if view == View::Month { items.len() as u64 } else { listed.total }),
        month,
        file: files.file.clone(),
        feed: files.feed.clone(),
        rows: ink.draw(view! { <Rows items view pager files framed /> }.into_any()),
    })
}

fn rows(query: &EventQuery, listed: &Listed, language: Language, now: Timestamp) -> Vec<Item> {
    let shown = listed.items.iter().filter(|event| is_listed(query, event));
    shown.map(|event| present::item(event, language, now)).collect()
}

/// Under a month's table stand the month's own events, not those of the neighbouring days that it shows.
fn is_listed(query: &EventQuery, event: &Summary) -> bool {
    let (first, last) = (query.date.first_of_month(), query.date.last_of_month());
    query.view != View::Month || event.time.as_ref().is_some_and(|time| time.touches(first, last))
}

/// Every event that an address lists; where it names no view all that match its filters, as in a calendar file.
///
/// # Errors
/// Those of the store; [`Error::Invalid`] where the query makes no sense.
pub async fn every(portal: &Portal, query: &str, language: Language) -> Result<Vec<Summary>, Failure> {
    let now = portal.clock.now();
    let request = EventRequest::of(query_pairs(query));
    let (mut query, mut problems) = request.read(day_of(now));
    resolve(portal, NETWORK, &mut query.network, language, now, &mut problems).await?;
    resolve(portal, COUNTRY, &mut query.country, language, now, &mut problems).await?;
    if !problems.is_empty() {
        return Err(Error::Invalid(problems).into());
    }
    let has_view = !request.view.trim().is_empty();
    let within = query.period().filter(|_| has_view);
    let whole = EventListing { within, offset: 0, limit: MOST, ..listing(&query, language) };
    let mut events = portal.library.events(&whole, now).await?.items;
    events.retain(|event| !has_view || is_listed(&query, event));
    Ok(events)
}

fn when_code(query: &EventQuery) -> &'static str {
    query.when.map_or("all", When::code)
}

/// The filters that are on, as parameters.
fn filters(query: &EventQuery) -> Vec<(&'static str, &str)> {
    let mut filters = vec![
        ("network", query.network.as_ref().map_or("", Slug::as_str)),
        ("country", query.country.as_ref().map_or("", Slug::as_str)),
        ("mode", query.mode.map_or("", Mode::code)),
    ];
    // A period shows both sides of now unless asked otherwise; so does a calendar file.
    if query.view != View::List && query.when.is_some() {
        filters.push(("when", when_code(query)));
    }
    filters.retain(|(_, value)| !value.is_empty());
    filters
}

struct Addresses<'a> {
    language: Language,
    query: &'a EventQuery,
}

impl Addresses<'_> {
    fn of(&self, view: View, date: Date) -> String {
        let date = date.to_string();
        let mut parameters = vec![("view", view.code())];
        if view != View::List {
            parameters.push(("date", &date));
        }
        parameters.extend(filters(self.query));
        paths::with_query(&paths::list(self.language, Kind::Event), parameters)
    }

    /// What is shown, as data.
    fn data(&self, extension: &str) -> String {
        let date = self.query.date.to_string();
        let mut parameters = vec![("view", self.query.view.code())];
        parameters.push(match self.query.view {
            View::List => ("when", when_code(self.query)),
            _ => ("date", &date),
        });
        parameters.extend(filters(self.query));
        paths::with_query(&paths::list_file(self.language, Kind::Event, extension), parameters)
    }

    fn page(&self, page: u32) -> String {
        let page = page.to_string();
        let mut parameters = vec![("view", View::List.code()), ("when", when_code(self.query))];
        parameters.extend(filters(self.query));
        parameters.push(("page", &page));
        paths::with_query(&paths::list(self.language, Kind::Event), parameters)
    }
}

fn heading(query: &EventQuery, language: Language) -> String {
    let messages = Messages::of(language);
    match (query.view, query.period()) {
        (View::Month, _) => date::month_and_year(query.date, language),
        (View::Year, _) => query.date.year().to_string(),
        (View::Day, _) => date::day_with_weekday(query.date, language),
        (View::Week, Some((first, last))) => date::days(first, last, language),
        _ => match query.when {
            Some(When::Next) => messages.next_events.to_owned(),
            Some(When::Past) => messages.past_events.to_owned(),
            None => messages.all_events.to_owned(),
        },
    }
}

/// An event by its address.
///
/// # Errors
/// Those of the store.
pub async fn event(
    portal: &Portal,
    slug: String,
    language: Language,
    ink: &mut Drawings,
) -> Result<Shown<EventView>, Failure> {
    let now = portal.clock.now();
    let entry = match find(portal, Kind::Event, &slug, language, ink).await? {
        Shown::Page(entry) => entry,
        Shown::Instead(instead) => return Ok(Shown::Instead(instead)),
    };
    let slug = entry.summary.slug.clone();
    let time = entry.summary.time.as_ref().ok_or(Error::NotFound)?;
    let messages = Messages::of(language);
    let words = &entry.summary.edition.words;
    let days = present::event_time_tag(time, language);
    let documents = crate::files::compose::documents(portal, &entry.files, language).await?;
    let contents = Contents { documents, ..contents(portal, &entry, language, now).await? };
    let visit = Visit::current();
    let site = use_site();
    let seats = portal.registrations.seats(&entry.summary.slug, visit.account().map(|account| account.id)).await?;
    let box_of = view! { <SeatBox slug=entry.summary.slug.clone() seats time=time.clone() now visit /> }.into_any();
    let papers = crate::files::compose::of_sessions(portal, &entry.sessions, &entry.files, language).await?;
    let here = paths::entry(language, Kind::Event, &slug);
    let (sessions, source) = (entry.sessions.clone(), entry.source);
    let programme = view! { <Programme sessions time=time.clone() source papers here /> }.into_any();
    let edit = crate::marks::compose::edit(Kind::Event, &slug, language);
    let keep = crate::marks::compose::keep(portal, Kind::Event, &slug, language).await?;
    let linked = site.with_value(|site| super::linked_data::event(&entry, time, site));
    Ok(Shown::Page(EventView {
        seats: ink.draw(box_of),
        head: EntryHead::of(&entry, language),
        content: ink.draw(
            view! { <EventContent contents programme /> <Marks toggles=vec![keep] edit /> <LinkedData data=linked /> }
                .into_any(),
        ),
        days: (days.text, days.machine),
        hours: date::event_hours(time, language),
        place: words.where_it_is(),
        mode: messages.mode(time.mode).to_owned(),
        state: messages.event_state(time.state, time.precision, &words.state_note, time.is_past(now)),
        clock: clock(time),
        file: paths::event_file(language, &entry.summary.slug),
    }))
}

fn clock(time: &EventTime) -> Option<ClockView> {
    time.start_time?;
    let starts = time.starts_at().ok()?;
    Some(ClockView {
        starts: starts.as_millisecond(),
        offset: time.time_zone().ok()?.to_offset(starts).seconds() / 60,
        day: time.start.to_string(),
    })
}
