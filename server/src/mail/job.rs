//! The job that does what waits in the outbox: claims it, does it once, tries again later what failed. Documents are read beside
//! the letters. Beside both, however much waits there, what becomes due by itself is looked for: offers that end, reminders,
//! digests.

use std::time::Duration;

use domain::outbox::{Effect, Work};
use domain::token::Token;
use domain::{Error, Portal};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use super::perform::perform;
use super::post::{Post, Undelivered};

/// How often the outbox is looked into, and how often for offers that have ended.
const PAUSE: Duration = Duration::from_millis(500);

/// How often it is looked who is to be reminded, and whose digest is due.
const DIGEST_PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// One of the workers of an outbox; there may be others, in other processes.
pub struct Job {
    portal: Portal,
    post: Post,
    public_url: String,
    /// The name of this worker, which no other one has: two containers may have the same process id and the same address.
    worker: String,
}

impl Job {
    /// A worker that sends letters by this post; links in them begin with `public_url`.
    pub fn new(portal: Portal, post: Post, public_url: String) -> Self {
        let worker = Token::new(&*portal.chance).text();
        Self { portal, post, public_url, worker }
    }

    /// Works until it is told to stop, and then finishes the letter and the document that it is at.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let (tell, stopping) = watch::channel(false);
        let stop = async {
            stop.await;
            tell.send_replace(true);
        };
        tokio::join!(
            stop,
            self.do_what_waits(Work::Letters, stopping.clone()),
            self.do_what_waits(Work::Documents, stopping.clone()),
            self.look_for_what_is_due(stopping)
        );
    }

    /// Does all that waits, and all that is due by now, and returns.
    pub async fn work_off(&self) {
        loop {
            while self.do_next(Work::Letters).await || self.do_next(Work::Documents).await {}
            let now = self.portal.clock.now();
            if self.end_offers(now).await + self.remind(now).await == 0 {
                return;
            }
        }
    }

    async fn do_what_waits(&self, work: Work, mut stopping: watch::Receiver<bool>) {
        while !*stopping.borrow() {
            if !self.do_next(work).await {
                pause(&mut stopping).await;
            }
        }
    }

    async fn look_for_what_is_due(&self, mut stopping: watch::Receiver<bool>) {
        let mut next_reminders = Timestamp::MIN;
        while !*stopping.borrow() {
            let now = self.portal.clock.now();
            self.end_offers(now).await;
            if now >= next_reminders {
                next_reminders = now.saturating_add(DIGEST_PAUSE).unwrap_or(Timestamp::MAX);
                self.remind(now).await;
            }
            pause(&mut stopping).await;
        }
    }

    /// Does what of this work waits longest; whether there was something.
    ///
    /// It is claimed by itself, when its turn has come: a claim that had grown old behind other letters would be another
    /// worker's by now, and the letter would go twice.
    async fn do_next(&self, work: Work) -> bool {
        // A database that fails is logged where it fails; here it only means to wait.
        let claimed =
            self.portal.outbox.claim(&self.worker, work, 1, self.portal.clock.now()).await.unwrap_or_default();
        let found = !claimed.is_empty();
        for effect in claimed {
            let _logged = self.settle(effect).await;
        }
        found
    }

    async fn settle(&self, effect: Effect) -> Result<(), Error> {
        let outcome = perform(&self.portal, &self.post, &self.public_url, &effect).await;
        let (outbox, worker, now) = (&self.portal.outbox, self.worker.as_str(), self.portal.clock.now());
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

    /// Ends offers that nobody took; how many.
    async fn end_offers(&self, now: Timestamp) -> usize {
        self.portal.registrations.lapse(now).await.map_or(0, |ended| ended as usize)
    }

    /// Reminds of events that are near, and makes the digests that are due; how many letters there are to write.
    async fn remind(&self, now: Timestamp) -> usize {
        let reminded = self.portal.inbox.remind(now).await.map_or(0, |reminded| reminded as usize);
        reminded + self.digests(now).await.unwrap_or_default()
    }

    /// Begins the next day or week of everybody whose digest is due; how many digests there are to send.
    async fn digests(&self, now: Timestamp) -> Result<usize, Error> {
        let mut made = 0;
        for due in self.portal.inbox.due_digests(now).await? {
            made += usize::from(self.portal.inbox.digest_sent(due, now).await?);
        }
        Ok(made)
    }
}

/// Waits a little, or until it is time to stop.
async fn pause(stopping: &mut watch::Receiver<bool>) {
    let _either = tokio::time::timeout(PAUSE, stopping.wait_for(|stops| *stops)).await;
}
