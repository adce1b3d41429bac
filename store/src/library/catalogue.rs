//! Entries of every kind in one list, and where the entry of an identifier is.

use async_trait::async_trait;
use domain::catalogue::{Catalogue, Catalogued};
use domain::entry::Kind;
use domain::fold::fold;
use domain::listing::Listed;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use super::summary::{SummaryRow, listed, total};
use crate::db::{Db, on};
use crate::fault::fault;
use crate::stored::stored;

/// Where it is given, of the kind `$7` and of the year `$8`; where `$9` is 1, with an edition in the language asked for.
const EVERYTHING: &str = page!(
    order "e.id",
    concat!(
        "left join event t on t.entry_id = e.id
        where ($7 is null or e.kind = $7) and ",
        of_year!("coalesce(t.start_date, e.published_on)"),
        " and ($9 = 0 or d.language = $2) and ",
        linked!()
    )
);

const AUTHORS: &str = concat!(
    visible!(),
    "select distinct d.author
    from live x
    join readable e on e.id = x.entry_id
    join edition d on d.entry_id = x.entry_id and d.language = x.language
    where e.kind = $2 and x.language = $3 and d.author <> ''"
);

const PLACE: &str = "select kind, slug, deleted_at from entry where uid = $1";

#[derive(FromRow)]
struct PlaceRow {
    kind: String,
    slug: String,
    deleted_at: Option<i64>,
}

#[async_trait]
impl Catalogue for Db {
    async fn everything(&self, listing: &Catalogued, now: Timestamp) -> Result<Listed, Error> {
        let rows = page(self, listing, now).await?;
        let first = Catalogued { offset: 0, limit: 1, ..listing.clone() };
        let is_first = listing.offset == 0 && listing.limit > 0;
        let total = total(&rows, is_first, page(self, &first, now)).await?;
        listed(total, rows)
    }

    async fn authors(&self, kind: Kind, language: Language, now: Timestamp) -> Result<Vec<String>, Error> {
        let mut authors: Vec<String> = on!(self, |pool| sqlx::query_scalar(AUTHORS)
            .bind(now.as_microsecond())
            .bind(kind.code())
            .bind(language.code())
            .fetch_all(pool)
            .await)
        .map_err(fault)?;
        authors.sort_by_cached_key(|author| fold(author));
        Ok(authors)
    }

    async fn place_of(&self, uid: &str) -> Result<(Kind, Slug), Error> {
        let row: Option<PlaceRow> =
            on!(self, |pool| sqlx::query_as(PLACE).bind(uid).fetch_optional(pool).await).map_err(fault)?;
        let row = row.ok_or(Error::NotFound)?;
        if row.deleted_at.is_some() {
            return Err(Error::Gone);
        }
        Ok((stored("entry.kind", row.kind.parse())?, stored("entry.slug", row.slug.parse())?))
    }
}

async fn page(db: &Db, listing: &Catalogued, now: Timestamp) -> Result<Vec<SummaryRow>, Error> {
    on!(db, |pool| sqlx::query_as(EVERYTHING)
        .bind(now.as_microsecond())
        .bind(listing.language.code())
        .bind(i64::from(listing.limit))
        .bind(i64::from(listing.offset))
        .bind(listing.network.as_ref().map(Slug::as_str))
        .bind(listing.country.as_ref().map(Slug::as_str))
        .bind(listing.kind.map(Kind::code))
        .bind(listing.year.map(|year| format!("{year:04}")))
        .bind(i64::from(listing.only))
        .fetch_all(pool)
        .await)
    .map_err(fault)
}
