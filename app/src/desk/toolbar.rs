//! The toolbar for small Markdown: one for all parts of the body, at the part that is written in. Only with scripts; without
//! them the signs are typed by hand.
//!
//! It follows the toolbar pattern of the ARIA practices: one stop for Tab, arrows within it. Ctrl (or Command) with B, I and K
//! do the same from within the text. What it types can be undone as if it were typed by hand, where the browser allows that.

use domain::typing::{Stroke, Tool};
use js_sys::{Function, Reflect};
use leptos::ev::{self, KeyboardEvent};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, EventTarget, HtmlElement, HtmlTextAreaElement, Node};

/// What each button shows, in the order of [`Tool::ALL`]: the signs that it types, or what they do.
const FACES: [&str; 8] = ["B", "I", "[ ]", "##", "###", "•", "1.", "“ ”"];

/// The toolbar; `names` are the names of the buttons in the order of [`Tool::ALL`], and its own before them.
#[component]
pub fn Toolbar(names: Vec<String>) -> AnyView {
    let bar = NodeRef::<Div>::new();
    // The button that Tab stops at.
    let stop = RwSignal::new(0_usize);
    let controls = RwSignal::new(String::new());
    let mut names = names.into_iter();
    let name = names.next();
    let buttons = Tool::ALL.into_iter().zip(FACES).zip(names).enumerate().map(|(place, ((tool, face), name))| {
        let keys = tool.key().map(|key| format!("Control+{}", key.to_uppercase()));
        let title =
            keys.as_ref().map_or_else(|| name.clone(), |keys| format!("{name} ({})", keys.replace("Control", "Ctrl")));
        view! {
            <button
                type="button"
                class="tool"
                aria-label=name
                aria-keyshortcuts=keys
                title=title
                // Drawn by the style sheet: what a button says is its name alone.
                data-face=face
                tabindex=move || if stop.get() == place { "0" } else { "-1" }
                on:focus=move |_| stop.set(place)
                on:click=move |_| {
                    if let Some(area) = area(&controls.get_untracked()) {
                        press(&area, tool);
                    }
                }
            ></button>
        }
    });
    let buttons = buttons.collect::<Vec<_>>();
    Effect::new(move || {
        let focused = window_event_listener(ev::focusin, move |event| {
            let area = event.target().as_ref().and_then(part);
            if let (Some(area), Some(bar)) = (area, bar.get_untracked()) {
                move_to(&area, &bar);
                controls.set(area.id());
            }
        });
        let typed = window_event_listener(ev::keydown, move |event| {
            if let Some((area, tool)) = event.target().as_ref().and_then(part).zip(meant(&event)) {
                event.prevent_default();
                press(&area, tool);
            }
        });
        on_cleanup(move || {
            focused.remove();
            typed.remove();
        });
    });
    view! {
        <div
            node_ref=bar
            class="tools"
            role="toolbar"
            aria-label=name
            aria-controls=move || controls.get()
            // The text keeps its selection while a button is pressed.
            on:mousedown=|event| event.prevent_default()
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    let _ = area(&controls.get_untracked()).map(|area| area.focus());
                } else if let Some(place) = arrow(&event, stop.get_untracked()) {
                    event.prevent_default();
                    focus(bar.get_untracked(), place);
                }
            }
        >
            {buttons}
        </div>
    }
    .into_any()
}

/// The part of the body that something is, if it is one.
fn part(target: &EventTarget) -> Option<HtmlTextAreaElement> {
    let area: HtmlTextAreaElement = target.clone().dyn_into().ok()?;
    area.id().starts_with("block.").then_some(area)
}

fn area(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts the toolbar before a text, so that Shift and Tab lead from the one to the other.
fn move_to(area: &HtmlTextAreaElement, bar: &HtmlElement) {
    let is_there = area.previous_element_sibling().is_some_and(|before| before.is_same_node(Some(bar.as_ref())));
    if let (false, Some(field)) = (is_there, area.parent_node()) {
        let before: &Node = area.as_ref();
        let _ = field.insert_before(bar, Some(before));
    }
}

/// The button that a key stands for.
fn meant(event: &KeyboardEvent) -> Option<Tool> {
    let has_control = event.ctrl_key() != event.meta_key();
    let key = event.key().to_lowercase();
    let tool = || Tool::ALL.into_iter().find(|tool| tool.key() == Some(key.as_str()));
    if has_control && !event.alt_key() && !event.shift_key() { tool() } else { None }
}

/// Which button an arrow leads to.
fn arrow(event: &KeyboardEvent, from: usize) -> Option<usize> {
    let count = Tool::ALL.len();
    match event.key().as_str() {
        "ArrowRight" => Some((from + 1) % count),
        "ArrowLeft" => Some((from + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

fn focus(bar: Option<impl AsRef<Element>>, place: usize) {
    let button = bar.and_then(|bar| bar.as_ref().children().item(u32::try_from(place).ok()?));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Types what a button types.
fn press(area: &HtmlTextAreaElement, tool: Tool) {
    let text = area.value();
    let at = |place: Option<u32>| characters(&text, place.unwrap_or_default());
    let (start, end) = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
    let Stroke { place, text: new, selected } = tool.stroke(&text, at(start)..at(end));
    let _ = area.focus();
    let _ = area.set_selection_range(units(&text, place.start), units(&text, place.end));
    if !type_in(&new) {
        let _ = area.set_range_text(&new);
        if let Ok(event) = Event::new("input") {
            event.init_event_with_bubbles("input", true);
            let _ = area.dispatch_event(&event);
        }
    }
    let text = area.value();
    let _ = area.set_selection_range(units(&text, selected.start), units(&text, selected.end));
}

/// Types in place of what is selected, as the keyboard would: only so can it be undone. Nothing newer does that.
fn type_in(new: &str) -> bool {
    let command = if new.is_empty() { "delete" } else { "insertText" };
    let page = document();
    let typing = Reflect::get(&page, &"execCommand".into()).and_then(JsCast::dyn_into::<Function>);
    let done = typing.and_then(|typing| typing.call3(&page, &command.into(), &false.into(), &new.into()));
    done.is_ok_and(|done| done.is_truthy())
}

/// How many characters so many units of UTF-16 are, in which browsers count.
fn characters(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    text.chars().take_while(|sign| left.checked_sub(sign.len_utf16()).map(|rest| left = rest).is_some()).count()
}

fn units(text: &str, characters: usize) -> u32 {
    let units: usize = text.chars().take(characters).map(char::len_utf16).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}
