//! When somebody was here before.

use domain::Error;
use domain::session::VISIT;
use jiff::Timestamp;

use crate::db::{Db, execute, on};
use crate::fault::fault;
use crate::stored::instant;

const SEEN: &str = "select seen_at, seen_before from account where id = $1";

const NEW_VISIT: &str = "update account set seen_before = seen_at, seen_at = $2 where id = $1";
const SAME_VISIT: &str = "update account set seen_at = $2 where id = $1";

/// How exactly the last look is known, in microseconds: noting each would make every page a write.
const EXACTNESS: i64 = 5 * 60 * 1_000_000;

pub(super) async fn visit(db: &Db, account: i64, now: Timestamp) -> Result<Option<Timestamp>, Error> {
    let row: Option<(Option<i64>, Option<i64>)> =
        on!(db, |pool| sqlx::query_as(SEEN).bind(account).fetch_optional(pool).await).map_err(fault)?;
    let (seen, before) = row.ok_or(Error::NotFound)?;
    let at = now.as_microsecond();
    let gone = seen.map(|seen| at - seen);
    let is_new = gone.is_none_or(|gone| i128::from(gone) >= VISIT.as_micros());
    let before = if is_new { seen } else { before };
    if is_new || gone.is_some_and(|gone| gone >= EXACTNESS) {
        let sql = if is_new { NEW_VISIT } else { SAME_VISIT };
        // No page shows it but the dashboard of this person, which is kept by nobody.
        db.write_unseen(move |tx| Box::pin(async move { execute!(tx, sql, account, at).map(drop).map_err(fault) }))
            .await?;
    }
    before.map(|before| instant("account.seen_before", before)).transpose()
}
