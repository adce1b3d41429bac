//! Lists of entries of one kind.

use domain::Slug;
use domain::listing::{Listed, Listing, Order};
use jiff::Timestamp;

use super::{Candidate, language, live, one_each, part};
use crate::db::{Db, on};
use crate::fault::Halt;

const CANDIDATES: &str = concat!(
    "select e.id, d.language, e.source_language, d.sort_key, e.published_on, e.position",
    live!(
        " and e.kind = $2 and ($3 is null or exists (select 1 from entry_network l join entry n on n.id = l.network_id
            where l.entry_id = e.id and n.slug = $3))
          and ($4 is null or exists (select 1 from entry_country l join entry n on n.id = l.country_id
            where l.entry_id = e.id and n.slug = $4))
          and ($5 is null or substr(e.published_on, 1, 4) = $5)"
    )
);

pub(super) async fn list(db: &Db, listing: &Listing, now: Timestamp) -> Result<Listed, Halt> {
    let candidates: Vec<Candidate> = on!(db, |pool| sqlx::query_as(CANDIDATES)
        .bind(now.as_microsecond())
        .bind(listing.kind.code())
        .bind(listing.network.as_ref().map(Slug::as_str))
        .bind(listing.country.as_ref().map(Slug::as_str))
        .bind(listing.year.map(|year| format!("{year:04}")))
        .fetch_all(pool)
        .await)?;
    let mut rows = one_each(candidates, listing.language);
    match listing.order {
        Order::Newest => rows.sort_by(|a, b| {
            b.published_on.cmp(&a.published_on).then_with(|| a.sort_key.cmp(&b.sort_key)).then(a.id.cmp(&b.id))
        }),
        Order::Position => rows.sort_by(|a, b| {
            a.position.cmp(&b.position).then_with(|| a.sort_key.cmp(&b.sort_key)).then(a.id.cmp(&b.id))
        }),
    }
    let chosen = part(&rows, listing.offset, listing.limit)
        .iter()
        .map(|row| Ok((row.id, language(&row.language)?)))
        .collect::<Result<Vec<_>, Halt>>()?;
    Ok(Listed {
        total: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        items: super::summaries::summaries(db, &chosen).await?,
    })
}
