//! An event in the words of schema.org.

use domain::entry::{Details, Entry};
use domain::event::{EventState, EventTime, Mode};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::paths;
use crate::site::Site;
use crate::ui::linked_data::{absolute, named_organization, organization};

/// The event, as the page of `site` shows it.
pub(super) fn event(entry: &Entry, time: &EventTime, site: &Site) -> Value {
    let summary = &entry.summary;
    let url = absolute(site, &paths::entry(site.language, summary.kind, &summary.slug));
    let mut organizers = match &summary.details {
        Details::Event { organizers, .. } => organizers.iter().map(|name| named_organization(name)).collect(),
        _ => Vec::new(),
    };
    if organizers.is_empty() {
        organizers.push(organization(site));
    }
    json!({
        "@type": "Event",
        "@id": url,
        "url": url,
        "identifier": summary.uid,
        "name": summary.edition.title,
        "description": summary.edition.summary,
        "inLanguage": summary.language.code(),
        "startDate": start(time),
        "endDate": end(time),
        "eventStatus": match time.state {
            EventState::Scheduled => "https://schema.org/EventScheduled",
            EventState::Postponed => "https://schema.org/EventPostponed",
            EventState::Cancelled => "https://schema.org/EventCancelled",
        },
        "eventAttendanceMode": match time.mode {
            Mode::InPerson => "https://schema.org/OfflineEventAttendanceMode",
            Mode::Online => "https://schema.org/OnlineEventAttendanceMode",
            Mode::Hybrid => "https://schema.org/MixedEventAttendanceMode",
        },
        "location": locations(entry, time, &url),
        "organizer": organizers,
        "image": crate::files::lead_address(entry).map(|path| absolute(site, &path)),
    })
}

/// Online one is led to the meeting from the page of the event, and from nowhere else.
fn locations(entry: &Entry, time: &EventTime, url: &str) -> Vec<Value> {
    let words = &entry.summary.edition.words;
    let online = json!({ "@type": "VirtualLocation", "url": url });
    let venue = if words.venue.is_empty() { &words.place } else { &words.venue };
    let place = json!({ "@type": "Place", "name": venue, "address": words.place });
    match time.mode {
        Mode::Online => vec![online],
        Mode::InPerson => vec![place],
        Mode::Hybrid => vec![place, online],
    }
}

/// The day, or the instant with the offset that clocks there show.
fn start(time: &EventTime) -> String {
    let instant = time.start_time.and_then(|_| time.starts_at().ok());
    instant.and_then(|instant| with_offset(time, instant)).unwrap_or_else(|| time.start.to_string())
}

fn end(time: &EventTime) -> String {
    let instant = time.end_time.and_then(|_| time.ends_at().ok());
    instant.and_then(|instant| with_offset(time, instant)).unwrap_or_else(|| time.end.to_string())
}

fn with_offset(time: &EventTime, instant: Timestamp) -> Option<String> {
    let there = instant.to_zoned(time.time_zone().ok()?);
    Some(there.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}
