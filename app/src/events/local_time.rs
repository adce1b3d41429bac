//! When an event is for the reader: a second line once scripts run, and only where their clock differs from the event's.

use domain::Language;
use js_sys::{Date, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::view::ClockView;
use crate::site::{use_language, use_messages};

/// The reader's own time. Empty on the server and where it is the same.
#[component]
pub fn LocalTime(clock: ClockView) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let line = RwSignal::new(String::new());
    Effect::new(move || {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of our centuries fit in an f64")]
        let starts = Date::new(&JsValue::from_f64(clock.starts as f64));
        // JavaScript counts the other way: minutes that UTC is ahead of the reader.
        if (starts.get_timezone_offset() + f64::from(clock.offset)).abs() < 0.5 {
            return;
        }
        let options = Object::new();
        // As the portal writes dates, with the zone that the hour is of.
        for (name, value) in [
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
            ("timeZoneName", "short"),
        ] {
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        let locale = match language {
            Language::En => "en-GB",
            Language::Es => "es",
        };
        let text = String::from(starts.to_locale_string(locale, &options));
        let day = format!("{}-{:02}-{:02}", starts.get_full_year(), starts.get_month() + 1, starts.get_date());
        line.set(messages.your_time(&text, day != clock.day));
    });
    view! { <span class="local-time">{move || line.get()}</span> }.into_any()
}
