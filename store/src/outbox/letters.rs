//! Effects that become letters, as staff look after them.

use domain::Error;
use domain::account::Staff;
use domain::audit::{Deed, letter_subject};
use domain::entry::Kind;
use domain::fold::fold;
use domain::outbox::{LetterFilter, LetterKind, LetterLine, LetterState, Letters};
use jiff::Timestamp;
use serde_json::Value;
use sqlx::FromRow;

use crate::audit::{Entry, note};
use crate::db::{Db, Tx, execute, on};
use crate::effect;
use crate::fault::fault;
use crate::stored::{instant, stored};

/// `$1` are topics, `$2` a state, `$3` ids of accounts; each list stands between commas.
macro_rules! letters {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from (
                select o.id, o.topic, o.payload, o.account_id, o.created_at, o.attempts, o.last_error, o.sent_to, o.resent_at,
                    a.name, a.email, a.new_email, coalesce(o.done_at, o.failed_at, o.due_at) as at,
                    case
                        when o.done_at is not null and o.sent_to is null then 'needless'
                        when o.done_at is not null then 'sent'
                        when o.failed_at is not null then 'failed'
                        when o.last_error is not null then 'retrying'
                        else 'waiting'
                    end as state
                from outbox o
                left join account a on a.id = o.account_id
                where $1 like '%,' || o.topic || ',%'
            ) letter
            where ($2 is null or state = $2)
              and ($3 is null or $3 like '%,' || cast(account_id as text) || ',%')",
            $rest
        )
    };
}

const LINES: &str = letters!("*", " order by created_at desc, id desc limit $4 offset $5");
const TOTAL: &str = letters!("count(*)", "");

const PEOPLE: &str = "select id, name, email from account";

const FAILURES: &str = "
    select count(*) from outbox
    where failed_at is not null and resent_at is null and $1 like '%,' || topic || ',%'";

/// Whoever changes the row sends it again: two who come at once cannot both.
const TAKE: &str = "
    update outbox set resent_at = $2
    where id = $1 and resent_at is null and (sent_to is not null or failed_at is not null)";

const BY_ID: &str = "
    select o.topic, o.payload, o.last_error, coalesce(o.sent_to, a.email) as email
    from outbox o left join account a on a.id = o.account_id
    where o.id = $1";

#[derive(FromRow)]
struct LineRow {
    id: i64,
    topic: String,
    payload: String,
    created_at: i64,
    attempts: i64,
    last_error: Option<String>,
    sent_to: Option<String>,
    resent_at: Option<i64>,
    name: Option<String>,
    email: Option<String>,
    new_email: Option<String>,
    at: i64,
    state: String,
}

#[derive(FromRow)]
struct LetterRow {
    topic: String,
    payload: String,
    last_error: Option<String>,
    email: Option<String>,
}

impl LineRow {
    fn line(self) -> Result<LetterLine, Error> {
        let kind = stored("outbox.topic", LetterKind::from_topic(&self.topic).ok_or(self.topic))?;
        let payload: Value = stored("outbox.payload", serde_json::from_str(&self.payload))?;
        let text = |name: &str| payload[name].as_str().map(str::to_owned);
        let will_go_to = match kind {
            LetterKind::AddressChanged => text("email"),
            LetterKind::NewAddress => self.new_email,
            _ => self.email,
        };
        let entry = match (text("kind"), text("event"), text("slug")) {
            (Some(kind), _, Some(slug)) => kind.parse().ok().zip(slug.parse().ok()),
            (_, Some(event), _) => event.parse().ok().map(|slug| (Kind::Event, slug)),
            _ => None,
        };
        Ok(LetterLine {
            id: self.id,
            kind,
            entry,
            name: self.name.unwrap_or_default(),
            address: self.sent_to.or(will_go_to).unwrap_or_default(),
            state: stored("outbox.state", LetterState::from_code(&self.state).ok_or(self.state))?,
            attempts: self.attempts,
            created: instant("outbox.created_at", self.created_at)?,
            at: instant("outbox.due_at", self.at)?,
            cause: self.last_error.unwrap_or_default(),
            is_resent: self.resent_at.is_some(),
        })
    }
}

/// The topics of the letters of which these staff may know.
pub(super) fn known_to(staff: &Staff) -> String {
    let may_know = |kind: &LetterKind| Staff::of(staff.account(), kind.known_to()).is_some();
    listed(LetterKind::ALL.into_iter().filter(may_know).map(LetterKind::topic))
}

/// A list as the queries look into it.
fn listed<T: std::fmt::Display>(items: impl Iterator<Item = T>) -> String {
    items.fold(",".to_owned(), |list, item| format!("{list}{item},"))
}

pub(super) async fn read(tx: &mut Tx, known: &str, filter: &LetterFilter) -> Result<Letters, Error> {
    let state = filter.state.map(LetterState::code);
    let to = if filter.to.trim().is_empty() { None } else { Some(recipients(tx, &filter.to).await?) };
    let total: i64 = on!(tx, |connection| sqlx::query_scalar(TOTAL)
        .bind(known)
        .bind(state)
        .bind(to.as_deref())
        .fetch_one(connection)
        .await)
    .map_err(fault)?;
    let rows: Vec<LineRow> = on!(tx, |connection| sqlx::query_as(LINES)
        .bind(known)
        .bind(state)
        .bind(to.as_deref())
        .bind(i64::from(filter.limit))
        .bind(i64::from(filter.offset))
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    Ok(Letters { lines: rows.into_iter().map(LineRow::line).collect::<Result<_, _>>()?, total: total.unsigned_abs() })
}

/// The accounts whose name or address has these words.
async fn recipients(tx: &mut Tx, words: &str) -> Result<String, Error> {
    let people: Vec<(i64, String, String)> =
        on!(tx, |connection| sqlx::query_as(PEOPLE).fetch_all(connection).await).map_err(fault)?;
    let words = fold(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let meant = people.into_iter().filter(|(_, name, email)| {
        let said = fold(&format!("{name} {email}"));
        words.iter().all(|word| said.contains(word))
    });
    Ok(listed(meant.map(|(id, _, _)| id)))
}

pub(super) async fn failures(db: &Db, known: &str) -> Result<u64, Error> {
    let failures: i64 =
        on!(db, |pool| sqlx::query_scalar(FAILURES).bind(known).fetch_one(pool).await).map_err(fault)?;
    Ok(failures.unsigned_abs())
}

pub(super) async fn resend(tx: &mut Tx, staff: &Staff, id: i64, now: Timestamp) -> Result<bool, Error> {
    let taken = execute!(tx, TAKE, id, now.as_microsecond()).map_err(fault)?;
    let row: Option<LetterRow> =
        on!(tx, |connection| sqlx::query_as(BY_ID).bind(id).fetch_optional(connection).await).map_err(fault)?;
    let row = row.ok_or(Error::NotFound)?;
    let kind = LetterKind::from_topic(&row.topic).ok_or(Error::NotFound)?;
    Staff::of(staff.account(), kind.known_to()).ok_or(Error::Forbidden)?;
    if taken == 0 {
        return Ok(false);
    }
    let payload: Value = stored("outbox.payload", serde_json::from_str(&row.payload))?;
    effect::leave(tx, &row.topic, &payload, now).await?;
    let subject = letter_subject(kind, &row.email.unwrap_or_default());
    let before = row.last_error.map_or_else(|| "sent".to_owned(), |cause| format!("failed: {cause}"));
    note(tx, staff, Entry { deed: Deed::Letter, subject: &subject, before: &before, after: "waiting" }, now).await?;
    Ok(true)
}
