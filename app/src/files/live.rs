//! Uploads that tell how far they have come, and can be cancelled. The code that sends is a chunk of its own; without scripts
//! the same form is sent as it is.

use futures::channel::oneshot;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Element, FormData, HtmlElement, HtmlFormElement, ProgressEvent, XmlHttpRequest};

/// Takes the form of the library over; nothing to see.
#[component]
pub fn Uploads() -> AnyView {
    Effect::new(move || {
        let sending = window_event_listener(ev::submit, move |event| {
            let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
            if let Some(form) = form.filter(|form| form.id() == "upload") {
                event.prevent_default();
                spawn_local(send(form));
            }
        });
        on_cleanup(move || sending.remove());
    });
    ().into_any()
}

/// What is seen while a file is sent.
struct Bar {
    progress: Element,
    line: Element,
    cancel: HtmlElement,
}

impl Bar {
    /// Puts it below the form, in place of what was said before.
    fn show(label: &str) -> Option<Self> {
        let place = document().get_element_by_id("upload-live")?;
        place.set_text_content(None);
        let make = |name: &str| document().create_element(name).ok();
        let (line, progress) = (make("p")?, make("progress")?);
        let cancel: HtmlElement = make("button")?.dyn_into().ok()?;
        for (element, name, value) in [
            (&line, "role", "status"),
            (&progress, "aria-label", label),
            (&*cancel, "type", "button"),
            (&*cancel, "class", "button-quiet"),
        ] {
            element.set_attribute(name, value).ok()?;
        }
        for part in [&line, &progress, &*cancel] {
            place.append_child(part).ok()?;
        }
        Some(Self { progress, line, cancel })
    }

    /// Leaves one sentence.
    fn end(&self, sentence: &str) {
        self.progress.remove();
        self.cancel.remove();
        self.line.set_text_content(Some(sentence));
    }
}

#[lazy]
async fn send(form: HtmlFormElement) {
    let says = |name: &str| form.get_attribute(name).unwrap_or_default();
    let (sending, broken) = (says("data-sending"), says("data-broken"));
    let Some(bar) = Bar::show(&sending) else { return };
    bar.cancel.set_text_content(Some(&says("data-cancel")));
    let button = form.query_selector("button[type=submit]").ok().flatten();
    if let Some(button) = &button {
        let _ = button.set_attribute("disabled", "");
    }
    match sent(&form, &bar, &sending).await {
        Some((201, address)) => {
            let location = window().location();
            // Where only the end of the address differs, the browser would stay on the old page.
            let here = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
            let _ = location.set_href(&address);
            if address.split('#').next() == Some(here.as_str()) {
                let _ = location.reload();
            }
            return;
        }
        None => bar.end(&says("data-cancelled")),
        Some((413 | 422, sentence)) => bar.end(&sentence),
        Some(_) => bar.end(&broken),
    }
    if let Some(button) = &button {
        let _ = button.remove_attribute("disabled");
    }
}

/// Sends the form; status and text of the answer, none where it was cancelled.
async fn sent(form: &HtmlFormElement, bar: &Bar, sending: &str) -> Option<(u16, String)> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("POST", &form.get_attribute("action")?).ok()?;
    request.set_request_header("accept", "text/plain").ok()?;
    let (progress, line, sending) = (bar.progress.clone(), bar.line.clone(), sending.to_owned());
    let went_on = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        let (loaded, total) = (event.loaded(), event.total());
        let _ = progress.set_attribute("value", &loaded.to_string());
        let _ = progress.set_attribute("max", &total.to_string());
        line.set_text_content(Some(&format!("{sending}: {} / {}", size(loaded), size(total))));
    });
    let (ended, end) = oneshot::channel::<bool>();
    let ended = std::rc::Rc::new(std::cell::Cell::new(Some(ended)));
    let tell = |was_cancelled: bool| {
        let ended = ended.clone();
        Closure::<dyn FnMut()>::new(move || {
            if let Some(ended) = ended.take() {
                let _ = ended.send(was_cancelled);
            }
        })
    };
    let (loaded, failed, aborted) = (tell(false), tell(false), tell(true));
    let stopped = request.clone();
    let stop = Closure::<dyn FnMut()>::new(move || {
        let _ = stopped.abort();
    });
    request.upload().ok()?.set_onprogress(Some(went_on.as_ref().unchecked_ref()));
    request.set_onload(Some(loaded.as_ref().unchecked_ref()));
    request.set_onerror(Some(failed.as_ref().unchecked_ref()));
    request.set_onabort(Some(aborted.as_ref().unchecked_ref()));
    bar.cancel.set_onclick(Some(stop.as_ref().unchecked_ref()));
    request.send_with_opt_form_data(Some(&FormData::new_with_form(form).ok()?)).ok()?;
    let was_cancelled = end.await.unwrap_or(true);
    let answer = (request.status().unwrap_or(0), request.response_text().ok().flatten().unwrap_or_default());
    (!was_cancelled).then_some(answer)
}

/// So many bytes, in words.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of bytes, whole and not negative")]
fn size(bytes: f64) -> String {
    domain::number::write_size(bytes as u64)
}
