//! The notice above every page.

use domain::account::Staff;
use domain::audit::Deed;
use domain::banner::Banner;
use domain::language::Texts;
use domain::{Error, Language};
use jiff::Timestamp;

use super::log::{Entry, note};
use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

const READ: &str = "select starts_at, ends_at, texts from banner where id = 1";

const SET: &str = "
    insert into banner (id, starts_at, ends_at, texts) values (1, $1, $2, $3)
    on conflict (id) do update set starts_at = $1, ends_at = $2, texts = $3";

/// Changes nothing, but on PostgreSQL who wants to set another one waits from here on.
const HOLD: &str = "update banner set starts_at = starts_at where id = 1";

const REMOVE: &str = "delete from banner where id = 1";

type Row = (i64, i64, String);

fn banner((starts, ends, texts): Row) -> Result<Banner, Error> {
    Ok(Banner {
        starts: instant("banner.starts_at", starts)?,
        ends: instant("banner.ends_at", ends)?,
        texts: stored::<Texts<String>, _>("banner.texts", serde_json::from_str(&texts))?,
    })
}

pub(super) async fn read(db: &Db) -> Result<Option<Banner>, Error> {
    let row: Option<Row> = on!(db, |pool| sqlx::query_as(READ).fetch_optional(pool).await).map_err(fault)?;
    row.map(banner).transpose()
}

pub(super) async fn set(
    tx: &mut Tx,
    staff: &Staff,
    new: Option<&Banner>,
    seen: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    if let Some(new) = new {
        new.check().map_err(Error::Invalid)?;
    }
    execute!(tx, HOLD).map_err(fault)?;
    let row: Option<Row> =
        on!(tx, |connection| sqlx::query_as(READ).fetch_optional(connection).await).map_err(fault)?;
    let old = row.map(banner).transpose()?;
    domain::seen::check(domain::seen::BANNER, seen, &old.as_ref(), &new)?;
    match new {
        Some(new) => {
            let texts = stored("banner.texts", serde_json::to_string(&new.texts))?;
            execute!(tx, SET, new.starts.as_microsecond(), new.ends.as_microsecond(), texts)
        }
        None => execute!(tx, REMOVE),
    }
    .map_err(fault)?;
    let said = |banner: Option<&Banner>| banner.map(in_words).unwrap_or_default();
    let (before, after) = (said(old.as_ref()), said(new));
    note(tx, staff, Entry { deed: Deed::Banner, subject: "", before: &before, after: &after }, now).await
}

fn in_words(banner: &Banner) -> String {
    let texts = Language::ALL.into_iter().filter_map(|language| banner.texts.get(language).cloned());
    format!("{} ({} – {})", texts.collect::<Vec<_>>().join(" / "), banner.starts, banner.ends)
}
