//! Keys that a mail carries: each works for a while, most of them once.

use domain::Error;
use domain::account::{Account, Email};
use domain::session::MailKey;
use domain::token::TokenHash;
use jiff::Timestamp;
use serde_json::json;

use super::{applications, person, profile, sessions};
use crate::db::{Tx, execute, on};
use crate::effect;
use crate::fault::fault;

const ISSUE: &str = "
    insert into mail_key (token_hash, account_id, purpose, ends_at, application_id) values ($1, $2, $3, $4, $5)";

/// Keys that may be used again are swept up when another one is sent.
const SWEEP: &str = "delete from mail_key where account_id = $1 and purpose = $2 and ends_at <= $3";

/// Whoever deletes it has used it: two who come at once cannot both.
const USE_UP: &str = "
    delete from mail_key where token_hash = $1 and purpose = $2 returning account_id, ends_at, application_id";

/// With one key of a purpose used, the others that were sent for it are of no use.
const FORGET: &str = "delete from mail_key where account_id = $1 and purpose = $2";

const FORGET_ALL: &str = "delete from mail_key where account_id = $1";

const ACCOUNT: &str = "select account_id from mail_key where token_hash = $1 and purpose = $2 and ends_at > $3";

const HAS: &str = "select 1 from mail_key where account_id = $1 and purpose = $2 and ends_at > $3 limit 1";

const PASSWORD: &str = "update account set password_hash = $2, updated_at = $3 where id = $1";

pub(super) async fn issue(
    tx: &mut Tx,
    account: i64,
    key: MailKey,
    token: &TokenHash,
    now: Timestamp,
) -> Result<(), Error> {
    issue_for(tx, account, (key, None), token, now).await
}

/// The same for one of several applications.
pub(super) async fn issue_for(
    tx: &mut Tx,
    account: i64,
    (key, application): (MailKey, Option<i64>),
    token: &TokenHash,
    now: Timestamp,
) -> Result<(), Error> {
    execute!(tx, SWEEP, account, key.code(), now.as_microsecond()).map_err(fault)?;
    let ends = now.saturating_add(key.life()).unwrap_or(Timestamp::MAX);
    execute!(tx, ISSUE, token.as_str(), account, key.code(), ends.as_microsecond(), application).map_err(fault)?;
    Ok(())
}

/// Takes back every key of an account.
pub(super) async fn revoke_all(tx: &mut Tx, account: i64) -> Result<(), Error> {
    execute!(tx, FORGET_ALL, account).map(drop).map_err(fault)
}

pub(super) async fn revoke(tx: &mut Tx, account: i64, key: MailKey) -> Result<(), Error> {
    execute!(tx, FORGET, account, key.code()).map(drop).map_err(fault)
}

pub(super) async fn has(tx: &mut Tx, account: i64, key: MailKey, now: Timestamp) -> Result<bool, Error> {
    on!(tx, |connection| sqlx::query(HAS)
        .bind(account)
        .bind(key.code())
        .bind(now.as_microsecond())
        .fetch_optional(connection)
        .await
        .map(|row| row.is_some()))
    .map_err(fault)
}

/// The account that a key is for, which may be used again.
pub(crate) async fn account_of(tx: &mut Tx, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<i64, Error> {
    let account: Option<i64> = on!(tx, |connection| sqlx::query_scalar(ACCOUNT)
        .bind(token.as_str())
        .bind(key.code())
        .bind(now.as_microsecond())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    account.ok_or(Error::Gone)
}

/// The account that a key is for, which is used up.
pub(super) async fn use_up(tx: &mut Tx, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<i64, Error> {
    Ok(take(tx, key, token, now).await?.0)
}

/// The same, with the application that it confirms, where that is not the account's own.
pub(super) async fn take(
    tx: &mut Tx,
    key: MailKey,
    token: &TokenHash,
    now: Timestamp,
) -> Result<(i64, Option<i64>), Error> {
    let used: Option<(i64, i64, Option<i64>)> = on!(tx, |connection| sqlx::query_as(USE_UP)
        .bind(token.as_str())
        .bind(key.code())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    let used = used.filter(|(_, ends, _)| *ends > now.as_microsecond());
    let (account, _, application) = used.ok_or(Error::Gone)?;
    execute!(tx, FORGET, account, key.code()).map_err(fault)?;
    Ok((account, application))
}

pub(super) async fn ask_reset(tx: &mut Tx, email: &Email, now: Timestamp) -> Result<(), Error> {
    match person::credentials(tx, email).await? {
        Some((account, _)) => effect::leave(tx, "mail.reset", &json!({ "account": account.id }), now).await,
        None => Ok(()),
    }
}

pub(super) async fn reset(tx: &mut Tx, token: &TokenHash, hash: &str, now: Timestamp) -> Result<Account, Error> {
    let account = use_up(tx, MailKey::Reset, token, now).await?;
    set_password(tx, account, hash, now).await?;
    applications::set_passwords(tx, account, hash).await?;
    // Another address was asked for by somebody who knew the former password.
    profile::forget_wanted(tx, account).await?;
    sessions::close_others(tx, account, None).await?;
    person::by_id(tx, account).await?.ok_or(Error::NotFound)
}

/// Sets a password; its owner is told.
pub(super) async fn set_password(tx: &mut Tx, account: i64, hash: &str, now: Timestamp) -> Result<(), Error> {
    execute!(tx, PASSWORD, account, hash, now.as_microsecond()).map_err(fault)?;
    // Links that were sent for the password before open nothing more.
    revoke(tx, account, MailKey::Reset).await?;
    effect::leave(tx, "mail.password", &json!({ "account": account }), now).await
}
