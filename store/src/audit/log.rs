//! The log of what staff have done: revisions tell of writing, lines of their own of everything else.

use domain::Error;
use domain::account::Staff;
use domain::audit::{AuditFilter, AuditLine, Deed, What};
use domain::fold::fold;
use domain::revision::Change;
use jiff::Timestamp;
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

const NOTE: &str = "insert into audit (at, actor, deed, subject, before, after) values ($1, $2, $3, $4, $5, $6)";

/// The latest of both, a thousand at most; what is loaded with a pack is nobody's deed.
const LINES: &str = "
    select at, actor, deed, subject, before, after from (
        select r.valid_from as at, r.actor, e.kind as deed, e.slug as subject, r.reason as before, r.changes as after,
            1 as is_save, r.id as id
        from revision r join entry e on e.id = r.entry_id
        where r.actor <> 'seed'
        union all
        select a.at, a.actor, a.deed, a.subject, a.before, a.after, 0 as is_save, a.id as id from audit a
    ) line
    order by at desc, is_save, id desc
    limit 1000";

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
struct LineRow {
    at: i64,
    actor: String,
    deed: String,
    subject: String,
    before: String,
    after: String,
}

impl LineRow {
    fn line(self) -> Result<AuditLine, Error> {
        let what = match Deed::from_code(&self.deed) {
            Some(deed) => What::Done { deed, subject: self.subject, before: self.before, after: self.after },
            None => What::Saved {
                kind: stored("entry.kind", self.deed.parse())?,
                slug: stored("entry.slug", self.subject.parse())?,
                fields: stored("revision.changes", serde_json::from_str::<Vec<Change>>(&self.after))?.len(),
                reason: self.before,
            },
        };
        Ok(AuditLine { at: instant("audit.at", self.at)?, actor: self.actor, what })
    }
}

pub(super) async fn read(db: &Db, filter: &AuditFilter) -> Result<Vec<AuditLine>, Error> {
    let rows: Vec<LineRow> = on!(db, |pool| sqlx::query_as(LINES).fetch_all(pool).await).map_err(fault)?;
    let (actor, subject) = (fold(&filter.actor), fold(&filter.subject));
    rows.into_iter()
        .filter(|row| fold(&row.actor).contains(&actor) && fold(&row.subject).contains(&subject))
        .map(LineRow::line)
        .collect()
}
