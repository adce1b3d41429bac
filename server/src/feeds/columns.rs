//! What a list as a table says of entries of each kind, beyond what it says of all.

use app::messages::{ListFileWords, Messages, ResourceWords, SearchWords, event_state_name, exactness};
use domain::Language;
use domain::entry::{Details, Kind, Summary};
use domain::event::EventTime;
use domain::search::Facet;
use jiff::civil::{Date, Time};

use super::list::Listed;

/// The head of a column, and what stands in it for an entry; empty where it says nothing.
pub type Column = (&'static str, fn(&Summary, Language) -> String);

/// The columns of a list.
pub fn own_columns(listed: Listed, language: Language) -> Vec<Column> {
    match listed {
        Listed::Kind(kind) => of_kind(kind, language),
        Listed::Search => {
            vec![
                (SearchWords::of(language).facet(Facet::Kind), |its, language| {
                    Messages::of(language).kind(its.kind).to_owned()
                }),
                (Messages::of(language).date, |its, language| match &its.time {
                    Some(time) => time.start.to_string(),
                    None => day(its, language),
                }),
            ]
        }
    }
}

fn of_kind(kind: Kind, language: Language) -> Vec<Column> {
    let (messages, words) = (Messages::of(language), ListFileWords::of(language));
    let author = ResourceWords::of(language).author;
    match kind {
        Kind::Post => vec![(messages.date, day), (author, |its, _| its.edition.words.author.clone())],
        Kind::News => vec![
            (messages.date, day),
            (words.dateline, |its, _| its.written_from().unwrap_or_default().to_owned()),
            (author, |its, _| its.edition.words.author.clone()),
        ],
        Kind::Media => media(language),
        Kind::Course => course(language),
        Kind::Country => country(language),
        Kind::Event => event(language),
        Kind::Page | Kind::Network | Kind::Publication | Kind::Dataset => Vec::new(),
    }
}

fn day(entry: &Summary, _: Language) -> String {
    entry.published.map(|day| day.to_string()).unwrap_or_default()
}

fn link(entry: &Summary, _: Language) -> String {
    match &entry.details {
        Details::Event { link, .. } | Details::Media { link, .. } | Details::Course { link, .. } => {
            link.clone().unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn media(language: Language) -> Vec<Column> {
    let (messages, words) = (Messages::of(language), ListFileWords::of(language));
    vec![
        (messages.date, day),
        (messages.form, |its, language| match &its.details {
            Details::Media { form, .. } => ResourceWords::of(language).form(*form).to_owned(),
            _ => String::new(),
        }),
        (words.minutes, |its, _| match &its.details {
            Details::Media { minutes: Some(minutes), .. } => minutes.to_string(),
            _ => String::new(),
        }),
        (words.captions, |its, language| match &its.details {
            Details::Media { captions, .. } => Messages::of(language).language_names(captions),
            _ => String::new(),
        }),
        (words.link, link),
    ]
}

fn course(language: Language) -> Vec<Column> {
    let (messages, words) = (Messages::of(language), ListFileWords::of(language));
    vec![
        (messages.provider, |its, _| match &its.details {
            Details::Course { provider, .. } => provider.clone(),
            _ => String::new(),
        }),
        (messages.languages, |its, language| match &its.details {
            Details::Course { languages, .. } => Messages::of(language).language_names(languages),
            _ => String::new(),
        }),
        (messages.length, |its, language| match &its.details {
            Details::Course { hours: Some(hours), .. } => Messages::of(language).hours(*hours),
            _ => its.edition.words.length.clone(),
        }),
        (messages.cost, |its, language| match &its.details {
            Details::Course { free, .. } => app::resources::cost(*free, &its.edition.words.cost, language),
            _ => String::new(),
        }),
        (messages.certificate, |its, language| match &its.details {
            Details::Course { certificate: Some(true), .. } => Messages::of(language).yes.to_owned(),
            Details::Course { certificate: Some(false), .. } => Messages::of(language).no.to_owned(),
            _ => String::new(),
        }),
        (words.link, link),
    ]
}

fn country(language: Language) -> Vec<Column> {
    let messages = Messages::of(language);
    vec![
        ("ISO 3166-1", |its, _| match &its.details {
            Details::Country { iso, .. } => iso.clone().unwrap_or_default(),
            _ => String::new(),
        }),
        (messages.status, |its, language| match &its.details {
            Details::Country { status, .. } => Messages::of(language).participation(*status).to_owned(),
            _ => String::new(),
        }),
        (messages.capital, |its, _| its.edition.words.capital.clone()),
        (messages.official_languages, |its, language| match &its.details {
            Details::Country { official_languages, .. } => Messages::of(language).language_names(official_languages),
            _ => String::new(),
        }),
        (messages.focal_institution, |its, _| its.edition.words.focal_institution.clone()),
    ]
}

fn event(language: Language) -> Vec<Column> {
    let (messages, words) = (Messages::of(language), ListFileWords::of(language));
    vec![
        (words.starts, |its, _| of_time(its, |time| moment(time.start, time.start_time))),
        (words.ends, |its, _| of_time(its, |time| moment(time.end, time.end_time))),
        (words.precision, |its, language| of_time(its, |time| exactness(time.precision, language).to_owned())),
        (words.zone, |its, _| of_time(its, |time| time.zone.clone())),
        (words.state, |its, language| of_time(its, |time| event_state_name(time.state, language).to_owned())),
        (messages.mode_label, |its, language| of_time(its, |time| Messages::of(language).mode(time.mode).to_owned())),
        (messages.place, |its, _| its.edition.words.where_it_is()),
        (messages.organizers, |its, _| match &its.details {
            Details::Event { organizers, .. } => organizers.join("; "),
            _ => String::new(),
        }),
        (words.link, link),
    ]
}

fn of_time(event: &Summary, said: impl FnOnce(&EventTime) -> String) -> String {
    event.time.as_ref().map(said).unwrap_or_default()
}

/// A day, or a day and an hour, in the event's own zone, as spreadsheets read it.
fn moment(day: Date, hour: Option<Time>) -> String {
    hour.map_or_else(|| day.to_string(), |hour| day.to_datetime(hour).strftime("%Y-%m-%d %H:%M").to_string())
}
