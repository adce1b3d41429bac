//! The job that does what waits in the outbox: claims it, does it once, tries again later what failed.

use std::time::Duration;

use domain::outbox::Effect;
use domain::registration::State;
use domain::{Error, Portal};
use serde::Deserialize;

use super::letters;
use super::post::Post;

/// How often the outbox is looked into.
const PAUSE: Duration = Duration::from_millis(500);
/// How much is claimed at once.
const AT_ONCE: u32 = 20;

#[derive(Deserialize)]
struct About {
    account: i64,
    #[serde(default)]
    event: String,
    #[serde(default)]
    state: String,
}

/// Works until it is told to stop, and then finishes what it holds.
pub async fn run(portal: Portal, post: Post, public_url: String, worker: String, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
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
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }
}

async fn settle(portal: &Portal, post: &Post, public_url: &str, worker: &str, effect: Effect) -> Result<(), Error> {
    match perform(portal, post, public_url, &effect).await {
        Ok(()) => portal.outbox.complete(effect.id, worker, portal.clock.now()).await,
        Err(cause) => {
            tracing::warn!(effect = effect.id, topic = effect.topic, attempts = effect.attempts, %cause, "an effect failed");
            portal.outbox.fail(effect.id, worker, &cause, portal.clock.now()).await
        }
    }
}

async fn perform(portal: &Portal, post: &Post, public_url: &str, effect: &Effect) -> Result<(), String> {
    // Pages and feeds are read from the store, so that what happened to an entry calls for nothing more.
    if !effect.topic.starts_with("mail.") {
        return Ok(());
    }
    let about: About = serde_json::from_str(&effect.payload).map_err(|cause| cause.to_string())?;
    let account = match portal.accounts.account(about.account).await {
        Ok(account) => account,
        Err(Error::NotFound) => return Ok(()),
        Err(failure) => return Err(failure.to_string()),
    };
    let letter = if effect.topic == "mail.registration" {
        let event = about.event.parse().map_err(|_unreadable| "no event".to_owned())?;
        let state = State::from_code(&about.state).ok_or("no state")?;
        letters::write_about_seat(portal, public_url, &event, state, &account).await
    } else {
        letters::write(portal, public_url, &effect.topic, &account).await
    };
    match letter.map_err(|failure| failure.to_string())? {
        Some(letter) => post.send(&letter, effect.id).await,
        None => Ok(()),
    }
}
