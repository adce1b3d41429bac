//! What was counted and is not written yet.

use std::collections::HashMap;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::traffic::{Count, Subject};
use domain::{Error, Portal, region};
use jiff::civil::Date;

/// How long counts wait to be written.
const PAUSE: Duration = Duration::from_mins(1);

/// Counts by day and subject. Cheap to clone; there are no more of them than pages and documents.
#[derive(Debug, Clone, Default)]
pub struct Tally(Arc<Mutex<HashMap<(Date, Subject), u64>>>);

impl Tally {
    /// Counts something that was read or downloaded now.
    pub fn count(&self, portal: &Portal, subject: Subject) {
        let day = region::day_of(portal.clock.now());
        *self.counts().entry((day, subject)).or_default() += 1;
    }

    /// Writes down what was counted. What cannot be written waits for the next time.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn write(&self, portal: &Portal) -> Result<(), Error> {
        let taken = mem::take(&mut *self.counts());
        if taken.is_empty() {
            return Ok(());
        }
        let counts: Vec<Count> =
            taken.into_iter().map(|((day, subject), times)| Count { day, subject, times }).collect();
        let written = portal.traffic.add(&counts).await;
        if written.is_err() {
            let mut kept = self.counts();
            for Count { day, subject, times } in counts {
                *kept.entry((day, subject)).or_default() += times;
            }
        }
        written
    }

    /// Writes once a minute until it is stopped, and once more then.
    pub async fn run(self, portal: Portal, stopped: impl Future<Output = ()>) {
        let mut stopped = std::pin::pin!(stopped);
        loop {
            let is_last = tokio::select! {
                () = &mut stopped => true,
                () = tokio::time::sleep(PAUSE) => false,
            };
            if let Err(cause) = self.write(&portal).await {
                tracing::warn!(%cause, "visits could not be written");
            }
            if is_last {
                return;
            }
        }
    }

    /// Nothing that is done while it is held can leave the counts half changed.
    fn counts(&self) -> MutexGuard<'_, HashMap<(Date, Subject), u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
