//! What is read and downloaded: counts that every process adds to.

use async_trait::async_trait;
use domain::account::Staff;
use domain::file::Uid;
use domain::language::Texts;
use domain::traffic::{Count, Subject, Traffic, Views};
use domain::{Error, Language};
use jiff::civil::Date;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::stored;

const VIEW: &str = "
    insert into page_view (day, path, language, times) values ($1, $2, $3, $4)
    on conflict (day, path, language) do update set times = page_view.times + excluded.times";

const DOWNLOAD: &str = "
    insert into download (day, file_id, times) select $1, f.id, $3 from file f where f.uid = $2
    on conflict (day, file_id) do update set times = download.times + excluded.times";

/// PostgreSQL would add up to a number of another type.
const VIEWS: &str = "
    select path, language, cast(sum(times) as bigint) as times from page_view
    where day >= $1 and day <= $2
    group by path, language
    order by path, language";

const DOWNLOADS: &str = "
    select f.uid, cast(sum(d.times) as bigint) as times from download d join file f on f.id = d.file_id
    where d.day >= $1 and d.day <= $2
    group by f.uid
    order by times desc, f.uid";

const DOWNLOADED: &str = "
    select cast(coalesce(sum(d.times), 0) as bigint) from download d join file f on f.id = d.file_id where f.uid = $1";

fn times_of(column: &'static str, times: i64) -> Result<u64, Error> {
    stored(column, u64::try_from(times))
}

async fn add(tx: &mut Tx, counts: &[Count]) -> Result<(), Error> {
    for Count { day, subject, times } in counts {
        let (day, times) = (day.to_string(), i64::try_from(*times).unwrap_or(i64::MAX));
        match subject {
            Subject::Page { path, language } => execute!(tx, VIEW, day, path, language.code(), times),
            Subject::File(uid) => execute!(tx, DOWNLOAD, day, uid.as_str(), times),
        }
        .map_err(fault)?;
    }
    Ok(())
}

#[async_trait]
impl Traffic for Db {
    async fn add(&self, counts: &[Count]) -> Result<(), Error> {
        // In one order everywhere, so that no two processes wait for each other.
        let mut counts = counts.to_vec();
        counts.sort();
        self.write_unseen(move |tx| Box::pin(async move { add(tx, &counts).await })).await
    }

    async fn views(&self, _staff: &Staff, first: Date, last: Date) -> Result<Vec<Views>, Error> {
        let (first, last) = (first.to_string(), last.to_string());
        let rows: Vec<(String, String, i64)> =
            on!(self, |pool| sqlx::query_as(VIEWS).bind(&first).bind(&last).fetch_all(pool).await).map_err(fault)?;
        let mut views: Vec<Views> = Vec::new();
        for (path, language, times) in rows {
            let language: Language = stored("page_view.language", language.parse())?;
            let times = times_of("page_view.times", times)?;
            // The rows of a page follow each other.
            match views.last_mut().filter(|last| last.path == path) {
                Some(last) => last.times.set(language, times),
                None => views.push(Views { path, times: Texts::from_iter([(language, times)]) }),
            }
        }
        views.sort_by_key(|page| std::cmp::Reverse(page.total()));
        Ok(views)
    }

    async fn downloads(&self, _staff: &Staff, first: Date, last: Date) -> Result<Vec<(Uid, u64)>, Error> {
        let (first, last) = (first.to_string(), last.to_string());
        let rows: Vec<(String, i64)> =
            on!(self, |pool| sqlx::query_as(DOWNLOADS).bind(&first).bind(&last).fetch_all(pool).await)
                .map_err(fault)?;
        rows.into_iter()
            .map(|(uid, times)| Ok((stored("file.uid", uid.parse())?, times_of("download.times", times)?)))
            .collect()
    }

    async fn downloaded(&self, uids: &[Uid]) -> Result<u64, Error> {
        let mut total = 0;
        for uid in uids {
            let times: i64 = on!(self, |pool| sqlx::query_scalar(DOWNLOADED).bind(uid.as_str()).fetch_one(pool).await)
                .map_err(fault)?;
            total += times_of("download.times", times)?;
        }
        Ok(total)
    }
}
