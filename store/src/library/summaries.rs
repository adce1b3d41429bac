//! Entries as lists show them, for a page of ids at once: four queries, however many rows.

use std::collections::HashMap;

use domain::entry::{Details, Edition, Summary};
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::{Language, Slug};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, FromRow};

use super::language;
use crate::db::{Db, on};
use crate::fault::{Halt, stored};

#[derive(FromRow)]
pub(super) struct EditionRow {
    pub id: i64,
    pub kind: String,
    pub slug: String,
    pub uid: String,
    pub published_on: Option<String>,
    pub picture: Option<String>,
    pub details: String,
    pub language: String,
    pub title: String,
    pub summary: String,
    pub picture_alt: String,
    pub words: String,
    pub updated_at: i64,
}

const EDITIONS: &str =
    "select e.id, e.kind, e.slug, e.uid, e.published_on, e.picture, e.details, d.language, d.title, d.summary,
    d.picture_alt, d.words, d.updated_at from entry e join edition d on d.entry_id = e.id where e.id in";
const NETWORKS: &str = "select l.entry_id, n.slug from entry_network l join entry n on n.id = l.network_id
    where n.deleted_at is null and l.entry_id in";
const COUNTRIES: &str = "select l.entry_id, n.slug from entry_country l join entry n on n.id = l.country_id
    where n.deleted_at is null and l.entry_id in";

#[derive(FromRow)]
struct TimeRow {
    entry_id: i64,
    start_date: String,
    start_time: Option<String>,
    end_date: String,
    end_time: Option<String>,
    zone: String,
    precision_code: String,
    state: String,
    mode: String,
    sequence: i64,
}

const TIMES: &str =
    "select entry_id, start_date, start_time, end_date, end_time, zone, precision_code, state, mode, sequence
    from event where entry_id in";

/// The ids as SQL takes them. They are numbers, so nothing can be smuggled in.
fn within(sql: &str, ids: &[i64], order: &str) -> AssertSqlSafe<String> {
    let ids = ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
    AssertSqlSafe(format!("{sql} ({ids}) {order}"))
}

/// Summaries in the order of the ids, each in the given language.
pub(super) async fn summaries(db: &Db, chosen: &[(i64, Language)]) -> Result<Vec<Summary>, Halt> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = chosen.iter().map(|(id, _)| *id).collect();
    let rows: Vec<EditionRow> = on!(db, |pool| sqlx::query_as(within(EDITIONS, &ids, "")).fetch_all(pool).await)?;
    let networks = links(db, NETWORKS, &ids).await?;
    let countries = links(db, COUNTRIES, &ids).await?;
    let times: Vec<TimeRow> = on!(db, |pool| sqlx::query_as(within(TIMES, &ids, "")).fetch_all(pool).await)?;
    let mut times = times
        .into_iter()
        .map(|row| Ok((row.entry_id, row.read()?)))
        .collect::<Result<HashMap<i64, EventTime>, Halt>>()?;
    let mut editions: HashMap<(i64, String), EditionRow> = HashMap::new();
    let mut updated: HashMap<i64, i64> = HashMap::new();
    for row in rows {
        let latest = updated.entry(row.id).or_insert(row.updated_at);
        *latest = row.updated_at.max(*latest);
        editions.insert((row.id, row.language.clone()), row);
    }
    let mut summaries = Vec::with_capacity(chosen.len());
    for (id, its) in chosen {
        let Some(row) = editions.remove(&(*id, its.code().to_owned())) else { continue };
        summaries.push(Summary {
            id: *id,
            kind: stored("entry.kind", row.kind.parse())?,
            slug: stored("entry.slug", row.slug.parse())?,
            language: language(&row.language)?,
            published: row.published_on.as_deref().map(|day| stored("entry.published_on", day.parse())).transpose()?,
            picture: row.picture.clone(),
            networks: networks.get(id).cloned().unwrap_or_default(),
            countries: countries.get(id).cloned().unwrap_or_default(),
            details: stored::<Details, _>("entry.details", serde_json::from_str(&row.details))?,
            time: times.remove(id),
            uid: row.uid.clone(),
            updated: instant(updated.get(id).copied().unwrap_or(row.updated_at))?,
            edition: row.edition()?,
        });
    }
    Ok(summaries)
}

impl EditionRow {
    pub(super) fn edition(self) -> Result<Edition, Halt> {
        Ok(Edition {
            title: self.title,
            summary: self.summary,
            picture_alt: self.picture_alt,
            words: stored("edition.words", serde_json::from_str(&self.words))?,
        })
    }
}

/// Every edition of one entry.
pub(super) async fn editions_of(db: &Db, id: i64) -> Result<Vec<EditionRow>, Halt> {
    Ok(on!(db, |pool| sqlx::query_as(within(EDITIONS, &[id], "")).fetch_all(pool).await)?)
}

async fn links(db: &Db, sql: &str, ids: &[i64]) -> Result<HashMap<i64, Vec<Slug>>, Halt> {
    let order = "order by l.entry_id, l.position";
    let rows: Vec<(i64, String)> = on!(db, |pool| sqlx::query_as(within(sql, ids, order)).fetch_all(pool).await)?;
    let mut links: HashMap<i64, Vec<Slug>> = HashMap::new();
    for (id, slug) in rows {
        links.entry(id).or_default().push(stored("entry.slug", slug.parse())?);
    }
    Ok(links)
}

/// An instant as it is stored.
pub(super) fn instant(micros: i64) -> Result<Timestamp, Halt> {
    stored("instant", Timestamp::from_microsecond(micros))
}

impl TimeRow {
    fn read(&self) -> Result<EventTime, Halt> {
        let hour = |text: &Option<String>| text.as_deref().map(|text| stored("event.time", text.parse())).transpose();
        let code = |column: &str| Halt::Corrupt(format!("event.{column}"));
        Ok(EventTime {
            start: stored("event.start_date", self.start_date.parse())?,
            start_time: hour(&self.start_time)?,
            end: stored("event.end_date", self.end_date.parse())?,
            end_time: hour(&self.end_time)?,
            zone: self.zone.clone(),
            precision: Precision::from_code(&self.precision_code).ok_or_else(|| code("precision_code"))?,
            state: EventState::from_code(&self.state).ok_or_else(|| code("state"))?,
            mode: Mode::from_code(&self.mode).ok_or_else(|| code("mode"))?,
            sequence: i32::try_from(self.sequence).unwrap_or(i32::MAX),
        })
    }
}
