//! The page of an event: when and where above all, in words, with the reader's own time as a second line.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::local_time::LocalTime;
use super::view::EventView;
use crate::answer::{Ask, Page, ask};
use crate::entries::{EntryTop, Shown};
use crate::site::use_messages;
use crate::ui::{Icon, Inert, loaded};

/// The page of an event.
#[derive(Debug)]
pub struct EventPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for EventPage {
    fn data() -> Self {
        Self { page: ask(|address| Ask::Event { slug: address.segment("slug") }) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(|shown: Shown<_>| shown.show(show)))
    }
}

fn show(event: EventView) -> AnyView {
    let head = event.head.clone();
    let content = event.content;
    view! {
        <article class="event">
            <EntryTop head />
            <WhenAndWhere event />
            <Inert drawn=content />
        </article>
    }
    .into_any()
}

#[component]
fn WhenAndWhere(event: EventView) -> AnyView {
    let messages = use_messages();
    let (days, machine) = event.days;
    // What is online is nowhere else: once is enough.
    let mode = (event.mode != event.place).then_some(event.mode);
    view! {
        <div class="when-where">
            {event.state.map(|state| view! { <p class="event-state">{state}</p> })}
            <dl>
                <div>
                    <dt>
                        <Icon name="calendar" />
                        {messages.date}
                    </dt>
                    <dd>
                        <time datetime=machine>{days}</time>
                        {event.hours.map(|hours| view! { <span class="hours">{hours}</span> })}
                        {event.clock.map(|clock| view! { <LocalTime clock /> })}
                    </dd>
                </div>
                <div>
                    <dt>
                        <Icon name="place" />
                        {messages.place}
                    </dt>
                    <dd>
                        {event.place} {mode.map(|mode| view! { " " <span class="badge">{mode}</span> })}
                    </dd>
                </div>
            </dl>
            // What one came for first: it must be seen without scrolling.
            <Inert drawn=event.seats />
            <p class="event-actions">
                <a class="button button-quiet" href=event.file rel="external" download="event.ics">
                    <Icon name="download" />
                    {messages.add_to_calendar}
                </a>
            </p>
        </div>
    }
    .into_any()
}
