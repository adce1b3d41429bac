//! The digest, a letter a day or a week: whose is due, and what it names.

use domain::Error;
use domain::notice::{DueDigest, Every, LOOK_BACK, News};
use jiff::Timestamp;
use serde_json::json;

use crate::db::{Db, Tx, execute, on};
use crate::effect;
use crate::fault::fault;
use crate::library::shown::visible;
use crate::stored::{instant, stored};

/// Whether somebody's digest is due: `$1` and `$2` are a day and a week ago.
macro_rules! is_due {
    () => {
        "coalesce(digest_at, created_at) <= case digest_every when 'day' then $1 else $2 end"
    };
}

const DUE: &str = concat!(
    "select a.id, coalesce(a.digest_at, a.created_at)
    from account a
    where a.standing = 'approved' and ",
    is_due!(),
    " and exists (select 1 from account_network f where f.account_id = a.id and f.notices = 'digest')
    order by a.id"
);

/// An entry is as old as the first of its editions that is shown: a translation does not make it new.
const NEWS: &str = concat!(
    visible!(),
    "select e.kind, e.slug
    from readable e
    join live x on x.entry_id = e.id
    join edition d on d.entry_id = x.entry_id and d.language = x.language
    where exists (
            select 1 from entry_network l
            join readable n on n.id = l.network_id
            join account_network f on f.network_id = n.id
            where l.entry_id = e.id and f.account_id = $2 and f.notices = 'digest')
      and not exists (
            select 1 from notice t where t.account_id = $2 and t.entry_id = e.id and t.topic = 'published')
    group by e.id, e.kind, e.slug
    having min(d.publish_at) > $3
    order by min(d.publish_at) desc, e.id"
);

/// Whoever changes the row has begun the day or the week: two nodes that come at once cannot both.
const BEGIN: &str = concat!("update account set digest_at = $3 where id = $4 and ", is_due!());

fn before(now: Timestamp, every: Every) -> i64 {
    now.saturating_sub(every.span()).unwrap_or(Timestamp::MIN).as_microsecond()
}

pub(super) async fn due(db: &Db, now: Timestamp) -> Result<Vec<DueDigest>, Error> {
    let rows: Vec<(i64, i64)> = on!(db, |pool| sqlx::query_as(DUE)
        .bind(before(now, Every::Day))
        .bind(before(now, Every::Week))
        .fetch_all(pool)
        .await)
    .map_err(fault)?;
    let first = now.saturating_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    rows.into_iter()
        .map(|(account, since)| Ok(DueDigest { account, since: instant("account.digest_at", since)?.max(first) }))
        .collect()
}

pub(super) async fn news(tx: &mut Tx, due: DueDigest, until: Timestamp) -> Result<Vec<News>, Error> {
    let rows: Vec<(String, String)> = on!(tx, |connection| sqlx::query_as(NEWS)
        .bind(until.as_microsecond())
        .bind(due.account)
        .bind(due.since.as_microsecond())
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    rows.into_iter()
        .map(|(kind, slug)| {
            Ok(News { kind: stored("entry.kind", kind.parse())?, slug: stored("entry.slug", slug.parse())? })
        })
        .collect()
}

pub(super) async fn sent(tx: &mut Tx, due: DueDigest, now: Timestamp) -> Result<bool, Error> {
    let (day, week) = (before(now, Every::Day), before(now, Every::Week));
    let begun = execute!(tx, BEGIN, day, week, now.as_microsecond(), due.account).map_err(fault)?;
    if begun == 0 || news(tx, due, now).await?.is_empty() {
        return Ok(false);
    }
    let (since, until) = (due.since.as_microsecond(), now.as_microsecond());
    let payload = json!({ "account": due.account, "since": since, "until": until });
    effect::leave(tx, "mail.digest", &payload, now).await?;
    Ok(true)
}
