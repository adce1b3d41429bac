//! The job that does what waits in the outbox: claims it, does it once, tries again later what failed. What becomes due by
//! itself (offers that end, weekly letters) is looked for when nothing waits.

use std::time::Duration;

use domain::account::Account;
use domain::notice::{About as News, DueDigest};
use domain::outbox::Effect;
use domain::registration::State;
use domain::{Error, Portal, Slug};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::letter::Letter;
use super::post::{Post, Undelivered};
use super::{letters, news};

/// How often the outbox is looked into.
const PAUSE: Duration = Duration::from_millis(500);
/// How much is claimed at once.
const AT_ONCE: u32 = 20;

/// How often it is looked whose weekly letter is due.
const DIGEST_PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// What an effect needs to know; each topic has its own part of it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct About {
    account: i64,
    entry: i64,
    event: String,
    email: String,
    kind: String,
    slug: String,
    state: String,
    reason: String,
    /// Microseconds.
    since: i64,
    until: i64,
}

/// Works until it is told to stop, and then finishes what it holds.
pub async fn run(portal: Portal, post: Post, public_url: String, worker: String, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    let mut digests_due = Timestamp::MIN;
    loop {
        let now = portal.clock.now();
        // A database that fails is logged where it fails; here it only means to wait.
        let effects = portal.outbox.claim(&worker, AT_ONCE, now).await.unwrap_or_default();
        let idle = effects.is_empty();
        for effect in effects {
            let _logged = settle(&portal, &post, &public_url, &worker, effect).await;
        }
        if idle {
            let _logged = portal.registrations.lapse(now).await;
            if now >= digests_due {
                digests_due = now.saturating_add(DIGEST_PAUSE).unwrap_or(Timestamp::MAX);
                let reminded = portal.inbox.remind(now).await.unwrap_or_default();
                if reminded > 0 || digests(&portal, now).await.unwrap_or_default() > 0 {
                    continue;
                }
            }
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }
}

async fn settle(portal: &Portal, post: &Post, public_url: &str, worker: &str, effect: Effect) -> Result<(), Error> {
    let outcome = perform(portal, post, public_url, &effect).await;
    let (outbox, now) = (&portal.outbox, portal.clock.now());
    let cause = match outcome {
        Ok(sent_to) => return outbox.complete(effect.id, worker, sent_to.as_deref(), now).await,
        Err(cause) => cause,
    };
    tracing::warn!(effect = effect.id, topic = effect.topic, attempts = effect.attempts, %cause, "an effect failed");
    match cause {
        Undelivered::ForNow(cause) => outbox.fail(effect.id, worker, &cause, now).await,
        Undelivered::ForGood(cause) => outbox.give_up(effect.id, worker, &cause, now).await,
    }
}

/// Makes the weekly letters that are due; how many there are to send.
async fn digests(portal: &Portal, now: Timestamp) -> Result<usize, Error> {
    let mut made = 0;
    for due in portal.inbox.due_digests(now).await? {
        made += usize::from(portal.inbox.digest_sent(due, now).await?);
    }
    Ok(made)
}

/// Does what an effect calls for; the mail address that a letter went to, if one did.
async fn perform(
    portal: &Portal,
    post: &Post,
    public_url: &str,
    effect: &Effect,
) -> Result<Option<String>, Undelivered> {
    let topic = effect.topic.as_str();
    // Pages and feeds are read from the store, so that what else happened to an entry calls for nothing more.
    if topic != "entry.published" && !topic.starts_with("mail.") {
        return Ok(None);
    }
    let for_now = |cause: Error| Undelivered::ForNow(cause.to_string());
    let about: About =
        serde_json::from_str(&effect.payload).map_err(|cause| Undelivered::ForGood(cause.to_string()))?;
    if topic == "entry.published" {
        portal.inbox.announce(about.entry, portal.clock.now()).await.map_err(for_now)?;
        return Ok(None);
    }
    let account = match portal.accounts.account(about.account).await {
        Ok(account) => account,
        Err(Error::NotFound) => return Ok(None),
        Err(failure) => return Err(for_now(failure)),
    };
    let letter = write(portal, public_url, topic, &about, &account).await.map_err(Undelivered::ForNow)?;
    let Some(letter) = letter else { return Ok(None) };
    post.send(&letter, effect).await?;
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
        "mail.registration" => {
            let state = State::from_code(&about.state).ok_or("no state")?;
            letters::write_about_seat(portal, public_url, &address(&about.event)?, (state, &about.reason), account)
                .await
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
