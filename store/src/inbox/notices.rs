//! Notices in the portal.

use domain::entry::Kind;
use domain::notice::{About, Notice};
use domain::registration::State;
use domain::{Error, Slug};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::library::shown::visible;
use crate::stored::{instant, stored};

const NOTICES: &str = concat!(
    visible!(),
    "select n.id, n.topic, n.payload, n.created_at, n.read_at, e.kind, e.slug
    from notice n
    left join readable e on e.id = n.entry_id
    where n.account_id = $2 and (e.id is not null or n.entry_id is null)
    order by n.created_at desc, n.id desc
    limit $3"
);

const UNREAD: &str = concat!(
    visible!(),
    "select count(*)
    from notice n
    left join readable e on e.id = n.entry_id
    where n.account_id = $2 and n.read_at is null and (e.id is not null or n.entry_id is null)"
);

const MARK_READ: &str = "update notice set read_at = $3 where account_id = $1 and id <= $2 and read_at is null";

const OF_ENTRY: &str = "
    select n.id from notice n join entry e on e.id = n.entry_id
    where n.account_id = $1 and e.kind = $2 and e.slug = $3 and n.read_at is null";

const READ: &str = "update notice set read_at = $2 where id = $1 and read_at is null";

const REGISTRATION: &str = "
    insert into notice (account_id, entry_id, topic, payload, created_at)
    select r.account_id, r.entry_id, $2, $3, $4 from registration r where r.id = $1
    on conflict (account_id, entry_id, topic, payload) do nothing";

#[derive(FromRow)]
struct NoticeRow {
    id: i64,
    topic: String,
    payload: String,
    created_at: i64,
    read_at: Option<i64>,
    kind: Option<String>,
    slug: Option<String>,
}

impl NoticeRow {
    fn notice(self) -> Result<Notice, Error> {
        let payload: Value = stored("notice.payload", serde_json::from_str(&self.payload))?;
        let about = About::from_topic(&self.topic, payload["state"].as_str(), payload["account"].as_i64());
        let entry = match (self.kind, self.slug) {
            (Some(kind), Some(slug)) => {
                Some((stored("entry.kind", kind.parse())?, stored("entry.slug", slug.parse())?))
            }
            _ => None,
        };
        Ok(Notice {
            id: self.id,
            about: stored("notice.topic", about.ok_or(self.topic))?,
            entry,
            created: instant("notice.created_at", self.created_at)?,
            is_read: self.read_at.is_some(),
        })
    }
}

pub(super) async fn of_account(db: &Db, account: i64, limit: u32, now: Timestamp) -> Result<Vec<Notice>, Error> {
    let rows: Vec<NoticeRow> = on!(db, |pool| sqlx::query_as(NOTICES)
        .bind(now.as_microsecond())
        .bind(account)
        .bind(i64::from(limit))
        .fetch_all(pool)
        .await)
    .map_err(fault)?;
    rows.into_iter().map(NoticeRow::notice).collect()
}

pub(super) async fn unread(db: &Db, account: i64, now: Timestamp) -> Result<u32, Error> {
    let unread: i64 =
        on!(db, |pool| sqlx::query_scalar(UNREAD).bind(now.as_microsecond()).bind(account).fetch_one(pool).await)
            .map_err(fault)?;
    Ok(u32::try_from(unread).unwrap_or(u32::MAX))
}

pub(super) async fn mark_read(tx: &mut Tx, account: i64, latest: i64, now: Timestamp) -> Result<(), Error> {
    execute!(tx, MARK_READ, account, latest, now.as_microsecond()).map(drop).map_err(fault)
}

/// The notices of an account about an entry that are not read.
pub(super) async fn of_entry(db: &Db, account: i64, kind: Kind, slug: &Slug) -> Result<Vec<i64>, Error> {
    on!(db, |pool| sqlx::query_scalar(OF_ENTRY)
        .bind(account)
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_all(pool)
        .await)
    .map_err(fault)
}

pub(super) async fn read(tx: &mut Tx, notices: &[i64], now: Timestamp) -> Result<(), Error> {
    for notice in notices {
        execute!(tx, READ, *notice, now.as_microsecond()).map_err(fault)?;
    }
    Ok(())
}

/// Leaves a notice that a registration came to stand here; `change` is the line of its log.
pub(crate) async fn note_registration(
    tx: &mut Tx,
    registration: i64,
    change: i64,
    state: State,
    now: Timestamp,
) -> Result<(), Error> {
    let payload = json!({ "state": state.code(), "change": change }).to_string();
    let topic = About::Registration(state).topic();
    execute!(tx, REGISTRATION, registration, topic, payload, now.as_microsecond()).map(drop).map_err(fault)
}
