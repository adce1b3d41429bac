//! Entries of every state, as the desk lists them.

use domain::entry::EditionState;
use domain::fold::fold;
use domain::language::Texts;
use domain::manuscript::{DeskItem, EditionItem, ItemFilter, Publication};
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::FromRow;

use crate::db::{Db, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// Which are asked for: of the kind `$1`, of the network `$2`, in the bin (`$3` is 1) or not, last saved before `$4`.
const ITEMS: &str = "
    select e.id, e.kind, e.slug, e.source_language, e.updated_at, x.language, x.title, x.state, x.publish_at, x.unpublish_at,
        x.parts_current, x.parts_in_all, t.start_date, t.end_date
    from entry e
    left join edition x on x.entry_id = e.id
    left join event t on t.entry_id = e.id
    where ($1 is null or e.kind = $1)
      and ($2 is null or exists (
        select 1 from entry_network l join entry n on n.id = l.network_id where l.entry_id = e.id and n.slug = $2))
      and ($3 = 1) = (e.deleted_at is not null)
      and ($4 is null or e.updated_at <= $4)
    order by e.updated_at desc, e.id desc, x.language";

#[derive(FromRow)]
struct ItemRow {
    id: i64,
    kind: String,
    slug: String,
    source_language: String,
    updated_at: i64,
    language: Option<String>,
    title: Option<String>,
    state: Option<String>,
    publish_at: Option<i64>,
    unpublish_at: Option<i64>,
    parts_current: Option<i64>,
    parts_in_all: Option<i64>,
    start_date: Option<String>,
    end_date: Option<String>,
}

pub(super) async fn items(db: &Db, filter: &ItemFilter, now: Timestamp) -> Result<Vec<DeskItem>, Error> {
    let rows: Vec<ItemRow> = on!(db, |pool| sqlx::query_as(ITEMS)
        .bind(filter.kind.map(domain::entry::Kind::code))
        .bind(filter.network.as_ref().map(Slug::as_str))
        .bind(i64::from(filter.in_bin))
        .bind(filter.untouched_since.map(Timestamp::as_microsecond))
        .fetch_all(pool)
        .await)
    .map_err(fault)?;
    let mut items: Vec<(i64, DeskItem)> = Vec::new();
    for row in rows {
        let edition = edition(&row)?;
        match items.last_mut() {
            Some((id, item)) if *id == row.id => {
                if let Some((language, edition)) = edition {
                    item.editions.set(language, edition);
                }
            }
            _ => items.push((
                row.id,
                DeskItem {
                    kind: stored("entry.kind", row.kind.parse())?,
                    slug: stored("entry.slug", row.slug.parse())?,
                    source: stored("entry.source_language", row.source_language.parse())?,
                    editions: edition.into_iter().collect::<Texts<_>>(),
                    days: days(&row)?,
                    updated: instant("entry.updated_at", row.updated_at)?,
                },
            )),
        }
    }
    let words = fold(&filter.words);
    let has_words = |item: &DeskItem| {
        let titles = item.editions.iter().map(|(_, edition)| fold(&edition.title)).collect::<Vec<_>>().join(" ");
        words.split(' ').all(|word| titles.contains(word))
    };
    let stands_so = |item: &DeskItem| filter.standing.is_none_or(|wanted| item.stands(wanted, filter.language, now));
    Ok(items.into_iter().map(|(_, item)| item).filter(has_words).filter(stands_so).collect())
}

fn days(row: &ItemRow) -> Result<Option<(Date, Date)>, Error> {
    let (Some(start), Some(end)) = (&row.start_date, &row.end_date) else { return Ok(None) };
    Ok(Some((stored("event.start_date", start.parse())?, stored("event.end_date", end.parse())?)))
}

fn edition(row: &ItemRow) -> Result<Option<(Language, EditionItem)>, Error> {
    let (Some(language), Some(state)) = (&row.language, &row.state) else { return Ok(None) };
    let at = |column, at: Option<i64>| at.map(|at| instant(column, at)).transpose();
    let number = |number: Option<i64>| u32::try_from(number.unwrap_or(0)).unwrap_or(0);
    Ok(Some((
        stored("edition.language", language.parse())?,
        EditionItem {
            title: row.title.clone().unwrap_or_default(),
            publication: Publication {
                state: stored("edition.state", EditionState::from_code(state).ok_or(state))?,
                publish_at: at("edition.publish_at", row.publish_at)?,
                unpublish_at: at("edition.unpublish_at", row.unpublish_at)?,
            },
            progress: (number(row.parts_current), number(row.parts_in_all)),
        },
    )))
}
