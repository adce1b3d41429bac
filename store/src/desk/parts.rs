//! Everything that hangs on an entry's row: editions, body, figures, time, links, and what they leave behind.

use domain::block::Block;
use domain::entry::{Edition, Kind};
use domain::event::EventTime;
use domain::figure::Figure;
use domain::fold::fold;
use domain::pack::EntryDraft;
use domain::{Error, Language, Slug};
use serde_json::json;

use super::fields::first_changes;
use super::search;
use super::trace::{self, Deed};
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::registrations::write_rules;
use crate::stored::stored;
use crate::targets::Targets;

const EDITION: &str = "
    insert into edition (entry_id, language, title, summary, picture_alt, words, state, publish_at, updated_at, sort_key)
    values ($1, $2, $3, $4, $5, $6, 'published', $7, $7, $8)";

const BLOCK: &str = "insert into block (entry_id, position, kind) values ($1, $2, $3) returning id";

const BLOCK_TEXT: &str = "
    insert into block_text (block_id, language, markdown, made_from, updated_at)
    values ($1, $2, $3, $4, $5)";

const FIGURE: &str = "
    insert into figure (entry_id, position, low, high, unit, year, source, url, country_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    returning id";

const FIGURE_TEXT: &str = "insert into figure_text (figure_id, language, label, note) values ($1, $2, $3, $4)";

const EVENT: &str = "
    insert into event (entry_id, start_date, start_time, end_date, end_time, zone, precision_code, state, mode, sequence,
        starts_at, ends_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// A slug that is named twice counts where it stands first.
const NETWORK: &str = "
    insert into entry_network (entry_id, network_id, position) values ($1, $2, $3)
    on conflict (entry_id, network_id) do nothing";

const COUNTRY: &str = "
    insert into entry_country (entry_id, country_id, position) values ($1, $2, $3)
    on conflict (entry_id, country_id) do nothing";

pub(super) async fn write(
    tx: &mut Tx,
    id: i64,
    draft: &EntryDraft,
    targets: &Targets,
    deed: &Deed,
) -> Result<(), Error> {
    for (language, edition) in draft.editions.iter() {
        write_edition(tx, id, language, edition, deed).await?;
        search::write_document(tx, id, draft, language, edition).await?;
    }
    let mut blocks = Vec::with_capacity(draft.blocks.len());
    for (position, block) in (0..).zip(&draft.blocks) {
        blocks.push(write_block(tx, id, position, block, deed).await?);
    }
    let mut figures = Vec::with_capacity(draft.figures.len());
    for (position, figure) in (0..).zip(&draft.figures) {
        figures.push(write_figure(tx, id, position, figure, targets).await?);
    }
    if let Some(time) = &draft.time {
        write_time(tx, id, time).await?;
    }
    if let Some(rules) = draft.seats {
        write_rules(tx, id, rules).await?;
    }
    for (position, slug) in (0..).zip(&draft.networks) {
        let network = targets.id(Kind::Network, slug, "networks")?;
        write_link(tx, NETWORK, id, network, position).await?;
    }
    for (position, slug) in (0..).zip(&draft.countries) {
        let country = targets.id(Kind::Country, slug, "countries")?;
        write_link(tx, COUNTRY, id, country, position).await?;
    }
    let changes = first_changes(draft, &blocks, &figures)?;
    let payload = json!({ "entry": id, "kind": draft.kind, "slug": draft.slug });
    trace::leave(tx, id, deed, &changes, "entry.created", &payload).await
}

async fn write_edition(
    tx: &mut Tx,
    entry: i64,
    language: Language,
    edition: &Edition,
    deed: &Deed,
) -> Result<(), Error> {
    let words = stored("edition.words", serde_json::to_string(&edition.words))?;
    execute!(
        tx,
        EDITION,
        entry,
        language.code(),
        &edition.title,
        &edition.summary,
        &edition.picture_alt,
        words,
        deed.at(),
        fold(&edition.title)
    )
    .map_err(fault)?;
    Ok(())
}

async fn write_block(tx: &mut Tx, entry: i64, position: i64, block: &Block, deed: &Deed) -> Result<i64, Error> {
    let id: i64 = on!(tx, |connection| sqlx::query_scalar(BLOCK)
        .bind(entry)
        .bind(position)
        .bind(block.kind.code())
        .fetch_one(connection)
        .await)
    .map_err(fault)?;
    for (language, text) in block.texts.iter() {
        execute!(tx, BLOCK_TEXT, id, language.code(), &text.markdown, &text.made_from, deed.at()).map_err(fault)?;
    }
    Ok(id)
}

async fn write_figure(
    tx: &mut Tx,
    entry: i64,
    position: i64,
    figure: &Figure,
    targets: &Targets,
) -> Result<i64, Error> {
    let country = |slug: &Slug| targets.id(Kind::Country, slug, "figures.country");
    let country = figure.country.as_ref().map(country).transpose()?;
    let id: i64 = on!(tx, |connection| sqlx::query_scalar(FIGURE)
        .bind(entry)
        .bind(position)
        .bind(&figure.low)
        .bind(&figure.high)
        .bind(figure.unit.code())
        .bind(&figure.year)
        .bind(&figure.source)
        .bind(&figure.url)
        .bind(country)
        .fetch_one(connection)
        .await)
    .map_err(fault)?;
    for (language, words) in figure.words.iter() {
        execute!(tx, FIGURE_TEXT, id, language.code(), &words.label, &words.note).map_err(fault)?;
    }
    Ok(id)
}

async fn write_time(tx: &mut Tx, entry: i64, time: &EventTime) -> Result<(), Error> {
    let starts_at = stored("event.starts_at", time.starts_at())?;
    let ends_at = stored("event.ends_at", time.ends_at())?;
    execute!(
        tx,
        EVENT,
        entry,
        time.start.to_string(),
        time.start_time.map(|hour| hour.to_string()),
        time.end.to_string(),
        time.end_time.map(|hour| hour.to_string()),
        &time.zone,
        time.precision.code(),
        time.state.code(),
        time.mode.code(),
        i64::from(time.sequence),
        starts_at.as_microsecond(),
        ends_at.as_microsecond()
    )
    .map_err(fault)?;
    Ok(())
}

async fn write_link(tx: &mut Tx, sql: &'static str, entry: i64, target: i64, position: i64) -> Result<(), Error> {
    execute!(tx, sql, entry, target, position).map_err(fault)?;
    Ok(())
}
