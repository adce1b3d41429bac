//! The programme as fields: `session.12.day`, `session.12.start`, `session.12.end`, `session.12.files`, `session.12.en.title` and
//! its like.
//!
//! Sessions come by day and hour, so that no field says their order. The first day is said by nothing. Who empties a session's
//! title in every language has removed it.

use super::fields::{LONGEST_LINE, LONGEST_TITLE};
use super::reader::Reader;
use super::{Conflict, Edit, Fields, Manuscript, merge};
use crate::block::fingerprint;
use crate::event::EventTime;
use crate::file::Uid;
use crate::language::Texts;
use crate::programme::{BadSession, LONGEST_SESSION_TEXT, MOST_SESSIONS, SESSION_TEXTS, Session, SessionText, arrange};
use crate::{Language, Rule};

/// A field of a session as its name says it: the key of the session, the language of a text, and which of its fields.
pub fn session_field(field: &str) -> Option<(&str, Option<Language>, &str)> {
    let (key, rest) = field.strip_prefix("session.")?.split_once('.')?;
    Some(match rest.split_once('.') {
        Some((code, part)) => (key, Some(code.parse().ok()?), part),
        None => (key, None, rest),
    })
}

/// The keys of the sessions that fields speak of: those that are stored, then those that are new.
pub fn session_keys<'a>(fields: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut keys: Vec<String> =
        fields.into_iter().filter_map(session_field).map(|(key, _, _)| key.to_owned()).collect();
    // Numbers before words, and 2 before 10.
    keys.sort_by_key(|key| (key.parse::<i64>().is_err(), key.len(), key.clone()));
    keys.dedup();
    keys
}

fn shared(key: &str, part: &str) -> String {
    format!("session.{key}.{part}")
}

pub(super) fn text(key: &str, language: Language, part: &str) -> String {
    format!("session.{key}.{language}.{part}")
}

fn is_titled(fields: &Fields, key: &str) -> bool {
    Language::ALL.iter().any(|language| !fields.get(&text(key, *language, "title")).trim().is_empty())
}

pub(super) fn write(sessions: &[Session], fields: &mut Fields) {
    for session in sessions {
        let key = session.id.to_string();
        let hour = |hour: jiff::civil::Time| hour.strftime("%H:%M").to_string();
        if session.day > 0 {
            fields.set(&shared(&key, "day"), &session.day.to_string());
        }
        fields.set(&shared(&key, "start"), &hour(session.start));
        fields.set(&shared(&key, "end"), &session.end.map(hour).unwrap_or_default());
        fields.set(&shared(&key, "files"), &session.files.iter().map(Uid::as_str).collect::<Vec<_>>().join(" "));
        for (language, texts) in session.texts.iter() {
            for part in SESSION_TEXTS {
                fields.set(&text(&key, language, part), texts.get(part));
            }
        }
    }
}

/// Fields of sessions that an edit removes, and that others have changed where its writer has not seen it.
pub(super) fn removed_unseen(stored: &Fields, merged: &Fields, edit: &Edit) -> Vec<Conflict> {
    merge::removed_unseen(stored, edit, |field| {
        session_field(field).is_some_and(|(key, _, _)| is_titled(stored, key) && !is_titled(merged, key))
    })
}

pub(super) fn read(
    manuscript: &Manuscript,
    time: Option<&EventTime>,
    before: &Fields,
    edit: &Edit,
    reader: &mut Reader<'_>,
) -> Vec<Session> {
    let source = manuscript.draft.source;
    let (mut sessions, mut last_new) = (Vec::new(), None);
    for key in session_keys(reader.fields.iter().map(|(field, _)| field)) {
        let known = manuscript.draft.sessions.iter().find(|session| session.id.to_string() == key);
        if !is_titled(reader.fields, &key) {
            let has_day_alone = reader
                .fields
                .iter()
                .filter_map(|(field, _)| session_field(field))
                .all(|(its, _, part)| its != key || part == "day");
            if known.is_none() && !has_day_alone {
                reader.refuse(&text(&key, source, "title"), Rule::Needed);
            }
            continue;
        }
        let texts = texts(&key, known, source, before, edit, reader);
        let day = reader.known(&shared(&key, "day"), Rule::EventDay, |text| text.parse().ok()).unwrap_or(0);
        let start = reader.needed(&shared(&key, "start"), Rule::Hour, |text| text.parse().ok());
        let end = reader.hour(&shared(&key, "end"));
        let files = reader.files(&shared(&key, "files"));
        let Some(start) = start else { continue };
        let session = Session { id: known.map_or(0, |known| known.id), day, start, end, texts, files };
        match time.map_or(Ok(()), |time| session.check(time)) {
            Ok(()) => {}
            Err(BadSession::NotADay) => reader.refuse(&shared(&key, "day"), Rule::EventDay),
            Err(BadSession::EndsBeforeStart) => reader.refuse(&shared(&key, "end"), Rule::Later),
        }
        sessions.push(session);
        last_new = known.is_none().then(|| text(&key, source, "title")).or(last_new);
    }
    // What is stored stays, however much it is.
    if let Some(field) = last_new.filter(|_| sessions.len() > MOST_SESSIONS.max(manuscript.draft.sessions.len())) {
        reader.refuse(&field, Rule::Count(MOST_SESSIONS));
    }
    arrange(&mut sessions);
    sessions
}

/// The texts of a session; a translation that was written now was made from the source as it stands now.
fn texts(
    key: &str,
    known: Option<&Session>,
    source: Language,
    before: &Fields,
    edit: &Edit,
    reader: &mut Reader<'_>,
) -> Texts<SessionText> {
    let mut texts = Texts::default();
    for language in Language::ALL {
        let mut its = SessionText {
            title: reader.line(&text(key, language, "title"), LONGEST_TITLE),
            speakers: lines(&reader.text(&text(key, language, "speakers"), LONGEST_SESSION_TEXT)),
            place: reader.line(&text(key, language, "place"), LONGEST_LINE),
            description: reader.text(&text(key, language, "description"), LONGEST_SESSION_TEXT),
            made_from: known
                .and_then(|known| known.texts.get(language))
                .map(|old| old.made_from.clone())
                .unwrap_or_default(),
        };
        for part in SESSION_TEXTS {
            let (field, of_source) = (text(key, language, part), text(key, source, part));
            let (original, todays) = (before.get(&of_source), reader.fields.get(&of_source));
            if language == source || its.get(part).is_empty() {
                its.made_from.remove(part);
            } else if before.get(&field) != reader.fields.get(&field) || edit.confirms(&field) {
                // What the translator had before them, whatever somebody else has made of it since.
                let saw = edit.outdated(&of_source, original).unwrap_or_else(|| fingerprint(todays));
                its.made_from.insert(part.to_owned(), saw);
            } else if original != todays {
                its.made_from.entry(part.to_owned()).or_insert_with(|| fingerprint(original));
            }
        }
        if !its.is_empty() {
            texts.set(language, its);
        }
    }
    texts
}

/// The lines that say something.
fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
