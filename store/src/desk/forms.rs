//! Forms that are typed and not saved, and who writes where.

use domain::Error;
use domain::manuscript::{Typed, UnsavedForm, WRITING_SECONDS};
use jiff::{SignedDuration, Timestamp};
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

const KEEP: &str = "
    insert into unsaved_form (account_id, place, form, kept_at) values ($1, $2, $3, $4)
    on conflict (account_id, place) do update set form = $3, kept_at = $4";

const FORGET: &str = "delete from unsaved_form where account_id = $1 and place = $2";

const SETTLE: &str = "update unsaved_form set form = $4 where account_id = $1 and place = $2 and kept_at <= $3";

const SETTLE_ALL: &str = "delete from unsaved_form where account_id = $1 and place = $2 and kept_at <= $3";

const KEPT: &str = "
    select place, form, kept_at from unsaved_form
    where account_id = $1 and (place = $2 or substr(place, 1, length($2) + 1) = $2 || '/')
    order by kept_at desc, place";

const SEE: &str = "
    insert into writer_seen (account_id, place, seen_at) values ($1, $2, $3)
    on conflict (account_id, place) do update set seen_at = $3";

const OTHERS: &str = "
    select a.name from writer_seen w join account a on a.id = w.account_id
    where w.place = $1 and w.account_id <> $2 and w.seen_at > $3
    order by a.name, a.id";

pub(super) async fn keep(tx: &mut Tx, account: i64, place: &str, typed: &[Typed], now: Timestamp) -> Result<(), Error> {
    if typed.is_empty() {
        execute!(tx, FORGET, account, place).map_err(fault)?;
    } else {
        let form = stored("unsaved_form.form", serde_json::to_string(typed))?;
        execute!(tx, KEEP, account, place, form, now.as_microsecond()).map_err(fault)?;
    }
    Ok(())
}

#[derive(FromRow)]
struct KeptRow {
    place: String,
    form: String,
    kept_at: i64,
}

impl KeptRow {
    fn form(self) -> Result<UnsavedForm, Error> {
        Ok(UnsavedForm {
            place: self.place,
            typed: stored("unsaved_form.form", serde_json::from_str(&self.form))?,
            kept: instant("unsaved_form.kept_at", self.kept_at)?,
        })
    }
}

pub(super) async fn settle(
    tx: &mut Tx,
    account: i64,
    place: &str,
    kept: Timestamp,
    rest: &[Typed],
) -> Result<(), Error> {
    let kept = kept.as_microsecond();
    if rest.is_empty() {
        execute!(tx, SETTLE_ALL, account, place, kept)
    } else {
        let form = stored("unsaved_form.form", serde_json::to_string(rest))?;
        execute!(tx, SETTLE, account, place, kept, form)
    }
    .map(drop)
    .map_err(fault)
}

pub(super) async fn kept(db: &Db, account: i64, place: &str) -> Result<Vec<UnsavedForm>, Error> {
    let rows: Vec<KeptRow> =
        on!(db, |pool| sqlx::query_as(KEPT).bind(account).bind(place).fetch_all(pool).await).map_err(fault)?;
    rows.into_iter().map(KeptRow::form).collect()
}

pub(super) async fn writing(tx: &mut Tx, account: i64, place: &str, now: Timestamp) -> Result<Vec<String>, Error> {
    execute!(tx, SEE, account, place, now.as_microsecond()).map_err(fault)?;
    let since = now.saturating_sub(SignedDuration::from_secs(WRITING_SECONDS)).unwrap_or(Timestamp::MIN);
    on!(tx, |connection| sqlx::query_scalar(OTHERS)
        .bind(place)
        .bind(account)
        .bind(since.as_microsecond())
        .fetch_all(connection)
        .await)
    .map_err(fault)
}
