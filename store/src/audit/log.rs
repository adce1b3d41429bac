//! The log of what staff have done: revisions tell of writing, lines of their own of everything else.

use std::collections::HashMap;

use domain::Error;
use domain::account::Staff;
use domain::audit::{AuditFilter, AuditLine, AuditLines, AuditSpan, Deed, What};
use domain::fold::fold;
use jiff::Timestamp;
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

const NOTE: &str = "insert into audit (at, actor, deed, subject, before, after) values ($1, $2, $3, $4, $5, $6)";

/// Who did what and when, of both sorts, the latest first; what is loaded with a pack is nobody's deed.
const HEADS: &str = "
    select at, actor, deed, subject, is_save, id from (
        select r.valid_from as at, r.actor, e.kind as deed, e.slug as subject, 1 as is_save, r.id as id
        from revision r join entry e on e.id = r.entry_id
        where r.actor <> 'seed'
        union all
        select a.at, a.actor, a.deed, a.subject, 0 as is_save, a.id as id from audit a
    ) line
    where at >= $1 and at < $2
    order by at desc, is_save, id desc";

/// What changed, of the lines between two instants, the last included.
const CHANGES: &str = "
    select 1 as is_save, id, reason as before, changes as after from revision where valid_from between $1 and $2
    union all
    select 0 as is_save, id, before, after from audit where at between $1 and $2";

/// A line to write.
pub(crate) struct Entry<'a> {
    pub(crate) deed: Deed,
    pub(crate) subject: &'a str,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// Writes down what somebody did.
pub(crate) async fn note(tx: &mut Tx, staff: &Staff, entry: Entry<'_>, now: Timestamp) -> Result<(), Error> {
    execute!(
        tx,
        NOTE,
        now.as_microsecond(),
        staff.signature(),
        entry.deed.code(),
        entry.subject,
        entry.before,
        entry.after
    )
    .map(drop)
    .map_err(fault)
}

#[derive(FromRow)]
struct Head {
    at: i64,
    actor: String,
    deed: String,
    subject: String,
    is_save: i32,
    id: i64,
}

#[derive(FromRow)]
struct Changed {
    is_save: i32,
    id: i64,
    before: String,
    after: String,
}

impl Head {
    /// Saves are everybody's to know who may read the log.
    fn is_known_to(&self, staff: &Staff) -> bool {
        let deed = Deed::from_code(&self.deed);
        deed.is_none_or(|deed| Staff::of(staff.account(), deed.known_to(&self.subject)).is_some())
    }

    fn line(self, before: String, after: String) -> Result<AuditLine, Error> {
        let what = match Deed::from_code(&self.deed) {
            Some(deed) => What::Done { deed, subject: self.subject, before, after },
            None => What::Saved {
                kind: stored("entry.kind", self.deed.parse())?,
                slug: stored("entry.slug", self.subject.parse())?,
                changes: stored("revision.changes", serde_json::from_str(&after))?,
                reason: before,
            },
        };
        Ok(AuditLine { at: instant("audit.at", self.at)?, actor: self.actor, what })
    }
}

/// Accents and capitals do not count, which no database does alike: so the heads are looked through here, and only what is
/// asked for is read whole.
pub(super) async fn read(db: &Db, staff: &Staff, filter: &AuditFilter, span: AuditSpan) -> Result<AuditLines, Error> {
    let from = filter.from.map_or(i64::MIN, Timestamp::as_microsecond);
    let until = filter.until.map_or(i64::MAX, Timestamp::as_microsecond);
    let heads: Vec<Head> =
        on!(db, |pool| sqlx::query_as(HEADS).bind(from).bind(until).fetch_all(pool).await).map_err(fault)?;
    let (actor, subject) = (fold(&filter.actor), fold(&filter.subject));
    let mut heads: Vec<Head> = heads
        .into_iter()
        .filter(|head| head.is_known_to(staff))
        .filter(|head| fold(&head.actor).contains(&actor) && fold(&head.subject).contains(&subject))
        .collect();
    let total = heads.len();
    heads.drain(..span.skip.min(total));
    heads.truncate(span.take);
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
        return Ok(AuditLines { lines: Vec::new(), total });
    };
    let (newest, oldest) = (first.at, last.at);
    let changed: Vec<Changed> =
        on!(db, |pool| sqlx::query_as(CHANGES).bind(oldest).bind(newest).fetch_all(pool).await).map_err(fault)?;
    let mut changed: HashMap<_, _> =
        changed.into_iter().map(|row| ((row.is_save, row.id), (row.before, row.after))).collect();
    // Nothing of the log is ever removed but with its entry, which may have gone between the two questions.
    let lines = heads
        .into_iter()
        .filter_map(|head| {
            let (before, after) = changed.remove(&(head.is_save, head.id))?;
            Some(head.line(before, after))
        })
        .collect::<Result<_, _>>()?;
    Ok(AuditLines { lines, total })
}
