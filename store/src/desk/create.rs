//! Storing a new entry, in two steps: first the row that bears its address, then everything that hangs on it. Between the
//! two, a pack gives every entry its row, so that entries may name each other in any order.

use domain::account::Staff;
use domain::entry::Kind;
use domain::event::BadTime;
use domain::manuscript::{Edit, Fields, Manuscript, Outcome, differences};
use domain::pack::EntryDraft;
use domain::{Error, Problem, Rule, Slug};
use jiff::Timestamp;
use serde_json::json;

use super::trace::{self, Deed};
use super::{parts, save};
use crate::db::{Tx, execute, on};
use crate::fault::{fault, taken_or_fault};
use crate::registrations::write_rules;
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
    write(tx, id, &mut Manuscript::published(draft.clone(), deed.now()), &targets, deed).await?;
    Ok(id)
}

const MADE: &str = "select e.slug from used_form f join entry e on e.id = f.entry_id where f.token = $1";

const USED: &str = "insert into used_form (token, entry_id, used_at) values ($1, $2, $3)";

/// How many entries may bear the same title before somebody must name one by hand.
const NAMESAKES: u32 = 100;

/// Stores a new entry as it was typed.
pub(super) async fn begin(
    tx: &mut Tx,
    staff: &Staff,
    blank: &Manuscript,
    edit: &Edit,
    form: &str,
    now: Timestamp,
) -> Result<Outcome, Error> {
    if let Some(slug) = made(tx, form).await? {
        // A second click.
        return Ok(Outcome::Saved(slug));
    }
    let mut manuscript = match blank.edited(edit, staff) {
        Ok(manuscript) => manuscript,
        Err(refusal) => return Ok(Outcome::Refused(refusal)),
    };
    let deed = Deed::new(&staff.signature(), &edit.reason, now);
    let draft = &mut manuscript.draft;
    let titles = draft.editions.get(draft.source).into_iter().chain(draft.editions.iter().map(|(_, its)| its));
    let title = titles.map(|edition| edition.title.as_str()).find(|title| !title.is_empty()).unwrap_or_default();
    let slug = Slug::of_title(title);
    for number in 1..=NAMESAKES {
        draft.slug = if number == 1 { slug.clone() } else { slug.numbered(number) };
        let Some(id) = claim_address(tx, draft, &deed).await? else { continue };
        let targets = Targets::read(tx).await?;
        let slug = draft.slug.clone();
        write(tx, id, &mut manuscript, &targets, &deed).await?;
        // Of two clicks at once the second waits here, and finds that the first was faster.
        execute!(tx, USED, form, id, now.as_microsecond()).map_err(taken_or_fault(blank.draft.kind, &slug))?;
        save::announce(tx, id, None, &manuscript, now).await?;
        return Ok(Outcome::Saved(slug));
    }
    Err(Error::Taken(draft.kind, slug))
}

/// The entry that a form has made.
pub(super) async fn made(tx: &mut Tx, form: &str) -> Result<Option<Slug>, Error> {
    let slug: Option<String> =
        on!(tx, |connection| sqlx::query_scalar(MADE).bind(form).fetch_optional(connection).await).map_err(fault)?;
    slug.map(|slug| stored("entry.slug", slug.parse())).transpose()
}

/// Writes everything that hangs on a new entry's row, and what it leaves behind.
pub(super) async fn write(
    tx: &mut Tx,
    id: i64,
    manuscript: &mut Manuscript,
    targets: &Targets,
    deed: &Deed,
) -> Result<(), Error> {
    parts::put(tx, id, None, manuscript, targets, deed).await?;
    let changes = differences(&Fields::default(), &Fields::of(manuscript));
    let draft = &manuscript.draft;
    if let Some(rules) = draft.seats {
        write_rules(tx, id, rules).await?;
    }
    let payload = json!({ "entry": id, "kind": draft.kind, "slug": draft.slug });
    trace::leave(tx, id, deed, &changes, "entry.created", &payload).await
}

/// Writes the row that bears the address of an entry; none where the address is taken.
pub(super) async fn claim_address(tx: &mut Tx, draft: &EntryDraft, deed: &Deed) -> Result<Option<i64>, Error> {
    check_time(draft)?;
    let details = stored("entry.details", serde_json::to_string(&draft.details))?;
    on!(tx, |connection| sqlx::query_scalar(ENTRY)
        .bind(draft.kind.code())
        .bind(draft.slug.as_str())
        .bind(format!("{}-{}@caribbean-migration-consultations", draft.kind, draft.slug))
        .bind(parts::visibility_code(draft.visibility))
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
