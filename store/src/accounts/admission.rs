//! Becoming a member: asking, confirming, waiting for a decision.

use domain::account::{Account, Email, Profile, Role, Staff, Standing};
use domain::audit::Deed;
use domain::entry::Kind;
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Language, Problem, Rule};
use jiff::Timestamp;
use serde_json::json;

use super::{applications, keys, person, sessions};
use crate::audit::{Entry, note};
use crate::db::{Tx, execute, on};
use crate::effect;
use crate::fault::fault;
use crate::inbox::tell_applicant;
use crate::registrations::give_up;
use crate::targets::Targets;

/// Makes no row where the address has an account.
const ACCOUNT: &str = "
    insert into account (email, name, country_id, institution, function, language, standing, reason, role, password_hash,
        created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, '', $8, $9, $10, $10)
    on conflict do nothing
    returning id";

const BY_EMAIL: &str = "select id from account where email = $1";

/// Takes hold of an account until the transaction ends.
const HOLD: &str = "update account set updated_at = $2 where id = $1";

const STAND: &str = "update account set standing = $2, reason = $3, updated_at = $4 where id = $1";

const ROLE: &str = "update account set role = $2, updated_at = $3, writes_in = $4 where id = $1";

pub(super) async fn apply(tx: &mut Tx, profile: &Profile, hash: &str, now: Timestamp) -> Result<(), Error> {
    let made = insert(tx, profile, &Standing::Unconfirmed, Role::Member, hash, now).await?;
    if let Some(account) = made {
        return effect::leave(tx, "mail.confirm", &json!({ "account": account }), now).await;
    }
    let id = by_email(tx, &profile.email).await?;
    if hold(tx, id, now).await?.standing == Standing::Unconfirmed {
        let application = applications::add(tx, id, profile, hash, now).await?;
        let payload = json!({ "account": id, "application": application });
        return effect::leave(tx, "mail.confirm", &payload, now).await;
    }
    // Who holds the address learns that somebody asked; who asked learns nothing.
    effect::leave(tx, "mail.known", &json!({ "account": id }), now).await
}

pub(super) async fn create(
    tx: &mut Tx,
    profile: &Profile,
    role: Role,
    hash: &str,
    now: Timestamp,
) -> Result<i64, Error> {
    let made = insert(tx, profile, &Standing::Approved, role, hash, now).await?;
    made.ok_or_else(|| Error::Invalid(vec![Problem::new("email", profile.email.as_str(), Rule::Known)]))
}

async fn insert(
    tx: &mut Tx,
    profile: &Profile,
    standing: &Standing,
    role: Role,
    hash: &str,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let targets = Targets::read(tx).await?;
    let country = profile.country.as_ref().map(|slug| targets.id(Kind::Country, slug, "country")).transpose()?;
    let networks = applications::networks(&targets, profile)?;
    let made: Option<i64> = on!(tx, |connection| sqlx::query_scalar(ACCOUNT)
        .bind(profile.email.as_str())
        .bind(&profile.name)
        .bind(country)
        .bind(&profile.institution)
        .bind(&profile.function)
        .bind(profile.language.code())
        .bind(standing.code())
        .bind(role.code())
        .bind(hash)
        .bind(now.as_microsecond())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    let Some(account) = made else { return Ok(None) };
    applications::follow(tx, account, networks).await?;
    Ok(Some(account))
}

async fn by_email(tx: &mut Tx, email: &Email) -> Result<i64, Error> {
    on!(tx, |connection| sqlx::query_scalar(BY_EMAIL).bind(email.as_str()).fetch_one(connection).await).map_err(fault)
}

pub(super) async fn ask_confirm(tx: &mut Tx, id: i64, now: Timestamp) -> Result<(), Error> {
    match person::by_id(tx, id).await? {
        Some(account) if account.standing == Standing::Unconfirmed => {
            effect::leave(tx, "mail.confirm", &json!({ "account": id }), now).await
        }
        _ => Ok(()),
    }
}

pub(super) async fn confirm(tx: &mut Tx, token: &TokenHash, now: Timestamp) -> Result<Account, Error> {
    let (id, application) = keys::take(tx, MailKey::Confirm, token, now).await?;
    let account = hold(tx, id, now).await?;
    if account.standing != Standing::Unconfirmed {
        return Ok(account);
    }
    if let Some(application) = application {
        applications::take(tx, id, application, now).await?;
    }
    applications::forget(tx, id).await?;
    execute!(tx, STAND, id, Standing::Waiting.code(), "", now.as_microsecond()).map_err(fault)?;
    tell_applicant(tx, id, now).await?;
    person::by_id(tx, id).await?.ok_or(Error::NotFound)
}

pub(super) async fn decide(
    tx: &mut Tx,
    staff: &Staff,
    id: i64,
    standing: &Standing,
    now: Timestamp,
) -> Result<(), Error> {
    let account = hold(tx, id, now).await?;
    let decision = !matches!(standing, Standing::Unconfirmed | Standing::Waiting);
    if account.standing == Standing::Unconfirmed || !decision {
        return Err(Error::Invalid(vec![Problem::new("standing", standing.code(), Rule::OneOfTheList)]));
    }
    if account.standing == *standing {
        return Ok(());
    }
    let reason = match standing {
        Standing::Refused(reason) => reason.as_str(),
        _ => "",
    };
    execute!(tx, STAND, id, standing.code(), reason, now.as_microsecond()).map_err(fault)?;
    if *standing != Standing::Approved {
        sessions::close_others(tx, id, None).await?;
        give_up(tx, id, &format!("account {}", staff.account().id), now).await?;
    }
    let (was, is) = (in_words(&account.standing), in_words(standing));
    let subject = account.profile.email.as_str();
    note(tx, staff, Entry { deed: Deed::Admission, subject, before: &was, after: &is }, now).await?;
    let by = staff.account().id;
    effect::leave(tx, "mail.decision", &json!({ "account": id, "by": by, "standing": standing.code() }), now).await
}

/// A standing as the log names it, with the reason of a refusal.
fn in_words(standing: &Standing) -> String {
    match standing {
        Standing::Refused(reason) => format!("{}: {reason}", standing.code()),
        other => other.code().to_owned(),
    }
}

pub(super) async fn set_role(
    tx: &mut Tx,
    staff: &Staff,
    id: i64,
    (role, writes_in): (Role, Option<Language>),
    now: Timestamp,
) -> Result<(), Error> {
    let account = hold(tx, id, now).await?;
    execute!(tx, ROLE, id, role.code(), now.as_microsecond(), writes_in.map(Language::code)).map_err(fault)?;
    let subject = account.profile.email.as_str();
    let (before, after) = (role_in_words(account.role, account.writes_in), role_in_words(role, writes_in));
    note(tx, staff, Entry { deed: Deed::Role, subject, before: &before, after: &after }, now).await
}

/// A role as the log names it, with the language where it is for one only.
fn role_in_words(role: Role, writes_in: Option<Language>) -> String {
    writes_in.map_or_else(|| role.code().to_owned(), |only| format!("{} ({only})", role.code()))
}

async fn hold(tx: &mut Tx, id: i64, now: Timestamp) -> Result<Account, Error> {
    execute!(tx, HOLD, id, now.as_microsecond()).map_err(fault)?;
    person::by_id(tx, id).await?.ok_or(Error::NotFound)
}
