//! What a full page load does for a reader, done after a client-side navigation too: the focus moves to the new `h1`,
//! the page's title is spoken, menus close, and Back finds the place where one was.

use std::collections::HashMap;

use domain::Language;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Document, Element, FocusOptions, HtmlHeadingElement, ScrollRestoration};
use leptos_router::hooks::use_location;

use super::menu_keys;
use crate::paths;
use crate::search::suggestions;
use crate::site::use_language;
use crate::ui::send_in_place;

/// The watch, one for the life of a page.
#[derive(Debug, Clone, Copy)]
pub struct RouteWatch {
    announcement: RwSignal<String>,
    state: StoredValue<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The address that was shown last, with its query.
    address: String,
    /// How far down each address was when it was left, in CSS pixels.
    places: HashMap<String, f64>,
    /// How far down the page is now.
    scroll: f64,
    /// A new address waits for its heading.
    address_changed: bool,
    /// And its path differs, not only its query.
    path_changed: bool,
    /// It was reached by Back or Forward.
    came_back: bool,
}

impl RouteWatch {
    /// A watch that has seen nothing yet.
    pub fn new() -> Self {
        Self { announcement: RwSignal::new(String::new()), state: StoredValue::new(State::default()) }
    }

    /// What the live region says.
    pub fn announcement(&self) -> String {
        self.announcement.get()
    }

    /// Begins to watch. Call inside the router.
    pub fn start(self) {
        let location = use_location();
        let language = use_language();
        let state = self.state;
        Effect::new(move || {
            keep_own_scroll_positions();
            let heard = [
                window_event_listener(ev::scroll, move |_| {
                    let down = window().scroll_y().unwrap_or(0.0);
                    state.update_value(|state| state.scroll = down);
                }),
                window_event_listener(ev::keydown, move |event| {
                    state.update_value(|state| state.came_back = false);
                    menu_keys::handle(&event);
                }),
                window_event_listener(ev::popstate, move |_| state.update_value(|state| state.came_back = true)),
                window_event_listener(ev::submit, |event| send_in_place(&event)),
                window_event_listener(ev::focusin, |event| {
                    menu_keys::close_unless_inside(&event);
                    suggestions::wake(&event);
                }),
                window_event_listener(ev::click, move |event| {
                    // Going on by a link is no way back, whatever jump within the page came before.
                    state.update_value(|state| state.came_back = false);
                    menu_keys::close_unless_inside(&event);
                }),
            ];
            on_cleanup(move || heard.into_iter().for_each(WindowListenerHandle::remove));
        });
        Effect::new(move || {
            let path = location.pathname.get();
            let address = format!("{path}?{}", location.search.get());
            let known = state.with_value(|state| state.address.clone());
            if known.is_empty() || known == address {
                state.update_value(|state| state.address = address);
                return;
            }
            if Language::of_path(&path).is_some_and(|its| its != language) {
                // A link into the other language: the document itself has to change.
                let _ = window().location().reload();
                return;
            }
            menu_keys::close_all();
            frame_follows(&path, &location.search.get_untracked(), language);
            state.update_value(|state| {
                state.path_changed = known.split('?').next() != Some(path.as_str());
                state.address_changed = true;
                let scroll = state.scroll;
                state.places.insert(known, scroll);
                state.address = address;
            });
        });
    }

    /// The page's heading stands in the document.
    pub fn page_shown(&self, heading: &HtmlHeadingElement, title: &str) {
        let Some((path_changed, place)) = self
            .state
            .try_update_value(|state| {
                if !std::mem::take(&mut state.address_changed) {
                    return None;
                }
                let came_back = std::mem::take(&mut state.came_back);
                let place = came_back.then(|| state.places.get(&state.address).copied().unwrap_or(0.0));
                Some((std::mem::take(&mut state.path_changed), place))
            })
            .flatten()
        else {
            return;
        };
        let document = document();
        let mut said = title.to_owned();
        if !path_changed {
            // The same page, narrowed or turned: what it says of itself is what is new.
            each(&document, ".count, .pager span", |part| {
                said.push_str(". ");
                said.push_str(part.text_content().unwrap_or_default().trim());
            });
        }
        self.announcement.set(said);
        // The link that was followed may be gone with its list; the focus is then nowhere.
        if path_changed || matches!(document.query_selector(":focus"), Ok(None)) {
            let without_scrolling = FocusOptions::new();
            without_scrolling.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&without_scrolling);
        }
        if let Some(place) = place {
            window().scroll_to_with_x_and_y(0.0, place);
        }
    }
}

impl Default for RouteWatch {
    fn default() -> Self {
        Self::new()
    }
}

/// What the head says of a page beside its title: for machines, so only the server writes it.
const TOLD: &str = "head :is([rel=canonical],[rel=alternate],[rel^='schema.'],[name=robots],[name=description],\
    [name^=citation_],[name^='DC.'],[property],[type='application/ld+json'])";

/// What in header and footer speaks of the page: the twin's address, the menu's current entry, where light mode leads back to,
/// and what is printed as the page's own address.
fn frame_follows(path: &str, query: &str, language: Language) {
    let document = document();
    if let Some(switch) = document.get_element_by_id("language-switch") {
        let _ = switch.set_attribute("href", &paths::twin(language.other(), path, query));
    }
    let here = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    for (id, attribute) in [("light-back", "value"), ("here", "data-path")] {
        if let Some(element) = document.get_element_by_id(id) {
            let _ = element.set_attribute(attribute, &here);
        }
    }
    // What search engines and previews were told speaks of the page that was left.
    each(&document, TOLD, |element| element.remove());
    each(&document, "#menu a", |link| {
        let _ = if link.get_attribute("href").as_deref() == Some(path) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    });
}

/// Does something with every element that a selector finds.
fn each(document: &Document, selector: &str, mut act: impl FnMut(Element)) {
    if let Ok(found) = document.query_selector_all(selector) {
        (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).for_each(&mut act);
    }
}

/// The browser restores the scroll position before the page's data is there, too early; we do it when it is shown.
/// Across full loads the browser does it well, so it gets the task back when the page is left.
fn keep_own_scroll_positions() {
    let set = |mode| {
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(mode);
        }
    };
    set(ScrollRestoration::Manual);
    let _ = window_event_listener_untyped("pagehide", move |_| set(ScrollRestoration::Auto));
}
