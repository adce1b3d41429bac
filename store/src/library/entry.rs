//! One entry with its body.

use std::collections::HashMap;

use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Details, Entry, Kind};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use super::{Candidate, identity, language, live, one_each, summaries};
use crate::db::{Db, on};
use crate::fault::{Halt, stored};

const LIVE: &str = concat!(
    "select e.id, d.language, e.source_language, d.sort_key, e.published_on, e.position",
    live!(" and e.kind = $2 and e.slug = $3")
);
const DELETED: &str = "select deleted_at from entry where kind = $1 and slug = $2";
const REDIRECT: &str = "select e.slug, e.deleted_at from redirect r join entry e on e.id = r.entry_id
    where r.kind = $1 and r.slug = $2";
const BLOCKS: &str = "select b.id, b.kind, t.language, t.markdown, t.made_from from block b
    join block_text t on t.block_id = b.id where b.entry_id = $1 order by b.position, b.id";
const FIGURES: &str =
    "select f.id, f.low, f.high, f.unit, f.year, f.source, f.url, f.country, t.language, t.label, t.note
    from figure f join figure_text t on t.figure_id = f.id where f.entry_id = $1 order by f.position, f.id";

pub(super) async fn entry(db: &Db, kind: Kind, slug: &Slug, wanted: Language, now: Timestamp) -> Result<Entry, Halt> {
    let candidates: Vec<Candidate> = on!(db, |pool| sqlx::query_as(LIVE)
        .bind(now.as_microsecond())
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_all(pool)
        .await)?;
    let live: Vec<String> = candidates.iter().map(|candidate| candidate.language.clone()).collect();
    let Some(best) = one_each(candidates, wanted).pop() else {
        return Err(why_absent(db, kind, slug).await?.into());
    };
    let shown = language(&best.language)?;
    let summary = summaries::summaries(db, &[(best.id, shown)]).await?.pop().ok_or(Error::NotFound)?;
    let mut editions = Texts::default();
    for row in summaries::editions_of(db, best.id).await?.into_iter().filter(|row| live.contains(&row.language)) {
        editions.set(language(&row.language)?, row.edition()?);
    }
    let contact = match &summary.details {
        Details::Network { contact, .. } | Details::News { contact, .. } => identity::contact(db, contact).await?,
        _ => None,
    };
    Ok(Entry {
        source: language(&best.source_language)?,
        editions,
        blocks: blocks(db, best.id, &live).await?,
        figures: figures(db, best.id).await?,
        contact,
        summary,
    })
}

/// Deleted, renamed, or never there.
async fn why_absent(db: &Db, kind: Kind, slug: &Slug) -> Result<Error, Halt> {
    let at_address: Option<(Option<i64>,)> =
        on!(db, |pool| sqlx::query_as(DELETED).bind(kind.code()).bind(slug.as_str()).fetch_optional(pool).await)?;
    if let Some((deleted,)) = at_address {
        return Ok(if deleted.is_some() { Error::Gone } else { Error::NotFound });
    }
    let redirect: Option<(String, Option<i64>)> =
        on!(db, |pool| sqlx::query_as(REDIRECT).bind(kind.code()).bind(slug.as_str()).fetch_optional(pool).await)?;
    Ok(match redirect {
        None => Error::NotFound,
        Some((_, Some(_))) => Error::Gone,
        Some((slug, None)) => Error::Moved(stored("entry.slug", slug.parse())?),
    })
}

/// Texts of languages that are not published stay hidden, block by block too.
async fn blocks(db: &Db, id: i64, live: &[String]) -> Result<Vec<Block>, Halt> {
    let rows: Vec<(i64, String, String, String, Option<String>)> =
        on!(db, |pool| sqlx::query_as(BLOCKS).bind(id).fetch_all(pool).await)?;
    let mut blocks: Vec<Block> = Vec::new();
    for (id, kind, code, markdown, made_from) in rows.into_iter().filter(|row| live.contains(&row.2)) {
        if blocks.last().is_none_or(|block| block.id != id) {
            let kind = BlockKind::from_code(&kind).ok_or_else(|| Halt::Corrupt("block.kind".to_owned()))?;
            blocks.push(Block { id, kind, texts: Texts::default() });
        }
        if let Some(block) = blocks.last_mut() {
            block.texts.set(language(&code)?, BlockText { markdown, made_from });
        }
    }
    Ok(blocks)
}

#[derive(FromRow)]
struct FigureRow {
    id: i64,
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
}

async fn figures(db: &Db, id: i64) -> Result<Vec<Figure>, Halt> {
    let rows: Vec<FigureRow> = on!(db, |pool| sqlx::query_as(FIGURES).bind(id).fetch_all(pool).await)?;
    let mut figures: Vec<Figure> = Vec::new();
    let mut places: HashMap<i64, usize> = HashMap::new();
    for row in rows {
        let place = *places.entry(row.id).or_insert(figures.len());
        if place == figures.len() {
            figures.push(Figure {
                low: row.low,
                high: row.high,
                unit: Unit::from_code(&row.unit).ok_or_else(|| Halt::Corrupt("figure.unit".to_owned()))?,
                year: row.year,
                source: row.source,
                url: row.url,
                country: row.country.map(|slug| stored("figure.country", slug.parse())).transpose()?,
                words: Texts::default(),
            });
        }
        figures[place].words.set(language(&row.language)?, FigureWords { label: row.label, note: row.note });
    }
    Ok(figures)
}
