//! The month as one real table. With scripts, arrows move by day, Page Up and Page Down by month, Home and End within the week.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::month_view::{DayView, MonthView, SegmentView};
use super::view::Periods;
use crate::site::use_messages;

/// The table of a month.
#[component]
pub fn Month(month: MonthView, periods: Option<Periods>) -> AnyView {
    let messages = use_messages();
    // The one day that Tab reaches; every day, until scripts run.
    let active = RwSignal::new(None::<String>);
    let days: Vec<String> = month.weeks.iter().flatten().map(|day| day.date.clone()).collect();
    let first = {
        let today = month.weeks.iter().flatten().find(|day| day.today && day.in_month);
        let first = month.weeks.iter().flatten().find(|day| day.in_month);
        today.or(first).map(|day| day.date.clone())
    };
    Effect::new(move || active.set(first.clone()));
    let on_key = move |event: KeyboardEvent| {
        let Some(here) = focused_day() else { return };
        let Some(at) = days.iter().position(|day| *day == here) else { return };
        let to = match event.key().as_str() {
            "ArrowRight" => Some(at + 1),
            "ArrowLeft" => at.checked_sub(1),
            "ArrowDown" => Some(at + 7),
            "ArrowUp" => at.checked_sub(7),
            "Home" => Some(at - at % 7),
            "End" => Some(at - at % 7 + 6),
            "PageUp" => return turn(&event, periods.as_ref().map(|periods| &periods.previous)),
            "PageDown" => return turn(&event, periods.as_ref().map(|periods| &periods.next)),
            _ => return,
        };
        event.prevent_default();
        match to.and_then(|to| days.get(to)) {
            Some(day) => {
                active.set(Some(day.clone()));
                focus_day(day);
            }
            // Beyond the table lies the neighbouring month.
            None if matches!(event.key().as_str(), "ArrowLeft" | "ArrowUp") => {
                turn(&event, periods.as_ref().map(|periods| &periods.previous));
            }
            None => turn(&event, periods.as_ref().map(|periods| &periods.next)),
        }
    };
    view! {
        <table class="month" on:keydown=on_key>
            <caption class="visually-hidden">{month.caption} ". " {messages.month_keys}</caption>
            <thead>
                <tr>
                    {month
                        .weekdays
                        .into_iter()
                        .map(|(short, name)| view! { <th scope="col" abbr=name>{short}</th> })
                        .collect_view()}
                </tr>
            </thead>
            <tbody>
                {month
                    .weeks
                    .into_iter()
                    .map(|week| {
                        view! { <tr>{week.into_iter().map(|day| view! { <DayCell day active /> }).collect_view()}</tr> }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

#[component]
fn DayCell(day: DayView, active: RwSignal<Option<String>>) -> AnyView {
    let date = day.date.clone();
    let tabindex = move || active.read().as_ref().map(|active| if *active == date { "0" } else { "-1" });
    view! {
        <td class=day.class>
            <a
                class="day-number"
                href=day.href
                data-day=day.date
                tabindex=tabindex
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

fn focused_day() -> Option<String> {
    document().active_element()?.get_attribute("data-day")
}

fn focus_day(day: &str) {
    if let Ok(Some(link)) = document().query_selector(&format!("[data-day=\"{day}\"]"))
        && let Some(link) = link.dyn_ref::<HtmlElement>()
    {
        let _ = link.focus();
    }
}

/// Goes to a neighbouring month; the focus stays in the table.
fn turn(event: &KeyboardEvent, address: Option<&String>) {
    event.prevent_default();
    if let Some(address) = address {
        use_navigate()(address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
    }
}
