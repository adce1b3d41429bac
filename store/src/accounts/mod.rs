//! People: applications, sessions, keys by mail, decisions.

mod admission;
mod applications;
mod attempts;
mod closing;
mod keys;
mod person;
mod profile;
mod sessions;
mod visits;

use async_trait::async_trait;
use domain::account::{Account, Confirmation, Email, Profile, Role, Staff, Standing};
use domain::ports::Accounts;
use domain::session::{MailKey, Session};
use domain::token::TokenHash;
use domain::{Error, Language};
use jiff::Timestamp;

pub(crate) use self::keys::account_of;
pub(crate) use self::person::{by_email, by_id, registered_for};
use crate::db::Db;

#[async_trait]
impl Accounts for Db {
    async fn apply(&self, profile: &Profile, password_hash: &str, now: Timestamp) -> Result<(), Error> {
        let (profile, hash) = (profile.clone(), password_hash.to_owned());
        self.write(move |tx| Box::pin(async move { admission::apply(tx, &profile, &hash, now).await })).await
    }

    async fn create(&self, profile: &Profile, role: Role, password_hash: &str, now: Timestamp) -> Result<i64, Error> {
        let (profile, hash) = (profile.clone(), password_hash.to_owned());
        self.write(move |tx| Box::pin(async move { admission::create(tx, &profile, role, &hash, now).await })).await
    }

    async fn account(&self, id: i64) -> Result<Account, Error> {
        self.read(move |tx| Box::pin(async move { person::by_id(tx, id).await?.ok_or(Error::NotFound) })).await
    }

    async fn credentials(&self, email: &Email) -> Result<Option<(Account, String)>, Error> {
        let email = email.clone();
        self.read(move |tx| Box::pin(async move { person::credentials(tx, &email).await })).await
    }

    async fn open_session(&self, account: i64, token: &TokenHash, device: &str, now: Timestamp) -> Result<(), Error> {
        let (token, device) = (token.clone(), device.chars().take(200).collect::<String>());
        self.write_unseen(move |tx| Box::pin(async move { sessions::open(tx, account, &token, &device, now).await }))
            .await
    }

    async fn session(&self, token: &TokenHash, now: Timestamp) -> Result<Option<Session>, Error> {
        let session = self.glance(token, now).await?;
        if let Some(session) = &session
            && sessions::should_note_use(session, now)
        {
            let id = session.id;
            self.write_unseen(move |tx| Box::pin(async move { sessions::note_use(tx, id, now).await })).await?;
        }
        Ok(session)
    }

    async fn glance(&self, token: &TokenHash, now: Timestamp) -> Result<Option<Session>, Error> {
        let token = token.clone();
        self.read(move |tx| Box::pin(async move { sessions::by_token(tx, &token, now).await })).await
    }

    async fn sessions(&self, account: i64, now: Timestamp) -> Result<Vec<Session>, Error> {
        self.read(move |tx| Box::pin(async move { sessions::of_account(tx, account, now).await })).await
    }

    async fn close_session(&self, account: i64, session: i64) -> Result<(), Error> {
        self.write(move |tx| Box::pin(async move { sessions::close(tx, account, session).await })).await
    }

    async fn issue_key(&self, account: i64, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<(), Error> {
        let token = token.clone();
        self.write_unseen(move |tx| Box::pin(async move { keys::issue(tx, account, key, &token, now).await })).await
    }

    async fn replace_key(&self, account: i64, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<(), Error> {
        let token = token.clone();
        self.write_unseen(move |tx| {
            Box::pin(async move {
                keys::revoke(tx, account, key).await?;
                keys::issue(tx, account, key, &token, now).await
            })
        })
        .await
    }

    async fn issue_application_key(
        &self,
        application: i64,
        token: &TokenHash,
        now: Timestamp,
    ) -> Result<Account, Error> {
        let token = token.clone();
        self.write_unseen(move |tx| Box::pin(async move { applications::issue(tx, application, &token, now).await }))
            .await
    }

    async fn confirmation(&self, token: &TokenHash, now: Timestamp) -> Result<Confirmation, Error> {
        let token = token.clone();
        self.read(move |tx| Box::pin(async move { applications::of_key(tx, &token, now).await })).await
    }

    async fn revoke_keys(&self, account: i64, key: MailKey) -> Result<(), Error> {
        self.write(move |tx| Box::pin(async move { keys::revoke(tx, account, key).await })).await
    }

    async fn has_key(&self, account: i64, key: MailKey, now: Timestamp) -> Result<bool, Error> {
        self.read(move |tx| Box::pin(async move { keys::has(tx, account, key, now).await })).await
    }

    async fn holder(&self, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<Account, Error> {
        let token = token.clone();
        self.read(move |tx| {
            Box::pin(async move {
                let account = keys::account_of(tx, key, &token, now).await?;
                person::by_id(tx, account).await?.ok_or(Error::Gone)
            })
        })
        .await
    }

    async fn ask_confirm(&self, account: i64, now: Timestamp) -> Result<(), Error> {
        self.write(move |tx| Box::pin(async move { admission::ask_confirm(tx, account, now).await })).await
    }

    async fn visit(&self, account: i64, now: Timestamp) -> Result<Option<Timestamp>, Error> {
        visits::visit(self, account, now).await
    }

    async fn confirm(&self, token: &TokenHash, now: Timestamp) -> Result<Account, Error> {
        let token = token.clone();
        self.write(move |tx| Box::pin(async move { admission::confirm(tx, &token, now).await })).await
    }

    async fn ask_reset(&self, email: &Email, now: Timestamp) -> Result<(), Error> {
        let email = email.clone();
        self.write(move |tx| Box::pin(async move { keys::ask_reset(tx, &email, now).await })).await
    }

    async fn reset(&self, token: &TokenHash, password_hash: &str, now: Timestamp) -> Result<Account, Error> {
        let (token, hash) = (token.clone(), password_hash.to_owned());
        self.write(move |tx| Box::pin(async move { keys::reset(tx, &token, &hash, now).await })).await
    }

    async fn change_password(
        &self,
        account: i64,
        password_hash: &str,
        kept_session: i64,
        now: Timestamp,
    ) -> Result<(), Error> {
        let hash = password_hash.to_owned();
        self.write(move |tx| {
            Box::pin(async move {
                keys::set_password(tx, account, &hash, now).await?;
                sessions::close_others(tx, account, Some(kept_session)).await
            })
        })
        .await
    }

    async fn set_profile(&self, account: i64, profile: &Profile, now: Timestamp) -> Result<(), Error> {
        let profile = profile.clone();
        self.write(move |tx| Box::pin(async move { profile::set(tx, account, &profile, now).await })).await
    }

    async fn ask_email(&self, account: i64, email: &Email, now: Timestamp) -> Result<(), Error> {
        let email = email.clone();
        self.write(move |tx| Box::pin(async move { profile::ask_email(tx, account, &email, now).await })).await
    }

    async fn wanted_email(&self, account: i64) -> Result<Option<Email>, Error> {
        self.read(move |tx| Box::pin(async move { profile::wanted_email(tx, account).await })).await
    }

    async fn confirm_email(&self, token: &TokenHash, now: Timestamp) -> Result<Account, Error> {
        let token = token.clone();
        self.write(move |tx| Box::pin(async move { profile::confirm_email(tx, &token, now).await })).await
    }

    async fn attempt(&self, name: &str, most: u32, seconds: i64, now: Timestamp) -> Result<bool, Error> {
        let name = name.to_owned();
        self.write_unseen(move |tx| Box::pin(async move { attempts::count(tx, &name, most, seconds, now).await })).await
    }

    async fn people(&self, _staff: &Staff, standing: Option<&Standing>) -> Result<Vec<Account>, Error> {
        let standing = standing.map(|standing| standing.code().to_owned());
        self.read(move |tx| Box::pin(async move { person::all(tx, standing.as_deref()).await })).await
    }

    async fn decide(&self, staff: &Staff, account: i64, standing: &Standing, now: Timestamp) -> Result<(), Error> {
        let (staff, standing) = (staff.clone(), standing.clone());
        self.write(move |tx| Box::pin(async move { admission::decide(tx, &staff, account, &standing, now).await }))
            .await
    }

    async fn close_account(&self, account: i64, now: Timestamp) -> Result<(), Error> {
        self.write(move |tx| Box::pin(async move { closing::close(tx, account, now).await })).await
    }

    async fn set_role(
        &self,
        staff: &Staff,
        account: i64,
        role: Role,
        writes_in: Option<Language>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let staff = staff.clone();
        let role = (role, writes_in);
        self.write(move |tx| Box::pin(async move { admission::set_role(tx, &staff, account, role, now).await })).await
    }
}
