//! Staff ask, and members answer.

use domain::account::Staff;
use domain::audit::Deed;
use domain::question::{Answer, MOST_QUESTIONS, Question, read_answers};
use domain::{Error, Language, Slug};
use jiff::Timestamp;

use super::asked::{all, asked};
use super::read::{self, hold};
use crate::audit::{Entry, note};
use crate::db::{Tx, execute};
use crate::fault::fault;
use crate::stored::stored;

const ADD: &str = "
    insert into event_question (entry_id, position, kind, needed, asked, texts, choices)
    values ($1, $2, $3, $4, 1, $5, $6)";

const CHANGE: &str = "
    update event_question set position = $2, kind = $3, needed = $4, asked = 1, texts = $5, choices = $6
    where id = $1 and entry_id = $7";

const HIDE: &str = "update event_question set asked = 0 where id = $1";

/// One without answers leaves nothing behind.
const REMOVE: &str = "
    delete from event_question
    where id = $1 and not exists (select 1 from registration_answer a where a.question_id = $1 and a.answer <> '')";

const PUT: &str = "
    insert into registration_answer (registration_id, question_id, answer) values ($1, $2, $3)
    on conflict (registration_id, question_id) do update set answer = $3";

/// Takes answers to what an event asks now.
pub(super) async fn read(tx: &mut Tx, event: &Slug, typed: &[Answer]) -> Result<Vec<Answer>, Error> {
    let entry = hold(tx, event).await?.id;
    read_answers(&asked(tx, entry).await?, typed).map_err(Error::Invalid)
}

pub(super) async fn keep(tx: &mut Tx, registration: i64, answers: &[Answer]) -> Result<(), Error> {
    for answer in answers {
        execute!(tx, PUT, registration, answer.question, answer.text.as_str()).map_err(fault)?;
    }
    Ok(())
}

pub(super) async fn answer(tx: &mut Tx, account: i64, event: &Slug, typed: &[Answer]) -> Result<(), Error> {
    let answers = read(tx, event, typed).await?;
    let entry = read::row(tx, event).await?.id;
    let own = read::own(tx, entry, account).await?.filter(|own| own.state.is_active());
    keep(tx, own.ok_or(Error::Gone)?.id, &answers).await
}

pub(super) async fn set(
    tx: &mut Tx,
    staff: &Staff,
    event: &Slug,
    questions: &[Question],
    seen: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    let entry = hold(tx, event).await?.id;
    let before = all(tx, entry).await?;
    let is_asked = before.iter().filter(|question| question.asked).cloned().collect::<Vec<_>>();
    // What is new bears no id: a second click finds what the first has added.
    let named = questions.iter().enumerate().map(|(place, question)| {
        let id = question.id.or_else(|| is_asked.get(place)?.id);
        Question { id, ..question.clone() }
    });
    let named = named.collect::<Vec<_>>();
    domain::seen::check(domain::seen::QUESTIONS, seen, &is_asked, &named)?;
    if is_asked == named {
        return Ok(());
    }
    let is_kept = |id: Option<i64>| questions.iter().any(|question| question.id == id);
    for left in before.iter().filter(|question| !is_kept(question.id)) {
        execute!(tx, REMOVE, left.id).map_err(fault)?;
        execute!(tx, HIDE, left.id).map_err(fault)?;
    }
    for (position, question) in (0_i64..).zip(questions.iter().take(MOST_QUESTIONS)) {
        let texts = stored("event_question.texts", serde_json::to_string(&question.texts))?;
        let choices = stored("event_question.choices", serde_json::to_string(&question.choices))?;
        let (kind, needed) = (question.kind.code(), i64::from(question.needed));
        // A question of another event, or one that somebody else has removed meanwhile, is new here.
        match question.id.filter(|id| before.iter().any(|its| its.id == Some(*id))) {
            Some(id) => execute!(tx, CHANGE, id, position, kind, needed, texts, choices, entry),
            None => execute!(tx, ADD, entry, position, kind, needed, texts, choices),
        }
        .map_err(fault)?;
    }
    let said = |questions: &[Question]| {
        let asked = questions.iter().filter(|question| question.asked);
        asked.map(|question| question.text(Language::ALL[0])).collect::<Vec<_>>().join(" / ")
    };
    let (before, after) = (said(&before), said(questions));
    note(tx, staff, Entry { deed: Deed::Seats, subject: event.as_str(), before: &before, after: &after }, now).await
}
