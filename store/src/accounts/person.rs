//! An account as it is stored.

use domain::account::{Account, Email, Profile, Role, Standing};
use domain::notice::Every;
use domain::{Error, Slug};
use sqlx::FromRow;

use crate::db::{Tx, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// `$1` and `$2` choose: the id and the address, or the standing.
macro_rules! people {
    ($which:literal) => {
        concat!(
            "select a.id as account_id, a.email, a.name, c.slug as country, a.institution, a.function, a.language, a.standing,
                a.reason, a.role, a.writes_in, a.password_hash, a.created_at, a.digest_every,
                (select string_agg(n.slug, ' ' order by l.position)
                    from account_network l join entry n on n.id = l.network_id
                    where l.account_id = a.id) as networks
            from account a
            left join entry c on c.id = a.country_id
            where ",
            $which
        )
    };
}

const BY_ID: &str = people!("a.id = $1");
const BY_EMAIL: &str = people!("a.email = $1");
const BY_STANDING: &str = people!("($1 is null or a.standing = $1) order by a.created_at, a.id");
const REGISTERED_FOR: &str = people!("a.id in (select r.account_id from registration r where r.entry_id = $1)");

#[derive(FromRow)]
pub(super) struct PersonRow {
    account_id: i64,
    email: String,
    name: String,
    country: Option<String>,
    institution: String,
    function: String,
    language: String,
    standing: String,
    reason: String,
    role: String,
    writes_in: Option<String>,
    password_hash: String,
    created_at: i64,
    digest_every: String,
    networks: Option<String>,
}

impl PersonRow {
    pub(super) fn account(self) -> Result<Account, Error> {
        let slug = |text: &str| stored::<Slug, _>("entry.slug", text.parse());
        Ok(Account {
            id: self.account_id,
            profile: Profile {
                email: stored("account.email", self.email.parse())?,
                name: self.name,
                country: self.country.as_deref().map(slug).transpose()?,
                institution: self.institution,
                function: self.function,
                networks: self.networks.unwrap_or_default().split_whitespace().map(slug).collect::<Result<_, _>>()?,
                language: stored("account.language", self.language.parse())?,
                digest: stored("account.digest_every", Every::from_code(&self.digest_every).ok_or(self.digest_every))?,
            },
            standing: stored(
                "account.standing",
                Standing::from_code(&self.standing, &self.reason).ok_or(self.standing),
            )?,
            role: stored("account.role", Role::from_code(&self.role).ok_or(self.role))?,
            writes_in: self.writes_in.map(|code| stored("account.writes_in", code.parse())).transpose()?,
            created: instant("account.created_at", self.created_at)?,
        })
    }
}

pub(crate) async fn by_id(tx: &mut Tx, id: i64) -> Result<Option<Account>, Error> {
    let row: Option<PersonRow> =
        on!(tx, |connection| sqlx::query_as(BY_ID).bind(id).fetch_optional(connection).await).map_err(fault)?;
    row.map(PersonRow::account).transpose()
}

pub(crate) async fn by_email(tx: &mut Tx, email: &Email) -> Result<Option<Account>, Error> {
    Ok(credentials(tx, email).await?.map(|(account, _)| account))
}

pub(super) async fn credentials(tx: &mut Tx, email: &Email) -> Result<Option<(Account, String)>, Error> {
    let row: Option<PersonRow> =
        on!(tx, |connection| sqlx::query_as(BY_EMAIL).bind(email.as_str()).fetch_optional(connection).await)
            .map_err(fault)?;
    row.map(|row| {
        let hash = row.password_hash.clone();
        Ok((row.account()?, hash))
    })
    .transpose()
}

pub(super) async fn all(tx: &mut Tx, standing: Option<&str>) -> Result<Vec<Account>, Error> {
    let rows: Vec<PersonRow> =
        on!(tx, |connection| sqlx::query_as(BY_STANDING).bind(standing).fetch_all(connection).await).map_err(fault)?;
    rows.into_iter().map(PersonRow::account).collect()
}

/// Everybody who has a registration for an event, in no order.
pub(crate) async fn registered_for(tx: &mut Tx, entry: i64) -> Result<Vec<Account>, Error> {
    let rows: Vec<PersonRow> =
        on!(tx, |connection| sqlx::query_as(REGISTERED_FOR).bind(entry).fetch_all(connection).await).map_err(fault)?;
    rows.into_iter().map(PersonRow::account).collect()
}
