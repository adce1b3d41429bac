//! The parts of the calendar that are only read, and its form, which needs no script.

use domain::entry::Kind;
use domain::event::Mode;
use domain::request::{EventRequest, View};
use leptos::prelude::*;

use crate::entries::{ByNetworkAndCountry, Choice, Fold, ListData};
use crate::frames::Snippets;
use crate::messages::DeskWords;
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Icon, Item, ItemList, Pager, PagerView, described_by};

/// Addresses of other periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    /// The one before.
    pub previous: String,
    /// The one that today falls in.
    pub today: String,
    /// The one after.
    pub next: String,
    /// Where this one is empty: the next one that has an event, and the words that lead there.
    pub next_event: Option<(String, String)>,
}

/// Addresses of what is shown, for calendars and feed readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The calendar file.
    pub file: String,
    /// The same as an address that calendars subscribe to.
    pub subscribe: String,
    /// The Atom feed of events.
    pub feed: String,
    /// What is shown as JSON and as CSV.
    pub data: [String; 2],
}

/// The views, the filters, the periods before and after.
#[component]
pub fn Controls(
    /// The views, each with its address.
    views: Vec<(View, String)>,
    /// What was typed.
    request: EventRequest,
    /// The view shown.
    view: View,
    /// The fields that could not be understood.
    broken: Vec<String>,
    /// The countries that one can choose from: slug and name.
    countries: Vec<(String, String)>,
    /// None in the list.
    periods: Option<Periods>,
    /// Where an event is begun, for who may.
    begin: Option<String>,
) -> AnyView {
    let begin = begin.map(|href| {
        view! {
            <p>
                <a class="button" href=href>
                    {DeskWords::of(use_language()).new_event}
                </a>
            </p>
        }
    });
    view! {
        {begin}
        <Views views shown=view />
        <Filters request view broken countries />
        {periods.map(|periods| view! { <PeriodLinks periods view /> })}
    }
    .into_any()
}

/// The events as rows, other pages of them, and files.
#[component]
pub fn Rows(
    items: Vec<Item>,
    view: View,
    pager: PagerView,
    files: Files,
    /// The filters that a frame on another site takes along.
    framed: [(&'static str, String); 2],
) -> AnyView {
    let messages = use_messages();
    view! {
        <ItemList items empty=messages.no_events_here level=if view == View::Month { 3 } else { 2 } />
        <Pager pager />
        <p class="calendar-files">
            <a class="button button-quiet" href=files.subscribe rel="external">
                <Icon name="calendar" />
                {messages.subscribe}
            </a>
            <a href=files.file rel="external" download="events.ics">
                {messages.download_calendar}
            </a>
            <a href=files.feed rel="external" type="application/atom+xml">
                {messages.feed}
            </a>
        </p>
        <ListData data=files.data />
        <Snippets filters=framed />
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
            {periods
                .next_event
                .map(|(href, words)| {
                    view! {
                        <a class="next-event" href=href data-noscroll>
                            {words}
                        </a>
                    }
                })}
        </nav>
    }
    .into_any()
}

#[component]
fn Filters(request: EventRequest, view: View, broken: Vec<String>, countries: Vec<(String, String)>) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let is_broken = |field: &str| broken.iter().any(|broken| broken == field);
    let (date_is_broken, mode_is_broken, when_is_broken) = (is_broken("date"), is_broken("mode"), is_broken("when"));
    // A date field would drop what it cannot read; a text field keeps it.
    let date_type = if date_is_broken { "text" } else { "date" };
    let modes = Mode::ALL.iter().map(|mode| (mode.code().to_owned(), messages.mode(*mode).to_owned())).collect();
    let sides = [("next", messages.next_events), ("past", messages.past_events), ("all", messages.all_events)]
        .map(|(code, name)| (code.to_owned(), name.to_owned()))
        .to_vec();
    let clear = paths::with_query(&paths::list(language, Kind::Event), [("view", view.code())]);
    let typed = [&request.network, &request.country, &request.mode, &request.when];
    let chosen = date_is_broken || typed.iter().any(|typed| !typed.is_empty());
    view! {
        <Fold open=chosen>
            <form class="filters" method="get" action=paths::list(language, Kind::Event)>
                <input type="hidden" name="view" value=view.code() />
                {(view != View::List)
                    .then(|| {
                        view! {
                            <div class="field">
                                <label for="date">{messages.date}</label>
                                <input
                                    id="date"
                                    name="date"
                                    type=date_type
                                    value=request.date
                                    aria-invalid=date_is_broken.then_some("true")
                                    aria-describedby=described_by("date", date_is_broken)
                                />
                            </div>
                        }
                    })}
                <ByNetworkAndCountry
                    network=request.network
                    country=request.country
                    countries
                    broken
                />
                <Choice
                    name="mode"
                    label=messages.mode_label
                    all=messages.any("mode")
                    options=modes
                    is_broken=mode_is_broken
                    chosen=request.mode
                />
                <Choice
                    name="when"
                    label=messages.when
                    all=messages.usual
                    options=sides
                    is_broken=when_is_broken
                    chosen=request.when
                />
                <button type="submit">{messages.show}</button>
                <a href=clear>{messages.clear}</a>
            </form>
        </Fold>
    }
    .into_any()
}
