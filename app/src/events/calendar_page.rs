//! The calendar: month, week, day, list and year, each with filters, each an address.

use domain::entry::Kind;
use domain::request::EventRequest;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::month::{Arrival, Month};
use super::view::CalendarView;
use crate::answer::{Ask, Page, ask};
use crate::site::use_messages;
use crate::ui::{Inert, PageHead, Problems, alternate, loaded};

/// The calendar.
#[derive(Debug)]
pub struct CalendarPage {
    page: Page,
    arrival: Arrival,
}

#[lazy_route]
impl LazyRoute for CalendarPage {
    fn data() -> Self {
        Self {
            arrival: Arrival::new(),
            page: ask(|address| {
                Ask::Calendar(EventRequest {
                    view: address.parameter("view"),
                    date: address.parameter("date"),
                    network: address.parameter("network"),
                    country: address.parameter("country"),
                    mode: address.parameter("mode"),
                    when: address.parameter("when"),
                    page: address.parameter("page"),
                })
            }),
        }
    }

    fn view(this: Self) -> AnyView {
        provide_context(this.arrival);
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(calendar: CalendarView) -> AnyView {
    let messages = use_messages();
    alternate("application/atom+xml", messages.events.to_owned(), calendar.feed);
    alternate("text/calendar", messages.events.to_owned(), calendar.file);
    view! {
        <div class="calendar">
            <PageHead title=calendar.title description=messages.section_intro(Kind::Event).to_owned() />
            <Problems problems=calendar.problems />
            <Inert drawn=calendar.controls />
            <p class="count" role="status">
                {calendar.count}
            </p>
            {calendar
                .month
                .map(|month| {
                    view! {
                        <Month month />
                        <h2>{messages.same_as_list}</h2>
                    }
                })}
            <Inert drawn=calendar.rows />
        </div>
    }
    .into_any()
}
