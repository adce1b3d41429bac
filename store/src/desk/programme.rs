//! Writing the programme of an event, and how one joins it online.

use domain::file::Uid;
use domain::meeting::Meeting;
use domain::programme::Session;
use domain::{Error, Language};

use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::stored;

const SESSION: &str = "
    insert into programme_session (entry_id, day, start_time, end_time, files) values ($1, $2, $3, $4, $5) returning id";

const CHANGE_SESSION: &str =
    "update programme_session set day = $2, start_time = $3, end_time = $4, files = $5 where id = $1";

const REMOVE_SESSION: &str = "delete from programme_session where id = $1";

const TEXT: &str = "
    insert into programme_text (session_id, language, title, speakers, place, description, made_from)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (session_id, language) do update set title = $3, speakers = $4, place = $5, description = $6, made_from = $7";

const REMOVE_TEXT: &str = "delete from programme_text where session_id = $1 and language = $2";

const MEETING: &str = "
    insert into event_meeting (entry_id, link, opens) values ($1, $2, $3)
    on conflict (entry_id) do update set link = $2, opens = $3";

const REMOVE_MEETING: &str = "delete from event_meeting where entry_id = $1";

/// Puts the sessions of an event in order; new ones get their ids.
pub(super) async fn put_sessions(
    tx: &mut Tx,
    entry: i64,
    before: &[Session],
    after: &mut [Session],
) -> Result<(), Error> {
    for gone in before.iter().filter(|session| after.iter().all(|kept| kept.id != session.id)) {
        execute!(tx, REMOVE_SESSION, gone.id).map_err(fault)?;
    }
    for session in after {
        let known = before.iter().find(|known| known.id == session.id && session.id != 0);
        if known == Some(session) {
            continue;
        }
        let (start, end) = (session.start.to_string(), session.end.map(|hour| hour.to_string()));
        let files = session.files.iter().map(Uid::as_str).collect::<Vec<_>>().join(" ");
        if known.is_some() {
            execute!(tx, CHANGE_SESSION, session.id, i64::from(session.day), start, end, files).map_err(fault)?;
        } else {
            session.id = on!(tx, |connection| sqlx::query_scalar(SESSION)
                .bind(entry)
                .bind(i64::from(session.day))
                .bind(start)
                .bind(end)
                .bind(files)
                .fetch_one(connection)
                .await)
            .map_err(fault)?;
        }
        put_texts(tx, session).await?;
    }
    Ok(())
}

async fn put_texts(tx: &mut Tx, session: &Session) -> Result<(), Error> {
    for language in Language::ALL {
        let Some(text) = session.texts.get(language) else {
            execute!(tx, REMOVE_TEXT, session.id, language.code()).map_err(fault)?;
            continue;
        };
        let made_from = stored("programme_text.made_from", serde_json::to_string(&text.made_from))?;
        execute!(
            tx,
            TEXT,
            session.id,
            language.code(),
            &text.title,
            &text.speakers,
            &text.place,
            &text.description,
            made_from
        )
        .map_err(fault)?;
    }
    Ok(())
}

/// Sets how an event is joined online, or that it is not.
pub(super) async fn put_meeting(tx: &mut Tx, entry: i64, meeting: Option<&Meeting>) -> Result<(), Error> {
    match meeting {
        Some(Meeting { link, opens }) => execute!(tx, MEETING, entry, link, i64::from(*opens)),
        None => execute!(tx, REMOVE_MEETING, entry),
    }
    .map_err(fault)?;
    Ok(())
}
