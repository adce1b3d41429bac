//! Keeps what is typed: in the browser at once, at the server within five seconds; so a closed tab or a cut line loses
//! nothing. And says who else writes here and what may be mended, as the server tells it.

use std::time::Duration;

use futures::StreamExt;
use futures::future::abortable;
use gloo_net::eventsource::futures::EventSource;
use leptos::ev;
use leptos::leptos_dom::helpers::{IntervalHandle, set_interval};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FormData, HtmlFormElement, Storage, UrlSearchParams};

use super::live_remarks;
use super::toolbar::Toolbar;
use super::view::LiveView;
use crate::http;

/// How long what is typed may wait for the server.
const EVERY: Duration = Duration::from_secs(3);

/// What the names of what this browser keeps begin with.
const UNSAVED: &str = "unsaved:";
/// The status of who is not signed in any more.
const SIGNED_OUT: u16 = 401;
/// Where a tab notes which form it has sent.
const SENT: &str = "sent";

/// The live part of the editor: nothing to see but a line that says what is kept, and one that names others.
#[component]
pub fn Live(live: LiveView) -> AnyView {
    let status = RwSignal::new(String::new());
    let others = RwSignal::new(String::new());
    let is_dirty = RwSignal::new(false);
    let tools = live.tools.clone();
    let view = StoredValue::new(live);
    Effect::new(move || {
        let live = view.get_value();
        // What this tab has sent is kept by nobody any more, once it is saved.
        let sent = tab().and_then(|tab| tab.get_item(SENT).ok().flatten());
        if live.is_saved {
            forget(&live.key);
            let _ = sent.as_deref().map(forget);
        } else if let Some((key, left)) = left_behind(&live).filter(|_| !live.is_answer) {
            bring_back(live.clone(), key, left);
        }
        let _ = tab().map(|tab| tab.remove_item(SENT));
        let sending = window_event_listener(ev::submit, move |event| {
            if event
                .target()
                .and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
                .is_some_and(|it| it.id() == "editor")
            {
                let _ = tab().map(|tab| tab.set_item(SENT, &view.get_value().key));
            }
        });
        let heard = window_event_listener(ev::input, move |event| {
            let form = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
            if form.is_some_and(|element| matches!(element.closest("#editor"), Ok(Some(_)))) {
                is_dirty.set(true);
                if let (Some(storage), Some(typed)) = (storage(), typed()) {
                    let _ = storage.set_item(&name(&view.get_value().key), &typed);
                }
            }
        });
        let timer = set_interval(move || keep(view, is_dirty, status), EVERY);
        // Closed with the page: what is stored here ends with it.
        let (listening, end) = abortable(listen(live.stream, live.others, others));
        spawn_local(async move {
            let _ended = listening.await;
        });
        on_cleanup(move || {
            end.abort();
            heard.remove();
            sending.remove();
            let _ = timer.as_ref().map(IntervalHandle::clear);
        });
    });
    view! {
        <p class="live-others note" role="status" class:live-empty=move || others.get().is_empty()>
            {move || others.get()}
        </p>
        <p class="live-status hint" role="status">
            {move || status.get()}
        </p>
        <Toolbar names=tools />
    }
    .into_any()
}

/// Shows who else writes here. A stream that is cut off is taken up again by the browser itself.
async fn listen(stream: String, before: String, others: RwSignal<String>) {
    let Ok(mut source) = EventSource::new(&stream) else { return };
    let Ok(mut told) = source.subscribe("message") else { return };
    while let Some(Ok((_, message))) = told.next().await {
        let names = message.data().as_string().unwrap_or_default();
        others.set(if names.is_empty() { names } else { format!("{before} {names}") });
    }
}

fn keep(view: StoredValue<LiveView>, is_dirty: RwSignal<bool>, status: RwSignal<String>) {
    let Some(typed) = typed().filter(|_| is_dirty.get_untracked()) else { return };
    is_dirty.set(false);
    spawn_local(async move {
        let live = view.get_value();
        match http::post_form(&live.address, &typed).await {
            Ok(answer) => {
                live_remarks::show(&answer);
                if !is_dirty.get_untracked() {
                    forget(&live.key);
                }
                status.set(live.kept);
            }
            Err(failed) => {
                is_dirty.set(true);
                status.set(if failed == SIGNED_OUT { live.signed_out } else { live.no_line });
            }
        }
    });
}

/// Text that this browser kept when the tab was closed or the line was cut: the server gets it, and the page shows it.
fn bring_back(live: LiveView, key: String, left: String) {
    spawn_local(async move {
        if http::post_form(&live.address, &left).await.is_ok() {
            forget(&key);
            let _ = window().location().reload();
        }
    });
}

/// The form as browsers send it.
fn typed() -> Option<String> {
    let form: HtmlFormElement = document().get_element_by_id("editor")?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    UrlSearchParams::new_with_str_sequence_sequence(&data).ok().map(|typed| String::from(typed.to_string()))
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What lasts as long as this tab.
fn tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn name(key: &str) -> String {
    format!("{UNSAVED}{key}")
}

/// What any form of the same entry has left in this browser, and that the server has not got: each has a name of its own, and
/// the server keeps it under that name, beside what came from elsewhere.
fn left_behind(live: &LiveView) -> Option<(String, String)> {
    let storage = storage()?;
    let names = (0..storage.length().ok()?).filter_map(|place| storage.key(place).ok().flatten());
    let mut keys = names.filter_map(|name| name.strip_prefix(UNSAVED).map(str::to_owned));
    let key = keys.find(|key| key.starts_with(&live.sort))?;
    let typed = storage.get_item(&name(&key)).ok().flatten()?;
    Some((key, typed))
}

fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&name(key));
    }
}
