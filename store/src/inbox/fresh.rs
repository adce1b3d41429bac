//! What is new in the networks that somebody follows, however much they want to be told of it.

use domain::Error;
use domain::notice::Fresh;
use jiff::Timestamp;

use crate::db::{Db, on};
use crate::fault::fault;
use crate::library::shown::visible;
use crate::stored::{instant, stored};

/// An entry is as old as the first of its editions that is shown: a translation does not make it new.
const FRESH: &str = concat!(
    visible!(),
    "select e.kind, e.slug, min(d.publish_at) as since
    from readable e
    join live x on x.entry_id = e.id
    join edition d on d.entry_id = x.entry_id and d.language = x.language
    where exists (
        select 1 from entry_network l
        join readable n on n.id = l.network_id
        join account_network f on f.network_id = n.id
        where l.entry_id = e.id and f.account_id = $2)
    group by e.id, e.kind, e.slug
    order by since desc, e.id desc
    limit $3"
);

pub(super) async fn of_account(db: &Db, account: i64, limit: u32, now: Timestamp) -> Result<Vec<Fresh>, Error> {
    let rows: Vec<(String, String, i64)> = on!(db, |pool| sqlx::query_as(FRESH)
        .bind(now.as_microsecond())
        .bind(account)
        .bind(i64::from(limit))
        .fetch_all(pool)
        .await)
    .map_err(fault)?;
    rows.into_iter()
        .map(|(kind, slug, since)| {
            Ok(Fresh {
                kind: stored("entry.kind", kind.parse())?,
                slug: stored("entry.slug", slug.parse())?,
                since: instant("edition.publish_at", since)?,
            })
        })
        .collect()
}
