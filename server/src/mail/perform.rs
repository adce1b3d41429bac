//! What an effect of the outbox calls for: nothing, notices, a letter, or that a document is read.

use std::time::Duration;

use domain::account::Account;
use domain::notice::{About as News, DueDigest};
use domain::outbox::Effect;
use domain::registration::State;
use domain::{Error, Portal, Slug};
use jiff::Timestamp;
use serde::Deserialize;

use super::letter::Letter;
use super::post::{Post, Undelivered};
use super::{letters, news};
use crate::files::text;

/// How long a letter may take to send: less than a claim lasts ([`domain::outbox::CLAIM_SECONDS`]), or another worker would send
/// it as well.
const LONGEST: Duration = Duration::from_mins(2);

/// What an effect needs to know; each topic has its own part of it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct About {
    account: i64,
    application: Option<i64>,
    entry: i64,
    event: String,
    uid: String,
    email: String,
    kind: String,
    slug: String,
    state: String,
    /// Microseconds.
    since: i64,
    until: i64,
}

/// Does what an effect calls for; the mail address that a letter went to, if one did.
///
/// # Errors
/// Why it could not be done: for now, or for good.
pub(super) async fn perform(
    portal: &Portal,
    post: &Post,
    public_url: &str,
    effect: &Effect,
) -> Result<Option<String>, Undelivered> {
    let topic = effect.topic.as_str();
    // Pages and feeds are read from the store, so that what else happened to an entry calls for nothing more.
    if !matches!(topic, "entry.published" | "file.stored") && !topic.starts_with("mail.") {
        return Ok(None);
    }
    let for_now = |cause: Error| Undelivered::ForNow(cause.to_string());
    let about: About =
        serde_json::from_str(&effect.payload).map_err(|cause| Undelivered::ForGood(cause.to_string()))?;
    if topic == "entry.published" {
        portal.inbox.announce(about.entry, portal.clock.now()).await.map_err(for_now)?;
        return Ok(None);
    }
    if topic == "file.stored" {
        let uid = about.uid.parse().map_err(|_unreadable| Undelivered::ForGood("no file".to_owned()))?;
        text::read(portal, &uid).await.map_err(for_now)?;
        return Ok(None);
    }
    let account = match portal.accounts.account(about.account).await {
        Ok(account) => account,
        Err(Error::NotFound) => return Ok(None),
        Err(failure) => return Err(for_now(failure)),
    };
    let letter = write(portal, public_url, topic, &about, &account).await.map_err(Undelivered::ForNow)?;
    let Some(letter) = letter else { return Ok(None) };
    let sent = tokio::time::timeout(LONGEST, post.send(&letter, effect)).await;
    sent.unwrap_or_else(|_late| Err(Undelivered::ForNow("the mail server took too long".to_owned())))?;
    Ok(Some(letter.to.to_string()))
}

async fn write(
    portal: &Portal,
    public_url: &str,
    topic: &str,
    about: &About,
    account: &Account,
) -> Result<Option<Letter>, String> {
    let letter = match topic {
        "mail.confirm" => letters::write_confirm(portal, public_url, account, about.application).await,
        "mail.registration" => {
            let state = State::from_code(&about.state).ok_or("no state")?;
            letters::write_about_seat(portal, public_url, &address(&about.event)?, state, account).await
        }
        "mail.moved" => {
            letters::write_about_event(portal, public_url, &address(&about.event)?, News::Moved, account).await
        }
        "mail.reminder" => {
            letters::write_about_event(portal, public_url, &address(&about.event)?, News::Reminder, account).await
        }
        "mail.applicants" => letters::write_applicants(portal, public_url, account).await,
        "mail.published" => {
            let kind = about.kind.parse().map_err(|_unknown| "no kind".to_owned())?;
            news::write_published(portal, public_url, (kind, &address(&about.slug)?), account).await
        }
        "mail.digest" => {
            let due = DueDigest { account: account.id, since: instant(about.since)? };
            news::write_digest(portal, public_url, due, instant(about.until)?, account).await
        }
        topic => letters::write(portal, public_url, topic, account, about.email.parse().ok().as_ref()).await,
    };
    letter.map_err(|failure| failure.to_string())
}

fn address(slug: &str) -> Result<Slug, String> {
    slug.parse().map_err(|_unreadable| "no address".to_owned())
}

fn instant(microseconds: i64) -> Result<Timestamp, String> {
    Timestamp::from_microsecond(microseconds).map_err(|cause| cause.to_string())
}
