//! What is asked of who registers, and what they have answered.

use std::collections::HashMap;

use domain::Error;
use domain::question::{Answer, AnswerKind, Question};
use sqlx::FromRow;

use crate::db::{Tx, on};
use crate::fault::fault;
use crate::stored::stored;

const QUESTIONS: &str = "
    select id, kind, needed, asked, texts, choices from event_question
    where entry_id = $1
    order by asked desc, position, id";

const ANSWERS: &str = "
    select question_id, answer from registration_answer
    where registration_id = $1 and answer <> ''
    order by question_id";

const ANSWERS_AT: &str = "
    select a.registration_id, a.question_id, a.answer
    from registration_answer a join registration r on r.id = a.registration_id
    where r.entry_id = $1 and a.answer <> ''
    order by a.question_id";

#[derive(FromRow)]
struct QuestionRow {
    id: i64,
    kind: String,
    needed: i64,
    asked: i64,
    texts: String,
    choices: String,
}

impl QuestionRow {
    fn question(self) -> Result<Question, Error> {
        Ok(Question {
            id: Some(self.id),
            kind: stored("event_question.kind", AnswerKind::from_code(&self.kind).ok_or(self.kind))?,
            needed: self.needed != 0,
            asked: self.asked != 0,
            texts: stored("event_question.texts", serde_json::from_str(&self.texts))?,
            choices: stored("event_question.choices", serde_json::from_str(&self.choices))?,
        })
    }
}

/// Every question of an event, those that are asked no longer last.
pub(super) async fn all(tx: &mut Tx, entry: i64) -> Result<Vec<Question>, Error> {
    let rows: Vec<QuestionRow> =
        on!(tx, |connection| sqlx::query_as(QUESTIONS).bind(entry).fetch_all(connection).await).map_err(fault)?;
    rows.into_iter().map(QuestionRow::question).collect()
}

/// Those that are asked.
pub(super) async fn asked(tx: &mut Tx, entry: i64) -> Result<Vec<Question>, Error> {
    Ok(all(tx, entry).await?.into_iter().filter(|question| question.asked).collect())
}

pub(super) async fn answers(tx: &mut Tx, registration: i64) -> Result<Vec<Answer>, Error> {
    let rows: Vec<(i64, String)> =
        on!(tx, |connection| sqlx::query_as(ANSWERS).bind(registration).fetch_all(connection).await).map_err(fault)?;
    Ok(rows.into_iter().map(|(question, text)| Answer { question, text }).collect())
}

/// The answers of everybody at an event, by registration.
pub(super) async fn answers_at(tx: &mut Tx, entry: i64) -> Result<HashMap<i64, Vec<Answer>>, Error> {
    let rows: Vec<(i64, i64, String)> =
        on!(tx, |connection| sqlx::query_as(ANSWERS_AT).bind(entry).fetch_all(connection).await).map_err(fault)?;
    let mut answers: HashMap<i64, Vec<Answer>> = HashMap::new();
    for (registration, question, text) in rows {
        answers.entry(registration).or_default().push(Answer { question, text });
    }
    Ok(answers)
}
