//! The calendar: month, week, day, list and year, each with filters, each an address.

use domain::entry::Kind;
use domain::event::Mode;
use domain::request::{EventRequest, View};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::month::Month;
use super::view::{CalendarView, Periods};
use crate::answer::{Ask, Page, ask};
use crate::entries::Choice;
use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::{Icon, ItemList, PageHead, Pager, Problems, alternate, loaded};

/// The calendar.
#[derive(Debug)]
pub struct CalendarPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for CalendarPage {
    fn data() -> Self {
        Self {
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
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn show(calendar: CalendarView) -> AnyView {
    let messages = use_messages();
    let date_is_readable = !calendar.problems.iter().any(|problem| problem.field == "date");
    let title = format!("{}: {}", messages.events, calendar.heading);
    alternate("application/atom+xml", messages.events.to_owned(), calendar.feed.clone());
    alternate("text/calendar", messages.events.to_owned(), calendar.file.clone());
    view! {
        <div class="calendar">
            <PageHead title description=messages.section_intro(Kind::Event).to_owned() />
            <Problems problems=calendar.problems />
            <Views views=calendar.views shown=calendar.view />
            <Filters date_is_readable request=calendar.request view=calendar.view countries=calendar.countries />
            {calendar.periods.clone().map(|periods| view! { <PeriodLinks periods view=calendar.view /> })}
            <p class="count" role="status">
                {messages.count(calendar.total)}
            </p>
            {calendar
                .month
                .map(|month| {
                    view! {
                        <Month month periods=calendar.periods />
                        <h2>{messages.same_as_list}</h2>
                    }
                })}
            <ItemList
                items=calendar.items
                empty=messages.no_events_here
                level=if calendar.view == View::Month { 3 } else { 2 }
            />
            <Pager pager=calendar.pager />
            <p class="calendar-files">
                <a class="button button-quiet" href=calendar.subscribe rel="external">
                    <Icon name="calendar" />
                    {messages.subscribe}
                </a>
                <a href=calendar.file rel="external" download="events.ics">
                    {messages.download_calendar}
                </a>
                <a href=calendar.feed rel="external" type="application/atom+xml">
                    {messages.feed}
                </a>
            </p>
        </div>
    }
    .into_any()
}

#[component]
fn Views(views: Vec<(View, String)>, shown: View) -> AnyView {
    let messages = use_messages();
    view! {
        <nav class="views" aria-label=messages.views>
            <ul role="list">
                {views
                    .into_iter()
                    .map(|(view, href)| {
                        view! {
                            <li>
                                <a href=href aria-current=(view == shown).then_some("true") data-noscroll>
                                    {messages.view(view)}
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </nav>
    }
    .into_any()
}

#[component]
fn PeriodLinks(periods: Periods, view: View) -> AnyView {
    let messages = use_messages();
    let (previous, next) = messages.neighbours(view);
    view! {
        <nav class="periods" aria-label=messages.periods>
            <a class="button button-quiet" rel="prev" href=periods.previous data-noscroll>
                {previous}
            </a>
            <a class="button button-quiet" href=periods.today data-noscroll>
                {messages.today}
            </a>
            <a class="button button-quiet" rel="next" href=periods.next data-noscroll>
                {next}
            </a>
        </nav>
    }
    .into_any()
}

#[component]
fn Filters(
    /// A date field would drop what it cannot read; a text field keeps it.
    date_is_readable: bool,
    request: EventRequest,
    view: View,
    countries: Vec<(String, String)>,
) -> AnyView {
    let date_type = if date_is_readable { "date" } else { "text" };
    let messages = use_messages();
    let language = use_language();
    let networks: Vec<(String, String)> =
        use_site().with_value(|site| site.networks.iter().map(|n| (n.slug.to_string(), n.title.clone())).collect());
    let modes = Mode::ALL.iter().map(|mode| (mode.code().to_owned(), messages.mode(*mode).to_owned())).collect();
    let sides = [("next", messages.next_events), ("past", messages.past_events), ("all", messages.all_events)]
        .map(|(code, name)| (code.to_owned(), name.to_owned()))
        .to_vec();
    let clear = paths::with_query(&paths::list(language, Kind::Event), [("view", view.code())]);
    view! {
        <form class="filters" method="get" action=paths::list(language, Kind::Event)>
            <input type="hidden" name="view" value=view.code() />
            {(view != View::List)
                .then(|| {
                    view! {
                        <div class="field">
                            <label for="date">{messages.date}</label>
                            <input id="date" name="date" type=date_type value=request.date />
                        </div>
                    }
                })}
            <Choice name="network" label=messages.network all=messages.all options=networks chosen=request.network />
            <Choice name="country" label=messages.country all=messages.all options=countries chosen=request.country />
            <Choice name="mode" label=messages.mode_label all=messages.all options=modes chosen=request.mode />
            <Choice name="when" label=messages.when all=messages.usual options=sides chosen=request.when />
            <button type="submit">{messages.show}</button>
            <a href=clear>{messages.clear}</a>
        </form>
    }
    .into_any()
}
