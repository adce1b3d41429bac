//! Keys of the menu beyond what `<details>` and popovers do by themselves: arrows move, Escape closes and returns the focus.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

/// Handles a key pressed inside the menu.
pub(super) fn handle(event: &KeyboardEvent) {
    if has_modifier(event) {
        return;
    }
    let Some(focused) = document().active_element().filter(is_inside) else {
        if event.key() == "Escape" {
            close_groups();
        }
        return;
    };
    match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => {
            if focused.tag_name() == "SUMMARY"
                && let Some(group) = focused.parent_element()
            {
                let _ = group.set_attribute("open", "");
            }
            step(&focused, 1);
            event.prevent_default();
        }
        "ArrowUp" | "ArrowLeft" => {
            step(&focused, -1);
            event.prevent_default();
        }
        "Escape" => {
            // With a group open, Escape closes the group; without, the popover closes itself.
            if let Ok(Some(group)) = focused.closest("details[open]") {
                let _ = group.remove_attribute("open");
                if let Ok(Some(summary)) = group.query_selector("summary") {
                    focus(&summary);
                }
                event.prevent_default();
            }
        }
        _ => {}
    }
}

/// Whether a key is pressed together with another one: then it is the browser's, not ours.
pub(crate) fn has_modifier(event: &KeyboardEvent) -> bool {
    event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key()
}

/// An open group lies over the page: it closes when one goes on elsewhere.
pub(super) fn close_unless_inside(event: &Event) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if !element.is_some_and(|element| is_inside(&element)) {
        close_groups();
    }
}

fn is_inside(element: &Element) -> bool {
    matches!(element.closest("#menu"), Ok(Some(_)))
}

/// Closes every group and the popover: after a navigation.
pub(super) fn close_all() {
    close_groups();
    if let Some(menu) = document().get_element_by_id("menu")
        && menu.matches(":popover-open").unwrap_or(false)
        && let Ok(menu) = menu.dyn_into::<HtmlElement>()
    {
        let _ = menu.hide_popover();
    }
}

fn close_groups() {
    let Some(menu) = document().get_element_by_id("menu") else { return };
    if let Ok(groups) = menu.query_selector_all("details[open]") {
        for i in 0..groups.length() {
            if let Some(group) = groups.item(i).and_then(|node| node.dyn_into::<Element>().ok()) {
                let _ = group.remove_attribute("open");
            }
        }
    }
}

/// Moves the focus among the links and group titles that are visible, in their order, without wrapping.
fn step(from: &Element, by: i32) {
    let Some(menu) = document().get_element_by_id("menu") else { return };
    let Ok(all) = menu.query_selector_all("a, summary") else { return };
    let visible: Vec<Element> = (0..all.length())
        .filter_map(|i| all.item(i)?.dyn_into::<Element>().ok())
        .filter(|element| element.get_client_rects().length() > 0)
        .collect();
    let here = visible.iter().position(|element| element == from).and_then(|i| i32::try_from(i).ok());
    if let Some(next) = here.and_then(|i| usize::try_from(i + by).ok()).and_then(|i| visible.get(i)) {
        focus(next);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
