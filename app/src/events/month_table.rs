//! The month as one real table.

use leptos::prelude::*;

use super::month_days::{DayView, MonthDays, SegmentView};
use crate::site::use_messages;

/// The table of a month.
#[component]
pub fn MonthTable(month: MonthDays) -> AnyView {
    let messages = use_messages();
    let weekdays = month.weekdays.into_iter().map(|(short, name)| view! { <th scope="col" abbr=name>{short}</th> });
    let weeks = month
        .weeks
        .into_iter()
        .map(|week| view! { <tr>{week.into_iter().map(|day| view! { <DayCell day /> }).collect_view()}</tr> });
    view! {
        <table class="month">
            <caption class="visually-hidden">{month.caption} ". " {messages.month_keys}</caption>
            <thead>
                <tr>{weekdays.collect_view()}</tr>
            </thead>
            <tbody>{weeks.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn DayCell(day: DayView) -> AnyView {
    view! {
        <td class=day.class>
            <a
                class="day-number"
                href=day.href
                data-day=day.date
                aria-label=day.label
                aria-current=day.today.then_some("date")
            >
                {day.number}
            </a>
            {(!day.lanes.is_empty())
                .then(|| {
                    view! {
                        <ul class="lanes" role="list">
                            {day.lanes.into_iter().map(|lane| view! { <Lane lane /> }).collect_view()}
                        </ul>
                    }
                })}
        </td>
    }
    .into_any()
}

#[component]
fn Lane(lane: Option<SegmentView>) -> AnyView {
    let Some(segment) = lane else {
        return view! { <li class="lane" aria-hidden="true"></li> }.into_any();
    };
    view! {
        <li class="lane">
            <a
                class=segment.class
                href=segment.href
                lang=segment.foreign.map(domain::Language::code)
                aria-label=segment.name
                // Days after the first of a bar are the same link again: one stop for the keyboard is enough.
                tabindex=(!segment.titled).then_some("-1")
            >
                <span>{segment.title}</span>
            </a>
        </li>
    }
    .into_any()
}
