//! Lists of entries of one kind.

use domain::listing::{Listed, Listing, Order};
use domain::{Error, Slug};
use jiff::Timestamp;

use super::summary::{SummaryRow, listed, total};
use crate::db::{Db, on};
use crate::fault::fault;

/// Of the kind `$7` and, where they are given, of the year `$8` and of the author `$9`, by whatever edition readers see.
macro_rules! of_kind {
    () => {
        concat!(
            "where e.kind = $7 and ",
            of_year!("e.published_on"),
            " and ($9 is null or exists (
                select 1 from live x join edition a on a.entry_id = x.entry_id and a.language = x.language
                where x.entry_id = e.id and a.author = $9))
              and ",
            linked!()
        )
    };
}

const NEWEST: &str = page!(order "e.published_on desc nulls last", of_kind!());
const ARRANGED: &str = page!(order "e.position", of_kind!());

pub(super) async fn list(db: &Db, listing: &Listing, now: Timestamp) -> Result<Listed, Error> {
    let rows = page(db, listing, now).await?;
    let first = Listing { offset: 0, limit: 1, ..listing.clone() };
    let is_first = listing.offset == 0 && listing.limit > 0;
    let total = total(&rows, is_first, page(db, &first, now)).await?;
    listed(total, rows)
}

async fn page(db: &Db, listing: &Listing, now: Timestamp) -> Result<Vec<SummaryRow>, Error> {
    let sql = match listing.order {
        Order::Newest => NEWEST,
        Order::Position => ARRANGED,
    };
    on!(db, |pool| sqlx::query_as(sql)
        .bind(now.as_microsecond())
        .bind(listing.language.code())
        .bind(i64::from(listing.limit))
        .bind(i64::from(listing.offset))
        .bind(listing.network.as_ref().map(Slug::as_str))
        .bind(listing.country.as_ref().map(Slug::as_str))
        .bind(listing.kind.code())
        .bind(listing.year.map(|year| format!("{year:04}")))
        .bind(listing.author.as_deref())
        .fetch_all(pool)
        .await)
    .map_err(fault)
}
