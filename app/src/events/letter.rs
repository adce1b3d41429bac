//! What a letter about an event says: written by the job, and shown to staff before they send it.

use domain::entry::Summary;
use domain::notice::About;
use domain::{Language, date};
use jiff::Timestamp;

use crate::messages::{Messages, event_subject, event_told, greeting};

/// The subject of a letter about an event, and its paragraphs with empty lines between them, without the links that end it;
/// none for what has no time. `name` is whom it greets, `event` what readers of `language` see.
pub fn event_letter(
    event: &Summary,
    about: About,
    name: &str,
    language: Language,
    now: Timestamp,
) -> Option<(String, String)> {
    let (time, title, note) = (event.time.as_ref()?, &event.edition.title, &event.edition.words.state_note);
    let state = Messages::of(language).event_state(time.state, time.precision, note, time.is_past(now));
    let state = state.map(|state| format!("\n\n{state}")).unwrap_or_default();
    let (greeting, told) = (greeting(name, language), event_told(about, time.state, language));
    let body = format!("{greeting}\n\n{told}.\n\n{}{state}", facts(event, language));
    Some((event_subject(about, time.state, (title, &when(event, language)), language), body))
}

/// When an event is, in one line; nothing where it does not say.
pub fn when(event: &Summary, language: Language) -> String {
    event.time.as_ref().map(|time| date::event_when(time, language)).unwrap_or_default()
}

/// What an event is called, when and where it is, a line each.
pub fn facts(event: &Summary, language: Language) -> String {
    let days = event.time.as_ref().map(|time| date::event_days(time, language));
    let hours = event.time.as_ref().and_then(|time| date::event_hours(time, language));
    let facts = [Some(event.edition.title.clone()), days, hours, Some(event.edition.words.where_it_is())];
    let facts = facts.into_iter().flatten().filter(|fact| !fact.is_empty());
    facts.collect::<Vec<_>>().join("\n")
}
