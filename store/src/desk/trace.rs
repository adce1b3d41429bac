//! What every write leaves behind: a revision and an effect.

use domain::revision::Change;

use super::documents::json;
use crate::db::for_each_database;
use crate::fault::Halt;

const REVISION: &str =
    "insert into revision (entry_id, valid_from, actor, reason, changes) values ($1, $2, $3, $4, $5)";
const EFFECT: &str = "insert into outbox (topic, payload, created_at, due_at, attempts) values ($1, $2, $3, $3, 0)";

/// Who does what, why and when.
#[derive(Debug, Clone)]
pub(super) struct Deed {
    pub topic: &'static str,
    pub actor: String,
    pub reason: String,
    /// Microseconds UTC.
    pub at: i64,
}

for_each_database! {
    pub(crate) async fn leave(
        connection: &mut Connection, entry: i64, deed: &Deed, changes: &[Change],
    ) -> Result<(), Halt> {
        let document = json("revision.changes", &changes)?;
        sqlx::query(REVISION).bind(entry).bind(deed.at).bind(&deed.actor).bind(&deed.reason).bind(document)
            .execute(&mut *connection).await?;
        let payload = format!("{{\"entry\":{entry}}}");
        sqlx::query(EFFECT).bind(deed.topic).bind(payload).bind(deed.at).execute(&mut *connection).await?;
        Ok(())
    }
}
