//! Telling members at once that something was published, and ending that.

use domain::entry::Kind;
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Slug};
use jiff::Timestamp;
use serde_json::json;

use crate::accounts::account_of;
use crate::db::{Tx, execute, on};
use crate::effect;
use crate::fault::fault;
use crate::library::shown::visible;
use crate::stored::instant;
use crate::targets::Targets;

/// Who was told before gets no second row, and so no second letter.
const TELL: &str = concat!(
    visible!(),
    "insert into notice (account_id, entry_id, topic, payload, created_at)
    select distinct f.account_id, e.id, 'published', '{}', $1
    from readable e
    join entry_network l on l.entry_id = e.id
    join readable n on n.id = l.network_id
    join account_network f on f.network_id = n.id and f.notices = 'all'
    join account a on a.id = f.account_id and a.standing = 'approved'
    where e.id = $2
    on conflict (account_id, entry_id, topic, payload) do nothing
    returning account_id"
);

/// When an entry will be shown that is not shown yet.
const LATER: &str = concat!(
    visible!(),
    "select min(d.publish_at)
    from edition d join entry e on e.id = d.entry_id
    where d.entry_id = $2 and d.state = 'published' and d.publish_at > $1
      and e.deleted_at is null and not exists (select 1 from readable r where r.id = $2)"
);

const ADDRESS: &str = "select kind, slug from entry where id = $1";

const QUIET: &str =
    "update account_network set notices = 'none' where account_id = $1 and ($2 is null or network_id = $2)";

pub(super) async fn announce(tx: &mut Tx, entry: i64, now: Timestamp) -> Result<u32, Error> {
    let mut told: Vec<i64> = on!(tx, |connection| sqlx::query_scalar(TELL)
        .bind(now.as_microsecond())
        .bind(entry)
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    if told.is_empty() {
        wait_for_it(tx, entry, now).await?;
        return Ok(0);
    }
    told.sort_unstable();
    let (kind, slug): (String, String) =
        on!(tx, |connection| sqlx::query_as(ADDRESS).bind(entry).fetch_one(connection).await).map_err(fault)?;
    for account in &told {
        let payload = json!({ "account": account, "kind": kind, "slug": slug });
        effect::leave(tx, "mail.published", &payload, now).await?;
    }
    Ok(u32::try_from(told.len()).unwrap_or(u32::MAX))
}

async fn wait_for_it(tx: &mut Tx, entry: i64, now: Timestamp) -> Result<(), Error> {
    let later: Option<i64> = on!(tx, |connection| sqlx::query_scalar(LATER)
        .bind(now.as_microsecond())
        .bind(entry)
        .fetch_one(connection)
        .await)
    .map_err(fault)?;
    match later {
        Some(later) => {
            let later = instant("edition.publish_at", later)?;
            effect::leave_for(tx, "entry.published", &json!({ "entry": entry }), now, later).await
        }
        None => Ok(()),
    }
}

pub(super) async fn unsubscribe(
    tx: &mut Tx,
    key: &TokenHash,
    network: Option<&Slug>,
    now: Timestamp,
) -> Result<(), Error> {
    let account = account_of(tx, MailKey::Unsubscribe, key, now).await?;
    let network = match network {
        Some(slug) => Some(Targets::read(tx).await?.id(Kind::Network, slug, "network")?),
        None => None,
    };
    execute!(tx, QUIET, account, network).map(drop).map_err(fault)
}
