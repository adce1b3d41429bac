//! Whether the database answers, and how often it was written to.

use std::sync::atomic::Ordering;

use async_trait::async_trait;
use domain::Error;
use domain::ports::Pulse;

use crate::db::{Db, on};
use crate::fault::fault;

#[async_trait]
impl Pulse for Db {
    async fn beat(&self) -> Result<(), Error> {
        on!(self, |pool| sqlx::query("select 1").execute(pool).await.map(drop)).map_err(fault)
    }

    fn writes(&self) -> u64 {
        self.writes.load(Ordering::Acquire)
    }
}
