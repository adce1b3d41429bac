//! Applications with an address for which another one waits to be confirmed. Whoever reads the mail decides between them: each
//! has its own link, which brings its own profile and its own password.

use domain::Error;
use domain::account::{Account, Confirmation, Email, Profile};
use domain::entry::Kind;
use domain::session::MailKey;
use domain::token::TokenHash;
use jiff::Timestamp;
use sqlx::FromRow;

use super::{keys, person, profile, sessions};
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::stored;
use crate::targets::Targets;

const ADD: &str = "
    insert into application (account_id, profile, password_hash, created_at) values ($1, $2, $3, $4) returning id";

/// What nobody can confirm any more is swept up when another one comes.
const SWEEP: &str = "delete from application where account_id = $1 and created_at <= $2";

const BY_ID: &str = "select account_id, profile, password_hash from application where id = $1";

const FORGET: &str = "delete from application where account_id = $1";

const SET_PASSWORDS: &str = "update application set password_hash = $2 where account_id = $1";

const PASSWORD: &str = "update account set password_hash = $2 where id = $1";

const NO_NETWORKS: &str = "delete from account_network where account_id = $1";

const NETWORK: &str = "
    insert into account_network (account_id, network_id, position) values ($1, $2, $3)
    on conflict (account_id, network_id) do nothing";

const OF_KEY: &str = "
    select a.email, coalesce(p.password_hash, a.password_hash) as password_hash,
        (select count(*) from application o where o.account_id = a.id) as others
    from mail_key k
    join account a on a.id = k.account_id
    left join application p on p.id = k.application_id
    where k.token_hash = $1 and k.purpose = $2 and k.ends_at > $3";

#[derive(FromRow)]
struct ApplicationRow {
    account_id: i64,
    profile: String,
    password_hash: String,
}

#[derive(FromRow)]
struct ConfirmationRow {
    email: String,
    password_hash: String,
    others: i64,
}

/// Keeps another application beside the one that an account was made for.
pub(super) async fn add(
    tx: &mut Tx,
    account: i64,
    profile: &Profile,
    hash: &str,
    now: Timestamp,
) -> Result<i64, Error> {
    // What does not exist is named to who applies, not to who confirms.
    let targets = Targets::read(tx).await?;
    profile.country.as_ref().map(|slug| targets.id(Kind::Country, slug, "country")).transpose()?;
    networks(&targets, profile)?;
    let lapsed = now.saturating_sub(MailKey::Confirm.life()).unwrap_or(Timestamp::MIN);
    execute!(tx, SWEEP, account, lapsed.as_microsecond()).map_err(fault)?;
    let profile = stored("application.profile", serde_json::to_string(profile))?;
    on!(tx, |connection| sqlx::query_scalar(ADD)
        .bind(account)
        .bind(&profile)
        .bind(hash)
        .bind(now.as_microsecond())
        .fetch_one(connection)
        .await)
    .map_err(fault)
}

async fn read(tx: &mut Tx, id: i64) -> Result<Option<(i64, Profile, String)>, Error> {
    let row: Option<ApplicationRow> =
        on!(tx, |connection| sqlx::query_as(BY_ID).bind(id).fetch_optional(connection).await).map_err(fault)?;
    row.map(|row| {
        Ok((row.account_id, stored("application.profile", serde_json::from_str(&row.profile))?, row.password_hash))
    })
    .transpose()
}

/// Stores a key that confirms an application; the account as it would be then.
pub(super) async fn issue(tx: &mut Tx, id: i64, token: &TokenHash, now: Timestamp) -> Result<Account, Error> {
    let (account, profile, _) = read(tx, id).await?.ok_or(Error::Gone)?;
    let account = person::by_id(tx, account).await?.ok_or(Error::Gone)?;
    keys::issue_for(tx, account.id, (MailKey::Confirm, Some(id)), token, now).await?;
    Ok(Account { profile, ..account })
}

/// What a key would confirm.
pub(super) async fn of_key(tx: &mut Tx, token: &TokenHash, now: Timestamp) -> Result<Confirmation, Error> {
    let row: Option<ConfirmationRow> = on!(tx, |connection| sqlx::query_as(OF_KEY)
        .bind(token.as_str())
        .bind(MailKey::Confirm.code())
        .bind(now.as_microsecond())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    let row = row.ok_or(Error::Gone)?;
    let email: Email = stored("account.email", row.email.parse())?;
    Ok(Confirmation { email, password_hash: row.password_hash, is_contested: row.others > 0 })
}

/// Makes an account what one of its applications says, as if there had never been another: nothing stays of who came before,
/// neither a session nor a key.
pub(super) async fn take(tx: &mut Tx, account: i64, id: i64, now: Timestamp) -> Result<(), Error> {
    let (_, profile, hash) = read(tx, id).await?.ok_or(Error::Gone)?;
    let networks = networks(&Targets::read(tx).await?, &profile)?;
    profile::set(tx, account, &profile, now).await?;
    profile::forget_wanted(tx, account).await?;
    execute!(tx, PASSWORD, account, hash).map_err(fault)?;
    execute!(tx, NO_NETWORKS, account).map_err(fault)?;
    follow(tx, account, networks).await?;
    sessions::close_others(tx, account, None).await?;
    keys::revoke_all(tx, account).await
}

/// Forgets every application beside the account's own.
pub(super) async fn forget(tx: &mut Tx, account: i64) -> Result<(), Error> {
    execute!(tx, FORGET, account).map(drop).map_err(fault)
}

/// Gives every application of an account this password: who sets it reads the mail.
pub(super) async fn set_passwords(tx: &mut Tx, account: i64, hash: &str) -> Result<(), Error> {
    execute!(tx, SET_PASSWORDS, account, hash).map(drop).map_err(fault)
}

/// The networks that somebody names.
pub(super) fn networks(targets: &Targets, profile: &Profile) -> Result<Vec<i64>, Error> {
    profile.networks.iter().map(|slug| targets.id(Kind::Network, slug, "networks")).collect()
}

/// Notes the networks that concern somebody.
pub(super) async fn follow(tx: &mut Tx, account: i64, networks: Vec<i64>) -> Result<(), Error> {
    for (position, network) in (0_i64..).zip(networks) {
        execute!(tx, NETWORK, account, network, position).map_err(fault)?;
    }
    Ok(())
}
