//! Lists of events.

use std::collections::HashMap;

use domain::Slug;
use domain::event::Mode;
use domain::listing::{EventListing, Listed, When};
use jiff::Timestamp;

use super::{Candidate, language, one_each, part};
use crate::db::{Db, on};
use crate::fault::Halt;

#[derive(sqlx::FromRow)]
struct EventCandidate {
    #[sqlx(flatten)]
    candidate: Candidate,
    starts_at: i64,
}

const CANDIDATES: &str =
    "select e.id, d.language, e.source_language, d.sort_key, e.published_on, e.position, v.starts_at
    from entry e join edition d on d.entry_id = e.id join event v on v.entry_id = e.id
    where e.deleted_at is null and e.visibility = 'public' and d.state = 'published' and d.publish_at <= $1
      and (d.unpublish_at is null or d.unpublish_at > $1)
      and ($2 is null or exists (select 1 from entry_network l join entry n on n.id = l.network_id
        where l.entry_id = e.id and n.slug = $2))
      and ($3 is null or exists (select 1 from entry_country l join entry n on n.id = l.country_id
        where l.entry_id = e.id and n.slug = $3))
      and ($4 is null or v.mode = $4)
      and ($5 is null or v.end_date >= $5) and ($6 is null or v.start_date <= $6)
      and ($7 = 'all' or ($7 = 'next' and v.ends_at > $1) or ($7 = 'past' and v.ends_at <= $1))";

pub(super) async fn events(db: &Db, listing: &EventListing, now: Timestamp) -> Result<Listed, Halt> {
    let when = match listing.when {
        None => "all",
        Some(When::Next) => "next",
        Some(When::Past) => "past",
    };
    let rows: Vec<EventCandidate> = on!(db, |pool| sqlx::query_as(CANDIDATES)
        .bind(now.as_microsecond())
        .bind(listing.network.as_ref().map(Slug::as_str))
        .bind(listing.country.as_ref().map(Slug::as_str))
        .bind(listing.mode.map(Mode::code))
        .bind(listing.within.map(|(first, _)| first.to_string()))
        .bind(listing.within.map(|(_, last)| last.to_string()))
        .bind(when)
        .fetch_all(pool)
        .await)?;
    let starts: HashMap<i64, i64> = rows.iter().map(|row| (row.candidate.id, row.starts_at)).collect();
    let mut rows = one_each(rows.into_iter().map(|row| row.candidate).collect(), listing.language);
    rows.sort_by(|a, b| {
        let by_time = starts[&a.id].cmp(&starts[&b.id]);
        let by_time = if listing.when == Some(When::Past) { by_time.reverse() } else { by_time };
        by_time.then_with(|| a.sort_key.cmp(&b.sort_key)).then(a.id.cmp(&b.id))
    });
    let chosen = part(&rows, listing.offset, listing.limit)
        .iter()
        .map(|row| Ok((row.id, language(&row.language)?)))
        .collect::<Result<Vec<_>, Halt>>()?;
    Ok(Listed {
        total: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        items: super::summaries::summaries(db, &chosen).await?,
    })
}
