//! What staff have done, and the notice above every page, which is one of the things that they do.

mod banner;
mod log;

use async_trait::async_trait;
use domain::Error;
use domain::account::Staff;
use domain::audit::{AuditFilter, AuditLines, AuditSpan};
use domain::banner::Banner;
use domain::ports::Secretariat;
use jiff::Timestamp;

pub(crate) use self::log::{Entry, note};
use crate::db::Db;

#[async_trait]
impl Secretariat for Db {
    async fn audit(&self, staff: &Staff, filter: &AuditFilter, span: AuditSpan) -> Result<AuditLines, Error> {
        log::read(self, staff, filter, span).await
    }

    async fn banner(&self) -> Result<Option<Banner>, Error> {
        banner::read(self).await
    }

    async fn set_banner(
        &self,
        staff: &Staff,
        banner: Option<&Banner>,
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (staff, banner, seen) = (staff.clone(), banner.cloned(), seen.map(str::to_owned));
        self.write(move |tx| {
            Box::pin(async move { banner::set(tx, &staff, banner.as_ref(), seen.as_deref(), now).await })
        })
        .await
    }
}
