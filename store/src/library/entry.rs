//! One entry with its body.

use domain::block::Block;
use domain::entry::{Details, Edition, Entry, Kind, Summary};
use domain::figure::Figure;
use domain::language::Texts;
use domain::programme::Session;
use domain::{Error, Language, Slug};
use jiff::Timestamp;

use super::identity::contact;
use super::summary::{EditionRow, SummaryRow};
use super::tombstone;
use crate::address::why_absent;
use crate::db::{Tx, on};
use crate::fault::fault;
use crate::rows::{self, BlockRow, FigureRow, SessionRow};

/// A page of one.
const SUMMARY: &str = page!(order "e.id", "where e.kind = $5 and e.slug = $6");

const EDITIONS: &str = concat!(
    visible!(),
    "select d.language, d.title, d.summary, d.picture_alt, d.words
    from live x
    join edition d on d.entry_id = x.entry_id and d.language = x.language
    where x.entry_id = $2"
);

/// Texts of an edition that readers may not see stay hidden with it.
const BLOCKS: &str = concat!(
    visible!(),
    "select b.id, b.kind, t.language, t.markdown, t.made_from
    from block b
    join block_text t on t.block_id = b.id
    join live x on x.entry_id = b.entry_id and x.language = t.language
    where b.entry_id = $2
    order by b.position, b.id"
);

/// A session is shown in the languages that readers may see, and not at all where none of them is its own.
const SESSIONS: &str = concat!(
    visible!(),
    "select s.id, s.day, s.start_time, s.end_time, s.files, t.language, t.title, t.speakers, t.place, t.description, t.made_from
    from programme_session s
    join programme_text t on t.session_id = s.id
    join live x on x.entry_id = s.entry_id and x.language = t.language
    where s.entry_id = $2
    order by s.day, s.start_time, s.id"
);

const FIGURES: &str = concat!(
    visible!(),
    "select f.id, f.key, f.low, f.high, f.unit, f.year, f.source, f.url, c.slug as country, t.language, t.label, t.note,
        t.source as named_source
    from figure f
    join figure_text t on t.figure_id = f.id
    join live x on x.entry_id = f.entry_id and x.language = t.language
    left join readable c on c.id = f.country_id
    where f.entry_id = $2
    order by f.position, f.id"
);

pub(super) async fn entry(
    tx: &mut Tx,
    kind: Kind,
    slug: &Slug,
    language: Language,
    now: Timestamp,
) -> Result<Entry, Error> {
    let Some(row) = summary(tx, kind, slug, language, now).await? else {
        let reason = why_absent(tx, kind, slug).await?;
        // An address does not tell the new name of what its reader may not see.
        let reason = match reason {
            Error::Moved(new) if summary(tx, kind, &new, language, now).await?.is_none() => Error::NotFound,
            reason => reason,
        };
        // What readers saw once does not vanish without a word.
        let is_withdrawn =
            reason == Error::NotFound && tombstone::tombstone(tx, kind, slug, language, now).await?.is_some();
        return Err(if is_withdrawn { Error::Gone } else { reason });
    };
    let source = row.source()?;
    let summary = row.summary()?;
    let contact = match &summary.details {
        Details::Network { contact: key, .. } | Details::News { contact: key, .. } => contact(tx, key).await?,
        _ => None,
    };
    Ok(Entry {
        source,
        editions: editions(tx, summary.id, now).await?,
        blocks: blocks(tx, summary.id, now).await?,
        figures: figures(tx, summary.id, now).await?,
        sessions: sessions(tx, &summary, now).await?,
        contact,
        files: crate::files::used(tx, summary.id).await?,
        summary,
    })
}

async fn summary(
    tx: &mut Tx,
    kind: Kind,
    slug: &Slug,
    language: Language,
    now: Timestamp,
) -> Result<Option<SummaryRow>, Error> {
    on!(tx, |connection| sqlx::query_as(SUMMARY)
        .bind(now.as_microsecond())
        .bind(language.code())
        .bind(1_i64)
        .bind(0_i64)
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_optional(connection)
        .await)
    .map_err(fault)
}

async fn editions(tx: &mut Tx, id: i64, now: Timestamp) -> Result<Texts<Edition>, Error> {
    let rows: Vec<EditionRow> =
        on!(tx, |connection| sqlx::query_as(EDITIONS).bind(now.as_microsecond()).bind(id).fetch_all(connection).await)
            .map_err(fault)?;
    rows.into_iter().map(EditionRow::edition).collect()
}

async fn blocks(tx: &mut Tx, id: i64, now: Timestamp) -> Result<Vec<Block>, Error> {
    let rows: Vec<BlockRow> =
        on!(tx, |connection| sqlx::query_as(BLOCKS).bind(now.as_microsecond()).bind(id).fetch_all(connection).await)
            .map_err(fault)?;
    rows::blocks(rows)
}

async fn sessions(tx: &mut Tx, summary: &Summary, now: Timestamp) -> Result<Vec<Session>, Error> {
    if summary.kind != Kind::Event {
        return Ok(Vec::new());
    }
    let rows: Vec<SessionRow> = on!(tx, |connection| sqlx::query_as(SESSIONS)
        .bind(now.as_microsecond())
        .bind(summary.id)
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    rows::sessions(rows)
}

async fn figures(tx: &mut Tx, id: i64, now: Timestamp) -> Result<Vec<Figure>, Error> {
    let rows: Vec<FigureRow> =
        on!(tx, |connection| sqlx::query_as(FIGURES).bind(now.as_microsecond()).bind(id).fetch_all(connection).await)
            .map_err(fault)?;
    rows::figures(rows)
}
