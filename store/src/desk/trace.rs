//! What every write leaves behind: a revision, word for the index of the search, and an effect for what must happen outside.

use domain::Error;
use domain::revision::Change;
use jiff::Timestamp;
use serde_json::Value;

use crate::db::{Tx, execute};
use crate::effect;
use crate::fault::fault;
use crate::search::changed;
use crate::stored::stored;

const REVISION: &str = "
    insert into revision (entry_id, valid_from, actor, reason, changes)
    values ($1, $2, $3, $4, $5)";

/// Who does something, why and when.
pub(super) struct Deed {
    actor: String,
    reason: String,
    now: Timestamp,
}

impl Deed {
    pub(super) fn new(actor: &str, reason: &str, now: Timestamp) -> Self {
        Self { actor: actor.to_owned(), reason: reason.to_owned(), now }
    }

    /// The instant as it is stored.
    pub(super) fn at(&self) -> i64 {
        self.now.as_microsecond()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.now
    }

    /// The instant as people read it.
    pub(super) fn when(&self) -> String {
        self.now.to_string()
    }
}

/// Writes down what was done to an entry.
pub(super) async fn leave(
    tx: &mut Tx,
    entry: i64,
    deed: &Deed,
    changes: &[Change],
    topic: &str,
    payload: &Value,
) -> Result<(), Error> {
    let changes = stored("revision.changes", serde_json::to_string(changes))?;
    execute!(tx, REVISION, entry, deed.at(), &deed.actor, &deed.reason, changes).map_err(fault)?;
    changed(tx, entry).await?;
    effect::leave(tx, topic, payload, deed.now).await
}
