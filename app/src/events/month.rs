//! The keys of the month: with scripts, arrows move by day, Page Up and Page Down by month, Home and End within the week.

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::moving;
use super::view::MonthView;
use crate::layout::has_modifier;
use crate::ui::Inert;

/// Every day of the table is a link that bears its date.
const DAYS: &str = ".month [data-day]";

/// Where the focus goes when the month that a key led to is shown.
#[derive(Debug, Clone, Copy)]
pub struct Arrival(StoredValue<bool>);

impl Arrival {
    /// Nobody is on the way. Call where it outlives the months.
    pub fn new() -> Self {
        Self(StoredValue::new(false))
    }
}

impl Default for Arrival {
    fn default() -> Self {
        Self::new()
    }
}

/// The table of a month, and its keys.
#[component]
pub fn Month(month: MonthView) -> AnyView {
    let arrival = expect_context::<Arrival>();
    let active = month.active.clone();
    let table = NodeRef::<Div>::new();
    Effect::new(move || {
        if table.get().is_none() {
            return;
        }
        let came_by_key = arrival.0.try_update_value(std::mem::take).unwrap_or(false);
        make_active(&active, came_by_key);
        // Only staff find one.
        if matches!(document().query_selector(moving::MOVABLE), Ok(Some(_))) {
            spawn_local(moving::listen());
        }
    });
    let (previous, next) = (month.previous, month.next);
    let navigate = use_navigate();
    let on_key = move |event: KeyboardEvent| {
        if has_modifier(&event) {
            return;
        }
        let days = days();
        let Some(at) = days.iter().position(has_focus) else { return };
        // Beyond the table lies the neighbouring month.
        let target = match event.key().as_str() {
            "ArrowRight" => days.get(at + 1).ok_or(&next),
            "ArrowLeft" => at.checked_sub(1).and_then(|at| days.get(at)).ok_or(&previous),
            "ArrowDown" => days.get(at + 7).ok_or(&next),
            "ArrowUp" => at.checked_sub(7).and_then(|at| days.get(at)).ok_or(&previous),
            "Home" => days.get(at - at % 7).ok_or(&previous),
            "End" => days.get(at - at % 7 + 6).ok_or(&next),
            "n" | "N" => {
                // Only staff find it there.
                if let Some(begin) = days[at].get_attribute("data-new") {
                    navigate(&begin, NavigateOptions::default());
                }
                return;
            }
            "PageUp" => Err(&previous),
            "PageDown" => Err(&next),
            _ => return,
        };
        event.prevent_default();
        match target {
            Ok(day) => make_active(&day.get_attribute("data-day").unwrap_or_default(), true),
            Err(address) => {
                arrival.0.set_value(true);
                navigate(address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
            }
        }
    };
    view! {
        <div class="drawn" node_ref=table on:keydown=on_key>
            <Inert drawn=month.table />
        </div>
    }
    .into_any()
}

/// The days of the table, in their order.
fn days() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(DAYS) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn has_focus(day: &HtmlElement) -> bool {
    document().active_element().is_some_and(|element| element == **day)
}

/// Makes a day the one that Tab reaches, and gives it the focus if asked. Until scripts run, Tab reaches every day.
fn make_active(date: &str, focus: bool) {
    for day in days() {
        let is_active = day.get_attribute("data-day").as_deref() == Some(date);
        let _ = day.set_attribute("tabindex", if is_active { "0" } else { "-1" });
        if is_active && focus {
            let _ = day.focus();
        }
    }
}
