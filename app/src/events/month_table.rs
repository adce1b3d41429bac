//! The month as one real table.

use domain::entry::Kind;
use leptos::prelude::*;

use super::month_days::{DayView, MonthDays, SegmentView};
use crate::messages::{ChangeWords, DeskWords, moving_event};
use crate::paths;
use crate::site::{use_language, use_messages};

/// The table of a month.
#[component]
pub fn MonthTable(
    month: MonthDays,
    /// Whether who reads may begin an event.
    can_begin: bool,
    /// Whether who reads may move one.
    can_move: bool,
    /// Whether keys lead from day to day where scripts run.
    #[prop(default = true)]
    by_keys: bool,
) -> AnyView {
    let messages = use_messages();
    let keys = by_keys.then_some(messages.month_keys);
    let move_keys = can_move.then(|| ChangeWords::of(use_language()).move_keys);
    let weekdays = month.weekdays.into_iter().map(|(short, name)| view! { <th scope="col" abbr=name>{short}</th> });
    let weeks = month.weeks.into_iter().map(
        |week| view! { <tr>{week.into_iter().map(|day| view! { <DayCell day can_begin can_move /> }).collect_view()}</tr> },
    );
    view! {
        <table class="month">
            <caption class="visually-hidden">{month.caption} ". " {keys} " " {move_keys}</caption>
            <thead>
                <tr>{weekdays.collect_view()}</tr>
            </thead>
            <tbody>{weeks.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn DayCell(day: DayView, can_begin: bool, can_move: bool) -> AnyView {
    let language = use_language();
    let begin =
        can_begin.then(|| paths::with_query(&paths::new_entry(language, Kind::Event), [("date", day.date.as_str())]));
    // With the keyboard: the key N on the day, or the button of the day's own view.
    let plus = begin.clone().map(|href| {
        let name = format!("{}: {}", DeskWords::of(language).new_event, day.label);
        view! {
            <a class="day-new" href=href tabindex="-1" aria-label=name>
                "+"
            </a>
        }
    });
    view! {
        <td class=day.class>
            <a
                class="day-number"
                href=day.href
                data-day=day.date
                data-new=begin
                aria-label=day.label
                aria-current=day.today.then_some("date")
            >
                {day.number}
            </a>
            {plus}
            {(!day.lanes.is_empty())
                .then(|| {
                    view! {
                        <ul class="lanes" role="list">
                            {day.lanes.into_iter().map(|lane| view! { <Lane lane can_move /> }).collect_view()}
                        </ul>
                    }
                })}
        </td>
    }
    .into_any()
}

#[component]
fn Lane(lane: Option<SegmentView>, can_move: bool) -> AnyView {
    let Some(segment) = lane else {
        return view! { <li class="lane" aria-hidden="true"></li> }.into_any();
    };
    let language = use_language();
    let moving = can_move.then(|| moving_event(&segment.title, language));
    let stays = can_move.then(|| ChangeWords::of(language).stays);
    let (change, start) = (can_move.then_some(segment.change), can_move.then_some(segment.start));
    view! {
        <li class="lane">
            <a
                class=segment.class
                href=segment.href
                aria-label=segment.name
                data-move=change
                data-start=start
                data-moving=moving
                data-stays=stays
                // Days after the first of a bar are the same link again: one stop for the keyboard is enough.
                tabindex=(!segment.titled).then_some("-1")
            >
                // Only the title may be in another language than the page.
                <span>{segment.before}<bdi lang=segment.foreign.map(domain::Language::code)>{segment.title}</bdi></span>
            </a>
        </li>
    }
    .into_any()
}
