//! Rows that several ports read, and what they say: blocks, sessions and figures with their texts.

use domain::Error;
use domain::block::{Block, BlockKind, BlockText};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::programme::{Session, SessionText};
use sqlx::FromRow;

use crate::stored::stored;

/// A text of a block; the rows of a block follow each other.
#[derive(FromRow)]
pub(crate) struct BlockRow {
    id: i64,
    kind: String,
    language: String,
    markdown: String,
    made_from: Option<String>,
}

/// Blocks with their texts, in the order of the rows.
pub(crate) fn blocks(rows: Vec<BlockRow>) -> Result<Vec<Block>, Error> {
    let mut blocks: Vec<Block> = Vec::new();
    for row in rows {
        let language = stored("block_text.language", row.language.parse())?;
        let text = BlockText { markdown: row.markdown, made_from: row.made_from };
        match blocks.last_mut() {
            Some(block) if block.id == row.id => block.texts.set(language, text),
            _ => blocks.push(Block {
                id: row.id,
                kind: stored("block.kind", BlockKind::from_code(&row.kind).ok_or(row.kind))?,
                texts: Texts::from_iter([(language, text)]),
            }),
        }
    }
    Ok(blocks)
}

/// A text of a session; the rows of a session follow each other.
#[derive(FromRow)]
pub(crate) struct SessionRow {
    id: i64,
    day: i64,
    start_time: String,
    end_time: Option<String>,
    files: String,
    language: String,
    title: String,
    speakers: String,
    place: String,
    description: String,
    made_from: String,
}

/// Sessions with their texts, in the order of the rows.
pub(crate) fn sessions(rows: Vec<SessionRow>) -> Result<Vec<Session>, Error> {
    let mut sessions: Vec<Session> = Vec::new();
    for row in rows {
        let language = stored("programme_text.language", row.language.parse())?;
        let text = SessionText {
            title: row.title,
            speakers: row.speakers,
            place: row.place,
            description: row.description,
            made_from: stored("programme_text.made_from", serde_json::from_str(&row.made_from))?,
        };
        match sessions.last_mut() {
            Some(session) if session.id == row.id => session.texts.set(language, text),
            _ => sessions.push(Session {
                id: row.id,
                day: stored("programme_session.day", row.day.try_into())?,
                start: stored("programme_session.start_time", row.start_time.parse())?,
                end: row.end_time.map(|hour| stored("programme_session.end_time", hour.parse())).transpose()?,
                texts: Texts::from_iter([(language, text)]),
                files: row
                    .files
                    .split(' ')
                    .filter(|uid| !uid.is_empty())
                    .map(|uid| stored("programme_session.files", uid.parse()))
                    .collect::<Result<_, _>>()?,
            }),
        }
    }
    Ok(sessions)
}

/// The words of a figure; the rows of a figure follow each other.
#[derive(FromRow)]
pub(crate) struct FigureRow {
    pub(crate) id: i64,
    key: String,
    low: String,
    high: Option<String>,
    unit: String,
    year: String,
    source: String,
    url: Option<String>,
    country: Option<String>,
    language: String,
    label: String,
    note: Option<String>,
    /// Who says so, as the language of the row names them.
    named_source: Option<String>,
}

/// Figures with their words, in the order of the rows.
pub(crate) fn figures(rows: Vec<FigureRow>) -> Result<Vec<Figure>, Error> {
    let mut figures: Vec<(i64, Figure)> = Vec::new();
    for row in rows {
        let language = stored("figure_text.language", row.language.parse())?;
        let words = FigureWords { label: row.label, note: row.note, source: row.named_source };
        match figures.last_mut() {
            Some((last, figure)) if *last == row.id => figure.words.set(language, words),
            _ => figures.push((
                row.id,
                Figure {
                    key: stored("figure.key", row.key.parse())?,
                    low: row.low,
                    high: row.high,
                    unit: stored("figure.unit", Unit::from_code(&row.unit).ok_or(row.unit))?,
                    year: row.year,
                    source: row.source,
                    url: row.url,
                    country: row.country.map(|slug| stored("entry.slug", slug.parse())).transpose()?,
                    words: Texts::from_iter([(language, words)]),
                },
            )),
        }
    }
    Ok(figures.into_iter().map(|(_, figure)| figure).collect())
}
