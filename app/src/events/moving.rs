//! Staff move an event of the month to another day: by dragging it, or with the key M, the arrows and Enter. Either leads to the
//! page that shows what would go out; nothing moves here. A chunk of its own, which only staff fetch.

use std::cell::{Cell, RefCell};

use leptos::ev::{self, KeyboardEvent};
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{DragEvent, Element, Event};

use crate::layout::has_modifier;

/// What bears the address of its change: an event of the table. `data-start` is its first day.
pub(super) const MOVABLE: &str = "[data-move]";
/// The day that the event would go to.
const TARGET: &str = "move-target";
/// Milliseconds.
const DAY: f64 = 86_400_000.0;

/// An event on its way.
#[derive(Clone)]
struct Moving {
    event: Element,
    /// The place in the table of the day at which it was taken.
    from: usize,
    /// The place of the day where it would be put down.
    to: usize,
}

thread_local! {
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
    static MOVING: RefCell<Option<Moving>> = const { RefCell::new(None) };
}

/// Listens from now on, in every month that is shown.
#[lazy]
pub(super) async fn listen() {
    if IS_LISTENING.replace(true) {
        return;
    }
    // What the page itself does with its keys comes first.
    leptos::task::tick().await;
    // They stay for as long as the page lives: without a table they find nothing to do.
    let _drag = window_event_listener(ev::dragstart, |event: DragEvent| {
        if let Some(found) = target(&event, MOVABLE).and_then(take) {
            MOVING.set(Some(found));
        }
    });
    let _over = window_event_listener(ev::dragover, |event: DragEvent| {
        if let Some(day) = day_of(&event).filter(|_| MOVING.with_borrow(Option::is_some)) {
            // Else the browser lets nothing drop.
            event.prevent_default();
            go_to(day, false);
        }
    });
    let _drop = window_event_listener(ev::drop, |event: DragEvent| {
        if let Some(day) = day_of(&event).filter(|_| MOVING.with_borrow(Option::is_some)) {
            event.prevent_default();
            go_to(day, false);
            put_down();
        }
    });
    let _end = window_event_listener(ev::dragend, |_: DragEvent| end());
    let _keys = window_event_listener(ev::keydown, |event: KeyboardEvent| on_key(&event));
}

fn on_key(event: &KeyboardEvent) {
    if has_modifier(event) {
        return;
    }
    let key = event.key();
    let Some(moving) = MOVING.with_borrow(Clone::clone) else {
        if let ("m" | "M", Some(found)) = (key.as_str(), target(event, MOVABLE).and_then(take)) {
            event.prevent_default();
            let at = found.to;
            say(&found.event.get_attribute("data-moving").unwrap_or_default());
            MOVING.set(Some(found));
            mark(at);
        }
        return;
    };
    let step = match key.as_str() {
        "ArrowRight" => 1,
        "ArrowLeft" => -1,
        "ArrowDown" => 7,
        "ArrowUp" => -7,
        "Enter" => 0,
        "Escape" | "Tab" => {
            say(&moving.event.get_attribute("data-stays").unwrap_or_default());
            return end();
        }
        _ => return,
    };
    event.prevent_default();
    if step == 0 {
        return put_down();
    }
    if let Some(day) = moving.to.checked_add_signed(step).filter(|day| *day < days().len()) {
        go_to(day, true);
    }
}

/// Takes an event up where it was touched.
fn take(event: Element) -> Option<Moving> {
    let from = place_of(&event)?;
    Some(Moving { event, from, to: from })
}

fn go_to(day: usize, aloud: bool) {
    let changed = MOVING
        .with_borrow_mut(|moving| moving.as_mut().is_some_and(|moving| std::mem::replace(&mut moving.to, day) != day));
    if changed {
        mark(day);
        if aloud && let Some(day) = days().get(day) {
            say(&day.get_attribute("aria-label").unwrap_or_default());
        }
    }
}

/// Leads to the page of the change, with the new first day.
fn put_down() {
    let moving = MOVING.with_borrow(Clone::clone);
    end();
    let Some(Moving { event, from, to }) = moving.filter(|moving| moving.from != moving.to) else { return };
    let of = |name: &str| event.get_attribute(name).unwrap_or_default();
    let days = f64::from(i32::try_from(to).unwrap_or(0)) - f64::from(i32::try_from(from).unwrap_or(0));
    let start = js_sys::Date::parse(&of("data-start")) + days * DAY;
    let start = js_sys::Date::new(&JsValue::from_f64(start)).to_iso_string();
    let start: String = String::from(start).chars().take(10).collect();
    let _ = window().location().set_href(&format!("{}&start={start}", of("data-move")));
}

fn end() {
    MOVING.set(None);
    mark(usize::MAX);
}

/// The cells of the days, in their order.
fn days() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(".month [data-day]") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// The place of the day whose cell something stands in.
fn place_of(element: &Element) -> Option<usize> {
    let cell = element.closest(".month td").ok().flatten()?;
    let day = cell.query_selector("[data-day]").ok().flatten()?;
    days().iter().position(|its| *its == day)
}

fn day_of(event: &Event) -> Option<usize> {
    place_of(&target(event, ".month td")?)
}

/// What an event of the browser came from, or what that stands in.
fn target(event: &Event, selector: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(selector).ok().flatten()
}

/// Marks one day; none where there is no such place.
fn mark(day: usize) {
    for (at, link) in days().iter().enumerate() {
        if let Ok(Some(cell)) = link.closest("td") {
            let _ = cell.class_list().toggle_with_force(TARGET, at == day);
        }
    }
}

/// Says it to who hears the page.
fn say(sentence: &str) {
    let document = document();
    let line = document.get_element_by_id("moving").or_else(|| {
        let line = document.create_element("p").ok()?;
        line.set_id("moving");
        line.set_class_name("visually-hidden");
        line.set_attribute("role", "status").ok()?;
        document.body()?.append_child(&line).ok()?;
        Some(line)
    });
    if let Some(line) = line {
        line.set_text_content(Some(sentence));
    }
}
