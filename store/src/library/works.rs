//! Publications that name each other: newer versions, and editions in other languages.

use domain::entry::{Details, Summary};
use domain::tombstone::LinkedWorks;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use super::summary::SummaryRow;
use crate::db::{Tx, on};
use crate::fault::fault;

/// The publication that a slug names, now or formerly.
const NAMED: &str = "
    select e.id from entry e
    where e.kind = 'publication'
      and (e.slug = $1 or e.id = (select r.entry_id from redirect r where r.kind = 'publication' and r.slug = $1))";

/// Those that name the publication `$1`, by any address that it bears or bore. The details are JSON without blanks, and a slug
/// has no sign that `like` reads otherwise, so that the pair stands in them just like this.
const NAMING: &str = "
    with name as (
        select e.slug from entry e where e.id = $1
        union all
        select r.slug from redirect r where r.entry_id = $1
    )
    select e.id,
        case when exists (select 1 from name n where e.details like '%\"replaces\":\"' || n.slug || '\"%')
            then 1 else 0 end as replaces,
        case when exists (select 1 from name n where e.details like '%\"edition_of\":\"' || n.slug || '\"%')
            then 1 else 0 end as is_edition
    from entry e
    where e.kind = 'publication' and exists (select 1 from name n
        where e.details like '%\"replaces\":\"' || n.slug || '\"%' or e.details like '%\"edition_of\":\"' || n.slug || '\"%')
    order by e.id";

const SUMMARY: &str = page!(order "e.id", "where e.id = $5");

#[derive(FromRow)]
struct NamingRow {
    id: i64,
    replaces: i32,
    is_edition: i32,
}

pub(super) async fn linked(
    tx: &mut Tx,
    of: &Summary,
    language: Language,
    now: Timestamp,
) -> Result<LinkedWorks, Error> {
    let Details::Publication { replaces, edition_of, .. } = &of.details else { return Ok(LinkedWorks::default()) };
    let mut linked = LinkedWorks::default();
    if let Some(slug) = replaces
        && let Some(id) = named(tx, slug).await?.filter(|id| *id != of.id)
    {
        linked.replaces = summary(tx, id, language, now).await?;
    }
    // The edition that the others are of; a work that names none may be it.
    let first = match edition_of {
        Some(slug) => named(tx, slug).await?.unwrap_or(of.id),
        None => of.id,
    };
    let mut editions = vec![first];
    for row in naming(tx, first).await?.into_iter().filter(|row| row.is_edition != 0) {
        editions.push(row.id);
    }
    for id in editions.into_iter().filter(|id| *id != of.id) {
        linked.editions.extend(summary(tx, id, language, now).await?);
    }
    for row in naming(tx, of.id).await?.into_iter().filter(|row| row.replaces != 0 && row.id != of.id) {
        linked.replaced_by.extend(summary(tx, row.id, language, now).await?);
    }
    Ok(linked)
}

/// The publication that a slug names, now or formerly; deleted or not.
pub(crate) async fn named(tx: &mut Tx, slug: &Slug) -> Result<Option<i64>, Error> {
    on!(tx, |connection| sqlx::query_scalar(NAMED).bind(slug.as_str()).fetch_optional(connection).await).map_err(fault)
}

async fn naming(tx: &mut Tx, id: i64) -> Result<Vec<NamingRow>, Error> {
    on!(tx, |connection| sqlx::query_as(NAMING).bind(id).fetch_all(connection).await).map_err(fault)
}

/// A publication as a list shows it; none where readers do not see it.
async fn summary(tx: &mut Tx, id: i64, language: Language, now: Timestamp) -> Result<Option<Summary>, Error> {
    let row: Option<SummaryRow> = on!(tx, |connection| sqlx::query_as(SUMMARY)
        .bind(now.as_microsecond())
        .bind(language.code())
        .bind(1_i64)
        .bind(0_i64)
        .bind(id)
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    row.map(SummaryRow::summary).transpose()
}
