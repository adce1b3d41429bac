//! Puts a frame together. It is drawn by itself, without the app around it.

use domain::entry::{Kind, Summary};
use domain::listing::{EventListing, When};
use domain::request::{EventQuery, EventRequest, View, one_of};
use domain::{Error, Language, Portal, Problem, Slug};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::config::LeptosOptions;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::document::{Document, Events, Months};
use crate::entries::filters::{COUNTRY, NETWORK, resolve};
use crate::entries::present;
use crate::events::listing::listing;
use crate::events::month_days::{Context, MonthDays};
use crate::events::region::day_of;
use crate::messages::{FrameWords, Messages};
use crate::paths;
use crate::site::Site;
use crate::ui::ProblemView;

/// The parameter that chooses the colours.
const THEME: &str = "theme";

/// How many events the list shows.
const ROWS: u32 = 10;

/// What a frame shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A month, as a table and as rows.
    Calendar,
    /// The next events, as rows.
    Events,
}

/// The parameters of a frame as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FrameRequest {
    /// A network's slug.
    pub network: String,
    /// A country's slug.
    pub country: String,
    /// A day of the month to show.
    pub date: String,
    /// `light`, `dark` or `auto`, which is what the reader's device says.
    pub theme: String,
}

/// The colours of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Theme {
    Light,
    Dark,
    #[default]
    Auto,
}

impl Theme {
    const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Auto];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }
}

/// A frame as HTML, and whether all of the request could be understood.
///
/// # Errors
/// Those of the store.
pub async fn frame(
    portal: &Portal,
    site: Site,
    options: LeptosOptions,
    shown: Shown,
    request: FrameRequest,
) -> Result<(String, bool), Error> {
    let (language, now) = (site.language, portal.clock.now());
    let today = day_of(now);
    let typed = EventRequest {
        view: if shown == Shown::Calendar { View::Month } else { View::List }.code().to_owned(),
        date: request.date.clone(),
        network: request.network.clone(),
        country: request.country.clone(),
        ..EventRequest::default()
    };
    let (mut query, mut problems) = typed.read(today);
    let theme = |code: &str| Theme::ALL.into_iter().find(|theme| theme.code() == code);
    let theme = one_of(THEME, &request.theme, &mut problems, theme).unwrap_or_default();
    resolve(portal, NETWORK, &mut query.network, language, now, &mut problems).await?;
    resolve(portal, COUNTRY, &mut query.country, language, now, &mut problems).await?;
    let asked = match shown {
        Shown::Calendar => listing(&query, language),
        Shown::Events => EventListing { when: Some(When::Next), limit: ROWS, ..listing(&query, language) },
    };
    let listed = portal.library.events(&asked, now).await?;
    let filters = filters(&query);
    let understood = problems.is_empty();
    // Components ask for what every page knows.
    let owner = Owner::new();
    let html = owner.with(|| {
        let hue_of = |slug: &Slug| site.network(slug).map_or(0, |network| network.hue);
        let context = Context { language, now, today, hue_of: &hue_of, filters: &filters };
        let months = (shown == Shown::Calendar).then(|| months(&query, &listed.items, &context, theme));
        let items = match shown {
            Shown::Calendar => {
                in_month(&query, &listed.items).map(|event| present::item(event, language, now)).collect()
            }
            Shown::Events => present::items(&listed.items, language, now),
        };
        let title = title(shown, &query, language);
        let whole = paths::with_query(
            &paths::list(language, Kind::Event),
            [("view", query.view.code())].into_iter().chain(filters.iter().copied()),
        );
        let problems = said(&problems, language);
        let empty = FrameWords::empty(language, shown == Shown::Calendar, !filters.is_empty());
        provide_context(StoredValue::new(site.clone()));
        let events = view! { <Events items empty problems whole /> };
        view! {
            <Document title theme=theme.code() options>
                {months.map(|months| view! { <Months months /> })} {events}
            </Document>
        }
        .into_any()
        .to_html()
    });
    Ok((format!("<!DOCTYPE html>{html}"), understood))
}

/// A month, and where the neighbouring ones are.
pub(super) struct FrameMonths {
    pub(super) month: MonthDays,
    pub(super) caption: String,
    pub(super) previous: String,
    pub(super) next: String,
}

fn months(query: &EventQuery, events: &[Summary], context: &Context<'_>, theme: Theme) -> FrameMonths {
    let first = query.date.first_of_month();
    let at = |date: Date| {
        let date = date.to_string();
        let filters = context.filters.iter().copied();
        let more = [("date", date.as_str()), (THEME, theme.code())];
        paths::with_query(&paths::framed_calendar(context.language), filters.chain(more))
    };
    let month = MonthDays::of(query.date, events, context);
    FrameMonths {
        caption: month.caption.clone(),
        month,
        previous: at(first.saturating_sub(1.month())),
        next: at(first.saturating_add(1.month())),
    }
}

fn in_month<'a>(query: &EventQuery, events: &'a [Summary]) -> impl Iterator<Item = &'a Summary> {
    let (first, last) = (query.date.first_of_month(), query.date.last_of_month());
    events.iter().filter(move |event| event.time.as_ref().is_some_and(|time| time.touches(first, last)))
}

fn filters(query: &EventQuery) -> Vec<(&'static str, &str)> {
    let named = [("network", query.network.as_ref()), ("country", query.country.as_ref())];
    named.into_iter().filter_map(|(name, slug)| Some((name, slug?.as_str()))).collect()
}

fn title(shown: Shown, query: &EventQuery, language: Language) -> String {
    match shown {
        Shown::Calendar => domain::date::capitalised(&domain::date::month_and_year(query.date, language)),
        Shown::Events => Messages::of(language).next_events.to_owned(),
    }
}

fn said(problems: &[Problem], language: Language) -> Vec<String> {
    // The theme is a word of addresses alone: no form names it.
    let label = |field: &str| if field == THEME { THEME } else { Messages::of(language).field(field) };
    problems.iter().map(|problem| ProblemView::named(problem, label(&problem.field), language).sentence).collect()
}
