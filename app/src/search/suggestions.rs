//! Titles that begin like what one types, below the box of the search: the combobox pattern of the ARIA practices. A chunk of its
//! own, fetched when somebody first goes into the box; without scripts the box is a box.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev::{self, KeyboardEvent};
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, FocusEvent, HtmlInputElement, MouseEvent};
use serde::{Deserialize, Serialize};

use crate::http;
use crate::layout::has_modifier;

/// What is listed.
const LIST: &str = "search-suggestions";
/// The box that one types in: it bears the address that suggests.
const BOX: &str = "input[data-suggest]";
/// How long nobody must have typed, before it is asked.
const PAUSE: Duration = Duration::from_millis(150);

/// What the server suggests.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Suggestions {
    /// How many there are, in words.
    pub said: String,
    /// Titles, the best first.
    pub titles: Vec<SuggestedTitle>,
}

/// A title that is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedTitle {
    /// The title.
    pub title: String,
    /// The code of its language.
    pub lang: String,
    /// What it is, in a word.
    pub kind: String,
    /// Where it leads.
    pub href: String,
}

thread_local! {
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
    /// The option that Enter would open.
    static ACTIVE: Cell<Option<u32>> = const { Cell::new(None) };
    /// How often something was typed.
    static STROKES: Cell<u32> = const { Cell::new(0) };
}

/// Fetches what suggests, where somebody goes into a box of the search.
pub fn wake(event: &FocusEvent) {
    if target(event, BOX).is_some() {
        spawn_local(listen());
    }
}

/// Makes a combobox of the box that one is in. Listens from then on; once for as long as the page lives.
#[lazy]
async fn listen() {
    let is_new = !IS_LISTENING.replace(true);
    if is_new {
        // The other listeners of the page come first.
        leptos::task::tick().await;
        add_listeners();
    }
    let focused = document().active_element().and_then(|its| its.dyn_into::<HtmlInputElement>().ok());
    let Some(its) = focused.filter(|its| its.has_attribute("data-suggest")) else { return };
    let _ = combobox(&its);
    // Somebody was already typing while this was fetched.
    if is_new && !its.value().is_empty() {
        typed(its);
    }
}

fn add_listeners() {
    let _typed = window_event_listener(ev::input, |event: Event| {
        if let Some(its) = target(&event, BOX).and_then(|its| its.dyn_into().ok()) {
            typed(its);
        }
    });
    let _keys = window_event_listener(ev::keydown, |event: KeyboardEvent| {
        if let Some(its) = target(&event, BOX).and_then(|its| its.dyn_into().ok()) {
            on_key(&event, &its);
        }
    });
    // Pressing a title must not take the focus out of the box, or the list would be gone before the click.
    let _press = window_event_listener(ev::mousedown, |event: MouseEvent| {
        if target(&event, &format!("#{LIST}")).is_some() {
            event.prevent_default();
        }
    });
    let _click = window_event_listener(ev::click, |event: MouseEvent| {
        if let Some(option) = target(&event, &format!("#{LIST} [role=option]")) {
            open(&option);
        }
    });
    let _left = window_event_listener(ev::focusout, |event: FocusEvent| {
        if let Some(its) = target(&event, BOX).and_then(|its| its.dyn_into().ok()) {
            close(&its);
        }
    });
}

/// Asks when nothing more has been typed for a while.
fn typed(its: HtmlInputElement) {
    let stroke = STROKES.get().wrapping_add(1);
    STROKES.set(stroke);
    let ask = move || {
        if STROKES.get() == stroke {
            spawn_local(suggest(its));
        }
    };
    let _ = set_timeout(ask, PAUSE);
}

async fn suggest(its: HtmlInputElement) {
    let asked = its.value();
    if asked.trim().is_empty() {
        return close(&its);
    }
    let address = its.get_attribute("data-suggest").unwrap_or_default();
    let query = String::from(js_sys::encode_uri_component(&asked));
    let Ok(text) = http::text(&format!("{address}?q={query}")).await else { return };
    let Ok(suggestions) = serde_json::from_str::<Suggestions>(&text) else { return };
    // An answer to what was typed before is of no use any more.
    if its.value() == asked && document().active_element().as_ref() == Some(its.as_ref()) {
        show(&its, &suggestions);
    }
}

/// The list below a box, which is made where there is none yet, and what is said of it.
fn combobox(its: &HtmlInputElement) -> Option<(Element, Element)> {
    let document = document();
    let form = its.closest("form").ok().flatten()?;
    let list = form.query_selector("[role=listbox]").ok().flatten().or_else(|| {
        let list = document.create_element("ul").ok()?;
        let label = its.get_attribute("data-label").unwrap_or_default();
        for (name, value) in [("role", "listbox"), ("aria-label", &label), ("hidden", "")] {
            list.set_attribute(name, value).ok()?;
        }
        form.append_child(&list).ok()?;
        Some(list)
    })?;
    // The one of another box.
    if let Some(other) = document.get_element_by_id(LIST).filter(|other| *other != list) {
        other.remove();
    }
    list.set_id(LIST);
    let status = form.query_selector("[role=status]").ok().flatten().or_else(|| {
        let status = document.create_element("p").ok()?;
        status.set_class_name("visually-hidden");
        status.set_attribute("role", "status").ok()?;
        form.append_child(&status).ok()?;
        Some(status)
    })?;
    if !its.has_attribute("aria-expanded") {
        for (name, value) in [
            ("role", "combobox"),
            ("aria-autocomplete", "list"),
            ("autocomplete", "off"),
            ("aria-controls", LIST),
            ("aria-expanded", "false"),
        ] {
            its.set_attribute(name, value).ok()?;
        }
    }
    Some((list, status))
}

/// Lists the titles; nothing is listed where there are none.
fn show(its: &HtmlInputElement, suggestions: &Suggestions) -> Option<()> {
    close(its);
    let document = document();
    let (list, status) = combobox(its)?;
    for (place, suggested) in suggestions.titles.iter().enumerate() {
        let option = document.create_element("li").ok()?;
        option.set_id(&format!("{LIST}-{place}"));
        for (name, value) in [("role", "option"), ("aria-selected", "false"), ("data-href", &suggested.href)] {
            option.set_attribute(name, value).ok()?;
        }
        let (title, kind) = (document.create_element("span").ok()?, document.create_element("span").ok()?);
        title.set_text_content(Some(&suggested.title));
        title.set_attribute("lang", &suggested.lang).ok()?;
        kind.set_text_content(Some(&suggested.kind));
        option.append_child(&title).ok()?;
        option.append_child(&kind).ok()?;
        list.append_child(&option).ok()?;
    }
    let is_open = !suggestions.titles.is_empty();
    list.toggle_attribute_with_force("hidden", !is_open).ok()?;
    its.set_attribute("aria-expanded", if is_open { "true" } else { "false" }).ok()?;
    status.set_text_content(Some(&suggestions.said));
    Some(())
}

fn close(its: &HtmlInputElement) {
    ACTIVE.set(None);
    let _ = its.remove_attribute("aria-activedescendant");
    if its.has_attribute("aria-expanded") {
        let _ = its.set_attribute("aria-expanded", "false");
    }
    if let Some(list) = document().get_element_by_id(LIST) {
        list.set_text_content(None);
        let _ = list.set_attribute("hidden", "");
    }
}

fn on_key(event: &KeyboardEvent, its: &HtmlInputElement) {
    if has_modifier(event) {
        return;
    }
    let options = options();
    let last = options.len().checked_sub(1).and_then(|last| u32::try_from(last).ok());
    let active = ACTIVE.get();
    match (event.key().as_str(), last) {
        ("ArrowDown", Some(last)) => choose(its, &options, active.filter(|at| *at < last).map_or(0, |at| at + 1)),
        ("ArrowUp", Some(last)) => choose(its, &options, active.filter(|at| *at > 0).map_or(last, |at| at - 1)),
        ("Escape", Some(_)) => close(its),
        ("Enter", Some(_)) => match active.and_then(|at| options.get(at as usize)) {
            Some(option) => open(option),
            // What was typed is looked for.
            None => return,
        },
        _ => return,
    }
    event.prevent_default();
}

fn choose(its: &HtmlInputElement, options: &[Element], at: u32) {
    ACTIVE.set(Some(at));
    for (place, option) in options.iter().enumerate() {
        let is_chosen = place == at as usize;
        let _ = option.set_attribute("aria-selected", if is_chosen { "true" } else { "false" });
        if is_chosen {
            let _ = its.set_attribute("aria-activedescendant", &option.id());
            option.scroll_into_view_with_bool(false);
        }
    }
}

fn open(option: &Element) {
    let _ = window().location().set_href(&option.get_attribute("data-href").unwrap_or_default());
}

fn options() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(&format!("#{LIST} [role=option]")) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// What an event of the browser came from, or what that stands in.
fn target(event: &Event, selector: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(selector).ok().flatten()
}
