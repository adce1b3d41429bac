//! Effects as data: what must happen outside is written in the transaction that causes it, and done later by a job.

use jiff::Timestamp;

/// An effect that waits to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The stored id.
    pub id: i64,
    /// What sort of effect: `entry.published`, `mail.published`.
    pub topic: String,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// How often it was tried before.
    pub attempts: i64,
    /// When it was written.
    pub created: Timestamp,
}

/// Where an effect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Not yet done.
    pub waiting: u64,
    /// Done.
    pub done: u64,
}

/// How long a worker may hold an effect before another may take it: 5 minutes.
pub const CLAIM_SECONDS: i64 = 300;

/// When to try again after this many attempts: one minute, doubled each time, at most a day.
pub fn retry_at(now: Timestamp, attempts: i64) -> Timestamp {
    let exponent = u32::try_from(attempts.clamp(0, 11)).unwrap_or(0);
    let seconds = (60_i64 << exponent).min(86_400);
    now.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap_or(now)
}
