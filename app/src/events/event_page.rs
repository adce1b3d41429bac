//! The page of an event: when and where above all, in words, with the reader's own time as a second line.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::local_time::LocalTime;
use super::view::EventView;
use crate::answer::{Ask, Page, ask};
use crate::entries::{DetailList, MissingEdition};
use crate::site::{use_language, use_messages};
use crate::ui::{Body, Chips, Crumb, Icon, PageHead, Published, loaded};

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
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(event: EventView) -> AnyView {
    let messages = use_messages();
    let entry = event.entry.clone();
    let crumbs = vec![Crumb::list(Kind::Event)];
    if !entry.exists_in(use_language()) {
        return view! { <MissingEdition entry crumbs /> }.into_any();
    }
    view! {
        <article class="event">
            <PageHead
                title=entry.item.title.clone()
                description=entry.item.summary.clone()
                crumbs
                published=Published::In(entry.languages.clone())
            />
            <WhenAndWhere event />
            <p class="lead">{entry.item.summary}</p>
            <Chips slugs=entry.item.networks />
            <Body body=entry.body />
            <DetailList details=entry.details />
            {entry
                .link
                .map(|link| {
                    view! {
                        <p>
                            <a href=link rel="external">
                                <Icon name="external" />
                                {messages.go_to_source}
                            </a>
                        </p>
                    }
                })}
        </article>
    }
    .into_any()
}

#[component]
fn WhenAndWhere(event: EventView) -> AnyView {
    let messages = use_messages();
    let place = [event.venue, event.place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
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
                        {event
                            .entry
                            .item
                            .time
                            .map(|time| view! { <time datetime=time.machine>{time.text}</time> })}
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
                        {place} " " <span class="badge">{event.mode}</span>
                    </dd>
                </div>
            </dl>
            <p class="event-actions">
                <a class="button" href=event.file rel="external" download="event.ics">
                    <Icon name="download" />
                    {messages.add_to_calendar}
                </a>
            </p>
        </div>
    }
    .into_any()
}
