//! Lists of events.

use domain::event::Mode;
use domain::listing::{EventListing, Listed, When};
use domain::{Error, Slug};
use jiff::Timestamp;

use super::summary::{SummaryRow, listed, total};
use crate::db::{Db, on};
use crate::fault::fault;

/// Where they are given, of the mode `$7` and with a day from `$8` to `$9`.
macro_rules! of_period {
    ($when:literal) => {
        concat!(
            "join event t on t.entry_id = e.id
            where ($7 is null or t.mode = $7)
              and ($8 is null or t.end_date >= $8) and ($9 is null or t.start_date <= $9) and ",
            $when,
            linked!()
        )
    };
}

const ALL: &str = page!(order "t.starts_at", of_period!(""));
const NEXT: &str = page!(order "t.starts_at", of_period!("t.ends_at > $1 and "));
const HELD: &str = page!(
    order "case when t.state = 'scheduled' then 0 else 1 end, t.starts_at",
    of_period!("t.ends_at > $1 and ")
);
const PAST: &str = page!(order "t.starts_at desc", of_period!("t.ends_at <= $1 and "));

pub(super) async fn events(db: &Db, listing: &EventListing, now: Timestamp) -> Result<Listed, Error> {
    let rows = page(db, listing, now).await?;
    let first = EventListing { offset: 0, limit: 1, ..listing.clone() };
    let is_first = listing.offset == 0 && listing.limit > 0;
    let total = total(&rows, is_first, page(db, &first, now)).await?;
    listed(total, rows)
}

async fn page(db: &Db, listing: &EventListing, now: Timestamp) -> Result<Vec<SummaryRow>, Error> {
    let sql = match listing.when {
        None => ALL,
        Some(When::Next) if listing.held_first => HELD,
        Some(When::Next) => NEXT,
        Some(When::Past) => PAST,
    };
    on!(db, |pool| sqlx::query_as(sql)
        .bind(now.as_microsecond())
        .bind(listing.language.code())
        .bind(i64::from(listing.limit))
        .bind(i64::from(listing.offset))
        .bind(listing.network.as_ref().map(Slug::as_str))
        .bind(listing.country.as_ref().map(Slug::as_str))
        .bind(listing.mode.map(Mode::code))
        .bind(listing.within.map(|(first, _)| first.to_string()))
        .bind(listing.within.map(|(_, last)| last.to_string()))
        .fetch_all(pool)
        .await)
    .map_err(fault)
}
