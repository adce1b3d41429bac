//! Entries that are known already, as lists show them.

use domain::entry::Summary;
use domain::{Error, Language};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use super::summary::SummaryRow;
use crate::db::{Db, on};
use crate::fault::fault;

const SOME: &str = page!(order "e.id", "where e.id in ({ids})");

/// Of these entries those that readers may see, in no order.
pub(crate) async fn summaries(
    db: &Db,
    entries: &[i64],
    language: Language,
    now: Timestamp,
) -> Result<Vec<Summary>, Error> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (5..5 + entries.len()).map(|number| format!("${number}")).collect();
    let sql = SOME.replace("{ids}", &places.join(", "));
    let rows: Vec<SummaryRow> = on!(db, |pool| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql))
            .bind(now.as_microsecond())
            .bind(language.code())
            .bind(i64::try_from(entries.len()).unwrap_or(i64::MAX))
            .bind(0_i64);
        for entry in entries {
            query = query.bind(*entry);
        }
        query.fetch_all(pool).await
    })
    .map_err(fault)?;
    rows.into_iter().map(SummaryRow::summary).collect()
}
