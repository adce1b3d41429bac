//! From what the store returns to what a list shows: every date, number and word is written here, once, on the server.

use domain::citation::{and, bodies};
use domain::date;
use domain::entry::{Contact, Details, Kind, Summary};
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::{Language, Problem};
use jiff::Timestamp;

use crate::messages::{Messages, ResourceWords, minutes_long};
use crate::paths;
use crate::ui::{Badge, Item, ProblemView, TimeTag, Tone};

/// A row of a list.
pub fn item(summary: &Summary, language: Language, now: Timestamp) -> Item {
    Item {
        href: paths::entry(language, summary.kind, &summary.slug),
        title: summary.edition.title.clone(),
        summary: summary.edition.summary.clone(),
        title_foreign: Some(summary.title_language()).filter(|its| *its != language),
        foreign: (summary.language != language).then_some(summary.language),
        time: time_tag(summary, language),
        facts: facts(summary, language),
        badges: summary.time.as_ref().map(|time| badges(time, language, now)).unwrap_or_default(),
        networks: summary.networks.clone(),
    }
}

/// Rows of a list.
pub fn items(summaries: &[Summary], language: Language, now: Timestamp) -> Vec<Item> {
    summaries.iter().map(|summary| item(summary, language, now)).collect()
}

/// When it happens, or the day that it bears; a publication's year is among its facts instead.
fn time_tag(summary: &Summary, language: Language) -> Option<TimeTag> {
    if let Some(time) = &summary.time {
        return Some(event_time_tag(time, language));
    }
    let day = summary.published.filter(|_| matches!(summary.kind, Kind::Post | Kind::News | Kind::Media))?;
    Some(TimeTag { text: date::day(day, language), machine: day.to_string() })
}

/// The days of an event.
pub fn event_time_tag(time: &EventTime, language: Language) -> TimeTag {
    let machine = match (time.precision, time.start_time) {
        (Precision::Month, _) => time.start.strftime("%Y-%m").to_string(),
        (_, Some(hour)) => time.start.to_datetime(hour).strftime("%Y-%m-%dT%H:%M").to_string(),
        _ => time.start.to_string(),
    };
    TimeTag { text: date::event_days(time, language), machine }
}

/// What an event's reader must not miss, most important first. That its day is past is said of what was cancelled as well.
pub fn badges(time: &EventTime, language: Language, now: Timestamp) -> Vec<Badge> {
    let messages = Messages::of(language);
    let is_past = time.is_past(now);
    let state = match time.state {
        EventState::Cancelled => Some(messages.cancelled),
        EventState::Postponed => Some(messages.postponed),
        EventState::Scheduled => {
            (!is_past && time.precision == Precision::Unconfirmed).then_some(messages.to_be_confirmed)
        }
    };
    let state = state.map(|text| Badge { text: text.to_owned(), tone: Tone::Strong });
    let past = is_past.then(|| Badge { text: messages.past.to_owned(), tone: Tone::Quiet });
    state.into_iter().chain(past).collect()
}

fn facts(summary: &Summary, language: Language) -> Vec<String> {
    let messages = Messages::of(language);
    let words = &summary.edition.words;
    let mut facts = Vec::new();
    match &summary.details {
        Details::Event { .. } => {
            if let Some(time) = &summary.time {
                facts.extend(date::event_hours(time, language));
                if time.mode == Mode::Hybrid {
                    facts.push(messages.mode(time.mode).to_owned());
                }
            }
            facts.push(words.place.clone());
        }
        Details::Publication { form, year, publisher, languages, .. } => {
            facts.push(messages.publication_form(*form).to_owned());
            facts.push(year.to_string());
            let publishers: Vec<String> = publisher.iter().flat_map(|line| bodies(line)).map(str::to_owned).collect();
            facts.push(and(&publishers, language));
            facts.push(messages.language_names(languages));
        }
        Details::Post { .. } => facts.push(words.author.clone()),
        Details::News { .. } => {
            facts.extend([summary.written_from().unwrap_or_default().to_owned(), words.author.clone()]);
        }
        Details::Course { provider, languages, hours, free, certificate, .. } => {
            facts.push(provider.clone());
            facts.push(messages.language_names(languages));
            facts.extend(hours.map(|hours| messages.hours(hours)));
            facts.push(words.length.clone());
            facts.extend(free.and_then(|free| free.then(|| messages.free.to_owned())));
            facts.extend(certificate.and_then(|has| has.then(|| messages.with_certificate.to_owned())));
        }
        Details::Country { status, .. } => facts.push(messages.participation(*status).to_owned()),
        Details::Media { form, minutes, .. } => {
            let words = ResourceWords::of(language);
            facts.push(words.form(*form).to_owned());
            facts.extend(minutes.map(|minutes| minutes_long(minutes, language)));
        }
        Details::Network { .. } | Details::Plain => {}
    }
    facts.retain(|fact| !fact.is_empty());
    facts
}

/// A role contact, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactView {
    /// The role.
    pub role: String,
    /// Who holds it; none where the role is vacant and the functional address stands alone.
    pub name: Option<String>,
    /// Where the link to write leads.
    pub href: String,
    /// The address as one says it.
    pub address: String,
}

/// Puts a role contact into words.
pub fn contact(contact: &Contact, language: Language) -> ContactView {
    ContactView {
        role: contact.role.best(language, Language::En).map(|(_, role)| role.clone()).unwrap_or_default(),
        name: contact.name.clone(),
        href: paths::write_to(language, &contact.key),
        address: paths::spoken_address(&contact.email, Messages::of(language).at),
    }
}

/// Puts problems into words.
pub fn problems(problems: &[Problem], language: Language) -> Vec<ProblemView> {
    problems.iter().map(|problem| ProblemView::of(problem, language)).collect()
}
