//! Storing a new entry, in two steps: first the row that bears its address, then everything that hangs on it. Between the
//! two, a pack gives every entry its row, so that entries may name each other in any order.

use domain::entry::Kind;
use domain::event::BadTime;
use domain::pack::EntryDraft;
use domain::{Error, Problem, Rule};

use super::fields::visibility_code;
use super::parts;
use super::trace::Deed;
use crate::db::{Tx, on};
use crate::fault::fault;
use crate::stored::stored;
use crate::targets::Targets;

/// Makes no row where the address is, or was, another entry's.
const ENTRY: &str = "
    insert into entry (kind, slug, uid, visibility, source_language, position, published_on, picture, details,
        created_at, updated_at)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10
    where not exists (select 1 from redirect where kind = $1 and slug = $2)
    on conflict do nothing
    returning id";

pub(super) async fn create(tx: &mut Tx, draft: &EntryDraft, deed: &Deed) -> Result<i64, Error> {
    let id = claim_address(tx, draft, deed).await?.ok_or_else(|| Error::Taken(draft.kind, draft.slug.clone()))?;
    let targets = Targets::read(tx).await?;
    parts::write(tx, id, draft, &targets, deed).await?;
    Ok(id)
}

/// Writes the row that bears the address of an entry; none where the address is taken.
pub(super) async fn claim_address(tx: &mut Tx, draft: &EntryDraft, deed: &Deed) -> Result<Option<i64>, Error> {
    check_time(draft)?;
    let details = stored("entry.details", serde_json::to_string(&draft.details))?;
    on!(tx, |connection| sqlx::query_scalar(ENTRY)
        .bind(draft.kind.code())
        .bind(draft.slug.as_str())
        .bind(format!("{}-{}@caribbean-migration-consultations", draft.kind, draft.slug))
        .bind(visibility_code(draft.visibility))
        .bind(draft.source.code())
        .bind(draft.position)
        .bind(draft.published.map(|day| day.to_string()))
        .bind(&draft.picture)
        .bind(details)
        .bind(deed.at())
        .fetch_optional(connection)
        .await)
    .map_err(fault)
}

/// Events have a time that can be, and nothing else has one.
fn check_time(draft: &EntryDraft) -> Result<(), Error> {
    let problem = match &draft.time {
        None if draft.kind == Kind::Event => Problem::new("start", "", Rule::Day),
        Some(_) if draft.kind != Kind::Event => Problem::new("kind", draft.kind.code(), Rule::OneOfTheList),
        None => return Ok(()),
        Some(time) => match time.check() {
            Ok(()) => return Ok(()),
            Err(BadTime::UnknownZone(zone)) => Problem::new("zone", &zone, Rule::OneOfTheList),
            Err(BadTime::EndsBeforeStart) => Problem::new("end", &time.end.to_string(), Rule::Day),
            Err(BadTime::HourWithoutMinutePrecision) => {
                Problem::new("precision", time.precision.code(), Rule::OneOfTheList)
            }
        },
    };
    Err(Error::Invalid(vec![problem]))
}
