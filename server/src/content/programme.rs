//! The programme of an event, and how one joins it online, as its file says them.

use domain::Language;
use domain::event::EventTime;
use domain::language::Texts;
use domain::meeting::{MOST_OPENS, Meeting, USUAL_OPENS};
use domain::programme::{BadSession, SESSION_TEXTS, Session, SessionText, arrange};
use jiff::civil::Time;

use super::ContentError;
use super::entry::Here;
use super::fields::{EntryFile, SessionFile, SessionWordsFile};

pub(super) fn sessions(
    here: &Here<'_>,
    file: &EntryFile,
    time: Option<&EventTime>,
    source: Language,
) -> Result<Vec<Session>, ContentError> {
    let tables = here.tables("[[sessions]]").chain(std::iter::repeat(0));
    let mut sessions = Vec::new();
    for (session, from) in file.sessions.iter().zip(tables) {
        let here = here.at(from);
        let Some(time) = time else { return Err(here.error("sessions", "only events have a programme")) };
        sessions.push(read(&here, session, time, source)?);
    }
    arrange(&mut sessions);
    Ok(sessions)
}

fn read(here: &Here<'_>, file: &SessionFile, time: &EventTime, source: Language) -> Result<Session, ContentError> {
    let hour = |field: &str, text: &str| {
        text.parse::<Time>().map_err(|_cause| here.error(field, "it must be an hour such as 09:30"))
    };
    let session = Session {
        id: 0,
        // People count from one.
        day: file.day.checked_sub(1).ok_or_else(|| here.error("day", "the first day is 1"))?,
        start: hour("start", &file.start)?,
        end: file.end.as_ref().map(|end| hour("end", end)).transpose()?,
        texts: texts(file, source),
        files: Vec::new(),
    };
    session.check(time).map_err(|broken| {
        let field = if broken == BadSession::NotADay { "day" } else { "end" };
        here.error(field, broken.to_string())
    })?;
    if session.texts.iter().all(|(_, text)| text.title.trim().is_empty()) {
        return Err(here.error("title", "a session needs a title"));
    }
    Ok(session)
}

fn texts(file: &SessionFile, source: Language) -> Texts<SessionText> {
    let text = |words: &SessionWordsFile| SessionText {
        title: words.title.clone(),
        speakers: words.speakers.join("\n"),
        place: words.place.clone(),
        description: words.description.clone(),
        ..SessionText::default()
    };
    let mut texts: Texts<SessionText> = [(Language::En, &file.en), (Language::Es, &file.es)]
        .into_iter()
        .filter_map(|(language, words)| Some((language, text(words.as_ref()?))))
        .collect();
    // What is loaded was made from what is loaded with it.
    let original = texts.get(source).cloned().unwrap_or_default();
    for language in texts.languages().filter(|language| *language != source).collect::<Vec<_>>() {
        if let Some(mut text) = texts.get(language).cloned() {
            let said = SESSION_TEXTS.into_iter().filter(|part| !text.get(part).is_empty());
            let made_from = said.map(|part| (part.to_owned(), domain::block::fingerprint(original.get(part))));
            text.made_from = made_from.collect();
            texts.set(language, text);
        }
    }
    texts
}

pub(super) fn meeting(here: &Here<'_>, file: &EntryFile, is_event: bool) -> Result<Option<Meeting>, ContentError> {
    let Some(link) = &file.meeting_link else {
        return match file.meeting_opens {
            Some(_) => Err(here.error("meeting_opens", "there is no meeting_link that could open")),
            None => Ok(None),
        };
    };
    if !is_event {
        return Err(here.error("meeting_link", "only events are joined"));
    }
    if !link.starts_with("https://") || !link.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(here.error("meeting_link", "it must be an address that begins with https://"));
    }
    let opens = file.meeting_opens.unwrap_or(USUAL_OPENS);
    if opens > MOST_OPENS {
        return Err(here.error("meeting_opens", format!("it must be from 0 to {MOST_OPENS} minutes")));
    }
    Ok(Some(Meeting { link: link.clone(), opens }))
}
