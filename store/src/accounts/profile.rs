//! What somebody changes of their own account.

use domain::Error;
use domain::account::{Account, Email, Profile};
use domain::entry::Kind;
use domain::session::MailKey;
use domain::token::TokenHash;
use jiff::Timestamp;
use serde_json::json;

use super::{keys, person};
use crate::db::{Tx, execute, on};
use crate::effect;
use crate::fault::fault;
use crate::targets::Targets;

const PROFILE: &str = "
    update account set name = $2, country_id = $3, institution = $4, function = $5, language = $6, digest_every = $7,
        updated_at = $8
    where id = $1";

/// An address that is another account's own is not taken; whoever asks learns nothing of it.
const WANT: &str = "
    update account set new_email = $2, updated_at = $3
    where id = $1 and not exists (select 1 from account o where o.email = $2)";

const WANT_NONE: &str = "update account set new_email = null where id = $1";

const WANTED: &str = "select new_email from account where id = $1";

/// Somebody else may have taken it since.
const TAKE: &str = "
    update account set email = new_email, new_email = null, updated_at = $2
    where id = $1 and new_email is not null and not exists (select 1 from account o where o.email = account.new_email)";

/// Sets everything but the address and the networks.
pub(super) async fn set(tx: &mut Tx, account: i64, profile: &Profile, now: Timestamp) -> Result<(), Error> {
    let targets = Targets::read(tx).await?;
    let country = profile.country.as_ref().map(|slug| targets.id(Kind::Country, slug, "country")).transpose()?;
    execute!(
        tx,
        PROFILE,
        account,
        &profile.name,
        country,
        &profile.institution,
        &profile.function,
        profile.language.code(),
        profile.digest.code(),
        now.as_microsecond()
    )
    .map(drop)
    .map_err(fault)
}

pub(super) async fn ask_email(tx: &mut Tx, account: i64, email: &Email, now: Timestamp) -> Result<(), Error> {
    let wanted = execute!(tx, WANT, account, email.as_str(), now.as_microsecond()).map_err(fault)?;
    // A key that was sent to another address must not give this one.
    keys::revoke(tx, account, MailKey::Email).await?;
    if wanted == 1 {
        effect::leave(tx, "mail.email", &json!({ "account": account }), now).await?;
    }
    Ok(())
}

pub(super) async fn wanted_email(tx: &mut Tx, account: i64) -> Result<Option<Email>, Error> {
    let wanted: Option<Option<String>> =
        on!(tx, |connection| sqlx::query_scalar(WANTED).bind(account).fetch_optional(connection).await)
            .map_err(fault)?;
    wanted.flatten().map(|email| crate::stored::stored("account.new_email", email.parse())).transpose()
}

/// Forgets the address that an account wants to have, with the links that were sent to it.
pub(super) async fn forget_wanted(tx: &mut Tx, account: i64) -> Result<(), Error> {
    execute!(tx, WANT_NONE, account).map_err(fault)?;
    keys::revoke(tx, account, MailKey::Email).await
}

pub(super) async fn confirm_email(tx: &mut Tx, token: &TokenHash, now: Timestamp) -> Result<Account, Error> {
    let account = keys::use_up(tx, MailKey::Email, token, now).await?;
    let before = person::by_id(tx, account).await?.ok_or(Error::NotFound)?.profile.email;
    let changed = execute!(tx, TAKE, account, now.as_microsecond()).map_err(fault)?;
    if changed != 1 {
        return Err(Error::Gone);
    }
    // Links that were sent to the old address open nothing more; who reads there is told, and who reads at the new one.
    keys::revoke(tx, account, MailKey::Reset).await?;
    let changed = person::by_id(tx, account).await?.ok_or(Error::NotFound)?;
    for email in [&before, &changed.profile.email] {
        effect::leave(tx, "mail.address", &json!({ "account": account, "email": email }), now).await?;
    }
    Ok(changed)
}
