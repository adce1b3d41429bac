//! Cards of figures for browsers that do not know `interestfor`: pointing at a number, or the focus on it, opens its card, and a
//! click keeps it open. The code is a chunk of its own, fetched where such a browser shows a page with figures.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::js_sys::Reflect;
use leptos::web_sys::{Element, Event, HtmlElement};

const NUMBER: &str = ".figure-ref";
/// Who only passes over a number opens nothing, and has time to go on into the card.
const DELAY: Duration = Duration::from_millis(400);

/// Listens to numbers where the browser itself does not. Call where a page is drawn.
pub fn open_by_interest() {
    Effect::new(|| {
        if let Ok(Some(number)) = document().query_selector(NUMBER)
            && !Reflect::has(&number, &"interestForElement".into()).unwrap_or(true)
        {
            spawn_local(listen_to_numbers());
        }
    });
}

thread_local! {
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
    /// Escape was pressed last: that the focus returns to the number is no interest in it.
    static HAS_ESCAPED: Cell<bool> = const { Cell::new(false) };
    /// What is pointed at, or has the focus.
    static ATTENDED: RefCell<Option<Attended>> = const { RefCell::new(None) };
    /// The card that interest has opened, and that closes with it.
    static OPENED: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// A card that somebody attends to, and its number where it is that which they attend to.
type Attended = (HtmlElement, Option<HtmlElement>);

#[lazy]
fn listen_to_numbers() {
    if IS_LISTENING.replace(true) {
        return;
    }
    // They stay for as long as the page lives: without a number they find nothing to do.
    let _points = window_event_listener(ev::pointerover, |event| attend(&event));
    let _keys = window_event_listener(ev::keydown, |event| {
        let escapes = event.key() == "Escape";
        HAS_ESCAPED.set(escapes);
        if escapes {
            // Whoever closes a card wants it closed, though they began to attend to its number a moment ago.
            ATTENDED.set(None);
        }
    });
    let _focus = window_event_listener(ev::focusin, |event| {
        if !HAS_ESCAPED.get() {
            attend(&event);
        }
    });
    let _clicks = window_event_listener(ev::click, |event| {
        if touched(&event).is_some() {
            OPENED.set(None);
        }
    });
}

/// What an event is about: a number, or the card that it happens in.
fn touched(event: &Event) -> Option<Attended> {
    let touched = event.target()?.dyn_into::<Element>().ok()?;
    let Some(number) = touched.closest(NUMBER).ok()? else {
        return Some((touched.closest(".figure-card").ok()??.dyn_into().ok()?, None));
    };
    let card = document().get_element_by_id(&number.get_attribute("popovertarget")?)?;
    Some((card.dyn_into().ok()?, number.dyn_into().ok()))
}

fn attend(event: &Event) {
    ATTENDED.set(touched(event));
    let _ = set_timeout(settle, DELAY);
}

/// Interest has been where it is for a while.
fn settle() {
    let attended = ATTENDED.with_borrow(Clone::clone);
    let card = attended.as_ref().map(|(card, _)| card);
    // One that was closed by Escape meanwhile opens again.
    let is_open = |card: &HtmlElement| card.matches(":popover-open").unwrap_or(false);
    if OPENED.with_borrow(|opened| opened.as_ref() == card && opened.as_ref().is_none_or(is_open)) {
        return;
    }
    if let Some(left) = OPENED.take() {
        let _ = left.hide_popover();
    }
    // One that is open already was opened by a click, and stays.
    if let Some((card, Some(number))) = attended
        && !card.matches(":popover-open").unwrap_or(true)
    {
        // Its own button opens it beside the number.
        number.click();
        OPENED.set(Some(card));
    }
}
